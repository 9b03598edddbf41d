from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.standing import Standing
from ..models.unit import Unit

T = TypeVar("T", bound="ReportCell")


@_attrs_define
class ReportCell:
    """A figure or a text; `value` is null unless the standing is `known`."""

    value: int | None | str
    """ A count is a number; money, points and percentages are decimals in text. """
    unit: Unit
    """ What a cell's value is. """
    standing: Standing
    """ Whether a cell has a value; without one it says why, and is never zero. """
    base: str
    """ What a percentage is a share of, such as “12 of 25”; or empty. """
    text: str
    """ As every rendering shows it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        value: int | None | str
        value = self.value

        unit = self.unit.value

        standing = self.standing.value

        base = self.base

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "value": value,
                "unit": unit,
                "standing": standing,
                "base": base,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_value(data: object) -> int | None | str:
            if data is None:
                return data
            return cast(int | None | str, data)

        value = _parse_value(d.pop("value"))

        unit = Unit(d.pop("unit"))

        standing = Standing(d.pop("standing"))

        base = d.pop("base")

        text = d.pop("text")

        report_cell = cls(
            value=value,
            unit=unit,
            standing=standing,
            base=base,
            text=text,
        )

        report_cell.additional_properties = d
        return report_cell

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
