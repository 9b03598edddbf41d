"""Answers over a private link: drafts, sent once, taken in; no link where signs are urgent."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from app.errors import Conflict, NotFound
from app.features.questionnaires.service import (
    OPEN_FOR,
    ask_supplier,
    by_secret,
    questions_of,
    return_answers,
    revoke,
    save_answer,
    save_circumstance,
)
from app.installation import Installation
from app.security.principal import Principal
from app.terminal.context import default_tenant
from models import Supplier, SupplierAnswer
from models.person import Role
from scoring.facts import AnswerValue
from scoring.questionnaires.questionnaire import Circumstance

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def put(home: Installation, session: Session) -> tuple[Principal, str]:
    caller = Principal(default_tenant(home), Role.OFFICER, "Ada Example")
    supplier = Supplier(
        organisation_id=default_tenant(home), key="a", name="A Ltd", created_at=NOW
    )
    session.add(supplier)
    session.flush()
    _, secret = ask_supplier(session, caller, supplier.id, now=NOW)
    session.flush()
    return caller, secret


def test_answers_are_drafts_until_sent_and_sent_once(home: Installation) -> None:
    with home.database.session() as session:
        _, secret = put(home, session)
        kept = by_secret(session, secret, today=NOW.date())
        save_answer(session, kept, "pay.payslips", AnswerValue.PARTLY, "Some.")
        save_answer(session, kept, "supply.labour_provider", AnswerValue.NO, "")
        save_answer(session, kept, "supply.licence", AnswerValue.NO, "does not matter")
        assert not session.exec(select(SupplierAnswer)).all()
        return_answers(session, kept, by="Bo", now=NOW)
        session.flush()
        told = {each.question: each.value for each in session.exec(select(SupplierAnswer))}
        assert told == {"pay.payslips": "partly", "supply.labour_provider": "no"}
        with pytest.raises(Conflict):
            save_answer(session, kept, "pay.payslips", AnswerValue.YES, "")


def test_a_link_ends_by_its_day_or_by_the_officer(home: Installation) -> None:
    with home.database.session() as session:
        caller, secret = put(home, session)
        last = (NOW + OPEN_FOR).date()
        kept = by_secret(session, secret, today=last)
        with pytest.raises(NotFound):
            by_secret(session, secret, today=last + timedelta(days=1))
        with pytest.raises(NotFound):
            by_secret(session, f"{secret}x", today=last)
        revoke(session, caller, kept.id, now=NOW)
        session.flush()
        with pytest.raises(NotFound):
            by_secret(session, secret, today=last)


def test_only_the_links_hash_is_kept(home: Installation) -> None:
    with home.database.session() as session:
        _, secret = put(home, session)
        kept = by_secret(session, secret, today=NOW.date())
        assert secret not in str(kept.model_dump())


def test_what_the_work_is_like_decides_what_is_asked(home: Installation) -> None:
    with home.database.session() as session:
        _, secret = put(home, session)
        kept = by_secret(session, secret, today=NOW.date())
        before = {each.id for each in questions_of(kept)}
        save_circumstance(session, kept, Circumstance.ABROAD_OR_AGENCY, AnswerValue.NO)
        session.flush()
        session.expire(kept)
        assert "recruitment.fees" in before - {each.id for each in questions_of(kept)}
