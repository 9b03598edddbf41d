"""A stored exclusion case in the shapes of the interface, with its drafts."""

from datetime import date, timedelta

from app.features.exclusion.cases_schemas import (
    ExclusionCaseSummary,
    StoredExclusionCase,
    TimelineEvent,
)
from app.features.exclusion.judging import judgements_of, unanswered_of
from app.features.exclusion.queries import answer_overdue
from app.features.exclusion.service import judged, notice_day, question_of
from models import ExclusionCaseRecord
from scoring.exclusion.judgement import Case
from scoring.exclusion.letters import BEFORE_SENDING, letter_to_supplier, notice_of_exclusion
from scoring.exclusion.next_steps import needs_notice
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
        reasons=record.reasons,
        decided_by=record.decided_by,
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
            reply_by=record.reply_by or today + timedelta(days=DAYS_TO_ANSWER),
        )
    except ValueError:
        return ""


def notice_draft(record: ExclusionCaseRecord, case: Case, supplier: str) -> str:
    """Return the draft of the notice under section 59(2); empty where none is needed."""
    excluded_on, kind = record.excluded_on, question_of(record).procurement
    if excluded_on is None:
        return ""
    drafts = (
        notice_of_exclusion(
            each,
            supplier=supplier,
            authority=record.authority,
            procurement=record.title,
            excluded_on=excluded_on,
        )
        for each in case.judgements
        if needs_notice(each, kind)
    )
    return "\n\n".join(drafts)


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
