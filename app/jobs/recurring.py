"""What is to be looked at now and then: a pipeline says what, every worker sees to it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from app.home import Installation

EVERY_S = 30.0
"""Seconds between two looks of one worker at what may be due."""

_hooks: list[Callable[[Installation], None]] = []


def now_and_then(hook: Callable[[Installation], None]) -> Callable[[Installation], None]:
    """Have a function called by every worker now and then; it must not mind being called twice."""
    _hooks.append(hook)
    return hook


@dataclass(slots=True)
class Recurring:
    """One worker's memory of when it last looked."""

    _last: float = float("-inf")

    def look(self, home: Installation) -> None:
        """Call what is to be called, if it is time again."""
        every = min(EVERY_S, home.settings.watch_hours * 1_800) or EVERY_S
        if time.monotonic() - self._last >= every:
            self._last = time.monotonic()
            for hook in _hooks:
                hook(home)
