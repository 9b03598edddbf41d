"""Children are bounded by processor time, memory and standstill, not by a busy machine."""

import threading
import time
from collections.abc import Iterator

import psutil
import pytest

from scrapers.processes.bounded import BoundedProcess, Bounds, Ended
from scrapers.processes.pool import Pool
from scrapers.processes.watch import Ending

CHILD = "tests.scrapers.processes.echo_child"
WIDE = Bounds(seconds=30, memory=2_000_000_000)


@pytest.fixture
def child() -> Iterator[BoundedProcess]:
    one = BoundedProcess(CHILD)
    yield one
    one.close()


def test_request_within_bounds_is_answered_again_and_again(child: BoundedProcess) -> None:
    for text in (b"one", b"", b"x" * 1_000_000):
        assert child.request(WIDE, b"say ", text) == ("echo", b"say " + text)


@pytest.mark.parametrize(
    ("wanted", "bounds", "why"),
    [
        (b"burn", Bounds(seconds=0.3, memory=2_000_000_000), Ending.PROCESSOR),
        (b"sleep", Bounds(seconds=30, memory=2_000_000_000, idle_s=0.5), Ending.IDLE),
        (b"die", WIDE, Ending.DIED),
    ],
)
def test_request_beyond_a_bound_ends_the_child_and_says_why(
    child: BoundedProcess, wanted: bytes, bounds: Bounds, why: Ending
) -> None:
    with pytest.raises(Ended) as ended:
        child.request(bounds, wanted)
    assert ended.value.why is why
    assert not child.fit


@pytest.mark.parametrize(("wanted", "kind"), [(b"grow", "memory"), (b"fail", "failure")])
def test_request_that_fails_within_the_child_leaves_it_fit(
    child: BoundedProcess, wanted: bytes, kind: str
) -> None:
    assert child.request(WIDE, wanted)[0] == kind
    assert child.request(WIDE, b"on") == ("echo", b"on")


def test_child_that_gets_no_turn_for_longer_than_its_processor_time_still_answers(
    child: BoundedProcess,
) -> None:
    """A child that the system does not let run is what a busy machine makes of it."""
    child.request(WIDE, b"started")
    stopped = psutil.Process(child.pid)
    stopped.suspend()
    answers: list[tuple[str, bytes]] = []
    bounds = Bounds(seconds=0.5, memory=2_000_000_000)
    asking = threading.Thread(target=lambda: answers.append(child.request(bounds, b"late")))
    asking.start()
    time.sleep(1.2)
    assert answers == []
    stopped.resume()
    asking.join()
    assert answers == [("echo", b"late")]


def test_child_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDOUR_OIDC_CLIENT_SECRET", "s3cret")
    other = BoundedProcess(CHILD)
    names = other.request(WIDE, b"secrets")[1].split()
    other.close()
    assert b"PATH" in names
    assert not [name for name in names if name.startswith(b"CANDOUR_")]


def test_pool_whose_child_died_gives_the_next_request_a_new_one() -> None:
    pool = Pool(CHILD, 1)
    for _ in range(2):
        with pytest.raises(Ended):
            pool.request(WIDE, b"die")
        assert pool.request(WIDE, b"on") == ("echo", b"on")
    pool.close()
