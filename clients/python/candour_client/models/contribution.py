from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Contribution")


@_attrs_define
class Contribution:
    """What one part adds to a figure, in points of it, with the range for what is unknown."""

    part: str
    points: str
    low: str
    high: str
    reason: str
    value: str
    """ The value that it rests on; empty where it is unknown. """
    source: str
    known: bool
    """ Whether it rests on a fact, not on an assumption. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        part = self.part

        points = self.points

        low = self.low

        high = self.high

        reason = self.reason

        value = self.value

        source = self.source

        known = self.known

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "part": part,
                "points": points,
                "low": low,
                "high": high,
                "reason": reason,
                "value": value,
                "source": source,
                "known": known,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        part = d.pop("part")

        points = d.pop("points")

        low = d.pop("low")

        high = d.pop("high")

        reason = d.pop("reason")

        value = d.pop("value")

        source = d.pop("source")

        known = d.pop("known")

        contribution = cls(
            part=part,
            points=points,
            low=low,
            high=high,
            reason=reason,
            value=value,
            source=source,
            known=known,
        )

        contribution.additional_properties = d
        return contribution

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
