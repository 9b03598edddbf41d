"""Lists that were sent: who sent each, what depends on it, and how one is set aside and back."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser
from sqlmodel import col, select
from typer.testing import CliRunner

from app import jobs
from app.cli import commands
from app.features.imports.lists import sent_lists, use_of
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant, wait_for_job
from models import AuditEntry, Contract, Intake, Job, Supplier
from models.contract import of_current_lists

FIRST = b"Supplier,Reference,Annual value,Start,End\nAlder Ltd,R1,1000,2026-01-01,2036-01-01\n"
SECOND = b"Supplier,Reference,Annual value\nAlder Ltd,R2,500\nBirch Ltd,R3,700\n"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    settings = Settings(home=tmp_path_factory.mktemp("lists"), access=Access.OPEN)
    with open_installation(settings) as home, jobs.worker_runtime(home, worker="tests"):
        yield home


@pytest.fixture(scope="module")
def officer(opened: Installation) -> Iterator[TestClient]:
    with TestClient(create_app(opened.settings, works=False)) as client:
        yield client


def send(home: Installation, officer: TestClient, name: str, data: bytes) -> Job:
    """Send a list through the pages as an officer does, and wait for its end."""
    page = officer.post("/vet", files={"list": (name, data)}, follow_redirects=False)
    upload = page.headers["location"].removesuffix("/columns")
    begun = officer.post(f"{upload}/check", follow_redirects=False)
    return wait_for_job(home, UUID(begun.headers["location"].rpartition("/")[2]), quiet=True)


def audited(home: Installation, verb: str) -> list[AuditEntry]:
    with home.database.session() as session:
        query = select(AuditEntry).where(AuditEntry.verb == verb)
        return list(session.exec(query.order_by(col(AuditEntry.sequence))))


def references(home: Installation) -> set[str]:
    with home.database.session() as session:
        return set(session.exec(select(Contract.reference).where(of_current_lists())))


def test_sent_list_is_set_aside_and_used_again_with_audit_entries(
    opened: Installation, officer: TestClient
) -> None:
    send(opened, officer, "first.csv", FIRST)
    job = send(opened, officer, "second.csv", SECOND)
    sent = audited(opened, "list.sent")
    assert [each.after["lists"] for each in sent] == [["first.csv"], ["second.csv"]]
    assert sent[-1].subject == f"jobs/{job.id}"
    assert references(opened) == {"R1", "R2", "R3"}
    rows = LexborHTMLParser(officer.get("/lists").text).css("tbody tr")
    assert [each.css_first("th").text(strip=True) for each in rows] == ["second.csv", "first.csv"]
    assert "Someone on this machine" in rows[0].text()
    link = str(rows[0].css_first("a[href$='/use']").attributes["href"])
    asked = officer.get(link).text
    assert "2 suppliers on it are assessed again" in asked
    assert "2 contracts no longer count" in asked
    assert "1 of the suppliers is on no other list in use" in asked
    assert "no longer used" in officer.post(link).text
    assert references(opened) == {"R1"}
    assert "2 contracts count again" in officer.get(link).text
    assert "used again" in officer.post(link).text
    assert references(opened) == {"R1", "R2", "R3"}
    (withdrawn,), (restored,) = audited(opened, "list.withdrawn"), audited(opened, "list.restored")
    assert withdrawn.after == {
        "in_use": False, "name": "second.csv", "suppliers": 2, "contracts": 2,
    }  # fmt: skip
    assert restored.before == {"in_use": False}
    with opened.database.session() as session:
        assert len(session.exec(select(Supplier)).all()) == 2, "nobody is deleted"


def test_list_sent_from_the_command_line_leaves_an_audit_entry(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_bytes(FIRST)
    home = ["--home", str(tmp_path / "home")]
    ran = CliRunner().invoke(
        commands, ["intake", str(tmp_path / "mine.csv"), *home, "--no-assess"]
    )
    assert ran.exit_code == 0, ran.output
    with open_installation(Settings(home=tmp_path / "home")) as opened:
        (entry,) = audited(opened, "list.sent")
        assert (entry.actor, entry.after["lists"]) == ("The command line", ["mine.csv"])
        with opened.database.session() as session:
            (sent,) = sent_lists(session, default_tenant(opened))
            assert (sent.sent_by, sent.rows, sent.suppliers) == ("The command line", 1, 1)
            use = use_of(session, session.get_one(Intake, sent.id))
            assert (use.contracts, use.only_here, use.paid) == (1, 1, None)


def test_unlisted_supplier_that_is_kept_becomes_a_list_of_one(
    opened: Installation, officer: TestClient
) -> None:
    given = {"name": "=Bright Hand Car Wash Ltd", "supplies": "car washing", "value": "25,000"}
    begun = officer.post("/check-a-supplier", data=given | {"keep": "yes"}, follow_redirects=False)
    job = wait_for_job(opened, UUID(begun.headers["location"].rpartition("/")[2]), quiet=True)
    sent = audited(opened, "list.sent")[-1]
    assert sent.subject == f"jobs/{job.id}"
    page = LexborHTMLParser(officer.get("/?name=Bright+Hand").text)
    assert page.css_first("tbody th a").text() == given["name"]
    assert "£25,000" in page.css_first("tbody tr").text()
