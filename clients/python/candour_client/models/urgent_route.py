from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UrgentRoute")


@_attrs_define
class UrgentRoute:
    """What to do, and what nobody may do, where people may be being exploited now."""

    headline: str
    do: list[str]
    do_not: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        headline = self.headline

        do = self.do

        do_not = self.do_not

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "headline": headline,
                "do": do,
                "do_not": do_not,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        headline = d.pop("headline")

        do = cast(list[str], d.pop("do"))

        do_not = cast(list[str], d.pop("do_not"))

        urgent_route = cls(
            headline=headline,
            do=do,
            do_not=do_not,
        )

        urgent_route.additional_properties = d
        return urgent_route

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
