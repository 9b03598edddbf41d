from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.report_table import ReportTable


T = TypeVar("T", bound="ReportSection")


@_attrs_define
class ReportSection:
    """One part of a report."""

    id: str
    title: str
    words: list[str]
    points: list[str]
    tables: list[ReportTable]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        words = self.words

        points = self.points

        tables = []
        for tables_item_data in self.tables:
            tables_item = tables_item_data.to_dict()
            tables.append(tables_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "words": words,
                "points": points,
                "tables": tables,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.report_table import ReportTable

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        words = cast(list[str], d.pop("words"))

        points = cast(list[str], d.pop("points"))

        tables = []
        _tables = d.pop("tables")
        for tables_item_data in _tables:
            tables_item = ReportTable.from_dict(tables_item_data)

            tables.append(tables_item)

        report_section = cls(
            id=id,
            title=title,
            words=words,
            points=points,
            tables=tables,
        )

        report_section.additional_properties = d
        return report_section

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
