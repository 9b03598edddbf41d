from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.contribution import Contribution


T = TypeVar("T", bound="ExposureParts")


@_attrs_define
class ExposureParts:
    """What the inherent risk is made of."""

    low: str
    figure: str
    high: str
    contributions: list[Contribution]
    unknown: list[str]
    """ The factors of which nothing is known. """
    version: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        low = self.low

        figure = self.figure

        high = self.high

        contributions = []
        for contributions_item_data in self.contributions:
            contributions_item = contributions_item_data.to_dict()
            contributions.append(contributions_item)

        unknown = self.unknown

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "low": low,
                "figure": figure,
                "high": high,
                "contributions": contributions,
                "unknown": unknown,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.contribution import Contribution

        d = dict(src_dict)
        low = d.pop("low")

        figure = d.pop("figure")

        high = d.pop("high")

        contributions = []
        _contributions = d.pop("contributions")
        for contributions_item_data in _contributions:
            contributions_item = Contribution.from_dict(contributions_item_data)

            contributions.append(contributions_item)

        unknown = cast(list[str], d.pop("unknown"))

        version = d.pop("version")

        exposure_parts = cls(
            low=low,
            figure=figure,
            high=high,
            contributions=contributions,
            unknown=unknown,
            version=version,
        )

        exposure_parts.additional_properties = d
        return exposure_parts

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
