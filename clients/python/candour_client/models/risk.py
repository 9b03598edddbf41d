from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.risk_band import RiskBand

T = TypeVar("T", bound="Risk")


@_attrs_define
class Risk:
    """What is left of the inherent risk, 0 to 100, with its range for what is unknown."""

    figure: str
    low: str
    high: str
    band: RiskBand
    """ Residual risk in words; `not assessed` is the absence of a band, never a band. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        figure = self.figure

        low = self.low

        high = self.high

        band = self.band.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "figure": figure,
                "low": low,
                "high": high,
                "band": band,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        figure = d.pop("figure")

        low = d.pop("low")

        high = d.pop("high")

        band = RiskBand(d.pop("band"))

        risk = cls(
            figure=figure,
            low=low,
            high=high,
            band=band,
        )

        risk.additional_properties = d
        return risk

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
