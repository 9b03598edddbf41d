"""The engine: runs durable work in this process, by DBOS on SQLite or PostgreSQL.

Work may be taken up again when a process dies in its middle, so each piece's effect must be the
same when it is repeated.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps

from dbos import DBOS, DBOSConfig

from app.installation import Home
from app.jobs.queue import APPLICATION, LIMITS, PROTOCOL, QueueClient

SHUTDOWN_GRACE_S = 10
"""Seconds that running work is given to end when the process is asked to stop."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What runs in this process: for which installation, by which name, with which queues."""

    home: Home
    worker: str
    queues: QueueClient


_runtimes: list[Runtime] = []
_active: set[object] = set()


def current_runtime() -> Runtime:
    """Return what runs in this process.

    Raises:
        RuntimeError: No jobs are being run or given out.
    """
    if not _runtimes:
        raise RuntimeError("jobs are not being run in this process")
    return _runtimes[-1]


@contextmanager
def use_runtime(runtime: Runtime) -> Iterator[None]:
    """Make a runtime the one of this process, while the context is open."""
    _runtimes.append(runtime)
    try:
        yield
    finally:
        _runtimes.remove(runtime)


def start(runtime: Runtime) -> None:
    """Begin to take work from every queue."""
    config: DBOSConfig = {
        "name": APPLICATION,
        "system_database_engine": runtime.queues.engine,
        "application_version": PROTOCOL,
        "executor_id": runtime.worker,
        "log_level": "ERROR",
        "run_migrations": False,
        "max_executor_threads": sum(limits.held for limits in LIMITS.values()) + 8,
    }
    logging.getLogger("dbos").setLevel(logging.ERROR)
    DBOS(config=config)
    DBOS.listen_queues([queue.value for queue in LIMITS])
    DBOS.launch()


def shutdown() -> None:
    """Take no more work, and give what runs a little time to end."""
    DBOS.destroy(workflow_completion_timeout_sec=SHUTDOWN_GRACE_S if _active else 0)


def durable(name: str) -> Callable[[Callable[[str], None]], Callable[[str], None]]:
    """Make a function durable work under a name that stays, whatever becomes of the code."""

    def decorate(function: Callable[[str], None]) -> Callable[[str], None]:
        @wraps(function)
        def counted(argument: str) -> None:
            key = object()
            _active.add(key)
            try:
                function(argument)
            finally:
                _active.discard(key)

        return DBOS.workflow(name=name, max_recovery_attempts=None)(counted)

    return decorate
