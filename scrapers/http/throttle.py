"""Throttle for each host and its robots.txt: one request at a time, and a pause between two."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from protego import Protego

_MOST_HOSTS = 16_384
_ROBOTS_MAX_AGE_S = 24 * 3600.0  # RFC 9309 section 2.4: not longer than a day
_ROBOTS_READ = 500 * 1024  # RFC 9309 section 2.5: at least 500 kibibytes are parsed


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    waiting: int = 0


class HostThrottle:
    """Gives each host one request at a time, and a pause after it."""

    def __init__(self, delay_s: float, sleep: Callable[[float], None]) -> None:
        self._delay_s = delay_s
        self._sleep = sleep
        self._hosts: OrderedDict[str, _Host] = OrderedDict()
        self._lock = threading.Lock()

    @contextmanager
    def acquire(self, host: str, pause: Callable[[], float]) -> Iterator[None]:
        """Wait for this host's turn, and hold it.

        Args:
            host: Host and port.
            pause: Tells, at the end of the turn, how many seconds this host asks for between two
                requests; the longer of that and our own pause is kept.
        """
        known = self._enter(host)
        try:
            with known.turn:
                if (early := known.free_at - time.monotonic()) > 0:
                    self._sleep(early)
                try:
                    yield
                finally:
                    known.free_at = time.monotonic() + max(self._delay_s, pause())
        finally:
            with self._lock:
                known.waiting -= 1

    def _enter(self, host: str) -> _Host:
        with self._lock:
            known = self._hosts.setdefault(host, _Host())
            known.waiting += 1
            self._hosts.move_to_end(host)
            self._evict_idle()
            return known

    def _evict_idle(self) -> None:
        while len(self._hosts) > _MOST_HOSTS:
            host, oldest = next(iter(self._hosts.items()))
            if oldest.waiting or oldest.free_at > time.monotonic():
                return
            del self._hosts[host]


class Robots:
    """The robots.txt of each host, read once a day."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._known: OrderedDict[str, tuple[float, Protego | None]] = OrderedDict()
        self._lock = threading.Lock()

    def known(self, host: str) -> bool:
        """Whether the host's robots.txt has been read within the day."""
        with self._lock:
            entry = self._known.get(host)
        return entry is not None and time.monotonic() - entry[0] < _ROBOTS_MAX_AGE_S

    def learn(self, host: str, body: bytes | None) -> None:
        """Keep what a host's robots.txt says; None where it has none, which allows everything."""
        text = (body or b"")[:_ROBOTS_READ].decode("utf-8", "replace").strip()
        rules = Protego.parse(text) if text else None
        with self._lock:
            self._known[host] = (time.monotonic(), rules)
            while len(self._known) > _MOST_HOSTS:
                self._known.popitem(last=False)

    def allow(self, host: str, url: str) -> bool:
        """Whether the host lets us read this address."""
        rules = self._rules(host)
        return rules is None or bool(rules.can_fetch(url, self._agent))

    def pause(self, host: str) -> float:
        """Return the seconds that the host asks for between two requests; 0 where it does not."""
        rules = self._rules(host)
        return float(rules.crawl_delay(self._agent) or 0) if rules else 0.0

    def _rules(self, host: str) -> Protego | None:
        with self._lock:
            return self._known.get(host, (0.0, None))[1]
