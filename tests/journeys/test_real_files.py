"""Whole walks with real registers and real statements: PDF, web page and text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import served
from tests.journeys.test_vet_a_list import finished, vetted
from tests.journeys.visitor import Visitor
from tests.places import SHARED, needs_real_files

LISTS = SHARED / "procurement"
STATEMENTS = SHARED / "statements"

pytestmark = needs_real_files


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:  # noqa: ARG001 (no browser, no service)
    """A council of its own: thousands of real suppliers would bury those of the example."""
    with served(tmp_path_factory.mktemp("real"), "serve") as address:
        yield address


def walked(visitor: Visitor, council: str, name: str, list_: Path, statements: list[Path]) -> None:
    page = visitor.page
    vetted(visitor, council, {"list": [list_], "statements": statements})
    page.get_by_role("button", name="Continue").click()
    visitor.sees(f"{name}-check")
    page.get_by_role("button", name="Vet this list").click()
    finished(visitor)
    visitor.sees(f"{name}-job")
    page.get_by_role("button", name="Continue").click()
    visitor.sees(f"{name}-vetted")
    assert page.locator("tbody tr").count() == 50


def test_salford_with_statements_of_three_kinds(visitor: Visitor, council: str) -> None:
    page = visitor.page
    statements = [
        STATEMENTS / "pdf" / "coke_1.pdf",
        STATEMENTS / "html" / "wfy_solutions.html",
        sorted((STATEMENTS / "md").glob("*.md"))[0],
    ]
    register = LISTS / "salford_contracts_register_2022-07.csv"
    walked(visitor, council, "salford", register, statements)
    visitor.go(f"{council}/?category=Catering")
    visitor.sees("salford-category")
    assert page.locator("tbody tr").count() >= 3
    visitor.go(f"{council}/?name=coca")
    page.locator("tbody th a").first.click()
    visitor.sees("salford-supplier")
    visitor.go(f"{page.url.partition('?')[0]}/findings")
    link = page.locator("a[href*='sentence=']").first.get_attribute("href")
    visitor.go(council + str(link))
    visitor.sees("salford-evidence")
    assert page.locator(".candour-box--chosen rect").count() >= 1


@pytest.mark.parametrize("name", ["london_clean_2022-P13", "lambeth_2012-06_payments"])
def test_other_councils_lists(at_phone: Visitor, council: str, name: str) -> None:
    walked(at_phone, council, name.partition("_")[0], LISTS / f"{name}.csv", [])
