"""A person sets the trade of suppliers, sees how it came about, and can undo it."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.features.assessments.service import judge_suppliers, keep_assessments
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant
from models import Assessment, AuditEntry, Job, Supplier


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    settings = Settings(home=tmp_path_factory.mktemp("trades"), access=Access.OPEN)
    with open_installation(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(home: Installation) -> Iterator[TestClient]:
    app = create_app(home.settings, works=False)
    with TestClient(app, follow_redirects=False) as opened:
        yield opened


def supplier_named(home: Installation, name: str, **more: object) -> UUID:
    with home.database.writing() as session:
        row = Supplier(
            organisation_id=default_tenant(home),
            key=name.lower(),
            name=name,
            created_at=datetime.now(UTC),
            **more,
        )
        session.add(row)
    return row.id


def text_at(pages: TestClient, address: str) -> str:
    shown = html.unescape(re.sub(r"<[^>]+>", "", pages.get(address).text))
    return re.sub(r"\s+", " ", shown)


def sells(pages: TestClient, supplier: UUID) -> str:
    """What the supplier's page says that it sells, once it has been assessed."""
    said = re.search(r"What it sells: (.*?)\.", text_at(pages, f"/suppliers/{supplier}"))
    return said.group(1) if said else ""


def assess(home: Installation, *suppliers: UUID) -> list[Assessment]:
    now = datetime.now(UTC)
    with home.database.writing() as session:
        judged = judge_suppliers(
            session, suppliers, job=uuid4(), at=now.date(), model="none", now=now
        )
        keep_assessments(session, judged.assessed)
        return [each.row for each in judged.assessed]


def set_for(pages: TestClient, supplier: UUID, *sectors: str) -> int:
    sent = pages.post(f"/suppliers/{supplier}/trade", data={"sectors": list(sectors)})
    return sent.status_code


def test_trade_that_a_person_sets_outranks_what_the_records_give(
    home: Installation, pages: TestClient
) -> None:
    fern = supplier_named(home, "Fern Software Ltd", category_text="Software licences")
    [before] = assess(home, fern)
    assert sells(pages, fern).startswith("Software and computer services (")
    assert "by the list’s words" in sells(pages, fern).replace("'", "’")
    assert set_for(pages, fern, "car_wash") == 303
    [after] = assess(home, fern)
    assert after.exposure > before.exposure
    assert sells(pages, fern).startswith("Car washing and vehicle valeting, set by ")
    page = text_at(pages, f"/suppliers/{fern}/trade")
    assert "100%" in page
    assert "an officer’s choice" in page


def test_undo_brings_back_the_trade_set_before_and_then_the_records(
    home: Installation, pages: TestClient
) -> None:
    moss = supplier_named(home, "Moss Guarding Ltd", category_text="Security guards")
    assess(home, moss)
    by_records = sells(pages, moss)
    assert set_for(pages, moss, "cleaning") == 303
    assert set_for(pages, moss, "laundry", "cleaning") == 303
    assert sells(pages, moss).startswith("Cleaning, Laundry and linen, set by ")
    assert pages.post(f"/suppliers/{moss}/trade/undo").status_code == 303
    assert sells(pages, moss).startswith("Cleaning, set by ")
    assert pages.post(f"/suppliers/{moss}/trade/undo").status_code == 303
    assert sells(pages, moss) == by_records
    refused = pages.post(f"/suppliers/{moss}/trade/undo")
    assert refused.status_code == 422
    assert "nothing to undo" in refused.text
    with home.database.session() as session:
        entries = session.exec(
            select(AuditEntry).where(AuditEntry.subject == f"suppliers/{moss}")
        ).all()
    assert [each.verb for each in sorted(entries, key=lambda each: each.sequence)] == [
        "trade.set",
        "trade.set",
        "trade.withdrawn",
        "trade.withdrawn",
    ]


@pytest.mark.parametrize(
    "sectors",
    [(), ("no_such_trade",), ("cleaning", "laundry", "security", "catering")],
)
def test_trade_form_that_names_no_trade_or_too_many_is_refused(
    home: Installation, pages: TestClient, sectors: tuple[str, ...]
) -> None:
    bulrush = supplier_named(home, f"Bulrush {len(sectors)} Ltd")
    sent = pages.post(f"/suppliers/{bulrush}/trade", data={"sectors": list(sectors)})
    assert sent.status_code == 422
    assert "Choose one to 3 trades from the list" in sent.text
    assert "No record shows what it sells" in sent.text


def test_trade_of_a_row_that_names_no_supplier_is_refused(
    home: Installation, pages: TestClient
) -> None:
    nobody = supplier_named(home, "Various", is_placeholder=True)
    assert set_for(pages, nobody, "cleaning") == 422


def test_trade_set_for_many_is_set_for_each_and_undone_together(
    home: Installation, pages: TestClient
) -> None:
    ids = [supplier_named(home, f"Sedge {n} Ltd") for n in range(3)]
    nobody = supplier_named(home, "One time vendor", is_placeholder=True)
    chosen = {"supplier": [str(each) for each in (*ids, nobody)]}
    form = pages.post("/chosen", data=chosen | {"deed": "trade"})
    assert form.status_code == 200
    assert 'name="trade-chosen"' in form.text
    empty = pages.post("/chosen", data=chosen | {"deed": "trade", "trade-chosen": "yes"})
    assert empty.status_code == 422
    sent = pages.post(
        "/chosen",
        data=chosen | {"deed": "trade", "trade-chosen": "yes", "sectors": ["security"]},
    )
    assert sent.status_code == 303
    job = UUID(sent.headers["location"].removeprefix("/jobs/"))
    with home.database.session() as session:
        assert sorted(session.get_one(Job, job).params["suppliers"]) == sorted(map(str, ids))
    assess(home, *ids)
    assert all(sells(pages, each).startswith("Security and guarding, set by") for each in ids)
    assert pages.post("/chosen", data=chosen | {"deed": "undo-trade"}).status_code == 303
    assert not any("set by" in sells(pages, each) for each in ids)
    again = pages.post("/chosen", data=chosen | {"deed": "undo-trade"})
    assert again.status_code == 422
