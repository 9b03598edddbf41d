from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.report_cell import ReportCell


T = TypeVar("T", bound="ReportRow")


@_attrs_define
class ReportRow:
    """A line of a table; `source` is empty where it is the table's own."""

    key: str
    heading: str
    cells: list[ReportCell]
    source: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        heading = self.heading

        cells = []
        for cells_item_data in self.cells:
            cells_item = cells_item_data.to_dict()
            cells.append(cells_item)

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "heading": heading,
                "cells": cells,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.report_cell import ReportCell

        d = dict(src_dict)
        key = d.pop("key")

        heading = d.pop("heading")

        cells = []
        _cells = d.pop("cells")
        for cells_item_data in _cells:
            cells_item = ReportCell.from_dict(cells_item_data)

            cells.append(cells_item)

        source = d.pop("source")

        report_row = cls(
            key=key,
            heading=heading,
            cells=cells,
            source=source,
        )

        report_row.additional_properties = d
        return report_row

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
