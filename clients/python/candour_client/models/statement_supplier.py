from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StatementSupplier")


@_attrs_define
class StatementSupplier:
    """Whose statement it is now, and the job that assesses the two suppliers again."""

    supplier: UUID
    attached_by: str
    job: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        supplier = str(self.supplier)

        attached_by = self.attached_by

        job = str(self.job)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "supplier": supplier,
                "attached_by": attached_by,
                "job": job,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        supplier = UUID(d.pop("supplier"))

        attached_by = d.pop("attached_by")

        job = UUID(d.pop("job"))

        statement_supplier = cls(
            supplier=supplier,
            attached_by=attached_by,
            job=job,
        )

        statement_supplier.additional_properties = d
        return statement_supplier

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
