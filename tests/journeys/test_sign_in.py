"""The first administrator joins by the link that the service prints, and signs in to no data."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlmodel import select

from app.installation import open_installation
from app.settings import Settings
from models import Job, JobKind, JobState, Organisation
from tests.journeys.conftest import served
from tests.journeys.visitor import Visitor

PASSWORD = "three random words"


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[tuple[str, Path]]:  # noqa: ARG001 (no browser, no service)
    home = tmp_path_factory.mktemp("signed")
    with served(home, "serve", ACCESS="signed") as address:
        yield address, home


def signed_in(visitor: Visitor, address: str, password: str = PASSWORD) -> None:
    page = visitor.page
    visitor.go(f"{address}/sign-in")
    page.get_by_label("Email address").fill("ada@example.gov.uk")
    page.locator("#password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_the_first_link_lets_one_person_in_once(at_phone: Visitor, new: tuple[str, Path]) -> None:
    page, (address, home) = at_phone.page, new
    (link,) = re.findall(r"http\S+/welcome/\S+", (home / "log.txt").read_text())
    at_phone.go(link)
    at_phone.sees("welcome")
    page.get_by_label("Your name").fill("Ada Example")
    page.get_by_label("Email address").fill("ada@example.gov.uk")
    page.locator("#password").fill("short")
    page.get_by_role("button", name="Continue").click()
    at_phone.sees("welcome-error")
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Signed in as Ada Example").wait_for()
    page.get_by_role("button", name="Sign out").click()
    at_phone.sees("sign-in")
    answer = page.goto(link)
    assert answer is not None
    assert answer.status == 404
    at_phone.sees("welcome-gone")
    assert address in page.url


def test_signing_in(visitor: Visitor, new: tuple[str, Path]) -> None:
    address, _ = new
    signed_in(visitor, address, password="another")
    visitor.sees("sign-in-error")
    assert visitor.page.get_by_role("alert").get_by_text("is not right").is_visible()
    signed_in(visitor, address)
    visitor.sees("empty-signed-in")


@pytest.mark.parametrize(
    "path", ["risk-map", "actions", "board", "vet", "check-pay", "jobs", "sources", "chosen"]
)
def test_pages_without_data_say_what_to_do(
    at_phone: Visitor, new: tuple[str, Path], path: str
) -> None:
    address, _ = new
    signed_in(at_phone, address)
    at_phone.go(f"{address}/{path}")
    at_phone.sees(f"empty-{path}")


def test_a_job_that_our_fault_stopped_says_so(visitor: Visitor, new: tuple[str, Path]) -> None:
    address, home = new
    now = datetime.now(UTC)
    with open_installation(Settings(home=home)) as opened, opened.database.session() as session:
        organisation = session.exec(select(Organisation.id)).one()
        job = Job(
            organisation_id=organisation,
            kind=JobKind.ASSESS,
            state=JobState.FAILED,
            total=20,
            done=7,
            params={"at": "2026-11-25", "intakes": [], "documents": [], "answers": []},
            created_at=now,
            finished_at=now,
        )
        session.add(job)
        session.flush()
        path = f"jobs/{job.id}"
    signed_in(visitor, address)
    visitor.go(f"{address}/{path}")
    visitor.sees("job-failed")
    assert visitor.page.get_by_text("Stopped by a fault of ours").is_visible()
