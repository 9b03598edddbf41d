from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exclusion_case_state import ExclusionCaseState
from ..models.exclusion_outcome import ExclusionOutcome
from ..models.exclusion_path import ExclusionPath
from ..models.procurement_kind import ProcurementKind
from ..models.severity import Severity

if TYPE_CHECKING:
    from ..models.debarment_list_entry import DebarmentListEntry
    from ..models.exclusion_declaration import ExclusionDeclaration
    from ..models.exclusion_judgement import ExclusionJudgement
    from ..models.exclusion_letter import ExclusionLetter
    from ..models.exclusion_person import ExclusionPerson
    from ..models.ground_of_person import GroundOfPerson
    from ..models.timeline_event import TimelineEvent
    from ..models.unanswered_grounds import UnansweredGrounds


T = TypeVar("T", bound="StoredExclusionCase")


@_attrs_define
class StoredExclusionCase:
    """A whole case. It holds data on offences: it is for those who work on checks only."""

    id: UUID
    supplier_id: UUID
    title: str
    state: ExclusionCaseState
    """ How far a case is: being looked into, with the supplier to be heard, or decided. """
    path: ExclusionPath
    """ What may follow, the heaviest first; a named person decides. """
    reply_by: datetime.date | None
    answer_overdue: bool
    outcome: ExclusionOutcome | None
    notice_due: datetime.date | None
    """ Last day for the notice under section 59(2). """
    notice_sent_on: datetime.date | None
    notice_overdue: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    authority: str
    procurement: ProcurementKind
    """ The kind of procurement that a supplier takes part in. """
    procurement_rule: str
    """ What the Act says for this kind of procurement. """
    at: datetime.date
    """ The day of the judgement: today, or that of the decision. """
    severity: Severity
    """ How much a finding weighs on a decision. """
    persons: list[ExclusionPerson]
    declarations: list[ExclusionDeclaration]
    debarment: list[DebarmentListEntry]
    judgements: list[ExclusionJudgement]
    unanswered: list[UnansweredGrounds]
    letter_draft: str
    """ For a named person to change and sign; may be empty. """
    before_sending: str
    letter: str
    letter_lead: str
    letter_sent_on: datetime.date | None
    answer: str
    answered_on: datetime.date | None
    letter_grounds: list[GroundOfPerson]
    """ What the newest letter put. """
    earlier_letters: list[ExclusionLetter]
    """ Letters before it, oldest first. """
    list_not_read: list[str]
    """ Those for whom no look at the debarment list is recorded. """
    must_exclude: bool
    """ Whether the debarment list makes it an excluded supplier here. """
    reasons: str
    decision_grounds: list[GroundOfPerson]
    """ What the decision rests on. """
    under_section_30: bool
    decided_by: str
    decided_role: str
    decided_at: datetime.datetime | None
    excluded_on: datetime.date | None
    notice_draft: str
    timeline: list[TimelineEvent]
    created_by: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        supplier_id = str(self.supplier_id)

        title = self.title

        state = self.state.value

        path = self.path.value

        reply_by: None | str
        if isinstance(self.reply_by, datetime.date):
            reply_by = self.reply_by.isoformat()
        else:
            reply_by = self.reply_by

        answer_overdue = self.answer_overdue

        outcome: None | str
        if isinstance(self.outcome, ExclusionOutcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        notice_due: None | str
        if isinstance(self.notice_due, datetime.date):
            notice_due = self.notice_due.isoformat()
        else:
            notice_due = self.notice_due

        notice_sent_on: None | str
        if isinstance(self.notice_sent_on, datetime.date):
            notice_sent_on = self.notice_sent_on.isoformat()
        else:
            notice_sent_on = self.notice_sent_on

        notice_overdue = self.notice_overdue

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        authority = self.authority

        procurement = self.procurement.value

        procurement_rule = self.procurement_rule

        at = self.at.isoformat()

        severity = self.severity.value

        persons = []
        for persons_item_data in self.persons:
            persons_item = persons_item_data.to_dict()
            persons.append(persons_item)

        declarations = []
        for declarations_item_data in self.declarations:
            declarations_item = declarations_item_data.to_dict()
            declarations.append(declarations_item)

        debarment = []
        for debarment_item_data in self.debarment:
            debarment_item = debarment_item_data.to_dict()
            debarment.append(debarment_item)

        judgements = []
        for judgements_item_data in self.judgements:
            judgements_item = judgements_item_data.to_dict()
            judgements.append(judgements_item)

        unanswered = []
        for unanswered_item_data in self.unanswered:
            unanswered_item = unanswered_item_data.to_dict()
            unanswered.append(unanswered_item)

        letter_draft = self.letter_draft

        before_sending = self.before_sending

        letter = self.letter

        letter_lead = self.letter_lead

        letter_sent_on: None | str
        if isinstance(self.letter_sent_on, datetime.date):
            letter_sent_on = self.letter_sent_on.isoformat()
        else:
            letter_sent_on = self.letter_sent_on

        answer = self.answer

        answered_on: None | str
        if isinstance(self.answered_on, datetime.date):
            answered_on = self.answered_on.isoformat()
        else:
            answered_on = self.answered_on

        letter_grounds = []
        for letter_grounds_item_data in self.letter_grounds:
            letter_grounds_item = letter_grounds_item_data.to_dict()
            letter_grounds.append(letter_grounds_item)

        earlier_letters = []
        for earlier_letters_item_data in self.earlier_letters:
            earlier_letters_item = earlier_letters_item_data.to_dict()
            earlier_letters.append(earlier_letters_item)

        list_not_read = self.list_not_read

        must_exclude = self.must_exclude

        reasons = self.reasons

        decision_grounds = []
        for decision_grounds_item_data in self.decision_grounds:
            decision_grounds_item = decision_grounds_item_data.to_dict()
            decision_grounds.append(decision_grounds_item)

        under_section_30 = self.under_section_30

        decided_by = self.decided_by

        decided_role = self.decided_role

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        excluded_on: None | str
        if isinstance(self.excluded_on, datetime.date):
            excluded_on = self.excluded_on.isoformat()
        else:
            excluded_on = self.excluded_on

        notice_draft = self.notice_draft

        timeline = []
        for timeline_item_data in self.timeline:
            timeline_item = timeline_item_data.to_dict()
            timeline.append(timeline_item)

        created_by = self.created_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier_id": supplier_id,
                "title": title,
                "state": state,
                "path": path,
                "reply_by": reply_by,
                "answer_overdue": answer_overdue,
                "outcome": outcome,
                "notice_due": notice_due,
                "notice_sent_on": notice_sent_on,
                "notice_overdue": notice_overdue,
                "created_at": created_at,
                "updated_at": updated_at,
                "authority": authority,
                "procurement": procurement,
                "procurement_rule": procurement_rule,
                "at": at,
                "severity": severity,
                "persons": persons,
                "declarations": declarations,
                "debarment": debarment,
                "judgements": judgements,
                "unanswered": unanswered,
                "letter_draft": letter_draft,
                "before_sending": before_sending,
                "letter": letter,
                "letter_lead": letter_lead,
                "letter_sent_on": letter_sent_on,
                "answer": answer,
                "answered_on": answered_on,
                "letter_grounds": letter_grounds,
                "earlier_letters": earlier_letters,
                "list_not_read": list_not_read,
                "must_exclude": must_exclude,
                "reasons": reasons,
                "decision_grounds": decision_grounds,
                "under_section_30": under_section_30,
                "decided_by": decided_by,
                "decided_role": decided_role,
                "decided_at": decided_at,
                "excluded_on": excluded_on,
                "notice_draft": notice_draft,
                "timeline": timeline,
                "created_by": created_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.debarment_list_entry import DebarmentListEntry
        from ..models.exclusion_declaration import ExclusionDeclaration
        from ..models.exclusion_judgement import ExclusionJudgement
        from ..models.exclusion_letter import ExclusionLetter
        from ..models.exclusion_person import ExclusionPerson
        from ..models.ground_of_person import GroundOfPerson
        from ..models.timeline_event import TimelineEvent
        from ..models.unanswered_grounds import UnansweredGrounds

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier_id = UUID(d.pop("supplier_id"))

        title = d.pop("title")

        state = ExclusionCaseState(d.pop("state"))

        path = ExclusionPath(d.pop("path"))

        def _parse_reply_by(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reply_by_type_0 = datetime.date.fromisoformat(data)

                return reply_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        reply_by = _parse_reply_by(d.pop("reply_by"))

        answer_overdue = d.pop("answer_overdue")

        def _parse_outcome(data: object) -> ExclusionOutcome | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = ExclusionOutcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ExclusionOutcome | None, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_notice_due(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                notice_due_type_0 = datetime.date.fromisoformat(data)

                return notice_due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        notice_due = _parse_notice_due(d.pop("notice_due"))

        def _parse_notice_sent_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                notice_sent_on_type_0 = datetime.date.fromisoformat(data)

                return notice_sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        notice_sent_on = _parse_notice_sent_on(d.pop("notice_sent_on"))

        notice_overdue = d.pop("notice_overdue")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        authority = d.pop("authority")

        procurement = ProcurementKind(d.pop("procurement"))

        procurement_rule = d.pop("procurement_rule")

        at = datetime.date.fromisoformat(d.pop("at"))

        severity = Severity(d.pop("severity"))

        persons = []
        _persons = d.pop("persons")
        for persons_item_data in _persons:
            persons_item = ExclusionPerson.from_dict(persons_item_data)

            persons.append(persons_item)

        declarations = []
        _declarations = d.pop("declarations")
        for declarations_item_data in _declarations:
            declarations_item = ExclusionDeclaration.from_dict(declarations_item_data)

            declarations.append(declarations_item)

        debarment = []
        _debarment = d.pop("debarment")
        for debarment_item_data in _debarment:
            debarment_item = DebarmentListEntry.from_dict(debarment_item_data)

            debarment.append(debarment_item)

        judgements = []
        _judgements = d.pop("judgements")
        for judgements_item_data in _judgements:
            judgements_item = ExclusionJudgement.from_dict(judgements_item_data)

            judgements.append(judgements_item)

        unanswered = []
        _unanswered = d.pop("unanswered")
        for unanswered_item_data in _unanswered:
            unanswered_item = UnansweredGrounds.from_dict(unanswered_item_data)

            unanswered.append(unanswered_item)

        letter_draft = d.pop("letter_draft")

        before_sending = d.pop("before_sending")

        letter = d.pop("letter")

        letter_lead = d.pop("letter_lead")

        def _parse_letter_sent_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                letter_sent_on_type_0 = datetime.date.fromisoformat(data)

                return letter_sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        letter_sent_on = _parse_letter_sent_on(d.pop("letter_sent_on"))

        answer = d.pop("answer")

        def _parse_answered_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_on_type_0 = datetime.date.fromisoformat(data)

                return answered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answered_on = _parse_answered_on(d.pop("answered_on"))

        letter_grounds = []
        _letter_grounds = d.pop("letter_grounds")
        for letter_grounds_item_data in _letter_grounds:
            letter_grounds_item = GroundOfPerson.from_dict(letter_grounds_item_data)

            letter_grounds.append(letter_grounds_item)

        earlier_letters = []
        _earlier_letters = d.pop("earlier_letters")
        for earlier_letters_item_data in _earlier_letters:
            earlier_letters_item = ExclusionLetter.from_dict(earlier_letters_item_data)

            earlier_letters.append(earlier_letters_item)

        list_not_read = cast(list[str], d.pop("list_not_read"))

        must_exclude = d.pop("must_exclude")

        reasons = d.pop("reasons")

        decision_grounds = []
        _decision_grounds = d.pop("decision_grounds")
        for decision_grounds_item_data in _decision_grounds:
            decision_grounds_item = GroundOfPerson.from_dict(decision_grounds_item_data)

            decision_grounds.append(decision_grounds_item)

        under_section_30 = d.pop("under_section_30")

        decided_by = d.pop("decided_by")

        decided_role = d.pop("decided_role")

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_excluded_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                excluded_on_type_0 = datetime.date.fromisoformat(data)

                return excluded_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        excluded_on = _parse_excluded_on(d.pop("excluded_on"))

        notice_draft = d.pop("notice_draft")

        timeline = []
        _timeline = d.pop("timeline")
        for timeline_item_data in _timeline:
            timeline_item = TimelineEvent.from_dict(timeline_item_data)

            timeline.append(timeline_item)

        created_by = d.pop("created_by")

        stored_exclusion_case = cls(
            id=id,
            supplier_id=supplier_id,
            title=title,
            state=state,
            path=path,
            reply_by=reply_by,
            answer_overdue=answer_overdue,
            outcome=outcome,
            notice_due=notice_due,
            notice_sent_on=notice_sent_on,
            notice_overdue=notice_overdue,
            created_at=created_at,
            updated_at=updated_at,
            authority=authority,
            procurement=procurement,
            procurement_rule=procurement_rule,
            at=at,
            severity=severity,
            persons=persons,
            declarations=declarations,
            debarment=debarment,
            judgements=judgements,
            unanswered=unanswered,
            letter_draft=letter_draft,
            before_sending=before_sending,
            letter=letter,
            letter_lead=letter_lead,
            letter_sent_on=letter_sent_on,
            answer=answer,
            answered_on=answered_on,
            letter_grounds=letter_grounds,
            earlier_letters=earlier_letters,
            list_not_read=list_not_read,
            must_exclude=must_exclude,
            reasons=reasons,
            decision_grounds=decision_grounds,
            under_section_30=under_section_30,
            decided_by=decided_by,
            decided_role=decided_role,
            decided_at=decided_at,
            excluded_on=excluded_on,
            notice_draft=notice_draft,
            timeline=timeline,
            created_by=created_by,
        )

        stored_exclusion_case.additional_properties = d
        return stored_exclusion_case

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
