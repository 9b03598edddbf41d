from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.risk_band import RiskBand

T = TypeVar("T", bound="RiskChange")


@_attrs_define
class RiskChange:
    """One thing that would change the risk: by how many points, and to which band."""

    what: str
    points: str
    band: RiskBand
    """ Residual risk in words; `not assessed` is the absence of a band, never a band. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        what = self.what

        points = self.points

        band = self.band.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "what": what,
                "points": points,
                "band": band,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        what = d.pop("what")

        points = d.pop("points")

        band = RiskBand(d.pop("band"))

        risk_change = cls(
            what=what,
            points=points,
            band=band,
        )

        risk_change.additional_properties = d
        return risk_change

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
