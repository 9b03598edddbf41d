from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.role import Role
from ..types import UNSET, Unset

T = TypeVar("T", bound="InvitationCreate")


@_attrs_define
class InvitationCreate:
    """Who is to be let in; a supplier's person names the supplier."""

    role: Role
    """ What a caller is to its organisation; each role may do only what its work needs. """
    email: str
    name: str | Unset = ""
    supplier_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        role = self.role.value

        email = self.email

        name = self.name

        supplier_id: None | str | Unset
        if isinstance(self.supplier_id, Unset):
            supplier_id = UNSET
        elif isinstance(self.supplier_id, UUID):
            supplier_id = str(self.supplier_id)
        else:
            supplier_id = self.supplier_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
                "email": email,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if supplier_id is not UNSET:
            field_dict["supplier_id"] = supplier_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        role = Role(d.pop("role"))

        email = d.pop("email")

        name = d.pop("name", UNSET)

        def _parse_supplier_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supplier_id_type_0 = UUID(data)

                return supplier_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        supplier_id = _parse_supplier_id(d.pop("supplier_id", UNSET))

        invitation_create = cls(
            role=role,
            email=email,
            name=name,
            supplier_id=supplier_id,
        )

        return invitation_create
