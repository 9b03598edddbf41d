"""How often a caller may ask, and how often somebody may try a password or key that is wrong."""

import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from app.errors import TooMany


class Turnstile:
    """Counts requests in this process; several processes let through as many times as much."""

    def __init__(self, rate: str, wrong: str) -> None:
        self._rate = parse(rate)
        self._wrong = parse(wrong)
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def pass_through(self, caller: str) -> None:
        """Count a request.

        Raises:
            TooMany: The caller has made all that are allowed for now.
        """
        self._count(self._rate, caller)

    def wrong(self, address: str) -> None:
        """Count an attempt that may be a guess.

        Raises:
            TooMany: There were too many from this address.
        """
        self._count(self._wrong, address)

    def _count(self, rate: RateLimitItem, who: str) -> None:
        if not self._limiter.hit(rate, who):
            reset = self._limiter.get_window_stats(rate, who).reset_time
            raise TooMany(
                f"No more than {rate}. Wait, then go on.", seconds=round(reset - time.time()) + 1
            )
