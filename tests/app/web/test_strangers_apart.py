"""What strangers send is judged apart: whoever else uses the service never waits for it.

Nothing here measures time. A process that gets no turn at all is the worst that a costly file can
make of it, so it is stopped, and the others have to be answered before it goes on.
"""

import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace

import httpx
import psutil
import pytest
import uvicorn

from app.features.self_assessment import service
from app.main import create_app
from app.settings import Access, Settings
from scrapers.documents import Caller, read_document_safely
from tests.places import COUNCIL

AT = "/check-your-statement"
TEXT = (COUNCIL / "sources" / "pellowmere.md").read_text()
COSTLY = "".join(
    f"In {year} we trained {year} people on modern slavery. " for year in range(5_000)
)


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """Serve on a port of this machine; yield the address."""
    app = create_app(settings, works=False)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    running = threading.Thread(target=server.run)
    running.start()
    while not server.started:
        running.join(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    running.join()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("apart")
    with served(Settings(home=home, access=Access.SIGNED, anonymous_readers=1)) as at:
        yield at


def check(address: str, text: str) -> httpx.Response:
    return httpx.post(
        address + AT, data={"text": text}, headers={"accept": "text/html"}, timeout=None
    )


def judging_processes() -> list[psutil.Process]:
    return [
        each
        for each in psutil.Process().children()
        if each.status() != psutil.STATUS_ZOMBIE
        and "app.features.self_assessment.judging_process" in each.cmdline()
    ]


def test_self_check_whose_process_gets_no_turn_delays_nobody_else(address: str) -> None:
    before = {each.pid for each in judging_processes()}
    assert check(address, TEXT).status_code == 200
    (judging,) = [each for each in judging_processes() if each.pid not in before]
    judging.suspend()
    with ThreadPoolExecutor() as strangers:
        both = [strangers.submit(check, address, TEXT) for _ in range(2)]
        (refused,), (waiting,) = wait(both, return_when=FIRST_COMPLETED)
        assert "Try again in a minute" in refused.result().text
        for _ in range(3):
            assert httpx.get(f"{address}/health/live", timeout=None).status_code == 200
            for caller in Caller:
                assert read_document_safely(TEXT.encode(), caller=caller).sentences
        assert not waiting.done()
        judging.resume()
        assert waiting.result().status_code == 200


def test_text_that_takes_too_much_processor_time_is_refused_and_the_next_is_judged(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as less:
        less.setattr(service, "LIMITS", replace(service.LIMITS, seconds=0.5))
        refused = check(address, COSTLY)
    assert refused.status_code == 422
    assert "0.5 seconds of processor time" in refused.text
    assert "as pasted text" in refused.text
    assert check(address, TEXT).status_code == 200


def test_text_that_is_too_long_is_refused_with_the_most_that_is_read(address: str) -> None:
    refused = check(address, "We trained staff. " * 20_000)
    assert refused.status_code == 422
    assert "at most 300,000 characters are read" in refused.text
