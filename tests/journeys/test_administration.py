"""An administrator's first run, then people, keys, webhooks, the trail, jobs and sources."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlmodel import col, select

from app.features.webhooks.outbox import publish_event
from app.features.webhooks.schemas import ActionOverdue
from app.features.webhooks.subscriptions import add_webhook
from app.installation import open_installation
from app.security.organisations import own_organisation
from app.security.principal import Principal
from app.settings import Access, Settings
from models import (
    Delivery,
    DeliveryState,
    EventKind,
    Job,
    JobFailure,
    JobKind,
    JobState,
    Register,
    RegisterKind,
    SourcePoll,
)
from models.base import new_id
from models.person import Role
from tests.journeys.conftest import served
from tests.journeys.visitor import DESK, Visitor

NOW = datetime.now(UTC)
LONG = "W" * 300
PASSWORD = "three random words"


def furnish(folder: Path) -> None:
    """Keep what takes days to come about: deliveries of every state, and jobs that failed."""
    with (
        open_installation(Settings(home=folder, access=Access.OPEN)) as home,
        home.database.session() as session,
    ):
        boss = Principal(own_organisation(session, now=NOW).id, Role.ADMINISTRATOR, "Ada Example")
        hook = add_webhook(
            session,
            boss,
            url=f"https://hooks.example.org/{LONG}?<b>=HYPERLINK(1)\u202e",
            events=list(EventKind),
            loopback=frozenset(),
            now=NOW,
        )
        session.flush()
        for number in range(60):
            late = ActionOverdue(action=new_id(), supplier=new_id(), due=NOW.date())
            publish_event(
                session, boss.organisation, EventKind.ACTION_OVERDUE, f"{number}", late, now=NOW
            )
        session.flush()
        gone = [{"at": NOW.isoformat(), "status": 503, "reason": "the site answers 503"}] * 3
        for place, each in enumerate(session.exec(select(Delivery)).all()):
            each.state = list(DeliveryState)[place % 3]
            each.next_attempt_at = NOW + timedelta(days=1)
            each.attempts = gone if each.state is not DeliveryState.DELIVERED else gone[:1]
            session.add(each)
        assert hook.active
        for number in range(60):
            session.add(
                Job(
                    id=new_id(),
                    organisation_id=boss.organisation,
                    kind=JobKind.INTAKE,
                    state=JobState.DONE,
                    done=7,
                    failed=number % 2,
                    total=7,
                    params={"at": "2026-11-25", "intakes": [], "documents": [], "answers": []},
                    created_at=NOW,
                    finished_at=NOW,
                )
            )
            session.flush()
        last = session.exec(
            select(Job).where(Job.failed == 1).order_by(col(Job.id).desc())
        ).first()
        assert last is not None
        name = f'<script>document.title="stolen"</script> \u202e {LONG}.pdf'
        session.add(
            JobFailure(
                job_id=last.id, verb="read", item=name, reason="it is empty", subject="document:0"
            )
        )
        session.add(
            Register(
                kind=RegisterKind.LIVING_WAGE_EMPLOYERS,
                source=f"https://example.org/{LONG}",
                as_at=NOW.date(),
                entries=16_000,
                unread=["row 3"],
                taken_at=NOW,
            )
        )
        trouble = "the site answers 503"
        session.add(SourcePoll(source="debarment_list", last_checked_at=NOW, last_error=trouble))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:  # noqa: ARG001 (no browser, no service)
    folder = tmp_path_factory.mktemp("office")
    furnish(folder)
    with served(folder, "serve") as address:
        yield address


def test_what_is_empty_says_what_to_do_next(visitor: Visitor, empty: str) -> None:
    page = visitor.page
    for path, told in (
        ("people", "No users yet"),
        ("keys", "There are no keys yet"),
        ("webhooks", "There are none yet"),
        ("jobs?failed=true", "There are none"),
        ("audit?actor=nobody", "Nothing in the trail is like this"),
        ("sources", "Not loaded"),
        ("administration", "None: no program can use the API"),
    ):
        visitor.go(f"{empty}/{path}")
        visitor.sees(f"{path.partition('?')[0]}-empty")
        assert page.get_by_text(told).first.is_visible()


def test_keys(visitor: Visitor, office: str) -> None:
    page = visitor.page
    visitor.go(f"{office}/keys")
    page.get_by_role("button", name="Make a key").click()
    visitor.sees("keys-error")
    page.get_by_role("link", name="Enter a name, such as the program’s").click()
    page.get_by_label("Which program is it for?").fill(f"<b>=2+2</b> {LONG}"[:200])
    page.get_by_label("See suppliers and statements").check()
    page.get_by_role("button", name="Make a key").click()
    visitor.sees("key-made")
    secret = page.get_by_label("Key", exact=True).input_value()
    assert re.fullmatch(r"candour_[a-z0-9]{12}_[\w-]{43}", secret)
    page.get_by_role("link", name="Go back to keys").click()
    visitor.sees("keys")
    assert secret not in page.content()
    page.get_by_role("link", name=re.compile("Revoke.*" + secret.split("_")[1])).click()
    visitor.sees("key-revoke")
    page.get_by_role("button", name="Revoke the key").click()
    visitor.sees("keys-revoked")
    assert page.get_by_text("Revoked").first.is_visible()


def test_webhooks_and_what_became_of_deliveries(visitor: Visitor, office: str) -> None:
    page = visitor.page
    visitor.go(f"{office}/webhooks")
    visitor.sees("webhooks")
    page.get_by_label("Address").fill("https://10.0.0.8/<b>")
    page.get_by_role("button", name="Add it").click()
    visitor.sees("webhooks-error")
    assert page.get_by_role("alert").get_by_text("This address is not sent to").is_visible()
    page.get_by_label("Address").fill("https://hooks.example.org/new")
    page.get_by_role("button", name="Add it").click()
    visitor.sees("webhook-made")
    assert page.get_by_label("Secret", exact=True).input_value().startswith("whsec_")
    page.get_by_role("link", name="What is sent to it").click()
    visitor.sees("webhook-empty")
    page.get_by_role("link", name="Remove it").click()
    visitor.sees("webhook-remove")
    page.get_by_role("button", name="Remove the webhook").click()
    page.get_by_role("link", name=LONG).click()
    visitor.sees("webhook")
    page.get_by_role("link", name="Older deliveries").click()
    assert page.get_by_role("link", name="Newest").is_visible()
    page.get_by_label("Show").select_option("Given up")
    page.get_by_role("button", name="Show").click()
    visitor.sees("webhook-failed")
    page.get_by_role("button", name=re.compile("Send again")).first.click()
    visitor.sees("webhook-again")
    assert page.get_by_text("It is sent again").is_visible()
    page.get_by_role("button", name="Pause").click()
    assert page.get_by_text("Paused").is_visible()
    page.get_by_role("button", name="Resume").click()


def test_the_audit_trail(visitor: Visitor, office: str) -> None:
    page = visitor.page
    for _ in range(2):
        visitor.go(f"{office}/sources")
    visitor.go(f"{office}/audit")
    visitor.sees("audit")
    page.get_by_text("Look for something").click()
    page.get_by_label("Did what").fill("webhook")
    page.get_by_role("button", name="Show").click()
    visitor.sees("audit-narrowed")
    assert page.get_by_role("cell", name="webhook made").first.is_visible()
    with page.expect_download() as given:
        page.get_by_role("link", name="take all of it away").click()
    assert given.value.suggested_filename.endswith(".ndjson")
    page.get_by_role("link", name="Prove that the trail is whole").click()
    visitor.sees("audit-whole")
    page.get_by_text("Yes: all").wait_for()
    page.get_by_label("A hash that you kept").fill("0" * 64)
    page.get_by_role("button", name="Check again").click()
    visitor.sees("audit-broken")
    assert page.get_by_text("No: something was altered").is_visible()
    page.get_by_label("A hash that you kept").fill("nonsense")
    page.get_by_role("button", name="Check again").click()
    visitor.sees("audit-error")


def test_jobs_that_failed(visitor: Visitor, office: str) -> None:
    page = visitor.page
    visitor.go(f"{office}/jobs")
    visitor.sees("jobs")
    page.get_by_role("link", name="Older jobs").click()
    assert page.get_by_role("link", name="Newest").is_visible()
    visitor.go(f"{office}/jobs?failed=true")
    page.get_by_role("link", name=re.compile("^1 not done")).last.click()
    page.get_by_role("button", name="Do these again").click()
    visitor.sees("failures-error")
    assert page.get_by_role("alert").get_by_text("nothing to retry").is_visible()


def test_what_failed_is_done_again(at_phone: Visitor, office: str) -> None:
    page = at_phone.page
    at_phone.go(f"{office}/jobs?failed=true")
    page.get_by_role("link", name=re.compile("^1 not done")).first.click()
    at_phone.sees("failures")
    assert page.get_by_text(LONG).first.is_visible()
    page.get_by_role("button", name="Do these again").click()
    page.wait_for_url(re.compile("/jobs/[0-9a-f-]+$"))


def test_sources_and_rates(visitor: Visitor, office: str) -> None:
    page = visitor.page
    visitor.go(f"{office}/sources")
    visitor.sees("sources")
    assert page.get_by_role("cell", name="16,000").is_visible()
    assert page.get_by_text("got nothing newer").is_visible()
    page.get_by_role("link", name="rates by date").click()
    visitor.sees("rates")
    visitor.go(f"{office}/rates?on=2020-06-01")
    assert page.get_by_role("cell", name="£8.72").first.is_visible()
    visitor.go(f"{office}/rates?on=1990-06-01")
    assert page.get_by_text("Unknown: no rate for this date").first.is_visible()
    page.goto(f"{office}/rates?on=soon")
    visitor.sees("rates-error")


def test_the_first_run(
    visitor: Visitor, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The link that `candour serve` prints, and then the one that lets an officer in."""
    folder = tmp_path_factory.mktemp("first-run")
    with served(folder, "serve", ACCESS="signed") as address:
        page = visitor.page
        visitor.go(f"{address}/administration")
        visitor.sees("sign-in")
        link = re.search(r"http://\S+/welcome/\S+", (folder / "log.txt").read_text())
        assert link
        visitor.go(link[0])
        visitor.sees("welcome")
        page.get_by_label("Your name").fill("Ada Example")
        page.get_by_label("Email address").fill("ada@example.gov.uk")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Continue").click()
        if page.get_by_role("button", name="Menu").is_visible():
            page.get_by_role("button", name="Menu").click()
        page.get_by_role("link", name="Administration").click()
        visitor.sees("administration")
        page.get_by_role("link", name="People").click()
        page.get_by_role("button", name="Make a link").click()
        visitor.sees("people-error")
        page.get_by_label("Email address").fill("bo@example.gov.uk")
        page.get_by_label("Officer").check()
        page.get_by_role("button", name="Make a link").click()
        visitor.sees("person-link")
        invited = page.get_by_label("Link", exact=True).input_value()
        page.get_by_role("link", name="Go back to people").click()
        visitor.sees("people")
        with Visitor.of(browser, DESK, scripts=visitor.scripts) as other:
            other.go(invited)
            other.page.get_by_label("Your name").fill("Bo Example")
            other.page.get_by_label("Password", exact=True).fill(PASSWORD)
            other.page.get_by_role("button", name="Continue").click()
            other.page.get_by_text("Signed in as Bo Example").wait_for()
            assert other.page.get_by_text("Administration").count() == 0
            visitor.go(f"{address}/people")
            page.get_by_role("link", name="Bo Example").click()
            visitor.sees("person")
            page.get_by_label("Approver").check()
            page.get_by_role("button", name="Change what they may do").click()
            visitor.sees("person-changed")
            page.get_by_role("button", name="Keep them out").click()
            visitor.sees("person-out")
            other.page.goto(f"{address}/vet")
            assert "/sign-in" in other.page.url
