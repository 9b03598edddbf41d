from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SourceChange")


@_attrs_define
class SourceChange:
    """What a source says otherwise than before."""

    kind: str
    before: str
    """ What the source said; empty where it said nothing. """
    now: str
    """ What it says; empty where it no longer says anything. """
    detected_on: datetime.date
    """ The day as at which the source said so. """
    since: datetime.date | None
    """ The last day as at which it said what was before. """
    source: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        before = self.before

        now = self.now

        detected_on = self.detected_on.isoformat()

        since: None | str
        if isinstance(self.since, datetime.date):
            since = self.since.isoformat()
        else:
            since = self.since

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "before": before,
                "now": now,
                "detected_on": detected_on,
                "since": since,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kind = d.pop("kind")

        before = d.pop("before")

        now = d.pop("now")

        detected_on = datetime.date.fromisoformat(d.pop("detected_on"))

        def _parse_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.date.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        since = _parse_since(d.pop("since"))

        source = d.pop("source")

        source_change = cls(
            kind=kind,
            before=before,
            now=now,
            detected_on=detected_on,
            since=since,
            source=source,
        )

        source_change.additional_properties = d
        return source_change

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
