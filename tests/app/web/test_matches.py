"""Matches to resolve: a person decides many at once, and no one's decision is overruled."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID
from zlib import crc32

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.installation import Installation, open_installation
from app.main import attach_services, create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant
from models import AuditEntry, Company, CompanyMatch, CompanyMatchState, Supplier


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    settings = Settings(home=tmp_path_factory.mktemp("matches"), access=Access.OPEN)
    with open_installation(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(home: Installation) -> Iterator[TestClient]:
    app = create_app(home.settings, works=False)
    with attach_services(app, home):
        yield TestClient(app, follow_redirects=False)


def match_for(home: Installation, name: str) -> CompanyMatch:
    """Keep a supplier with two companies to choose from, and return its match."""
    now = datetime.now(UTC)
    with home.database.writing() as session:
        companies = [
            Company(
                number=f"{place}{crc32(name.encode()) % 10**7:07}",
                name=f"{name} {form}",
                name_key=name.lower(),
                postcode="W1A 1AA",
                status="Active",
                updated_at=now,
            )
            for place, form in enumerate(("Limited", "Holdings Limited"))
        ]
        supplier = Supplier(
            organisation_id=default_tenant(home), key=name.lower(), name=name, created_at=now
        )
        session.add_all([*companies, supplier])
        session.flush()
        match = CompanyMatch(
            organisation_id=supplier.organisation_id,
            supplier_id=supplier.id,
            state=CompanyMatchState.REVIEW,
            score=71.0,
            reasons=["The names are alike, the numbers are not known"],
            candidates=[
                {"company": str(each.id), "name": each.name, "number": each.number}
                for each in companies
            ],
        )
        session.add(match)
        session.flush()
        return match.model_copy()


def now_of(home: Installation, match: CompanyMatch) -> CompanyMatch:
    with home.database.session() as session:
        return session.get_one(CompanyMatch, match.id).model_copy()


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_page_shows_each_match_with_what_a_person_compares(
    pages: TestClient, home: Installation
) -> None:
    number = match_for(home, "Alder Works").candidates[1]["number"]
    page = pages.get("/matches")
    text = words(page.text)
    assert page.status_code == 200
    assert "may be a company of the register" in text
    assert f"Alder Works Holdings Limited , company {number}, W1A 1AA, Active" in text
    assert "Why it is asked: The names are alike, the numbers are not known." in text
    assert "None of these Decide later" in text
    assert "script" not in re.findall(r"<form.*?</form>", page.text, re.DOTALL)[0]
    listed = pages.get("/").text
    assert listed.count('href="/matches"') == 2
    assert "to resolve : which company" in words(listed)


def test_form_decides_many_at_once_and_leaves_the_rest(
    pages: TestClient, home: Installation
) -> None:
    birch, cedar, elder = (match_for(home, name) for name in ("Birch", "Cedar Care", "Elder"))
    chosen = birch.candidates[1]["company"]
    saved = pages.post(
        "/matches",
        data={f"match-{birch.id}": chosen, f"match-{cedar.id}": "none", f"match-{elder.id}": ""},
    )
    assert (saved.status_code, saved.headers["location"]) == (303, "/matches?saved=2&left=0")
    accepted, rejected = now_of(home, birch), now_of(home, cedar)
    assert (accepted.state, accepted.company_id) == (CompanyMatchState.ACCEPTED, UUID(chosen))
    assert accepted.decided_by
    assert rejected.state is CompanyMatchState.REJECTED
    assert now_of(home, elder).state is CompanyMatchState.REVIEW
    text = words(pages.get("/matches?saved=2").text)
    assert "2 matches were saved." in text
    assert "Cedar Care None of the companies proposed" in text
    with home.database.session() as session:
        entries = session.exec(select(AuditEntry)).all()
    subjects = {each.subject for each in entries if each.verb == "match.decided"}
    assert {f"matches/{birch.id}", f"matches/{cedar.id}"} <= subjects


def test_decision_of_another_person_is_not_overruled_until_it_is_undone(
    pages: TestClient, home: Installation
) -> None:
    hazel = match_for(home, "Hazel Works")
    pages.post("/matches", data={f"match-{hazel.id}": "none"})
    with home.database.session() as session:
        session.get_one(CompanyMatch, hazel.id).decided_by = "Ada Example"
    late = pages.post("/matches", data={f"match-{hazel.id}": hazel.candidates[0]["company"]})
    assert late.headers["location"] == "/matches?saved=0&left=1"
    assert now_of(home, hazel).state is CompanyMatchState.REJECTED
    assert "left as it is" in words(pages.get("/matches?left=1").text)
    assert pages.post(f"/matches/{hazel.id}/undo").status_code == 303
    assert now_of(home, hazel).decided_by == ""


def test_company_that_was_not_proposed_is_refused_at_the_field(
    pages: TestClient, home: Installation
) -> None:
    maple, oak = match_for(home, "Maple Works"), match_for(home, "Oak Works")
    refused = pages.post(
        "/matches",
        data={f"match-{maple.id}": oak.candidates[0]["company"], f"match-{oak.id}": "none"},
    )
    assert refused.status_code == 422
    assert f'href="#match-{maple.id}"' in refused.text
    assert now_of(home, oak).state is CompanyMatchState.REVIEW
    assert re.search(rf'id="match-{oak.id}-none"[^>]* checked', refused.text)
    for field in ("match-nonsense", f"match-{UUID(int=7)}"):
        assert pages.post("/matches", data={field: "none"}).status_code == 404
