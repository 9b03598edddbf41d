from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.source_change import SourceChange


T = TypeVar("T", bound="Website")


@_attrs_define
class Website:
    """A website that is watched: what was seen there last, and what changed."""

    url: str
    last_checked_at: datetime.datetime | None
    """ Null until it was looked at. """
    last_error: str
    """ Why the last look found no statement; empty if it did. """
    statement_url: str
    changes: list[SourceChange]
    """ Newest first. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        last_checked_at: None | str
        if isinstance(self.last_checked_at, datetime.datetime):
            last_checked_at = self.last_checked_at.isoformat()
        else:
            last_checked_at = self.last_checked_at

        last_error = self.last_error

        statement_url = self.statement_url

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "url": url,
                "last_checked_at": last_checked_at,
                "last_error": last_error,
                "statement_url": statement_url,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.source_change import SourceChange

        d = dict(src_dict)
        url = d.pop("url")

        def _parse_last_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_checked_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_checked_at = _parse_last_checked_at(d.pop("last_checked_at"))

        last_error = d.pop("last_error")

        statement_url = d.pop("statement_url")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = SourceChange.from_dict(changes_item_data)

            changes.append(changes_item)

        website = cls(
            url=url,
            last_checked_at=last_checked_at,
            last_error=last_error,
            statement_url=statement_url,
            changes=changes,
        )

        website.additional_properties = d
        return website

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
