from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.report_section import ReportSection


T = TypeVar("T", bound="ReportDocument")


@_attrs_define
class ReportDocument:
    """A report to the strategy board, as its JSON file holds it."""

    organisation: str
    as_of: datetime.date
    since: datetime.date
    version: str
    sections: list[ReportSection]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        organisation = self.organisation

        as_of = self.as_of.isoformat()

        since = self.since.isoformat()

        version = self.version

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.to_dict()
            sections.append(sections_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "organisation": organisation,
                "as_of": as_of,
                "since": since,
                "version": version,
                "sections": sections,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.report_section import ReportSection

        d = dict(src_dict)
        organisation = d.pop("organisation")

        as_of = datetime.date.fromisoformat(d.pop("as_of"))

        since = datetime.date.fromisoformat(d.pop("since"))

        version = d.pop("version")

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = ReportSection.from_dict(sections_item_data)

            sections.append(sections_item)

        report_document = cls(
            organisation=organisation,
            as_of=as_of,
            since=since,
            version=version,
            sections=sections,
        )

        report_document.additional_properties = d
        return report_document

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
