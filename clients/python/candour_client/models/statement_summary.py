from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_kind import DocumentKind

T = TypeVar("T", bound="StatementSummary")


@_attrs_define
class StatementSummary:
    """A document offered as the supplier's statement."""

    id: UUID
    name: str
    kind: DocumentKind | None
    """ Null where it could not be read. """
    reason: str
    year_end: datetime.date | None
    matched_by: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        kind: None | str
        if isinstance(self.kind, DocumentKind):
            kind = self.kind.value
        else:
            kind = self.kind

        reason = self.reason

        year_end: None | str
        if isinstance(self.year_end, datetime.date):
            year_end = self.year_end.isoformat()
        else:
            year_end = self.year_end

        matched_by = self.matched_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "kind": kind,
                "reason": reason,
                "year_end": year_end,
                "matched_by": matched_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_kind(data: object) -> DocumentKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = DocumentKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DocumentKind | None, data)

        kind = _parse_kind(d.pop("kind"))

        reason = d.pop("reason")

        def _parse_year_end(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                year_end_type_0 = datetime.date.fromisoformat(data)

                return year_end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        year_end = _parse_year_end(d.pop("year_end"))

        matched_by = d.pop("matched_by")

        statement_summary = cls(
            id=id,
            name=name,
            kind=kind,
            reason=reason,
            year_end=year_end,
            matched_by=matched_by,
        )

        statement_summary.additional_properties = d
        return statement_summary

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
