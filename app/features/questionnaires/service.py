"""Put the questionnaire to a supplier by a private link, keep its answers, and take them in."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.errors import Conflict, NotFound
from app.features.suppliers.queries import supplier_of
from app.features.suppliers.sub_suppliers import keep_answered_tiers
from app.security import audit_log
from app.security.principal import Principal
from app.security.tokens import digest, new_token
from models import Assessment, Questionnaire, SupplierAnswer
from scoring.facts import AnswerValue
from scoring.questionnaire import Circumstance, asked
from scoring.questions import Question

OPEN_FOR = timedelta(days=60)
"""How long a link may be used (ours: two months of a supplier's time)."""


def ask_supplier(
    session: Session, caller: Principal, supplier: UUID, *, now: datetime
) -> tuple[Questionnaire, str]:
    """Make a private link for a supplier; return the questionnaire and the link's secret, once.

    Raises:
        NotFound: There is no such supplier.
        Conflict: Its newest assessment is urgent: questions now would tip an exploiter off.
    """
    kept = supplier_of(session, caller.organisation, supplier)
    found = session.get(Assessment, kept.assessment_id) if kept.assessment_id else None
    if found is not None and found.urgent:
        raise Conflict(
            "Signs of exploitation were found: do not put questions to this supplier now. It "
            "could tip off an exploiter and put workers in danger. Follow the urgent route first."
        )
    secret = new_token()
    questionnaire = Questionnaire(
        organisation_id=caller.organisation,
        supplier_id=kept.id,
        secret_sha256=digest(secret),
        requested_by=caller.name,
        created_at=now,
        open_until=(now + OPEN_FOR).date(),
    )
    session.add(questionnaire)
    audit_log.note(session, caller, "questionnaire.asked", f"suppliers/{kept.id}")
    return questionnaire, secret


def revoke(session: Session, caller: Principal, id: UUID, *, now: datetime) -> Questionnaire:
    """End a link; what was not sent is never taken in.

    Raises:
        NotFound: There is no such questionnaire.
    """
    found = session.get(Questionnaire, id)
    if found is None or found.organisation_id != caller.organisation:
        raise NotFound("There is no such questionnaire.")
    found.revoked_at = found.revoked_at or now
    session.add(found)
    audit_log.note(session, caller, "questionnaire.revoked", f"suppliers/{found.supplier_id}")
    return found


def by_secret(session: Session, secret: str, *, today: date) -> Questionnaire:
    """Return the questionnaire that a link opens.

    Raises:
        NotFound: The link is wrong, was ended, or its time is over.
    """
    asked_for = select(Questionnaire).where(Questionnaire.secret_sha256 == digest(secret))
    found = session.exec(asked_for).first()
    if found is None or found.revoked_at or today > found.open_until:
        raise NotFound("This link does not work any more. Ask the council for a new one.")
    return found


def questions_of(kept: Questionnaire) -> tuple[Question, ...]:
    """Return the questions that matter for what has been answered so far."""
    return asked(
        {name: AnswerValue(value) for name, value in kept.circumstances.items()},
        {id: AnswerValue(each["value"]) for id, each in kept.answers.items()},
    )


def save_circumstance(
    session: Session, kept: Questionnaire, circumstance: Circumstance, value: AnswerValue
) -> None:
    """Keep what the supplier says of its work."""
    _open(kept)
    kept.circumstances = {**kept.circumstances, circumstance.value: value.value}
    session.add(kept)


def save_answer(
    session: Session, kept: Questionnaire, question: str, value: AnswerValue, text: str
) -> None:
    """Keep one answer as a draft."""
    _open(kept)
    kept.answers = {**kept.answers, question: {"value": value.value, "text": text}}
    session.add(kept)


def return_answers(session: Session, kept: Questionnaire, *, by: str, now: datetime) -> None:
    """Take in the answers that matter as the supplier's own, once; drafts end here.

    Raises:
        Conflict: They were sent before.
    """
    _open(kept)
    matter = {each.id for each in questions_of(kept)}
    source = f"Questionnaire answered by {by}"[:200]
    for id, each in kept.answers.items():
        if id in matter:
            _put(session, kept, id, each, source, now.date())
    kept.returned_at, kept.returned_by = now, by
    session.add(kept)


def _put(
    session: Session,
    kept: Questionnaire,
    question: str,
    given: Mapping[str, str],
    source: str,
    day: date,
) -> None:
    known = session.exec(
        select(SupplierAnswer).where(
            SupplierAnswer.supplier_id == kept.supplier_id,
            SupplierAnswer.question == question,
            SupplierAnswer.source == source,
        )
    ).first()
    answer = known or SupplierAnswer(
        organisation_id=kept.organisation_id,
        supplier_id=kept.supplier_id,
        question=question,
        value="",
        source=source,
    )
    answer.value, answer.text, answer.as_at = given["value"], given["text"], day
    session.add(answer)
    keep_answered_tiers(
        session,
        kept.organisation_id,
        kept.supplier_id,
        question=question,
        text=answer.text,
        source=source,
        as_at=day,
    )


def _open(kept: Questionnaire) -> None:
    if kept.returned_at:
        raise Conflict("These answers were sent already. Ask the council for a new link.")


def questionnaires_of(session: Session, supplier: UUID) -> Sequence[Questionnaire]:
    """Return what was put to a supplier, newest first."""
    asked = select(Questionnaire).where(Questionnaire.supplier_id == supplier)
    return session.exec(asked.order_by(col(Questionnaire.created_at).desc())).all()
