"""The engine: runs durable work in this process, by DBOS on SQLite or PostgreSQL.

Work may be taken up again when a process dies in its middle, so each piece's effect must be the
same when it is repeated.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from dbos import DBOS, DBOSConfig

from app.home import Installation
from app.jobs.post import APPLICATION, PROTOCOL, Letter, Post
from app.jobs.queues import LIMITS, Priority, Queue

LAST_WORDS_S = 10
"""Seconds that running work is given to end when the process is asked to stop."""

step = DBOS.step


@dataclass(frozen=True, slots=True)
class Running:
    """What runs in this process: for which installation, by which name, with which post."""

    home: Installation
    worker: str
    post: Post


_now_running: list[Running] = []
_busy: set[object] = set()


def running_here() -> Running:
    """Return what runs in this process.

    Raises:
        RuntimeError: No jobs are being run or given out.
    """
    if not _now_running:
        raise RuntimeError("jobs are not being run in this process")
    return _now_running[-1]


@contextmanager
def here(running: Running) -> Iterator[None]:
    """Let durable work in this process know where it is, while the context is open."""
    _now_running.append(running)
    try:
        yield
    finally:
        _now_running.remove(running)


def home() -> Installation:
    """Return the installation whose jobs this process runs; durable work asks for it here."""
    return running_here().home


def launch(running: Running) -> None:
    """Begin to take work from every queue."""
    config: DBOSConfig = {
        "name": APPLICATION,
        "system_database_engine": running.post.engine,
        "application_version": PROTOCOL,
        "executor_id": running.worker,
        "log_level": "ERROR",
        "run_migrations": False,
        "max_executor_threads": sum(each.held for each in LIMITS.values()) + 8,
    }
    logging.getLogger("dbos").setLevel(logging.ERROR)
    DBOS(config=config)
    DBOS.listen_queues([queue.value for queue in LIMITS])
    DBOS.launch()


def land() -> None:
    """Take no more work, and give what runs a little time to end."""
    DBOS.destroy(workflow_completion_timeout_sec=LAST_WORDS_S if _busy else 0)


def workflow(name: str) -> Callable[[Callable[[str], None]], Callable[[str], None]]:
    """Make a function durable work under a name that stays, whatever becomes of the code."""

    def durable(work: Callable[[str], None]) -> Callable[[str], None]:
        @wraps(work)
        def noted(about: str) -> None:
            mark = object()
            _busy.add(mark)
            try:
                work(about)
            finally:
                _busy.discard(mark)

        return DBOS.workflow(name=name, max_recovery_attempts=None)(noted)

    return durable


def enqueue(
    id: str,
    work: str,
    about: str,
    *,
    queue: Queue,
    organisation: UUID,
    priority: int = Priority.PERSON_WAITS,
    delay_s: float = 0.0,
) -> None:
    """Put durable work in its queue; it is done once, however often it is put there.

    Args:
        id: Identifier of this piece of work.
        work: Name under which its function was made durable.
        about: What the function is given.
        queue: Where it waits.
        organisation: Whose it is.
        priority: Among the organisation's own work in this queue, the lower goes first.
        delay_s: Seconds before it may begin.
    """
    letter = Letter(id, work, about, queue, organisation, priority, delay_s)
    running_here().post.send([letter])
