"""Rates at their limit: the last request let through, the first refused, and the next window."""

import pytest

from app.errors import TooMany
from app.security import rate_limit
from app.security.rate_limit import RateLimiter


class Clock:
    """A clock that shows what a test sets."""

    def __init__(self) -> None:
        self.now = 6000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(rate_limit, "time", made)
    return made


def let_through(limiter: RateLimiter, who: str, times: int) -> int:
    """How many of some requests are let through."""
    passed = 0
    for _ in range(times):
        try:
            limiter.hit(who)
        except TooMany:
            continue
        passed += 1
    return passed


@pytest.mark.parametrize(
    ("rate", "times", "passed"),
    [("3/minute", 2, 2), ("3/minute", 3, 3), ("3/minute", 4, 3), ("1/hour", 9, 1)],
)
@pytest.mark.usefixtures("clock")
def test_hit_at_the_limit(rate: str, times: int, passed: int) -> None:
    assert let_through(RateLimiter(rate, "1/minute"), "key:1", times) == passed


@pytest.mark.usefixtures("clock")
def test_hit_counts_each_caller_alone() -> None:
    limiter = RateLimiter("2/minute", "1/minute")
    assert [let_through(limiter, who, 5) for who in ("key:1", "key:2")] == [2, 2]


@pytest.mark.usefixtures("clock")
def test_hit_failed_attempt_has_a_limit_of_its_own() -> None:
    limiter = RateLimiter("2/minute", "3/minute")
    assert let_through(limiter, "192.0.2.1", 2) == 2
    for _ in range(3):
        limiter.hit_failed_attempt("192.0.2.1")
    with pytest.raises(TooMany, match="No more than 3 per 1 minute"):
        limiter.hit_failed_attempt("192.0.2.1")


@pytest.mark.parametrize(
    ("at", "seconds"), [(6000.0, 61), (6000.5, 60), (6030.0, 31), (6059.5, 1)]
)
def test_hit_refused_says_how_long_to_wait_and_lets_in_after_it(
    clock: Clock, at: float, seconds: int
) -> None:
    clock.now = at
    limiter = RateLimiter("1/minute", "1/minute")
    limiter.hit("key:1")
    with pytest.raises(TooMany) as refused:
        limiter.hit("key:1")
    assert refused.value.seconds == seconds
    clock.now = at + seconds - 1 - 0.001 if seconds > 1 else at
    assert let_through(limiter, "key:1", 1) == 0
    clock.now = at + seconds
    assert let_through(limiter, "key:1", 2) == 1


def test_hit_the_window_ends_on_the_minute(clock: Clock) -> None:
    limiter = RateLimiter("1/minute", "1/minute")
    clock.now = 6059.999
    assert let_through(limiter, "key:1", 2) == 1
    clock.now = 6060.0
    assert let_through(limiter, "key:1", 2) == 1
