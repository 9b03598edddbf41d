"""Registers that say otherwise: whom it touches is judged again, told once, and shown."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from app import jobs
from app.features.monitoring.expiry_monitor import watch_calendar
from app.features.monitoring.queries import changes_of
from app.features.registers.service import take_in_register
from app.features.suppliers.queries import findings_of
from app.features.webhooks.delivery import Deliverer
from app.features.webhooks.subscriptions import add_webhook
from app.http.pagination import packed
from app.installation import Installation, open_installation
from app.main import attach_services, create_app
from app.terminal.context import cli_principal, default_tenant, wait_for_job
from models import (
    Assessment,
    Company,
    Delivery,
    DeliveryState,
    Event,
    EventKind,
    Organisation,
    RegisterEntry,
    RegisterKind,
)
from scoring.reference.vocabulary import Decision, Outcome
from scrapers.errors import SourceChanged
from tests.app.test_watch import eventually
from tests.app.watched import (
    BIRCH,
    COMPANIES,
    DEBARRED,
    ELM,
    EMPLOYERS,
    LICENCES,
    NEW,
    OLD,
    assessments,
    kinds,
    settings,
    suppliers,
    take_in,
    take_in_all,
    take_in_names,
    vet,
)
from tests.scrapers.loopback import Reply, Web


@dataclass
class Journey:
    """An installation in which five suppliers were vetted and registers came twice."""

    home: Installation
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
    with open_installation(settings(tmp_path_factory.mktemp("watched"))) as home:
        with jobs.worker_runtime(home, worker="tests"):
            take_in_names(home, COMPANIES.format("DAMSON LIMITED", "Active", ELM), OLD)
            take_in_all(home, old, OLD)
            vet(home)
            with home.database.writing() as session:
                before = assessments(session)
                add_webhook(
                    session,
                    cli_principal(home),
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


def test_a_company_in_liquidation_is_for_a_person_to_look_at(journey: Journey) -> None:
    with journey.home.database.session() as session:
        damson = suppliers(session)["Damson"]
        last = session.get_one(Assessment, damson.assessment_id)
        told = next(
            each
            for each in findings_of(session, last.id)
            if each.finding.rule == "identity.company"
        )
        assert last.decision in (Decision.ASK, Decision.REFER)
        assert told.finding.outcome is Outcome.UNKNOWN
        assert "“Liquidation”" in told.finding.detail


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
            .order_by(col(RegisterEntry.removed_on).nulls_last())
        ).all()
        assert [(each.status_text, each.since, each.removed_on) for each in said] == [
            ("Licence CEDA0001: Licensed", None, NEW),
            ("Licence CEDA0001: Revoked", NEW, None),
        ]
        elm = session.exec(select(Company).where(Company.number == "04444444")).one()
        assert (elm.name, elm.as_at, elm.removed_on) == ("ELM LIMITED", OLD, NEW)


def test_changes_stand_on_the_page_and_in_the_api(journey: Journey) -> None:
    app = create_app(journey.home.settings, works=False)
    with attach_services(app, journey.home):
        client = TestClient(app)
        shown = client.get("/changes").text
        for words in ("Birch Ltd", "Came onto the list", "Licence CEDA0001: Revoked"):
            assert words in shown
        pages = [client.get("/v1/changes?limit=4").json()]
        while pages[-1]["links"]["next"]:
            pages.append(client.get(pages[-1]["links"]["next"]).json())
        items = [each for one in pages for each in one["items"]]
        every = [each for each in items if each["detected_on"] == NEW.isoformat()]
        assert len(pages) > 1
        assert len({each["id"] for each in every}) == len(every) == 6
        cedar = next(each for each in every if each["kind"] == "licence_stopped")
        assert cedar["before"] == "Licence CEDA0001: Licensed"
        assert (cedar["since"], cedar["detected_on"]) == (OLD.isoformat(), NEW.isoformat())
        one = cedar["supplier"]["id"]
        only = client.get(f"/v1/changes?supplier_id={one}").json()["items"]
        assert cedar in only
        assert {each["supplier"]["id"] for each in only} == {one}
        assert "Licence CEDA0001: Revoked" in client.get(f"/suppliers/{one}/company").text
        assert "Birch Ltd" not in client.get(f"/changes?supplier={one}").text
        for cursor in (packed(NEW.isoformat(), 5), packed(5, one), packed("x"), "?"):
            assert client.get(f"/v1/changes?cursor={cursor}").status_code == 422


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
            RegisterEntry.kind == kind, col(RegisterEntry.removed_on).is_(None)
        )
        assert len(session.exec(held).all()) == 2
    assert take_in(journey.home, kind, DEBARRED + BIRCH, NEW) == ()


def test_the_date_alone_touches_suppliers_once(journey: Journey) -> None:
    home = journey.home
    organisation = default_tenant(home)
    with home.database.writing() as session:
        kept = session.get_one(Organisation, organisation)
        kept.monitored_until = date(2027, 3, 31)
        before = assessments(session)
    with jobs.worker_runtime(home, worker="tests"):
        for job in watch_calendar(home, organisation, on=date(2027, 4, 1)):
            wait_for_job(home, job, quiet=True)
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
