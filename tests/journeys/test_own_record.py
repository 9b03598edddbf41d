"""A supplier's person signs in, sees its own record and nothing of how it was judged, and acts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from app.settings import Settings
from models.person import Role
from tests.app.api.tenants import Tenant, furnish
from tests.journeys.conftest import served
from tests.journeys.visitor import Visitor

PASSWORD = "three random words"


@pytest.fixture(scope="module")
def larkmere(
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,  # noqa: ARG001 (no browser, no service)
) -> Iterator[tuple[str, Tenant]]:
    home = tmp_path_factory.mktemp("larkmere")
    ours, _ = furnish(Settings(home=home))
    with served(home, "serve", ACCESS="signed") as address:
        yield address, ours


def signed_in(visitor: Visitor, address: str, tenant: Tenant, role: Role) -> None:
    place = 1 + list(tenant.headers).index(role)
    page = visitor.page
    visitor.go(f"{address}/sign-in")
    email = f"{role.value}{place - 1}@{tenant.mark.lower()}.example"
    page.get_by_label("Email address").fill(email)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_a_supplier_sees_its_own_and_says_how_far_an_action_is(
    visitor: Visitor, larkmere: tuple[str, Tenant]
) -> None:
    (address, ours), page = larkmere, visitor.page
    signed_in(visitor, address, ours, Role.SUPPLIER)
    page.get_by_role("heading", name=f"{ours.mark} Cleaning").wait_for()
    visitor.sees("own-record")
    assert page.get_by_text(f"{ours.mark}.html").is_visible()
    assert page.get_by_text("08000 121 700").first.is_visible()
    for word in ("Residual risk", "Proposed", f"{ours.mark} Guarding"):
        assert page.get_by_text(word).count() == 0, word
    page.get_by_role("link", name=f"{ours.mark} step").click()
    visitor.sees("own-action")
    assert page.get_by_label("Withdrawn").count() == 0
    page.get_by_label("Done").check()
    page.get_by_role("button", name="Save").click()
    if page.get_by_role("alert").count():
        visitor.sees("own-action-error")
    page.get_by_label("Done").check()
    page.get_by_label("What shows it").fill("Payslips of October were sent.")
    page.get_by_role("button", name="Save").click()
    page.locator("blockquote").get_by_text("Payslips of October").first.wait_for()


def test_what_is_the_councils_leads_a_supplier_back_to_its_record(
    at_phone: Visitor, larkmere: tuple[str, Tenant]
) -> None:
    (address, ours), page = larkmere, at_phone.page
    signed_in(at_phone, address, ours, Role.SUPPLIER)
    answer = page.goto(f"{address}/suppliers/{ours.ids['supplier_id']}")
    assert answer is not None
    assert answer.status == 403
    at_phone.sees("own-refused")
    page.get_by_role("link", name="Go to your record").click()
    at_phone.sees("own-record")


def test_a_board_reader_begins_with_the_figures_and_is_offered_no_list_to_vet(
    at_desk: Visitor, larkmere: tuple[str, Tenant]
) -> None:
    (address, ours), page = larkmere, at_desk.page
    signed_in(at_desk, address, ours, Role.BOARD_READER)
    page.get_by_role("heading", name="1. In one page").wait_for()
    at_desk.sees("board-reader")
    assert page.get_by_role("link", name="Vet a list").count() == 0
    at_desk.go(f"{address}/suppliers/{ours.ids['supplier_id']}")
    assert page.get_by_role("link", name="Ask this supplier").count() == 0
    answer = page.goto(f"{address}/own")
    assert answer is not None
    assert answer.status == 404
