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
from scoring.questionnaires.questionnaire import Circumstance, questions_for
from scoring.questionnaires.questions import Question

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
    row = supplier_of(session, caller.organisation, supplier)
    assessment = session.get(Assessment, row.assessment_id) if row.assessment_id else None
    if assessment is not None and assessment.urgent:
        raise Conflict(
            "Signs of exploitation were found: do not put questions to this supplier now. It "
            "could tip off an exploiter and put workers in danger. Follow the urgent route first."
        )
    secret = new_token()
    questionnaire = Questionnaire(
        organisation_id=caller.organisation,
        supplier_id=row.id,
        secret_sha256=digest(secret),
        requested_by=caller.name,
        created_at=now,
        open_until=(now + OPEN_FOR).date(),
    )
    session.add(questionnaire)
    audit_log.record(session, caller, "questionnaire.asked", f"suppliers/{row.id}")
    return questionnaire, secret


def revoke(session: Session, caller: Principal, id: UUID, *, now: datetime) -> Questionnaire:
    """End a link; what was not sent is never taken in.

    Raises:
        NotFound: There is no such questionnaire.
    """
    questionnaire = session.get(Questionnaire, id)
    if questionnaire is None or questionnaire.organisation_id != caller.organisation:
        raise NotFound("There is no such questionnaire.")
    questionnaire.revoked_at = questionnaire.revoked_at or now
    session.add(questionnaire)
    audit_log.record(
        session, caller, "questionnaire.revoked", f"suppliers/{questionnaire.supplier_id}"
    )
    return questionnaire


def by_secret(session: Session, secret: str, *, today: date) -> Questionnaire:
    """Return the questionnaire that a link opens.

    Raises:
        NotFound: The link is wrong, was ended, or its time is over.
    """
    query = select(Questionnaire).where(Questionnaire.secret_sha256 == digest(secret))
    questionnaire = session.exec(query).first()
    if questionnaire is None or questionnaire.revoked_at or today > questionnaire.open_until:
        raise NotFound("This link does not work any more. Ask the council for a new one.")
    return questionnaire


def questions_of(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Return the questions that matter for what has been answered so far."""
    return questions_for(
        {name: AnswerValue(value) for name, value in questionnaire.circumstances.items()},
        {id: AnswerValue(each["value"]) for id, each in questionnaire.answers.items()},
    )


def save_circumstance(
    session: Session, questionnaire: Questionnaire, circumstance: Circumstance, value: AnswerValue
) -> None:
    """Keep what the supplier says of its work."""
    _open(questionnaire)
    questionnaire.circumstances = {**questionnaire.circumstances, circumstance.value: value.value}
    session.add(questionnaire)


def save_answer(
    session: Session, questionnaire: Questionnaire, question: str, value: AnswerValue, text: str
) -> None:
    """Keep one answer as a draft."""
    _open(questionnaire)
    questionnaire.answers = {
        **questionnaire.answers,
        question: {"value": value.value, "text": text},
    }
    session.add(questionnaire)


def return_answers(
    session: Session, questionnaire: Questionnaire, *, by: str, now: datetime
) -> None:
    """Take in the answers that matter as the supplier's own, once; drafts end here.

    Raises:
        Conflict: They were sent before.
    """
    _open(questionnaire)
    matter = {each.id for each in questions_of(questionnaire)}
    source = f"Questionnaire answered by {by}"[:200]
    for id, each in questionnaire.answers.items():
        if id in matter:
            _put(session, questionnaire, id, each, source, now.date())
    questionnaire.returned_at, questionnaire.returned_by = now, by
    session.add(questionnaire)


def _put(
    session: Session,
    questionnaire: Questionnaire,
    question: str,
    given: Mapping[str, str],
    source: str,
    day: date,
) -> None:
    known = session.exec(
        select(SupplierAnswer).where(
            SupplierAnswer.supplier_id == questionnaire.supplier_id,
            SupplierAnswer.question == question,
            SupplierAnswer.source == source,
        )
    ).first()
    answer = known or SupplierAnswer(
        organisation_id=questionnaire.organisation_id,
        supplier_id=questionnaire.supplier_id,
        question=question,
        value="",
        source=source,
    )
    answer.value, answer.text, answer.as_at = given["value"], given["text"], day
    session.add(answer)
    keep_answered_tiers(
        session,
        questionnaire.organisation_id,
        questionnaire.supplier_id,
        question=question,
        text=answer.text,
        source=source,
        as_at=day,
    )


def _open(questionnaire: Questionnaire) -> None:
    if questionnaire.returned_at:
        raise Conflict("These answers were sent already. Ask the council for a new link.")


def questionnaires_of(session: Session, supplier: UUID) -> Sequence[Questionnaire]:
    """Return what was put to a supplier, newest first."""
    query = select(Questionnaire).where(Questionnaire.supplier_id == supplier)
    return session.exec(query.order_by(col(Questionnaire.created_at).desc())).all()
