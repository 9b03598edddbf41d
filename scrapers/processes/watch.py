"""Watch a child process by its processor time, so that a busy machine changes no result."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import psutil

IDLE_S = 120.0
"""Seconds of wall time without any use of the processor, after which a child has hung (ours).

On the busiest machine a child that has work gets a turn far sooner.
"""
_INTERVAL_S = 0.25
_TICK_S = 0.01


class Ending(StrEnum):
    """Why a child ended before it answered."""

    PROCESSOR = "processor"
    IDLE = "idle"
    DIED = "died"


class Watch:
    """Ends one child that used up its processor time, or that hangs without using any."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float, idle_s: float) -> None:
        self._child, self._seconds, self._idle_s = child, seconds, idle_s
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.ending: Ending | None = None

    def start(self) -> None:
        """Begin; what the child has used so far does not count."""
        self._thread.start()

    def stop(self) -> None:
        """End the watch and leave the child as it is."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            process = psutil.Process(self._child.pid)
            begun = used = _processor_time(process)
            idle = 0.0
            while not self._over.wait(_INTERVAL_S):
                now = _processor_time(process)
                if now - used < _TICK_S:
                    idle += _INTERVAL_S
                else:
                    used, idle = now, 0.0
                if now - begun > self._seconds:
                    self._end(Ending.PROCESSOR)
                elif idle >= self._idle_s:
                    self._end(Ending.IDLE)
        except psutil.Error:  # it is gone: whoever reads its answer notices
            return

    def _end(self, why: Ending) -> None:
        self.ending = why
        self._over.set()
        self._child.kill()


@contextmanager
def watched(
    child: subprocess.Popen[bytes], *, seconds: float, idle_s: float = IDLE_S
) -> Iterator[Watch]:
    """Watch a child while it works on one thing.

    Args:
        child: The process; it starts none of its own.
        seconds: Most processor time (user and system, all its threads) from now on.
        idle_s: Wall time without use of the processor after which it has hung.
    """
    watch = Watch(child, seconds, idle_s)
    watch.start()
    try:
        yield watch
    finally:
        watch.stop()


def _processor_time(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
