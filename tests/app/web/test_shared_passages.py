"""Passages that two suppliers' statements share are told on the supplier's page, and shown."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser
from sqlmodel import select

from app.installation import Installation
from app.main import create_app
from models import Organisation, OrganisationKind, Statement, Supplier
from tests.app.conftest import Vet
from tests.places import COUNCIL

SAME = (
    "Every agency that sends us workers shows the contracts and the payslips of all of them "
    "before the first shift begins, and repays whatever they were charged for the job."
)
NEAR = (
    "In spring a buyer of {} visits each of the twelve farms that grow our soft fruit and speaks "
    "with the pickers alone, in their own language, away from whoever hired them."
)


def statement(company: str, source: str, maker: str) -> tuple[str, bytes]:
    """The example's statement of one company as if another had copied it, and two sentences."""
    text = (COUNCIL / "sources" / source).read_text().replace(maker, company)
    return f"{company}.md", f"{text}\n\n{SAME} {NEAR.format(company)}\n".encode()


@pytest.fixture
def reader(home: Installation, vet: Vet) -> Iterator[TestClient]:
    alone = (COUNCIL / "sources" / "pellowmere.md").read_text()
    vet(
        ("list.csv", b"Supplier\nAlder Foods Ltd\nBirch Foods Ltd\nPellowmere Cleaning\n"),
        statements=[
            statement("Alder Foods", "inkwillow.md", "Inkwillow Technology"),
            statement("Birch Foods", "stanchard.md", "Stanchard Build"),
            ("Pellowmere Cleaning.md", alone.encode()),
        ],
    )
    with TestClient(create_app(home.settings, works=False)) as opened:
        yield opened


def page_of(reader: TestClient, name: str) -> LexborHTMLParser:
    listed = LexborHTMLParser(reader.get("/", params={"name": name}).text)
    found = str(listed.css_first("tbody th a").attributes["href"])
    return LexborHTMLParser(reader.get(f"{found}/statement").text)


def test_shared_sentences_are_told_with_whose_they_are(
    reader: TestClient, home: Installation
) -> None:
    page = page_of(reader, "Alder Foods")
    told = " ".join(page.body.text().split()) if page.body else ""
    assert "The same sentence is in the statement of Birch Foods Ltd" in told
    link = page.css_first("a[href$='/shared']").attributes["href"]
    side_by_side = LexborHTMLParser(reader.get(str(link)).text)
    shown = [each.text(strip=True) for each in side_by_side.css("blockquote p")]
    assert shown == [f"“{SAME}”", f"“{NEAR.format('Alder Foods')}”"]
    assert NEAR.format("Birch Foods") in side_by_side.text()
    assert not page_of(reader, "Pellowmere").css("a[href$='/shared']")
    assert "Dogwood" not in after_another_organisation_holds_the_same(reader, home, str(link))


def after_another_organisation_holds_the_same(
    reader: TestClient, home: Installation, link: str
) -> str:
    """The page again, once a supplier of somebody else has the very same statement."""
    now = datetime.now(UTC)
    with home.database.session() as session:
        other = Organisation(name="Elsewhere", kind=OrganisationKind.COUNCIL, created_at=now)
        session.add(other)
        session.flush()
        dogwood = Supplier(organisation_id=other.id, key="dogwood", name="Dogwood", created_at=now)
        session.add(dogwood)
        session.flush()
        birch = session.exec(select(Statement).where(Statement.name == "Birch Foods.md")).one()
        session.add(
            Statement(
                organisation_id=other.id,
                supplier_id=dogwood.id,
                document_sha256=birch.document_sha256,
                name="Dogwood.md",
                added_at=now,
            )
        )
    answer = reader.get(link).text
    assert "Birch Foods" in answer
    return answer
