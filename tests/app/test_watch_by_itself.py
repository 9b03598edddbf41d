"""What is noticed with no one touching it: by the calendar, by asking, after a stop."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select
from typer.testing import CliRunner

from app import jobs
from app.cli import commands
from app.features.monitoring.expiry_monitor import watch_calendar
from app.features.registers.service import take_in_register
from app.installation import Installation, open_installation
from app.main import attach_services, create_app
from app.terminal.context import default_tenant, wait_for_job
from models import (
    Company,
    Event,
    EventKind,
    Job,
    JobKind,
    RegisterEntry,
    RegisterKind,
    SourcePoll,
)
from scrapers.change_detection import out_of_date_from
from tests.app.test_watch import STATEMENT, eventually
from tests.app.watched import (
    BIRCH,
    COMPANIES,
    DEBARRED,
    LICENCES,
    NEW,
    OLD,
    TODAY,
    assessments,
    kinds,
    settings,
    take_in,
    take_in_all,
    take_in_names,
    vet,
)
from tests.scrapers.loopback import Reply, Web


def test_a_licence_and_a_statement_whose_last_day_is_over_are_told_once(tmp_path: Path) -> None:
    kind, last, name = RegisterKind.LABOUR_LICENCES, TODAY + timedelta(days=10), "Alder Works Ltd"
    year_end = TODAY - timedelta(days=400)
    words = STATEMENT.replace("31 March {}", f"{year_end:%d %B %Y}").format(12).encode()
    runs_out = out_of_date_from(year_end)
    text = LICENCES.format("Licensed", last)
    with open_installation(settings(tmp_path)) as home, jobs.worker_runtime(home, worker="tests"):
        organisation = default_tenant(home)
        vet(home, statements=[(f"{name}.html", words)])
        take_in_all(home, {kind: text}, TODAY)
        assert watch_calendar(home, organisation, on=TODAY) == ()
        for day in (last, last + timedelta(days=1), runs_out, runs_out + timedelta(days=1)):
            for job in watch_calendar(home, organisation, on=day):
                wait_for_job(home, job, quiet=True)
        with home.database.session() as session:
            assert kinds(session, "Cedar").count("licence_stopped") == 1
            assert kinds(session, "Alder").count("statement_expired") == 1
            assert assessments(session)["Cedar"] > 2
        assert take_in(home, kind, text, last + timedelta(days=2)) == ()


def killed(home: Installation) -> None:
    now, data = datetime.now(UTC), (DEBARRED + BIRCH).encode()
    with home.database.writing() as session:
        take_in_register(session, RegisterKind.DEBARMENT_LIST, data, as_at=NEW, now=now)
        raise RuntimeError("killed before the end")


def test_work_that_was_kept_before_a_crash_is_done_by_the_next_process(tmp_path: Path) -> None:
    with open_installation(settings(tmp_path)) as home:
        with jobs.worker_runtime(home, worker="first"):
            vet(home)
            take_in_all(home, {RegisterKind.DEBARMENT_LIST: DEBARRED}, OLD)
        with pytest.raises(RuntimeError, match="killed"):
            killed(home)
        [job] = take_in(home, RegisterKind.DEBARMENT_LIST, DEBARRED + BIRCH, NEW)
        with jobs.worker_runtime(home, worker="second"):
            assert wait_for_job(home, job, quiet=True).state == "done"
        with home.database.session() as session:
            assert kinds(session, "Birch") == ["listed"]
            assert len(session.exec(select(Event)).all()) == 1 + 1  # and the proposal changed


def profile(name: str, status: str) -> Reply:
    told = {"company_name": name, "company_number": "03333333", "company_status": status}
    return Reply(json.dumps(told | {"type": "ltd"}).encode())


def test_sources_with_an_address_or_key_are_asked_with_no_one_touching_it(tmp_path: Path) -> None:
    web = Web()
    web.pages["/list.csv"] = Reply(DEBARRED.encode())
    web.pages["/company/03333333"] = profile("DAMSON LIMITED", "active")
    asked = settings(
        tmp_path,
        fetch_loopback=frozenset({web.authority}),
        fetch_delay_s=0,
        register_urls={RegisterKind.DEBARMENT_LIST: web.url("/list.csv")},
        companies_house_key="k",
        companies_house_url=web.url(""),
    ).model_copy(update={"watch_hours": 2 / 3_600})
    kind = RegisterKind.DEBARMENT_LIST

    def standing(session: Session) -> bool:
        return session.exec(select(RegisterEntry)).first() is not None

    with open_installation(asked) as home, jobs.worker_runtime(home, worker="tests"):
        take_in_names(home, COMPANIES.format("DAMSON LIMITED", "Active", ""), OLD)
        vet(home)
        eventually(home, standing)
        eventually(home, lambda s: s.exec(select(Company)).one().last_checked_at is not None)
        web.pages["/list.csv"] = Reply((DEBARRED + BIRCH).encode())
        web.pages["/company/03333333"] = profile("DAMSON LIMITED", "dissolved")
        eventually(home, lambda s: kinds(s, "Birch") == ["listed"])
        eventually(home, lambda s: kinds(s, "Damson") == ["company_ended"])
        told = select(Event).where(Event.kind == EventKind.SOURCE_CHANGED)
        eventually(home, lambda s: len(s.exec(told).all()) == 2)
        web.pages["/list.csv"] = Reply(b"<html>moved</html>")

        def kept_out(session: Session) -> bool:
            look = session.get(SourcePoll, kind.value)
            return look is not None and "web page" in look.last_error

        eventually(home, kept_out)
        with home.database.session() as session:
            held = select(RegisterEntry).where(col(RegisterEntry.removed_on).is_(None))
            assert len(session.exec(held).all()) == 2
            assert kinds(session, "Birch") == ["listed"]
            watching = select(Job).where(Job.kind == JobKind.WATCH)
            assert any(each.failed for each in session.exec(watching))
    app = create_app(asked, works=False)
    with open_installation(asked) as home, attach_services(app, home):
        assert "got nothing newer" in TestClient(app).get("/sources").text
    web.close()


def test_a_file_is_compared_and_seen_to_from_the_command_line(tmp_path: Path) -> None:
    with open_installation(settings(tmp_path)) as home, jobs.worker_runtime(home, worker="tests"):
        vet(home)
    file = tmp_path / "list.csv"
    for text, touched in ((DEBARRED, 0), (DEBARRED + BIRCH, 1), (DEBARRED + BIRCH, 0)):
        file.write_text(text)
        told = ["register", "debarment_list", str(file), "--home", str(tmp_path), "--json"]
        ran = CliRunner().invoke(commands, told)
        assert ran.exit_code == 0, ran.output
        assert json.loads(ran.stdout)["suppliers_touched"] == touched
    with open_installation(settings(tmp_path)) as home, home.database.session() as session:
        assert assessments(session)["Birch"] == 2
        assert kinds(session, "Birch") == ["listed"]
