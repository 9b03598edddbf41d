from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.confirmed import Confirmed
from ..models.law_kind import LawKind
from ..models.law_state import LawState

T = TypeVar("T", bound="Law")


@_attrs_define
class Law:
    """A law, policy, code or public service that rules rest on, with its dates."""

    id: str
    kind: LawKind
    """ What kind of thing it is: only an Act or a regulation is law in force. """
    title: str
    citation: str
    about: str
    since: datetime.date | None
    """ First day in force; null where no day is set. """
    until: datetime.date | None
    """ Last day in force; null where no day is set. """
    after: str
    """ What takes its place after the last day. """
    state: LawState
    """ Whether it is in force on a day. """
    rules: list[str]
    """ The rules that rest on it. """
    confirmed: Confirmed
    """ Whether the dates and the text were read in the original. """
    source: str
    look: str
    """ Where to confirm what was not confirmed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        title = self.title

        citation = self.citation

        about = self.about

        since: None | str
        if isinstance(self.since, datetime.date):
            since = self.since.isoformat()
        else:
            since = self.since

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        after = self.after

        state = self.state.value

        rules = self.rules

        confirmed = self.confirmed.value

        source = self.source

        look = self.look

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "title": title,
                "citation": citation,
                "about": about,
                "since": since,
                "until": until,
                "after": after,
                "state": state,
                "rules": rules,
                "confirmed": confirmed,
                "source": source,
                "look": look,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        kind = LawKind(d.pop("kind"))

        title = d.pop("title")

        citation = d.pop("citation")

        about = d.pop("about")

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

        def _parse_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        until = _parse_until(d.pop("until"))

        after = d.pop("after")

        state = LawState(d.pop("state"))

        rules = cast(list[str], d.pop("rules"))

        confirmed = Confirmed(d.pop("confirmed"))

        source = d.pop("source")

        look = d.pop("look")

        law = cls(
            id=id,
            kind=kind,
            title=title,
            citation=citation,
            about=about,
            since=since,
            until=until,
            after=after,
            state=state,
            rules=rules,
            confirmed=confirmed,
            source=source,
            look=look,
        )

        law.additional_properties = d
        return law

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
