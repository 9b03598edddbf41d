"""The stored record of a case: its question, what may follow from it, and its timeline."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel
from sqlmodel import Session

from app.dates import LONDON
from app.features.exclusion.judging import judge_question
from app.features.exclusion.schemas import ExclusionQuestion, GroundOfPerson, UnansweredGrounds
from app.security import audit_log
from app.security.principal import Principal
from models import ExclusionCaseRecord
from scoring.exclusion.grounds import ground
from scoring.exclusion.hearing import CaseGround
from scoring.exclusion.judgement import Case, ExclusionPath, Judgement
from scoring.exclusion.letters import notice_due
from scoring.exclusion.next_steps import needs_notice


class DecisionBasis(BaseModel):
    """What a decision rests on, and what was open on its day.

    Attributes:
        grounds: Each ground or entry relied on; None for a case decided before they were kept.
        under_section_30: Whether the information that the supplier gave, or did not, is the
            reason.
        role: The role of the person who decided.
        unanswered: The grounds not answered on that day; None where they were not kept.
    """

    grounds: list[GroundOfPerson] | None = None
    under_section_30: bool = False
    role: str = ""
    unanswered: list[UnansweredGrounds] | None = None


def question_of(record: ExclusionCaseRecord) -> ExclusionQuestion:
    """Return who is asked about in a case, and what was answered."""
    return ExclusionQuestion.model_validate(record.question)


def stored(question: ExclusionQuestion) -> dict[str, Any]:
    """Return a question as it is stored: without the day and the letter of one request."""
    return question.model_dump(mode="json", exclude={"at", "letter"})


def basis_of(record: ExclusionCaseRecord) -> DecisionBasis:
    """Return what the decision of a case rests on."""
    return DecisionBasis.model_validate(record.decision_basis)


def judged(record: ExclusionCaseRecord, today: date) -> Case:
    """Return what may follow in a case: today, or on the day on which it was decided.

    A decided case keeps the path and the open grounds of its day: a ground that the table names
    only since then does not move it.
    """
    decided = record.decided_at
    if decided is None:
        return judge_question(question_of(record), today)
    case = judge_question(question_of(record), decided.astimezone(LONDON).date())
    path = ExclusionPath(record.path) if record.path else case.path
    return replace(case, path=path, unanswered=_unanswered_then(record, case, path))


def relied_on(record: ExclusionCaseRecord, case: Case) -> tuple[Judgement, ...]:
    """Return the judgements that the decision of a case rests on."""
    basis = basis_of(record)
    applying = tuple(each for each in case.judgements if each.path.may_apply)
    if basis.grounds is None:
        return applying
    grounds = {each.case_ground for each in basis.grounds}
    return tuple(each for each in applying if CaseGround.of(each) in grounds)


def notice_reasons(record: ExclusionCaseRecord, case: Case) -> tuple[Judgement, ...]:
    """Return the judgements for which the decision needs a notice under section 59(2)."""
    if record.excluded_on is None:
        return ()
    kind = question_of(record).procurement
    return tuple(each for each in relied_on(record, case) if needs_notice(each, kind))


def notice_day(record: ExclusionCaseRecord, case: Case) -> date | None:
    """Return the last day for the notice; None where none is needed (section 59)."""
    if record.excluded_on is None or not notice_reasons(record, case):
        return None
    return notice_due(record.excluded_on)


def log(
    record: ExclusionCaseRecord, caller: Principal, now: datetime, event: str, text: str = ""
) -> None:
    """Add what happened to the timeline of a case."""
    entry = {"at": now.isoformat(), "by": caller.name, "event": event, "text": text}
    record.timeline = [*record.timeline, entry]


def save(
    session: Session,
    caller: Principal,
    record: ExclusionCaseRecord,
    verb: str,
    before: dict[str, object],
    now: datetime,
) -> ExclusionCaseRecord:
    """Keep a changed case, and note the change in the audit log."""
    record.version += 1
    record.updated_at = now
    session.add(record)
    audit_log.record(
        session,
        caller,
        verb,
        f"exclusion-cases/{record.id}",
        before=before,
        after=audited(record),
        at=now,
    )
    return record


def audited(record: ExclusionCaseRecord) -> dict[str, object]:
    """Return what the trail holds: no persons and no convictions, which stay in the case."""
    question = question_of(record)
    values = [each.value.value for each in question.declarations]
    return {
        "title": record.title,
        "state": record.state.value,
        "persons": len(question.persons),
        "answers": {each: values.count(each) for each in ("yes", "partly", "no", "not_known")},
        "debarment_entries": len(question.debarment),
        "letters": len(record.earlier_letters) + (record.letter_sent_on is not None),
        "letter_sent_on": str(record.letter_sent_on or ""),
        "answered_on": str(record.answered_on or ""),
        "outcome": record.outcome.value if record.outcome else "",
        "notice_sent_on": str(record.notice_sent_on or ""),
    }


def _unanswered_then(
    record: ExclusionCaseRecord, case: Case, path: ExclusionPath
) -> tuple[tuple[Any, tuple[Any, ...]], ...]:
    unanswered = basis_of(record).unanswered
    if unanswered is None:
        return () if path.rank > ExclusionPath.NOT_KNOWN.rank else case.unanswered
    grounds = {each.person: tuple(map(ground, each.grounds)) for each in unanswered}
    return tuple(
        (person, grounds[person.name]) for person, _ in case.unanswered if person.name in grounds
    )
