"""Turns of strangers: in order, a few at once, and no more seconds than one address may use."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.features.self_assessment import turns
from app.features.self_assessment.turns import MOST_WAITING, Busy, Turns


class Clock:
    """A clock that shows what a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(turns, "time", made)
    return made


def test_turn_while_all_are_at_work_says_the_place_and_when_to_come_back() -> None:
    given = Turns(1, patience_s=0.01)
    with given.turn("192.0.2.1"), pytest.raises(Busy) as busy, given.turn("192.0.2.2"):
        pass
    assert busy.value.place == 1
    assert busy.value.text == "We are busy: you are number 1 in the queue. Try again in a minute"
    with given.turn("192.0.2.2"):
        pass


def test_turn_is_given_to_who_waits_once_another_ends() -> None:
    given, begun = Turns(1, patience_s=30), threading.Event()

    def wait() -> bool:
        begun.set()
        with given.turn("192.0.2.2"):
            return True

    with ThreadPoolExecutor(1) as pool:
        with given.turn("192.0.2.1"):
            waiting = pool.submit(wait)
            begun.wait()
        assert waiting.result(timeout=30)


def test_turn_of_a_full_queue_is_refused_at_once() -> None:
    given = Turns(1, patience_s=60)
    given._waiting.extend(object() for _ in range(MOST_WAITING))
    with pytest.raises(Busy) as busy, given.turn("192.0.2.9"):
        pass
    assert busy.value.place == MOST_WAITING + 1


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_turn_of_this_machine_is_given_however_much_it_used(clock: Clock, address: str) -> None:
    given = Turns(1)
    with given.turn(address):
        clock.now += turns.BUDGET_S
    with given.turn(address):
        pass


def test_turn_of_an_address_that_used_its_seconds_is_refused_until_they_are_old(
    clock: Clock,
) -> None:
    given = Turns(2)
    with given.turn("192.0.2.1"):
        clock.now += turns.BUDGET_S
    with pytest.raises(Busy) as busy, given.turn("192.0.2.1"):
        pass
    assert busy.value.place == 0
    assert busy.value.text.endswith("Try again in 10 minutes")
    with given.turn("192.0.2.2"):
        pass
    clock.now += turns.WINDOW_S + 1
    with given.turn("192.0.2.1"):
        pass


def test_turn_that_ends_in_an_error_is_given_back() -> None:
    given = Turns(1, patience_s=0.01)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), given.turn("192.0.2.1"):
            raise ZeroDivisionError
