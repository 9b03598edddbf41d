from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="StatementSupplierUpdate")


@_attrs_define
class StatementSupplierUpdate:
    """The supplier that published the statement."""

    supplier: UUID

    def to_dict(self) -> dict[str, Any]:
        supplier = str(self.supplier)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supplier": supplier,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        supplier = UUID(d.pop("supplier"))

        statement_supplier_update = cls(
            supplier=supplier,
        )

        return statement_supplier_update
