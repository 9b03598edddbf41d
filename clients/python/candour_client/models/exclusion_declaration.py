from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.answer_value import AnswerValue
from ..models.identity_match import IdentityMatch
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.self_cleaning_evidence import SelfCleaningEvidence


T = TypeVar("T", bound="ExclusionDeclaration")


@_attrs_define
class ExclusionDeclaration:
    """What was answered or found about one person and one ground."""

    person: str
    ground: str
    value: AnswerValue
    """ What a supplier answered to a yes-or-no question. """
    event: datetime.date | None | Unset = UNSET
    """ The day of the event that the ground names: its `event`. """
    aware: datetime.date | None | Unset = UNSET
    """ Since when the authority has been aware of it. """
    related: str | Unset = ""
    """ For paragraphs 33 and 34, the ground that the conviction relates to. """
    identity: IdentityMatch | Unset = UNSET
    """ How sure it is that a record is about this person and not another of the same name. """
    spent: bool | None | Unset = UNSET
    evidence: str | Unset = ""
    self_cleaning: list[SelfCleaningEvidence] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        ground = self.ground

        value = self.value.value

        event: None | str | Unset
        if isinstance(self.event, Unset):
            event = UNSET
        elif isinstance(self.event, datetime.date):
            event = self.event.isoformat()
        else:
            event = self.event

        aware: None | str | Unset
        if isinstance(self.aware, Unset):
            aware = UNSET
        elif isinstance(self.aware, datetime.date):
            aware = self.aware.isoformat()
        else:
            aware = self.aware

        related = self.related

        identity: str | Unset = UNSET
        if not isinstance(self.identity, Unset):
            identity = self.identity.value

        spent: bool | None | Unset
        if isinstance(self.spent, Unset):
            spent = UNSET
        else:
            spent = self.spent

        evidence = self.evidence

        self_cleaning: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.self_cleaning, Unset):
            self_cleaning = []
            for self_cleaning_item_data in self.self_cleaning:
                self_cleaning_item = self_cleaning_item_data.to_dict()
                self_cleaning.append(self_cleaning_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "person": person,
                "ground": ground,
                "value": value,
            }
        )
        if event is not UNSET:
            field_dict["event"] = event
        if aware is not UNSET:
            field_dict["aware"] = aware
        if related is not UNSET:
            field_dict["related"] = related
        if identity is not UNSET:
            field_dict["identity"] = identity
        if spent is not UNSET:
            field_dict["spent"] = spent
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if self_cleaning is not UNSET:
            field_dict["self_cleaning"] = self_cleaning

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.self_cleaning_evidence import SelfCleaningEvidence

        d = dict(src_dict)
        person = d.pop("person")

        ground = d.pop("ground")

        value = AnswerValue(d.pop("value"))

        def _parse_event(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                event_type_0 = datetime.date.fromisoformat(data)

                return event_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        event = _parse_event(d.pop("event", UNSET))

        def _parse_aware(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                aware_type_0 = datetime.date.fromisoformat(data)

                return aware_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        aware = _parse_aware(d.pop("aware", UNSET))

        related = d.pop("related", UNSET)

        _identity = d.pop("identity", UNSET)
        identity: IdentityMatch | Unset
        if isinstance(_identity, Unset):
            identity = UNSET
        else:
            identity = IdentityMatch(_identity)

        def _parse_spent(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        spent = _parse_spent(d.pop("spent", UNSET))

        evidence = d.pop("evidence", UNSET)

        _self_cleaning = d.pop("self_cleaning", UNSET)
        self_cleaning: list[SelfCleaningEvidence] | Unset = UNSET
        if _self_cleaning is not UNSET:
            self_cleaning = []
            for self_cleaning_item_data in _self_cleaning:
                self_cleaning_item = SelfCleaningEvidence.from_dict(
                    self_cleaning_item_data
                )

                self_cleaning.append(self_cleaning_item)

        exclusion_declaration = cls(
            person=person,
            ground=ground,
            value=value,
            event=event,
            aware=aware,
            related=related,
            identity=identity,
            spent=spent,
            evidence=evidence,
            self_cleaning=self_cleaning,
        )

        return exclusion_declaration
