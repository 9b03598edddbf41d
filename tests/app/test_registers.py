from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session, col, select

from app.features.assessments.inputs import facts_for
from app.features.registers.service import take_in_register
from app.installation import Installation
from models import RegisterEntry, RegisterKind, Supplier
from scoring.facts import AnswerValue
from scrapers.errors import SourceChanged
from tests.app.conftest import Vet

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
AT = NOW.date()
EMPLOYERS = b"Employer,Company number,Status\nAlder Works Limited,01234567,Accredited\n"
DEBARRED = (
    b"Supplier,Company number,Ground,Kind,Entered on\n"
    b"Birch Limited,09999999,Schedule 7: labour market misconduct,Discretionary,2026-09-01\n"
    b"Cedar Ltd,,Schedule 7: labour market misconduct,Discretionary,2026-09-01\n"
)
LIST = b"Supplier,Company Number\nAlder Works Ltd,01234567\nBirch Ltd,09999999\nCedar Ltd,\n"


def load(session: Session, kind: RegisterKind, data: bytes, as_at: date = AT) -> None:
    take_in_register(session, kind, data, as_at=as_at, now=NOW)


def named(session: Session, name: str) -> Supplier:
    return session.exec(select(Supplier).where(Supplier.name == name)).one()


def test_accreditation_is_unknown_until_the_register_is_loaded_then_told_by_it(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST))
    with home.database.session() as session:
        alder, birch = named(session, "Alder Works Ltd"), named(session, "Birch Ltd")
        assert facts_for(session, alder, at=AT).accreditation_verified is None
        load(session, RegisterKind.LIVING_WAGE_EMPLOYERS, EMPLOYERS)
        assert facts_for(session, alder, at=AT).accreditation_verified is True
        assert facts_for(session, birch, at=AT).accreditation_verified is False


def test_a_debarment_by_number_is_certain_and_by_name_only_to_be_verified(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", LIST))
    with home.database.session() as session:
        load(session, RegisterKind.DEBARMENT_LIST, DEBARRED)
        told = {
            name: [
                each.value
                for each in facts_for(session, named(session, name), at=AT).answers
                if each.question == "exclusion.debarred"
            ]
            for name in ("Alder Works Ltd", "Birch Ltd", "Cedar Ltd")
        }
    assert told == {
        "Alder Works Ltd": [],
        "Birch Ltd": [AnswerValue.YES],
        "Cedar Ltd": [AnswerValue.PARTLY],
    }


def test_what_a_register_no_longer_says_is_kept_with_the_day(home: Installation) -> None:
    with home.database.session() as session:
        load(session, RegisterKind.DEBARMENT_LIST, DEBARRED, date(2026, 10, 1))
        fewer = b"\n".join(DEBARRED.splitlines()[:2]) + b"\n"
        load(session, RegisterKind.DEBARMENT_LIST, fewer, date(2026, 11, 1))
        gone = session.exec(
            select(RegisterEntry).where(col(RegisterEntry.removed_on).is_not(None))
        ).one()
        assert (gone.name, gone.removed_on) == ("Cedar Ltd", date(2026, 11, 1))


def test_a_changed_source_is_refused_and_yesterdays_data_kept(home: Installation) -> None:
    with home.database.session() as session:
        load(session, RegisterKind.DEBARMENT_LIST, DEBARRED)
    with (
        pytest.raises(SourceChanged, match="Debarment list"),
        home.database.session() as session,
    ):
        load(session, RegisterKind.DEBARMENT_LIST, b"<html><body>moved</body></html>")
    with home.database.session() as session:
        assert len(session.exec(select(RegisterEntry)).all()) == 2
