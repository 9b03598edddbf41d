"""A process on Find a Tender is taken in by command, by page, and by itself each day."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select
from typer.testing import CliRunner

from app import jobs
from app.cli import commands
from app.features.monitoring.jobs import ask_when_due
from app.features.monitoring.source_refresh import AWARDS
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import wait_for_job
from models import Contract, Intake, IntakeState, Job, JobKind, SourcePoll
from tests.scrapers.loopback import Web
from tests.scrapers.registers.notices import OCID, PAGES, package, record_package, release, reply

RECORD = f"/api/1.0/ocdsRecordPackages/{OCID}"


@pytest.fixture
def web() -> Iterator[Web]:
    served = Web()
    served.pages["/api/1.0/ocdsReleasePackages/037689-2026"] = reply(package(release()))
    served.pages[RECORD] = reply(record_package(release()))
    yield served
    served.close()


def settings(folder: Path, web: Web, **more: object) -> Settings:
    return Settings(
        home=folder,
        access=Access.OPEN,
        fetch_loopback=frozenset({web.authority}),
        fetch_delay_s=0,
        find_a_tender_url=web.url(""),
        contracts_finder_url=web.url(""),
        **more,
    )


def values(home: Installation) -> list[Decimal | None]:
    """What the contracts of the lists that count are worth."""
    counted = select(Contract.total_value).join(Intake).where(Intake.superseded == False)  # noqa: E712
    with home.database.session() as session:
        return list(session.exec(counted))


def test_intake_of_a_notice_takes_the_process_in(
    tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANDOUR_FETCH_LOOPBACK", json.dumps([web.authority]))
    monkeypatch.setenv("CANDOUR_FIND_A_TENDER_URL", web.url(""))
    monkeypatch.setenv("CANDOUR_FETCH_DELAY_S", "0")
    home = ["--home", str(tmp_path), "--json"]

    def intake(*arguments: str) -> tuple[int, str]:
        ran = CliRunner().invoke(commands, ["intake", *arguments, *home])
        return ran.exit_code, ran.output

    code, output = intake("--find-a-tender", "037689-2026")
    assert code == 0, output
    assert "Thornfield Laundry Limited" in output
    web.pages.clear()
    code, output = intake("--find-a-tender", "037689-2026")
    assert code == 1
    assert "Nothing was taken in" in output
    for wrong in ((), ("--find-a-tender", "laundry")):
        code, output = intake(*wrong)
        assert code == 2, output


def test_page_takes_a_notice_to_what_would_be_taken(tmp_path: Path, web: Web) -> None:
    with TestClient(create_app(settings(tmp_path, web), works=False)) as client:
        form = client.get("/vet/find-a-tender").text
        assert 'name="notice"' in form

        def sent(notice: str) -> tuple[int, str]:
            got = client.post("/vet/find-a-tender", data={"notice": notice})
            return got.status_code, got.text

        status, text = sent(f"https://www.find-tender.service.gov.uk/Notice/037689-2026?x={OCID}")
        assert status == 200
        assert "1 row will be taken" in text
        for notice, problem in (
            ("laundry", "Enter a notice number"),
            ("037690-2026", "There is no such notice"),
        ):
            status, text = sent(notice)
            assert status == 422
            assert problem in text
            assert f'value="{notice}"' in text


def look(home: Installation) -> None:
    """Ask what is due and wait for what follows from it; the worker itself asks nothing."""
    daily = home.settings.model_copy(update={"watch_hours": 24})
    ask_when_due(replace(home, settings=daily))
    for kind in (JobKind.WATCH, JobKind.INTAKE):
        with home.database.session() as session:
            begun = session.exec(select(Job.id).where(Job.kind == kind)).all()
        for job in begun:
            wait_for_job(home, job, quiet=True)


def make_due(home: Installation) -> None:
    with home.database.writing() as session:
        session.get_one(SourcePoll, AWARDS).last_checked_at -= timedelta(days=2)


def poll(session: Session) -> SourcePoll:
    return session.get_one(SourcePoll, AWARDS)


def test_daily_look_takes_in_own_awards_and_what_became_of_them(tmp_path: Path, web: Web) -> None:
    other = release(9, buyer={"id": "c", "name": "Reedham Council"})
    web.pages[PAGES] = reply(package(release(), other))
    buyers = frozenset({"Mosston City Council"})
    ours = settings(tmp_path, web, award_buyers=buyers, watch_hours=0)
    with open_installation(ours) as home, jobs.worker_runtime(home, worker="tests"):
        look(home)
        assert values(home) == [Decimal("1200000.10")]
        with home.database.session() as session:
            mark = poll(session).etag
            assert datetime.fromisoformat(mark) > datetime.now(UTC) - timedelta(minutes=5)
        ended = release(contracts=[{"id": "1", "awardID": "1", "status": "terminated"}])
        web.pages[PAGES] = reply(package(ended))
        web.pages[RECORD] = reply({}, status=503)
        make_due(home)
        look(home)
        with home.database.session() as session:
            assert OCID in poll(session).last_error
            assert poll(session).etag == mark
        assert values(home) == [Decimal("1200000.10")]
        web.pages[RECORD] = reply(record_package(release(), ended))
        make_due(home)
        look(home)
        assert values(home) == []
        with home.database.session() as session:
            assert poll(session).last_error == ""
            states = {each.state for each in session.exec(select(Intake))}
        assert states == {IntakeState.TAKEN}


def test_no_look_where_the_council_has_not_named_itself(tmp_path: Path, web: Web) -> None:
    with open_installation(settings(tmp_path, web)) as home:
        ask_when_due(home)
        with home.database.session() as session:
            assert session.exec(select(Job)).all() == []
    assert not web.asked
