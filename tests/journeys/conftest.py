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
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

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

    Where the suite runs on PostgreSQL so does the service, with two workers as processes of their
    own beside it. `more` are further settings by their names.
    """
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    settings = {"HOME": str(home), "PORT": str(port), "ACCESS": "open", **more}
    commands = [command]
    if not Settings(home=home).embedded:
        settings["DATABASE_URL"] = Settings(home=home).database
        commands += ["worker", "worker"]
    environment = os.environ | {f"CANDOUR_{name}": value for name, value in settings.items()}
    address = f"http://127.0.0.1:{port}"
    with (home / "log.txt").open("wb") as log, ExitStack() as stack:
        service, *_ = [stack.enter_context(_process(each, environment, log)) for each in commands]
        _wait_for(address, service, home)
        yield address


@contextmanager
def _process(
    command: str, environment: dict[str, str], log: BinaryIO
) -> Iterator["subprocess.Popen[bytes]"]:
    started = subprocess.Popen(
        [sys.executable, "-m", "app.cli", command],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        yield started
    finally:
        started.terminate()
        started.wait(timeout=30)


def _wait_for(address: str, process: "subprocess.Popen[bytes]", home: Path) -> None:
    for _ in range(1800):
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
