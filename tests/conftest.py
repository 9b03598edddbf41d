"""The whole suite on PostgreSQL: `CANDOUR_TEST_DATABASE=postgresql make test`.

Without it tests use SQLite, as an installation does by default. With it each installation's folder
gets a database of its own on a server that is started from a wheel for the run, copied from one
that was migrated once.

Hypothesis makes few examples, the same in each run; `make test-long` makes many, new each time. No
example has a time limit: how busy a machine is says nothing of the code.

Statements are read without the encoder, which takes a hundred times as long a sentence; tests that
are about it turn it on.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from app.settings import Settings
from tests.postgresql import Server, started

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

SHARING = ("journeys/", "app/api/", "app/web/", "app/reports/")

os.environ.setdefault("CANDOUR_ENCODER", "false")  # processes that tests start take it over

hypothesis.settings.register_profile("ci", max_examples=15, derandomize=True, deadline=None)
hypothesis.settings.register_profile("long", max_examples=400, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep in one process what shares something costly; all else is kept together by file.

    Walks share one served council and its browser; the interface has two councils, the pages two
    others; reports share a council with a past. A second process would make each of them again.
    """
    for item in items:
        place = item.path.relative_to(Path(__file__).parent).as_posix()
        folder = next((each for each in SHARING if place.startswith(each)), place)
        item.add_marker(pytest.mark.xdist_group(folder))


@pytest.fixture(scope="session", autouse=True)
def _database() -> Iterator[None]:
    if os.environ.get("CANDOUR_TEST_DATABASE", "sqlite") != "postgresql":
        yield
        return
    embedded = Settings.database
    with started() as server:

        def its_own(settings: Settings) -> str:
            if settings.database_url:
                return str(embedded.fget(settings))  # type: ignore[attr-defined]
            return server.database_of(settings.home)

        Settings.database = property(its_own)  # type: ignore[assignment,method-assign]
        yield
        Settings.database = embedded  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A real PostgreSQL server, for tests that are about it."""
    with started() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run: a second beside it in the same thread is refused."""
    if not CHROMIUM.is_file():
        pytest.skip("no browser: install Debian's chromium to look at pages with it")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()
