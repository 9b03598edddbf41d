from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.ground_kind import GroundKind
from ..models.identity_match import IdentityMatch
from ..types import UNSET, Unset

T = TypeVar("T", bound="DebarmentListEntry")


@_attrs_define
class DebarmentListEntry:
    """An entry of the debarment list that may be about a person asked about."""

    person: str
    as_at: datetime.date
    kind: GroundKind | None | Unset = UNSET
    identity: IdentityMatch | Unset = UNSET
    """ How sure it is that a record is about this person and not another of the same name. """
    describes_contract: bool | None | Unset = UNSET
    """ For an entry only on Schedule 6 paragraph 35 (national security), whether it describes contracts of this
    kind; null for any other entry. """

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        as_at = self.as_at.isoformat()

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, GroundKind):
            kind = self.kind.value
        else:
            kind = self.kind

        identity: str | Unset = UNSET
        if not isinstance(self.identity, Unset):
            identity = self.identity.value

        describes_contract: bool | None | Unset
        if isinstance(self.describes_contract, Unset):
            describes_contract = UNSET
        else:
            describes_contract = self.describes_contract

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "person": person,
                "as_at": as_at,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if identity is not UNSET:
            field_dict["identity"] = identity
        if describes_contract is not UNSET:
            field_dict["describes_contract"] = describes_contract

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        person = d.pop("person")

        as_at = datetime.date.fromisoformat(d.pop("as_at"))

        def _parse_kind(data: object) -> GroundKind | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = GroundKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroundKind | None | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))

        _identity = d.pop("identity", UNSET)
        identity: IdentityMatch | Unset
        if isinstance(_identity, Unset):
            identity = UNSET
        else:
            identity = IdentityMatch(_identity)

        def _parse_describes_contract(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        describes_contract = _parse_describes_contract(
            d.pop("describes_contract", UNSET)
        )

        debarment_list_entry = cls(
            person=person,
            as_at=as_at,
            kind=kind,
            identity=identity,
            describes_contract=describes_contract,
        )

        return debarment_list_entry
