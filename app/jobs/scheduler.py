"""Functions that are called periodically: a feature registers them, every worker calls them."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from app.installation import Home

INTERVAL_S = 30.0
"""Seconds between two calls of a periodic function by one worker."""

_functions: list[Callable[[Home], None]] = []


def periodic(function: Callable[[Home], None]) -> Callable[[Home], None]:
    """Have a function called by every worker periodically; it must not mind being called twice."""
    _functions.append(function)
    return function


@dataclass(slots=True)
class Scheduler:
    """One worker's memory of when it last called the periodic functions."""

    _last: float = float("-inf")

    def tick(self, home: Home) -> None:
        """Call the periodic functions, if it is time again."""
        interval = min(INTERVAL_S, home.settings.watch_hours * 1_800) or INTERVAL_S
        if time.monotonic() - self._last >= interval:
            self._last = time.monotonic()
            for function in _functions:
                function(home)
