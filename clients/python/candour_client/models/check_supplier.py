from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CheckSupplier")


@_attrs_define
class CheckSupplier:
    """Which supplier is meant, by any of these; all that are given must agree."""

    id: None | Unset | UUID = UNSET
    """ Our own identifier. """
    company_number: str | Unset = ""
    ppon: str | Unset = ""
    """ Central Digital Platform. """
    vat: str | Unset = ""
    party: str | Unset = ""
    """ As OCDS joins it. """
    own_reference: str | Unset = ""
    """ The number in your own systems. """
    name: str | Unset = ""
    postcode: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        id: None | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        elif isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        company_number = self.company_number

        ppon = self.ppon

        vat = self.vat

        party = self.party

        own_reference = self.own_reference

        name = self.name

        postcode = self.postcode

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if company_number is not UNSET:
            field_dict["company_number"] = company_number
        if ppon is not UNSET:
            field_dict["ppon"] = ppon
        if vat is not UNSET:
            field_dict["vat"] = vat
        if party is not UNSET:
            field_dict["party"] = party
        if own_reference is not UNSET:
            field_dict["own_reference"] = own_reference
        if name is not UNSET:
            field_dict["name"] = name
        if postcode is not UNSET:
            field_dict["postcode"] = postcode

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        id = _parse_id(d.pop("id", UNSET))

        company_number = d.pop("company_number", UNSET)

        ppon = d.pop("ppon", UNSET)

        vat = d.pop("vat", UNSET)

        party = d.pop("party", UNSET)

        own_reference = d.pop("own_reference", UNSET)

        name = d.pop("name", UNSET)

        postcode = d.pop("postcode", UNSET)

        check_supplier = cls(
            id=id,
            company_number=company_number,
            ppon=ppon,
            vat=vat,
            party=party,
            own_reference=own_reference,
            name=name,
            postcode=postcode,
        )

        return check_supplier
