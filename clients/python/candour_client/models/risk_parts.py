from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.risk_band import RiskBand

if TYPE_CHECKING:
    from ..models.contribution import Contribution
    from ..models.risk_change import RiskChange
    from ..models.risk_sensitivity import RiskSensitivity


T = TypeVar("T", bound="RiskParts")


@_attrs_define
class RiskParts:
    """What is left, and what would change it most; without sensitivity the band is firm."""

    low: str
    figure: str
    high: str
    contributions: list[Contribution]
    band: RiskBand
    """ Residual risk in words; `not assessed` is the absence of a band, never a band. """
    sensitivity: list[RiskSensitivity]
    what_would_change_it_most: list[RiskChange]
    version: str = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        low = self.low

        figure = self.figure

        high = self.high

        contributions = []
        for contributions_item_data in self.contributions:
            contributions_item = contributions_item_data.to_dict()
            contributions.append(contributions_item)

        band = self.band.value

        sensitivity = []
        for sensitivity_item_data in self.sensitivity:
            sensitivity_item = sensitivity_item_data.to_dict()
            sensitivity.append(sensitivity_item)

        what_would_change_it_most = []
        for what_would_change_it_most_item_data in self.what_would_change_it_most:
            what_would_change_it_most_item = (
                what_would_change_it_most_item_data.to_dict()
            )
            what_would_change_it_most.append(what_would_change_it_most_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "low": low,
                "figure": figure,
                "high": high,
                "contributions": contributions,
                "band": band,
                "sensitivity": sensitivity,
                "what_would_change_it_most": what_would_change_it_most,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.contribution import Contribution
        from ..models.risk_change import RiskChange
        from ..models.risk_sensitivity import RiskSensitivity

        d = dict(src_dict)
        low = d.pop("low")

        figure = d.pop("figure")

        high = d.pop("high")

        contributions = []
        _contributions = d.pop("contributions")
        for contributions_item_data in _contributions:
            contributions_item = Contribution.from_dict(contributions_item_data)

            contributions.append(contributions_item)

        band = RiskBand(d.pop("band"))

        sensitivity = []
        _sensitivity = d.pop("sensitivity")
        for sensitivity_item_data in _sensitivity:
            sensitivity_item = RiskSensitivity.from_dict(sensitivity_item_data)

            sensitivity.append(sensitivity_item)

        what_would_change_it_most = []
        _what_would_change_it_most = d.pop("what_would_change_it_most")
        for what_would_change_it_most_item_data in _what_would_change_it_most:
            what_would_change_it_most_item = RiskChange.from_dict(
                what_would_change_it_most_item_data
            )

            what_would_change_it_most.append(what_would_change_it_most_item)

        version = d.pop("version")

        risk_parts = cls(
            low=low,
            figure=figure,
            high=high,
            contributions=contributions,
            band=band,
            sensitivity=sensitivity,
            what_would_change_it_most=what_would_change_it_most,
            version=version,
        )

        risk_parts.additional_properties = d
        return risk_parts

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
