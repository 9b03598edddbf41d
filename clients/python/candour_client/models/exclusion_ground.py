from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ground_event import GroundEvent
from ..models.ground_kind import GroundKind
from ..models.look_back import LookBack

T = TypeVar("T", bound="ExclusionGround")


@_attrs_define
class ExclusionGround:
    """One exclusion ground that touches labour, as the Act names it."""

    id: str
    citation: str
    kind: GroundKind
    """ Whether the authority must or may exclude (sections 26-28 and 57). """
    law: str
    conduct: str
    look_back: LookBack
    """ Which events count: Schedule 6 paragraph 44 and Schedule 7 paragraph 15. """
    event: GroundEvent
    """ What the day of an event is the day of (Schedule 6 para 45, Schedule 7 para 16). """
    connected: bool
    """ Whether it reaches connected persons too. """
    question: str
    """ The question of the questionnaire that asks about it. """
    evidence: str
    since: datetime.date
    until: datetime.date | None
    in_force: bool
    after: str
    """ What to do about it after the last day. """
    unconfirmed: str
    """ What was not confirmed, and where to look. """
    source: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        citation = self.citation

        kind = self.kind.value

        law = self.law

        conduct = self.conduct

        look_back = self.look_back.value

        event = self.event.value

        connected = self.connected

        question = self.question

        evidence = self.evidence

        since = self.since.isoformat()

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        in_force = self.in_force

        after = self.after

        unconfirmed = self.unconfirmed

        source = self.source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "citation": citation,
                "kind": kind,
                "law": law,
                "conduct": conduct,
                "look_back": look_back,
                "event": event,
                "connected": connected,
                "question": question,
                "evidence": evidence,
                "since": since,
                "until": until,
                "in_force": in_force,
                "after": after,
                "unconfirmed": unconfirmed,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        citation = d.pop("citation")

        kind = GroundKind(d.pop("kind"))

        law = d.pop("law")

        conduct = d.pop("conduct")

        look_back = LookBack(d.pop("look_back"))

        event = GroundEvent(d.pop("event"))

        connected = d.pop("connected")

        question = d.pop("question")

        evidence = d.pop("evidence")

        since = datetime.date.fromisoformat(d.pop("since"))

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

        in_force = d.pop("in_force")

        after = d.pop("after")

        unconfirmed = d.pop("unconfirmed")

        source = d.pop("source")

        exclusion_ground = cls(
            id=id,
            citation=citation,
            kind=kind,
            law=law,
            conduct=conduct,
            look_back=look_back,
            event=event,
            connected=connected,
            question=question,
            evidence=evidence,
            since=since,
            until=until,
            in_force=in_force,
            after=after,
            unconfirmed=unconfirmed,
            source=source,
        )

        exclusion_ground.additional_properties = d
        return exclusion_ground

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
