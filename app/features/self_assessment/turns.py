"""Turns of people without an account: how many are judged at once, who waits, and what each costs.

One address may use so many seconds of judging in ten minutes, and all together as many processes
as are set. This machine's own address has no such budget: everybody behind a proxy that the
settings do not name would share it. Whoever comes when all are at work waits a few seconds in a
queue. After that they are told their place and how long it may take, so that they need not try
again and again.
"""

import math
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from app.settings import LOOPBACK

MOST_WAITING = 6
"""People who wait at once: each holds one of forty threads that answer requests (our choice)."""
PATIENCE_S = 5.0
"""Seconds that a browser is kept waiting for a turn."""
WINDOW_S = 600.0
BUDGET_S = 180.0
"""Seconds of judging that one address may use in the window: some sixty usual statements."""
_USUAL_S = 3.0
_REMEMBERED = 20
_MOST_ADDRESSES = 10_000


class Busy(Exception):
    """There is no turn now.

    Attributes:
        place: Place in the queue, from 1; 0 where the address has used up its seconds.
        seconds: After how long it is worth trying again.
    """

    def __init__(self, *, place: int, seconds: float) -> None:
        super().__init__(f"place {place}, {seconds:.0f} s")
        self.place, self.seconds = place, max(1.0, seconds)

    @property
    def text(self) -> str:
        """Why there is no turn, and when to come back, in a sentence."""
        minutes = math.ceil(self.seconds / 60)
        wait = "a minute" if minutes == 1 else f"{minutes} minutes"
        if self.place == 0:
            return f"Many statements were checked from your address just now. Try again in {wait}"
        return f"We are busy: you are number {self.place} in the queue. Try again in {wait}"


class Turns:
    """Gives out turns to judge, in the order in which people come.

    Args:
        size: How many are judged at once.
        patience_s: Seconds that somebody is kept waiting.
    """

    def __init__(self, size: int, *, patience_s: float = PATIENCE_S) -> None:
        self._size, self._patience_s = size, patience_s
        self._changed = Condition()
        self._running = 0
        self._waiting: deque[object] = deque()
        self._spent: dict[str, deque[tuple[float, float]]] = {}
        self._lately: deque[float] = deque([_USUAL_S], maxlen=_REMEMBERED)

    @contextmanager
    def turn(self, address: str) -> Iterator[None]:
        """Hold a turn for as long as the context is open.

        Raises:
            Busy: There is none in time, or the address has used up its seconds.
        """
        self._begin(address)
        began = time.monotonic()
        try:
            yield
        finally:
            self._end(address, time.monotonic() - began)

    def _begin(self, address: str) -> None:
        with self._changed:
            self._require_budget(address)
            if self._running < self._size and not self._waiting:
                self._running += 1
                return
            if len(self._waiting) >= MOST_WAITING:
                raise self._busy(len(self._waiting) + 1)
            me = object()
            self._waiting.append(me)
            try:
                free = self._changed.wait_for(
                    lambda: self._waiting[0] is me and self._running < self._size,
                    self._patience_s,
                )
                if not free:
                    raise self._busy(self._waiting.index(me) + 1)
                self._running += 1
            finally:
                self._waiting.remove(me)
                self._changed.notify_all()

    def _end(self, address: str, seconds: float) -> None:
        with self._changed:
            self._running -= 1
            self._lately.append(seconds)
            if len(self._spent) > _MOST_ADDRESSES:
                self._spent.clear()
            self._spent.setdefault(address, deque()).append((time.monotonic(), seconds))
            self._changed.notify_all()

    def _require_budget(self, address: str) -> None:
        spent, now = self._spent.get(address), time.monotonic()
        if spent is None or address in LOOPBACK:
            return
        while spent and spent[0][0] < now - WINDOW_S:
            spent.popleft()
        if sum(seconds for _, seconds in spent) >= BUDGET_S:
            raise Busy(place=0, seconds=spent[0][0] + WINDOW_S - now)

    def _busy(self, place: int) -> Busy:
        mean = sum(self._lately) / len(self._lately)
        return Busy(place=place, seconds=mean * place / self._size)
