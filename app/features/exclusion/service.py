"""An exclusion case of a supplier: opened, answered, heard, decided by a named person, notified.

Source: Procurement Act 2023 sections 26-28, 30, 57-59. The machine says what may follow; it
decides nothing and sends nothing.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.dates import LONDON
from app.errors import Conflict, NotAllowed, Unusable
from app.features.exclusion.judging import judge_question
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import ExclusionPerson, ExclusionQuestion
from app.features.suppliers.queries import supplier_of
from app.security import audit_log
from app.security.organisations import named
from app.security.permissions import Scope
from app.security.principal import Principal
from models import ExclusionCaseRecord, ExclusionCaseState, ExclusionOutcome, Organisation
from models.person import Role
from scoring.exclusion.judgement import Case, ExclusionPath
from scoring.exclusion.letters import notice_due
from scoring.exclusion.next_steps import needs_hearing, needs_notice
from scoring.exclusion.procurements import ProcurementKind


@dataclass(frozen=True, slots=True)
class LetterSent:
    """A letter that went out: its text, who agreed that it is safe to send, and its days."""

    text: str
    lead: str
    sent_on: date
    reply_by: date


@dataclass(frozen=True, slots=True)
class SupplierAnswered:
    """What the supplier answered, and the day on which it came."""

    text: str
    received_on: date


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What to change of a case; None stays."""

    title: str | None = None
    question: ExclusionQuestion | None = None
    letter: LetterSent | None = None
    answer: SupplierAnswered | None = None
    notice_sent_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CaseDecision:
    """What a named person decides: the outcome, the reasons, and the day where there is one."""

    outcome: ExclusionOutcome
    reasons: str
    excluded_on: date | None = None


def open_case(
    session: Session,
    caller: Principal,
    supplier_id: UUID,
    *,
    title: str,
    procurement: ProcurementKind,
    now: datetime,
) -> ExclusionCaseRecord:
    """Open a case; the supplier itself is the first person to be asked about.

    Raises:
        NotFound: There is no such supplier.
        NotAllowed: The caller may not work on checks.
    """
    caller.require(Scope.WRITE_CHECKS)
    supplier = supplier_of(session, caller.organisation, supplier_id)
    question = ExclusionQuestion(
        procurement=procurement, persons=[ExclusionPerson(name=supplier.name[:200])]
    )
    record = ExclusionCaseRecord(
        organisation_id=caller.organisation,
        supplier_id=supplier.id,
        title=title,
        authority=named(session.get_one(Organisation, caller.organisation))[:200],
        question=_stored(question),
        created_by=caller.name,
        created_at=now,
        updated_at=now,
    )
    _log(record, caller, now, "Case opened", title)
    session.add(record)
    session.flush()
    subject = f"exclusion-cases/{record.id}"
    audit_log.record(
        session, caller, "exclusion_case.opened", subject, after=_facts(record), at=now
    )
    return record


def change_case(
    session: Session, caller: Principal, id: UUID, change: CaseChange, *, now: datetime
) -> ExclusionCaseRecord:
    """Change a case: what was answered, the letter, the supplier's answer, the notice, a note.

    Raises:
        NotFound: There is no such case.
        NotAllowed: The caller may not work on checks.
        Conflict: It is decided, and the change is neither the notice nor a note.
        Unusable: Something in the change does not fit.
    """
    caller.require(Scope.WRITE_CHECKS)
    record = case_of(session, caller.organisation, id)
    before, today = _facts(record), now.astimezone(LONDON).date()
    decided = record.state is ExclusionCaseState.DECIDED
    if decided and any((change.title, change.question, change.letter, change.answer)):
        raise Conflict(
            "This case was decided, so its facts stay as they were. Open a new case instead."
        )
    if change.title is not None:
        record.title = change.title
    if change.question is not None:
        judge_question(change.question, today)
        record.question = _stored(change.question)
        _log(record, caller, now, "Persons or answers changed")
    if change.letter is not None:
        _send_letter(record, change.letter, today)
        _log(record, caller, now, "Letter sent", f"Answer due {change.letter.reply_by}")
    if change.answer is not None:
        _record_answer(record, change.answer, today)
        _log(record, caller, now, "Supplier answered")
    if change.notice_sent_on is not None:
        _record_notice(record, change.notice_sent_on, today)
        _log(record, caller, now, "Notice sent", str(change.notice_sent_on))
    if change.note:
        _log(record, caller, now, "Note", change.note)
    return _save(session, caller, record, "exclusion_case.changed", before, now)


def decide_case(
    session: Session, caller: Principal, id: UUID, decision: CaseDecision, *, now: datetime
) -> ExclusionCaseRecord:
    """Keep what a named person decided.

    Raises:
        NotFound: There is no such case.
        NotAllowed: The caller may not decide, or is a program.
        Conflict: It is decided already.
        Unusable: The reasons are missing, a ground is open or the supplier was not heard.
    """
    caller.require(Scope.DECIDE)
    if caller.role is Role.API_CLIENT:
        raise NotAllowed("A program cannot decide: a named person does.")
    record = case_of(session, caller.organisation, id)
    if record.state is ExclusionCaseState.DECIDED:
        raise Conflict("This case was decided already. Open a new case instead.")
    before, today = _facts(record), now.astimezone(LONDON).date()
    case = judged(record, today)
    _check_decision(record, case, decision, today)
    record.outcome, record.reasons = decision.outcome, decision.reasons
    record.excluded_on = decision.excluded_on if decision.outcome.has_day else None
    record.path, record.state = case.path.value, ExclusionCaseState.DECIDED
    record.decided_by, record.decided_at = caller.name, now
    _log(record, caller, now, f"Decided: {decision.outcome.replace('_', ' ')}", decision.reasons)
    return _save(session, caller, record, "exclusion_case.decided", before, now)


