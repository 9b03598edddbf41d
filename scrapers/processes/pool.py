"""A few children shared by all threads of a process; each is started when first needed."""

import threading
from contextlib import suppress

from scrapers.processes.bounded import BoundedProcess, Bounds, Ended


class NoneFree(Exception):
    """All children are at work, and the caller did not want to wait."""


class Pool:
    """Children that run one module, `size` at most at once; further callers wait their turn.

    Args:
        module: What the children run.
        size: How many there are at most.
        niceness: How far they stand back for other processes (`nice`, 0 to 19).
    """

    def __init__(self, module: str, size: int, *, niceness: int = 0) -> None:
        self.size = size
        self._module, self._niceness = module, niceness
        self._free: list[BoundedProcess] = []
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(size)

    def request(self, bounds: Bounds, *parts: bytes, wait: bool = True) -> tuple[str, bytes]:
        """Send a request to the next free child; return the kind of the answer and the answer.

        Raises:
            Ended: The child broke a bound or died; the next request gets a new one.
            NoneFree: All children are at work, where `wait` is false.
        """
        if not self._slots.acquire(blocking=wait):
            raise NoneFree
        try:
            child = self._take()
            try:
                return child.request(bounds, *parts)
            finally:
                self._give(child)
        finally:
            self._slots.release()

    def warm(self, bounds: Bounds, *parts: bytes) -> None:
        """Send a request whose answer nobody needs, so that the next one is quick."""
        with suppress(Ended, NoneFree):
            self.request(bounds, *parts, wait=False)

    def close(self) -> None:
        """End every child that is not at work."""
        with self._lock:
            children, self._free = self._free, []
        for child in children:
            child.close()

    def _take(self) -> BoundedProcess:
        with self._lock:
            while self._free:
                child = self._free.pop()
                if child.fit:
                    return child
                child.close()
        return BoundedProcess(self._module, niceness=self._niceness)

    def _give(self, child: BoundedProcess) -> None:
        if child.fit:
            with self._lock:
                self._free.append(child)
        else:
            child.close()
