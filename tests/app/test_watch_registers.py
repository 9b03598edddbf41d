"""Registers that say otherwise: whom it touches is judged again, told once, and shown."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select
from typer.testing import CliRunner

from app import jobs
from app.cli import commands
from app.cli.at_home import machine, own, wait
from app.home import Home, open_home
from app.main import attended, create_app
from app.pipeline.deliver import Deliverer
from app.pipeline.take_in_companies import take_in_companies
from app.pipeline.take_in_register import take_in_register
from app.pipeline.vet import ask_to_vet
from app.pipeline.watch_calendar import watch_calendar
from app.pipeline.webhooks import add_webhook
from app.queries.changes import changes_of
from app.settings import Access, Settings
from models import (
    Assessment,
    Company,
    Delivery,
    DeliveryState,
    Event,
    EventKind,
    Job,
    JobKind,
    Organisation,
    RegisterEntry,
    RegisterKind,
    SourceLook,
    Supplier,
)
from scrapers.errors import SourceChanged
from scrapers.watching import out_of_date_from
from tests.app.test_watch import STATEMENT, eventually
from tests.scrapers.loopback import Reply, Web

TODAY = datetime.now(UTC).date()
OLD, NEW = TODAY - timedelta(days=30), TODAY - timedelta(days=1)
LIST = (
    b"Supplier,Company Number,Contract title,Contract end date\n"
    b"Alder Works Ltd,01234567,Cleaning,2031-03-31\n"
    b"Birch Ltd,09999999,Guarding,2031-03-31\n"
    b"Cedar Hands Ltd,02222222,Harvest,2031-03-31\n"
    b"Damson Ltd,03333333,Catering,2031-03-31\n"
    b"Elm Ltd,04444444,Waste,2020-03-31\n"
    b"Fig Ltd,05555555,Waste,2020-03-31\n"
)
EMPLOYERS = "Employer,Company number,Status\nAlder Works Limited,01234567,{}\n"
DEBARRED = (
    "Supplier,Company number,Ground,Kind,Entered on\n"
    "Nobody Of Ours Limited,08888888,Labour market misconduct,Discretionary,2026-09-01\n"
)
BIRCH = "Birch Limited,09999999,Labour market misconduct,Discretionary,2026-09-02\n"
LICENCES = (
    "Licence holder,Trading name,URN,Company number,Postcode,Status,Issued on,Ends on\n"
    "Cedar Hands Limited,,CEDA0001,02222222,,{},2024-01-01,{}\n"
)
COMPANIES = """CompanyName,CompanyNumber,CompanyStatus,SICCode.SicText_1
{},03333333,{},56290 - Catering
{}"""
ELM = "ELM LIMITED,04444444,Active,38110 - Waste\n"


def settings(folder: Path, **more: object) -> Settings:
    return Settings(home=folder, access=Access.OPEN, watch_hours=0, **more)


def take_in(home: Home, kind: RegisterKind, text: str, as_at: date) -> tuple[UUID, ...]:
    now = datetime.now(UTC)
    with home.database.writing() as session:
        return take_in_register(session, kind, text.encode(), as_at=as_at, now=now).jobs


def take_in_all(home: Home, files: dict[RegisterKind, str], as_at: date) -> list[UUID]:
    begun = [job for kind, text in files.items() for job in take_in(home, kind, text, as_at)]
    for job in begun:
        jobs.begin(job)
        assert wait(home, job, quiet=True).state == "done"
    return begun


def take_in_names(home: Home, text: str, as_at: date) -> tuple[UUID, ...]:
    file = home.settings.home / "companies.csv"
    file.write_text(text)
    with home.database.writing() as session:
        taken = take_in_companies(session, file, as_at=as_at, now=datetime.now(UTC))
    for job in taken.jobs:
        jobs.begin(job)
        wait(home, job, quiet=True)
    return taken.jobs


def vet(home: Home, statements: Sequence[tuple[str, bytes]] = ()) -> None:
    lists = [("list.csv", LIST)]
    job = ask_to_vet(home, own(home), lists=lists, statements=statements, at=OLD)
    wait(home, job, quiet=True)


def suppliers(session: Session) -> dict[str, Supplier]:
    return {each.name.split()[0]: each for each in session.exec(select(Supplier))}


def assessments(session: Session) -> Counter[str]:
    by_id = {each.id: name for name, each in suppliers(session).items()}
    return Counter(by_id[each.supplier_id] for each in session.exec(select(Assessment)))


def kinds(session: Session, name: str) -> list[str]:
    return [each.kind for each in changes_of(session, suppliers(session)[name].id)]


@dataclass
class Journey:
    """An installation in which five suppliers were vetted and registers came twice."""

    home: Home
    web: Web
    judged: Counter[str]
    kinds: dict[str, list[str]]
    latest: dict[str, str]
    begun_again: list[UUID]
    delivered: list[dict[str, str]]


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    web = Web()
    web.pages["/hook"] = Reply(status=204)
    old = {
        RegisterKind.LIVING_WAGE_EMPLOYERS: EMPLOYERS.format("Accredited"),
        RegisterKind.DEBARMENT_LIST: DEBARRED,
        RegisterKind.LABOUR_LICENCES: LICENCES.format("Licensed", ""),
    }
    new = {
        RegisterKind.LIVING_WAGE_EMPLOYERS: EMPLOYERS.format("Ended"),
        RegisterKind.DEBARMENT_LIST: DEBARRED + BIRCH,
        RegisterKind.LABOUR_LICENCES: LICENCES.format("Revoked", ""),
    }
    loopback = frozenset({web.authority})
    with open_home(settings(tmp_path_factory.mktemp("watched"))) as home:
        with jobs.running(home, worker="tests"):
            take_in_names(home, COMPANIES.format("DAMSON LIMITED", "Active", ELM), OLD)
            take_in_all(home, old, OLD)
            vet(home)
            with home.database.writing() as session:
                before = assessments(session)
                add_webhook(
                    session,
                    machine(home),
                    url=web.url("/hook"),
                    events=[EventKind.SOURCE_CHANGED],
                    loopback=loopback,
                    now=datetime.now(UTC),
                )
            take_in_names(home, COMPANIES.format("DAMSON FOODS LIMITED", "Liquidation", ""), NEW)
            take_in_all(home, new, NEW)
            again = take_in_all(home, new, NEW)
            again += take_in_names(
                home, COMPANIES.format("DAMSON FOODS LIMITED", "Liquidation", ""), NEW
            )
        deliverer = Deliverer(home.database, delays=(0.1,), loopback=loopback)
        deliverer.start()
        waiting = select(Delivery).where(Delivery.state != DeliveryState.DELIVERED)
        eventually(home, lambda session: session.exec(waiting).first() is None)
        deliverer.stop()
        told = [orjson.loads(each.body) for each in web.asked if each.path == "/hook"]
        with home.database.session() as session:
            judged = assessments(session) - before
            every = {name: sorted(kinds(session, name)) for name in suppliers(session)}
            latest = {
                str(each.id): str(each.assessment_id) for each in suppliers(session).values()
            }
        yield Journey(home, web, judged, every, latest, again, told)
    web.close()


def test_whom_a_register_touches_is_judged_again_and_nobody_else(journey: Journey) -> None:
    assert journey.judged == {"Alder": 1, "Birch": 1, "Cedar": 1, "Damson": 1, "Elm": 1}
    assert journey.kinds == {
        "Alder": ["accreditation_ended"],
        "Birch": ["listed"],
        "Cedar": ["licence_stopped"],
        "Damson": ["company_renamed", "company_status_changed"],
        "Elm": ["unlisted"],
        "Fig": [],
    }


def test_the_new_assessment_rests_on_what_the_register_says_now(journey: Journey) -> None:
    with journey.home.database.session() as session:
        birch = suppliers(session)["Birch"]
        last = session.get_one(Assessment, birch.assessment_id)
        asked = [each["question"] for each in last.inputs["facts"]["answers"]]
        assert "exclusion.debarred" in asked


def test_each_supplier_touched_is_told_of_by_one_webhook(journey: Journey) -> None:
    with journey.home.database.session() as session:
        names = {str(each.id): name for name, each in suppliers(session).items()}
    assert {each["type"] for each in journey.delivered} == {"source.changed"}
    told = [each["data"] for each in journey.delivered]
    assert sorted(names[each["supplier"]] for each in told) == [
        *("Alder", "Birch", "Cedar", "Damson", "Elm")
    ]
    assert all(each["assessment"] == journey.latest[each["supplier"]] for each in told)


def test_the_same_files_again_touch_nobody(journey: Journey) -> None:
    assert journey.begun_again == []


def test_what_a_register_no_longer_says_is_kept_with_its_days(journey: Journey) -> None:
    with journey.home.database.session() as session:
        said = session.exec(
            select(RegisterEntry)
            .where(RegisterEntry.kind == RegisterKind.LABOUR_LICENCES)
            .order_by(col(RegisterEntry.gone_on).nulls_last())
        ).all()
        assert [(each.says, each.since, each.gone_on) for each in said] == [
            ("Licence CEDA0001: Licensed", None, NEW),
            ("Licence CEDA0001: Revoked", NEW, None),
        ]
        elm = session.exec(select(Company).where(Company.number == "04444444")).one()
        assert (elm.name, elm.as_at, elm.gone_on) == ("ELM LIMITED", OLD, NEW)


def test_changes_stand_on_the_page_and_in_the_api(journey: Journey) -> None:
    app = create_app(journey.home.settings, works=False)
    with attended(app, journey.home):
        client = TestClient(app)
        shown = client.get("/changes").text
        for words in ("Birch Ltd", "Came onto the list", "Licence CEDA0001: Revoked"):
            assert words in shown
        pages = [client.get("/v1/changes?limit=4").json()]
        while pages[-1]["links"]["next"]:
            pages.append(client.get(pages[-1]["links"]["next"]).json())
        items = [each for one in pages for each in one["items"]]
        every = [each for each in items if each["noticed"] == NEW.isoformat()]
        assert len(pages) > 1
        assert len({each["id"] for each in every}) == len(every) == 6
        cedar = next(each for each in every if each["kind"] == "licence_stopped")
        assert cedar["before"] == "Licence CEDA0001: Licensed"
        assert (cedar["since"], cedar["noticed"]) == (OLD.isoformat(), NEW.isoformat())
        one = cedar["supplier"]["id"]
        only = client.get(f"/v1/changes?supplier_id={one}").json()["items"]
        assert cedar in only
        assert {each["supplier"]["id"] for each in only} == {one}
        assert "Licence CEDA0001: Revoked" in client.get(f"/suppliers/{one}").text
        assert "Birch Ltd" not in client.get(f"/changes?supplier={one}").text


def test_a_version_that_is_older_or_cut_short_is_refused_and_the_kept_one_stands(
    journey: Journey,
) -> None:
    kind = RegisterKind.DEBARMENT_LIST
    with pytest.raises(SourceChanged, match="comes after that of"):
        take_in(journey.home, kind, DEBARRED, OLD)
    many = DEBARRED + "".join(
        f"Far {n} Limited,0700{n:04},Labour market misconduct,Mandatory,2026-09-02\n"
        for n in range(30)
    )

    def shorter() -> None:
        with journey.home.database.writing() as one:
            for text in (many + BIRCH, DEBARRED + BIRCH):
                take_in_register(one, kind, text.encode(), as_at=NEW, now=datetime.now(UTC))

    with pytest.raises(SourceChanged, match="cut short"):
        shorter()
    with journey.home.database.session() as session:
        held = select(RegisterEntry).where(
            RegisterEntry.kind == kind, col(RegisterEntry.gone_on).is_(None)
        )
        assert len(session.exec(held).all()) == 2
    assert take_in(journey.home, kind, DEBARRED + BIRCH, NEW) == ()


def test_the_date_alone_touches_suppliers_once(journey: Journey) -> None:
    home = journey.home
    organisation = own(home)
    with home.database.writing() as session:
        kept = session.get_one(Organisation, organisation)
        kept.watched_to = date(2027, 3, 31)
        before = assessments(session)
    with jobs.running(home, worker="tests"):
        for job in watch_calendar(home, organisation, on=date(2027, 4, 1)):
            wait(home, job, quiet=True)
    with home.database.session() as session:
        after = assessments(session)
        assert set(after - before) == {"Alder", "Birch", "Cedar", "Damson"}  # Elm's is over
        assert "rate_changed" in kinds(session, "Alder")
        assert "rate_changed" not in kinds(session, "Elm")
        told = changes_of(session, suppliers(session)["Alder"].id)
        rise = next(each for each in told if each.subject == "Minimum wage, top rate")
        assert (rise.before, rise.now) == ("12.71", "13.21")
        events = select(Event).where(Event.kind == EventKind.SOURCE_CHANGED)
        number = len(session.exec(events).all())
    assert watch_calendar(home, organisation, on=date(2027, 4, 1)) == ()
    with home.database.session() as session:
        assert len(session.exec(events).all()) == number


def test_a_licence_and_a_statement_whose_last_day_is_over_are_told_once(tmp_path: Path) -> None:
    kind, last, name = RegisterKind.LABOUR_LICENCES, TODAY + timedelta(days=10), "Alder Works Ltd"
    year_end = TODAY - timedelta(days=400)
    words = STATEMENT.replace("31 March {}", f"{year_end:%d %B %Y}").format(12).encode()
    runs_out = out_of_date_from(year_end)
    text = LICENCES.format("Licensed", last)
    with open_home(settings(tmp_path)) as home, jobs.running(home, worker="tests"):
        organisation = own(home)
        vet(home, statements=[(f"{name}.html", words)])
        take_in_all(home, {kind: text}, TODAY)
        assert watch_calendar(home, organisation, on=TODAY) == ()
        for day in (last, last + timedelta(days=1), runs_out, runs_out + timedelta(days=1)):
            for job in watch_calendar(home, organisation, on=day):
                wait(home, job, quiet=True)
        with home.database.session() as session:
            assert kinds(session, "Cedar").count("licence_stopped") == 1
            assert kinds(session, "Alder").count("statement_expired") == 1
            assert assessments(session)["Cedar"] > 2
        assert take_in(home, kind, text, last + timedelta(days=2)) == ()


def killed(home: Home) -> None:
    now, data = datetime.now(UTC), (DEBARRED + BIRCH).encode()
    with home.database.writing() as session:
        take_in_register(session, RegisterKind.DEBARMENT_LIST, data, as_at=NEW, now=now)
        raise RuntimeError("killed before the end")


def test_work_that_was_kept_before_a_crash_is_done_by_the_next_process(tmp_path: Path) -> None:
    with open_home(settings(tmp_path)) as home:
        with jobs.running(home, worker="first"):
            vet(home)
            take_in_all(home, {RegisterKind.DEBARMENT_LIST: DEBARRED}, OLD)
        with pytest.raises(RuntimeError, match="killed"):
            killed(home)
        [job] = take_in(home, RegisterKind.DEBARMENT_LIST, DEBARRED + BIRCH, NEW)
        with jobs.running(home, worker="second"):
            assert wait(home, job, quiet=True).state == "done"
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

    with open_home(asked) as home, jobs.running(home, worker="tests"):
        take_in_names(home, COMPANIES.format("DAMSON LIMITED", "Active", ""), OLD)
        vet(home)
        eventually(home, standing)
        eventually(home, lambda s: s.exec(select(Company)).one().looked_at is not None)
        web.pages["/list.csv"] = Reply((DEBARRED + BIRCH).encode())
        web.pages["/company/03333333"] = profile("DAMSON LIMITED", "dissolved")
        eventually(home, lambda s: kinds(s, "Birch") == ["listed"])
        eventually(home, lambda s: kinds(s, "Damson") == ["company_ended"])
        told = select(Event).where(Event.kind == EventKind.SOURCE_CHANGED)
        eventually(home, lambda s: len(s.exec(told).all()) == 2)
        web.pages["/list.csv"] = Reply(b"<html>moved</html>")

        def kept_out(session: Session) -> bool:
            look = session.get(SourceLook, kind.value)
            return look is not None and "web page" in look.trouble

        eventually(home, kept_out)
        with home.database.session() as session:
            held = select(RegisterEntry).where(col(RegisterEntry.gone_on).is_(None))
            assert len(session.exec(held).all()) == 2
            assert kinds(session, "Birch") == ["listed"]
            watching = select(Job).where(Job.kind == JobKind.WATCH)
            assert any(each.failed for each in session.exec(watching))
    app = create_app(asked, works=False)
    with open_home(asked) as home, attended(app, home):
        assert "told nothing newer" in TestClient(app).get("/sources").text
    web.close()


def test_a_file_is_compared_and_seen_to_from_the_command_line(tmp_path: Path) -> None:
    with open_home(settings(tmp_path)) as home, jobs.running(home, worker="tests"):
        vet(home)
    file = tmp_path / "list.csv"
    for text, touched in ((DEBARRED, 0), (DEBARRED + BIRCH, 1), (DEBARRED + BIRCH, 0)):
        file.write_text(text)
        told = ["register", "debarment_list", str(file), "--home", str(tmp_path), "--json"]
        ran = CliRunner().invoke(commands, told)
        assert ran.exit_code == 0, ran.output
        assert json.loads(ran.stdout)["suppliers_touched"] == touched
    with open_home(settings(tmp_path)) as home, home.database.session() as session:
        assert assessments(session)["Birch"] == 2
        assert kinds(session, "Birch") == ["listed"]