def question_of(record: ExclusionCaseRecord) -> ExclusionQuestion:
    """Return who is asked about in a case, and what was answered."""
    return ExclusionQuestion.model_validate(record.question)


def judged(record: ExclusionCaseRecord, today: date) -> Case:
    """Return what may follow in a case: today, or on the day on which it was decided.

    A decided case keeps the path of its day: a ground that was added since does not move it.
    """
    decided = record.decided_at
    if decided is None:
        return judge_question(question_of(record), today)
    case = judge_question(question_of(record), decided.astimezone(LONDON).date())
    return replace(case, path=ExclusionPath(record.path)) if record.path else case


def notice_day(record: ExclusionCaseRecord, case: Case) -> date | None:
    """Return the last day for the notice; None where none is needed (section 59)."""
    if record.excluded_on is None:
        return None
    kind = question_of(record).procurement
    needed = any(needs_notice(each, kind) for each in case.judgements)
    return notice_due(record.excluded_on) if needed else None


def _check_decision(
    record: ExclusionCaseRecord, case: Case, decision: CaseDecision, today: date
) -> None:
    if not decision.reasons.strip():
        raise Unusable("Give your reasons.", pointer="/reasons")
    if decision.outcome is ExclusionOutcome.NO_GROUND and (
        case.path.rank <= ExclusionPath.NOT_KNOWN.rank
    ):
        raise Unusable(
            "A ground may apply or something is not known, so “no ground” cannot be said. Settle "
            "it first, or decide not to exclude and give your reasons.",
            pointer="/outcome",
        )
    if not decision.outcome.has_day:
        return
    if not case.path.may_apply:
        raise Unusable("No ground or entry in this case may apply.", pointer="/outcome")
    if any(map(needs_hearing, case.judgements)) and not _heard(record, today):
        raise Unusable(
            "Hear the supplier before you exclude: send the letter, then wait for the answer or "
            "for its last day (section 58(2)).",
            pointer="/outcome",
        )
    if decision.excluded_on is None or decision.excluded_on > today:
        raise Unusable(
            "Give the day of the exclusion or replacement, not after today.",
            pointer="/excluded_on",
        )


def _heard(record: ExclusionCaseRecord, today: date) -> bool:
    """Whether the supplier had its opportunity: it answered, or the day for its answer passed."""
    if record.letter_sent_on is None or record.reply_by is None:
        return False
    return record.answered_on is not None or record.reply_by < today


def _send_letter(record: ExclusionCaseRecord, letter: LetterSent, today: date) -> None:
    if not letter.text.strip():
        raise Unusable("Give the letter as it was sent.", pointer="/letter/text")
    if not letter.lead.strip():
        raise Unusable(
            "Name who agreed that the letter is safe to send: it can tip off an exploiter.",
            pointer="/letter/lead",
        )
    if letter.sent_on > today:
        raise Unusable("The letter is dated after today.", pointer="/letter/sent_on")
    if letter.reply_by <= letter.sent_on:
        raise Unusable(
            "The supplier needs time: the day for its answer is after that of the letter.",
            pointer="/letter/reply_by",
        )
    record.letter, record.letter_lead = letter.text, letter.lead
    record.letter_sent_on, record.reply_by = letter.sent_on, letter.reply_by
    record.state = ExclusionCaseState.HEARING


def _record_answer(record: ExclusionCaseRecord, answer: SupplierAnswered, today: date) -> None:
    if record.letter_sent_on is None:
        raise Unusable("No letter was sent yet: keep it as a note.", pointer="/answer")
    if not answer.text.strip():
        raise Unusable("Say what the supplier answered.", pointer="/answer/text")
    if not record.letter_sent_on <= answer.received_on <= today:
        raise Unusable(
            "The answer came on or after the day of the letter, and not after today.",
            pointer="/answer/received_on",
        )
    record.answer, record.answered_on = answer.text, answer.received_on


def _record_notice(record: ExclusionCaseRecord, day: date, today: date) -> None:
    if record.excluded_on is None or notice_day(record, judged(record, today)) is None:
        raise Unusable("This case needs no notice.", pointer="/notice_sent_on")
    if not record.excluded_on <= day <= today:
        raise Unusable(
            "The notice went out on or after the day of exclusion, and not after today.",
            pointer="/notice_sent_on",
        )
    record.notice_sent_on = day


def _stored(question: ExclusionQuestion) -> dict[str, Any]:
    return question.model_dump(mode="json", exclude={"at", "letter"})


def _log(
    record: ExclusionCaseRecord, caller: Principal, now: datetime, event: str, text: str = ""
) -> None:
    entry = {"at": now.isoformat(), "by": caller.name, "event": event, "text": text}
    record.timeline = [*record.timeline, entry]


def _save(
    session: Session,
    caller: Principal,
    record: ExclusionCaseRecord,
    verb: str,
    before: dict[str, object],
    now: datetime,
) -> ExclusionCaseRecord:
    record.version += 1
    record.updated_at = now
    session.add(record)
    audit_log.record(
        session,
        caller,
        verb,
        f"exclusion-cases/{record.id}",
        before=before,
        after=_facts(record),
        at=now,
    )
    return record


def _facts(record: ExclusionCaseRecord) -> dict[str, object]:
    """Return what the trail holds: no persons and no convictions, which stay in the case."""
    return {
        "title": record.title,
        "state": record.state.value,
        "answers": len(record.question.get("declarations", [])),
        "letter_sent_on": str(record.letter_sent_on or ""),
        "answered_on": str(record.answered_on or ""),
        "outcome": record.outcome.value if record.outcome else "",
        "notice_sent_on": str(record.notice_sent_on or ""),
    }
