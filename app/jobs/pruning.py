"""Throws away the letters of work that ended: what they did is kept with its job."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.jobs.engine import Running

KEPT_FOR = timedelta(hours=1)
_EVERY_S = 60.0
_AT_ONCE = 1_000


@dataclass(slots=True)
class Pruning:
    """Throws away a thousand letters at a time, so that no other work waits for it long."""

    _next: float = 0.0

    def prune(self, here: Running) -> None:
        """Throw away old letters, where it is time to."""
        if time.monotonic() < self._next:
            return
        before = datetime.now(UTC) - KEPT_FOR
        thrown = here.post.throw_away(before, at_most=_AT_ONCE)
        self._next = time.monotonic() + (0.0 if thrown == _AT_ONCE else _EVERY_S)
