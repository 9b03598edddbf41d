"""How often a caller may ask, and how often somebody may try a password or key that is wrong."""

import time
from collections import Counter

from limits import RateLimitItem, parse

from app.errors import TooMany


class RateLimiter:
    """Counts requests in this process; several processes let through as many times as much.

    Rates are read by the `limits` package. Counting is our own fixed window of a few lines, since
    every request pays for it: that package's store in memory starts a thread to expire its keys.

    Args:
        rate: How many requests one caller may make.
        wrong: How many attempts that may be guesses one address may make.
    """

    def __init__(self, rate: str, wrong: str) -> None:
        self._rate = _Window(parse(rate))
        self._wrong = _Window(parse(wrong))

    def hit(self, caller: str) -> None:
        """Count a request.

        Raises:
            TooMany: The caller has made all that are allowed for now.
        """
        self._rate.count(caller)

    def hit_failed_attempt(self, address: str) -> None:
        """Count an attempt that may be a guess.

        Raises:
            TooMany: There were too many from this address.
        """
        self._wrong.count(address)


class _Window:
    """Counts in windows of one length, all of which begin together."""

    def __init__(self, rate: RateLimitItem) -> None:
        self._rate = rate
        self._length = rate.get_expiry()
        self._number = 0
        self._counted: Counter[str] = Counter()

    def count(self, who: str) -> None:
        now = time.time()
        number = int(now // self._length)
        if number != self._number:
            self._number, self._counted = number, Counter()
        self._counted[who] += 1
        if self._counted[who] > self._rate.amount:
            left = (number + 1) * self._length - now
            raise TooMany(f"No more than {self._rate}. Wait, then go on.", seconds=int(left) + 1)
