"""A stored exclusion case in the shapes of the interface, with its drafts."""

from datetime import date, timedelta

from app.dates import LONDON
from app.features.exclusion.case_record import (
    basis_of,
    judged,
    notice_day,
    notice_reasons,
    question_of,
    relied_on,
)
from app.features.exclusion.cases_schemas import (
    ExclusionCaseSummary,
    ExclusionLetter,
    StoredExclusionCase,
    TimelineEvent,
)
from app.features.exclusion.deciding import list_not_read, must_exclude
from app.features.exclusion.judging import judgements_of, unanswered_of
from app.features.exclusion.queries import answer_overdue
from app.features.exclusion.schemas import GroundOfPerson
from models import ExclusionCaseRecord
from scoring.exclusion.hearing import CaseGround
from scoring.exclusion.judgement import Case
from scoring.exclusion.letters import (
    BEFORE_SENDING,
    DecisionMade,
    letter_to_supplier,
    notice_of_exclusion,
)
from scoring.exclusion.procurements import PROCUREMENTS

DAYS_TO_ANSWER = 14
"""Days that a draft gives the supplier, where none are set yet. The Act gives no number: it asks
for reasonable opportunity (section 58(2)). Ours; a person changes it."""


def serialize_case_summary(record: ExclusionCaseRecord, today: date) -> ExclusionCaseSummary:
    """Return the shape of a case in a list."""
    return _summary(record, judged(record, today), today)


def serialize_case(record: ExclusionCaseRecord, supplier: str, today: date) -> StoredExclusionCase:
    """Return the shape of a whole case, judged as of today or of its decision."""
    question, case = question_of(record), judged(record, today)
    return StoredExclusionCase(
        **_summary(record, case, today).model_dump(),
        authority=record.authority,
        procurement=question.procurement,
        procurement_rule=PROCUREMENTS[question.procurement],
        at=case.at,
        severity=case.severity,
        persons=question.persons,
        declarations=question.declarations,
        debarment=question.debarment,
        judgements=judgements_of(case, question.procurement),
        unanswered=unanswered_of(case),
        letter_draft=letter_draft(record, case, supplier, today),
        before_sending=BEFORE_SENDING,
        letter=record.letter,
        letter_lead=record.letter_lead,
        letter_sent_on=record.letter_sent_on,
        answer=record.answer,
        answered_on=record.answered_on,
        letter_grounds=[GroundOfPerson.model_validate(each) for each in record.letter_grounds],
        earlier_letters=[ExclusionLetter.model_validate(each) for each in record.earlier_letters],
        list_not_read=list_not_read(record),
        must_exclude=must_exclude(record, case),
        reasons=record.reasons,
        decision_grounds=_decision_grounds(record, case),
        under_section_30=basis_of(record).under_section_30,
        decided_by=record.decided_by,
        decided_role=basis_of(record).role,
        decided_at=record.decided_at,
        excluded_on=record.excluded_on,
        notice_draft=notice_draft(record, case, supplier),
        timeline=[TimelineEvent.model_validate(each) for each in record.timeline],
        created_by=record.created_by,
    )


def letter_draft(record: ExclusionCaseRecord, case: Case, supplier: str, today: date) -> str:
    """Return the draft of the letter to the supplier; empty where there is nothing to ask."""
    try:
        return letter_to_supplier(
            case,
            supplier=supplier,
            authority=record.authority,
            procurement=record.title,
            reply_by=today + timedelta(days=DAYS_TO_ANSWER),
        )
    except ValueError:
        return ""


def notice_draft(record: ExclusionCaseRecord, case: Case, supplier: str) -> str:
    """Return the draft of the notice under section 59(2); empty where none is needed."""
    excluded_on, decided_at = record.excluded_on, record.decided_at
    if excluded_on is None or decided_at is None:
        return ""
    decision = DecisionMade(
        record.decided_by,
        basis_of(record).role,
        decided_at.astimezone(LONDON).date(),
        record.reasons,
    )
    drafts = (
        notice_of_exclusion(
            each,
            supplier=supplier,
            authority=record.authority,
            procurement=record.title,
            excluded_on=excluded_on,
            decision=decision,
        )
        for each in notice_reasons(record, case)
    )
    return "\n\n".join(drafts)


def _decision_grounds(record: ExclusionCaseRecord, case: Case) -> list[GroundOfPerson]:
    if record.excluded_on is None:
        return []
    return [GroundOfPerson.of(CaseGround.of(each)) for each in relied_on(record, case)]


def _summary(record: ExclusionCaseRecord, case: Case, today: date) -> ExclusionCaseSummary:
    due = notice_day(record, case)
    return ExclusionCaseSummary(
        id=record.id,
        supplier_id=record.supplier_id,
        title=record.title,
        state=record.state,
        path=case.path,
        reply_by=record.reply_by,
        answer_overdue=answer_overdue(record, today),
        outcome=record.outcome,
        notice_due=due,
        notice_sent_on=record.notice_sent_on,
        notice_overdue=due is not None and record.notice_sent_on is None and due < today,
        created_at=record.created_at,
        updated_at=record.updated_at,
    )
