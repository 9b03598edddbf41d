"""Walks through the pages with a real browser, on the real service with the example council.

Nothing is faked: `council` is `candour demo` in a process of its own, `empty` is `candour serve`
on an empty home. Without Debian's `chromium` the walks are skipped.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from app.settings import Settings
from tests.journeys.visitor import DESK, PHONE, Visitor

ROOT = Path(__file__).resolve().parents[2]
STYLES = ROOT / "node_modules" / "govuk-frontend"


@pytest.fixture(scope="session", autouse=True)
def _styles() -> None:
    if not STYLES.is_dir():
        pytest.skip("no styles: run `make install` to walk the pages")


@contextmanager
def served(home: Path, command: str, **more: str) -> Iterator[str]:
    """Run the service on a free port of this machine until it answers, and stop it at the end.

    `more` are further settings by their names.
    """
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    settings = {"HOME": str(home), "PORT": str(port), "ACCESS": "open", **more}
    if not Settings(home=home).embedded:  # the suite runs on PostgreSQL, and so does the service
        settings["DATABASE_URL"] = Settings(home=home).database
    environment = os.environ | {f"CANDOUR_{name}": value for name, value in settings.items()}
    log = (home / "log.txt").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "app.cli", command],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process, home)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)
        log.close()


def _wait_for(address: str, process: "subprocess.Popen[bytes]", home: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{address}/static/candour.css", timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the service did not start:\n{(home / 'log.txt').read_text()[-3000:]}")


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:  # noqa: ARG001 (no browser, no service)
    with served(tmp_path_factory.mktemp("council"), "demo") as address:
        yield address


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:  # noqa: ARG001 (no browser, no service)
    with served(tmp_path_factory.mktemp("empty"), "serve") as address:
        yield address


@pytest.fixture(params=["phone", "desk", "desk without scripts"])
def visitor(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visitor]:
    """A person before a small screen, a large one, and one whose scripts do not run."""
    size = PHONE if request.param == "phone" else DESK
    with Visitor.of(browser, size, scripts="without" not in request.param) as one:
        yield one


@pytest.fixture
def at_desk(browser: Browser) -> Iterator[Visitor]:
    with Visitor.of(browser, DESK, scripts=True) as one:
        yield one


@pytest.fixture
def at_phone(browser: Browser) -> Iterator[Visitor]:
    with Visitor.of(browser, PHONE, scripts=True) as one:
        yield one
