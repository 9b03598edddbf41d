from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AuditVerification")


@_attrs_define
class AuditVerification:
    """What a walk along the whole trail found."""

    holds: bool
    entries: int
    hash_: str
    """ Keep it elsewhere: later it proves that nothing was cut off. """
    faults: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        holds = self.holds

        entries = self.entries

        hash_ = self.hash_

        faults = self.faults

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "holds": holds,
                "entries": entries,
                "hash": hash_,
                "faults": faults,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        holds = d.pop("holds")

        entries = d.pop("entries")

        hash_ = d.pop("hash")

        faults = cast(list[str], d.pop("faults"))

        audit_verification = cls(
            holds=holds,
            entries=entries,
            hash_=hash_,
            faults=faults,
        )

        audit_verification.additional_properties = d
        return audit_verification

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
