"""An exclusion case of a supplier: opened, answered and heard, with each change in its timeline.

Source: Procurement Act 2023 sections 26-28, 30, 57-59. The machine says what may follow; it
decides nothing and sends nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from app.dates import LONDON
from app.errors import Conflict, Unusable
from app.features.exclusion.assessing import assess_again
from app.features.exclusion.case_answers import answers_in
from app.features.exclusion.case_record import (
    audited,
    judged,
    log,
    notice_day,
    question_of,
    save,
    stored,
)
from app.features.exclusion.changes import changes
from app.features.exclusion.hearing import (
    LetterSent,
    SupplierAnswered,
    record_answer,
    send_letter,
)
from app.features.exclusion.judging import judge_question
from app.features.exclusion.queries import case_of
from app.features.exclusion.question_checks import check_question
from app.features.exclusion.schemas import ExclusionPerson, ExclusionQuestion
from app.features.suppliers.queries import supplier_of
from app.security import audit_log
from app.security.organisations import named
from app.security.permissions import Scope
from app.security.principal import Principal
from models import ExclusionCaseRecord, ExclusionCaseState, Organisation
from scoring.exclusion.procurements import ProcurementKind


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What to change of a case; None stays."""

    title: str | None = None
    question: ExclusionQuestion | None = None
    letter: LetterSent | None = None
    answer: SupplierAnswered | None = None
    notice_sent_on: date | None = None
    note: str | None = None


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
        question=stored(question),
        created_by=caller.name,
        created_at=now,
        updated_at=now,
    )
    log(record, caller, now, "Case opened", title)
    session.add(record)
    session.flush()
    subject = f"exclusion-cases/{record.id}"
    audit_log.record(
        session, caller, "exclusion_case.opened", subject, after=audited(record), at=now
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
    before, today = audited(record), now.astimezone(LONDON).date()
    said = answers_in(record, today)
    decided = record.state is ExclusionCaseState.DECIDED
    if decided and any((change.title, change.question, change.letter, change.answer)):
        raise Conflict(
            "This case was decided, so its facts stay as they were. Open a new case instead."
        )
    if change.title is not None and change.title != record.title:
        log(record, caller, now, "Title changed", f"{record.title} → {change.title}")
        record.title = change.title
    if change.question is not None:
        _change_question(record, caller, change.question, now, today)
    if change.letter is not None:
        send_letter(record, change.letter, judged(record, today), today)
        log(record, caller, now, "Letter sent", f"Answer due {change.letter.reply_by}")
    if change.answer is not None:
        record_answer(record, change.answer, today)
        log(record, caller, now, "Supplier answered")
    if change.notice_sent_on is not None:
        _record_notice(record, change.notice_sent_on, today)
        log(record, caller, now, "Notice sent", str(change.notice_sent_on))
    if change.note:
        log(record, caller, now, "Note", change.note)
    save(session, caller, record, "exclusion_case.changed", before, now)
    assess_again(session, record, said, now)
    return record


def _change_question(
    record: ExclusionCaseRecord,
    caller: Principal,
    question: ExclusionQuestion,
    now: datetime,
    today: date,
) -> None:
    before = question_of(record)
    supplier, first = before.persons[0], question.persons[0]
    if (first.name, first.party, first.connection) != (
        supplier.name,
        supplier.party,
        supplier.connection,
    ):
        raise Unusable(
            f"{supplier.name}, the supplier itself, stays the first person of the case.",
            pointer="/persons/0",
        )
    judge_question(question, today)
    check_question(question, today)
    if lines := changes(before, question):
        record.question = stored(question)
        log(record, caller, now, "Persons or answers changed", "\n".join(lines))


def _record_notice(record: ExclusionCaseRecord, day: date, today: date) -> None:
    if record.excluded_on is None or notice_day(record, judged(record, today)) is None:
        raise Unusable("This case needs no notice.", pointer="/notice_sent_on")
    if not record.excluded_on <= day <= today:
        raise Unusable(
            "The notice went out on or after the day of exclusion, and not after today.",
            pointer="/notice_sent_on",
        )
    record.notice_sent_on = day
