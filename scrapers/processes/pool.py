"""A few children shared by all threads of a process; each is started when first needed."""

import threading

from scrapers.processes.bounded import BoundedProcess, Bounds, Ended


class Pool:
    """Children that run one module, `size` at most at once; further callers wait their turn."""

    def __init__(self, module: str, size: int) -> None:
        self.size = size
        self._module = module
        self._free: list[BoundedProcess] = []
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(size)

    def request(self, bounds: Bounds, *parts: bytes) -> tuple[str, bytes]:
        """Send a request to the next free child; return the kind of the answer and the answer.

        Raises:
            Ended: The child broke a bound or died; the next request gets a new one.
        """
        with self._slots:
            child = self._take()
            try:
                return child.request(bounds, *parts)
            except Ended:
                raise
            except BaseException:
                child.close()
                raise
            finally:
                self._give(child)

    def warm(self, bounds: Bounds, *parts: bytes) -> None:
        """Start each child that may run and send it a request, so that none is slow at first."""
        with self._slots:
            child = self._take()
            try:
                child.request(bounds, *parts)
            except Ended:
                return
            finally:
                self._give(child)

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
        return BoundedProcess(self._module)

    def _give(self, child: BoundedProcess) -> None:
        if child.fit:
            with self._lock:
                self._free.append(child)
        else:
            child.close()
