"""The twelve worked cases over REST, and the pages on grounds and law."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.dates import LONDON
from app.main import create_app
from app.settings import Access, Settings
from scoring.exclusion.grounds import GROUNDS, grounds_in_force
from scoring.reference.law import LAWS, changes_from, without_day

AT = "2026-11-30"
FIRM = "Alder Works Ltd"
FULL = [
    {"factor": "taken_seriously", "shown": "yes", "evidence": "Fees repaid to 14 workers"},
    {"factor": "steps", "shown": "yes", "evidence": "Audit of March 2026"},
    {"factor": "commitments", "shown": "yes", "evidence": "Access for visits"},
    {"factor": "time_elapsed", "shown": "yes", "last_occurred": "2025-09-01"},
]
ALL_NO = [
    {"person": FIRM, "ground": each.id, "value": "no"}
    for each in grounds_in_force(date.fromisoformat(AT))
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(home=tmp_path_factory.mktemp("empty"), access=Access.OPEN)
    with TestClient(create_app(settings, works=False)) as opened:
        yield opened


def case_of(
    ground: str, *, person: dict[str, Any] | None = None, **more: object
) -> dict[str, Any]:
    who = person or {"name": FIRM}
    declaration = {
        "person": who["name"],
        "ground": ground,
        "value": "yes",
        "event": "2025-09-01",
        **more,
    }
    return {"at": AT, "persons": [who], "declarations": [declaration]}


def judged(client: TestClient, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post("/v1/exclusion-cases", json=body)
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


@pytest.mark.parametrize(
    ("body", "path", "severity"),
    [
        pytest.param(
            case_of(
                "sch6.23.slavery",
                person={"name": "A. Elm", "connection": "director_of_subsidiary"},
            ),
            "not_known", "info", id="a subsidiary's director",
        ),
        pytest.param(
            case_of("sch6.22", event="2022-02-23"), "outside_period", "info", id="before look-back"
        ),
        pytest.param(
            case_of("sch7.1a", self_cleaning=FULL), "discretionary_self_cleaned", "high",
            id="full self-cleaning",
        ),
        pytest.param(
            case_of("sch7.1a", self_cleaning=FULL[:1]), "discretionary", "critical",
            id="partial self-cleaning",
        ),
        pytest.param(
            case_of("sch6.22", person={"name": "Oak Ltd", "party": "associated_person"}),
            "mandatory", "critical", id="agency without licence, convicted",
        ),
        pytest.param(
            case_of("sch6.34", related="sch6.23.order"), "mandatory", "critical",
            id="order breached abroad",
        ),
        pytest.param(
            case_of(
                "sch6.21",
                person={
                    "name": "Old Ltd", "connection": "predecessor_company",
                    "predecessor_tests": [True, True, True, True],
                },
            ),
            "mandatory", "critical", id="predecessor company",
        ),
        pytest.param(
            case_of("sch6.22", identity="name_only"), "not_known", "info", id="namesake"
        ),
        pytest.param(
            case_of("sch7.3a", person={"name": "Oak Ltd", "party": "associated_person"}),
            "discretionary", "critical", id="associated person",
        ),
        pytest.param(
            case_of("sch6.23.slavery", self_cleaning=FULL), "mandatory", "critical",
            id="mandatory ground with self-cleaning",
        ),
        pytest.param(
            case_of(
                "sch6.21",
                person={"name": "A. Elm", "connection": "director", "individual": True},
                spent=True,
            ),
            "not_known", "info", id="spent conviction",
        ),
        pytest.param(
            {"at": AT, "persons": [{"name": FIRM}]}, "not_known", "info", id="unanswered"
        ),
    ],
)  # fmt: skip
def test_worked_case_over_rest_gets_the_path_of_the_act(
    client: TestClient, body: dict[str, Any], path: str, severity: str
) -> None:
    shown = judged(client, body)
    own = shown["judgements"][0] if shown["judgements"] else shown
    assert (own["path"], own["severity"]) == (path, severity)


def test_subcontractor_on_the_debarment_list_over_rest_is_above_all(client: TestClient) -> None:
    entry = {"person": "Birch Ltd", "kind": "mandatory", "as_at": AT}
    sub = {"name": "Birch Ltd", "party": "intended_subcontractor"}
    body = {"at": AT, "persons": [sub], "debarment": [entry]}
    shown = judged(client, body)
    assert (shown["path"], shown["severity"]) == ("debarred_excluded", "critical")
    assert "(section 28(5))" in " ".join(shown["judgements"][0]["next_steps"])
    private = judged(client, {**body, "procurement": "private_utility"})
    assert "must be excluded" not in " ".join(private["judgements"][0]["next_steps"])


def test_entry_only_on_national_security_over_rest_counts_for_what_it_describes(
    client: TestClient,
) -> None:
    entry = {"person": FIRM, "kind": "mandatory", "as_at": AT}
    body = {"at": AT, "persons": [{"name": FIRM}], "declarations": ALL_NO}
    other = judged(client, {**body, "debarment": [{**entry, "describes_contract": False}]})
    assert other["judgements"][0]["path"] == "not_reached"
    this = judged(client, {**body, "debarment": [{**entry, "describes_contract": True}]})
    assert this["path"] == "debarred_excluded"


def test_every_answer_no_is_none_declared_and_one_missing_is_not_known(client: TestClient) -> None:
    body = {"at": AT, "persons": [{"name": FIRM}], "declarations": ALL_NO}
    assert judged(client, body)["path"] == "none_declared"
    shown = judged(client, {**body, "declarations": ALL_NO[1:]})
    assert shown["path"] == "not_known"
    assert shown["unanswered"] == [{"person": FIRM, "grounds": [ALL_NO[0]["ground"]]}]


def test_letter_is_a_draft_with_a_warning_and_refused_with_nothing_to_ask(
    client: TestClient,
) -> None:
    letter = {
        "supplier": FIRM,
        "authority": "Example Council",
        "procurement_title": "Cleaning",
        "reply_by": "2026-12-14",
    }
    shown = judged(client, {**case_of("sch7.1a"), "letter": letter})
    assert "Nothing has been decided" in shown["letter"]
    assert "tip off" in shown["before_sending"]
    nothing = {"at": AT, "persons": [{"name": FIRM}], "declarations": ALL_NO, "letter": letter}
    refused = client.post("/v1/exclusion-cases", json=nothing)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == "/letter"


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"persons": [{"name": FIRM}, {"name": FIRM}]}, "/persons/1/name"),
        ({"persons": []}, "/persons"),
        (
            {"declarations": [{"person": "Nobody", "ground": "sch6.22", "value": "no"}]},
            "/declarations/0/person",
        ),
        (
            {"declarations": [{"person": FIRM, "ground": "sch6.99", "value": "no"}]},
            "/declarations/0/ground",
        ),
        ({"debarment": [{"person": "Nobody", "as_at": AT}]}, "/debarment/0/person"),
        (
            {"debarment": [{"person": FIRM, "as_at": AT, "describes_contract": True}]},
            "/debarment/0/describes_contract",
        ),
    ],
)
def test_case_that_cannot_be_used_is_refused_at_its_field(
    client: TestClient, change: dict[str, Any], pointer: str
) -> None:
    answer = client.post("/v1/exclusion-cases", json={**case_of("sch6.22"), **change})
    assert answer.status_code == 422
    assert pointer in {each["pointer"] for each in answer.json()["errors"]}


def test_grounds_over_rest_are_those_of_the_day(client: TestClient) -> None:
    shown = client.get("/v1/exclusion-grounds", params={"on": "2026-04-06"}).json()
    assert len(shown["items"]) == len(GROUNDS)
    named = {each["id"] for each in shown["items"] if each["in_force"]}
    assert "sch6.26.2016" in named
    assert "sch6.26.2025" not in named


def test_grounds_page_shows_each_paragraph_the_people_and_the_numbers(client: TestClient) -> None:
    page = client.get("/exclusion-grounds").text
    for each in GROUNDS:
        assert f'id="{each.id}"' in page
    for words in ("a subsidiary undertaking", "a shadow director", "999", "08000 121 700"):
        assert words in page


def test_laws_over_rest_say_what_changes_next_and_what_has_no_day(client: TestClient) -> None:
    shown = client.get("/v1/laws", params={"on": "2026-04-05"}).json()
    assert len(shown["items"]) == len(LAWS)
    assert shown["next"][0] == {"day": "2026-04-06", "law": "sscba1992.waiting", "begins": False}
    assert "bill2026.s54" in shown["without_day"]
    states = {each["id"]: each["state"] for each in shown["items"]}
    assert (states["era2025.part5"], states["ia2016.lme"]) == ("not_yet", "in_force")
    after = client.get("/v1/laws", params={"on": "2026-04-07"}).json()
    states = {each["id"]: each["state"] for each in after["items"]}
    assert (states["era2025.part5"], states["ia2016.lme"]) == ("in_force", "ended")


def test_laws_page_shows_each_law_and_marks_the_bill_as_not_in_force(client: TestClient) -> None:
    page = client.get("/laws").text
    for each in LAWS:
        assert f'id="{each.id}"' in page
    assert "Not in force, and no day set" in page
    assert "bills.parliament.uk" in page


def test_administrator_sees_the_next_change_of_law_and_what_has_no_day(client: TestClient) -> None:
    page = client.get("/administration").text
    upcoming = changes_from(datetime.now(LONDON).date())
    assert (upcoming[0].law.title if upcoming else "No change has a day yet") in page
    assert f"{len(without_day())} not in force, without a day" in page


def test_no_page_says_that_the_helpline_answers_day_and_night(client: TestClient) -> None:
    for address in ("/", "/check-pay", "/check-your-statement", "/laws"):
        page = client.get(address).text
        assert "08000 121 700" in page
        assert "24 hours" not in page
