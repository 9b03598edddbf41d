from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.identifier_kind import IdentifierKind

T = TypeVar("T", bound="SupplierIdentifierCreate")


@_attrs_define
class SupplierIdentifierCreate:
    """A number by which the supplier may be asked for from now on."""

    scheme: IdentifierKind
    """ Numbers that may be added by hand; a company number is matched, with a person's eye. """
    id: str

    def to_dict(self) -> dict[str, Any]:
        scheme = self.scheme.value

        id = self.id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "scheme": scheme,
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        scheme = IdentifierKind(d.pop("scheme"))

        id = d.pop("id")

        supplier_identifier_create = cls(
            scheme=scheme,
            id=id,
        )

        return supplier_identifier_create
