"""Queues by kind of work, and the client that puts messages in them, by DBOS.

Every queue is divided by organisation, and whoever has a place free takes from the organisations
in random order: a list of 100,000 rows can't keep a list of five waiting.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from os import cpu_count
from typing import Any
from uuid import UUID

from dbos import DBOS, DBOSClient, EnqueueOptions
from sqlalchemy import Connection, Engine, create_engine, event

from app.db.engine import batches, cutting_off

CORES = cpu_count() or 1
APPLICATION = "candour"
PROTOCOL = "1"
"""Version of what workers hand each other, pinned: the engine gives work only to its own version.

It is not the version of the code, so that workers of two releases work side by side during an
upgrade. What is handed over is a name and an identifier; change this if that ever changes.
"""

RETENTION = timedelta(hours=1)
"""How long the message of a task that ended is kept: what it did is kept with its job."""

_LIVE = ["ENQUEUED", "PENDING", "DELAYED"]
_CLEANUP_INTERVAL_S = 60.0
_CLEANUP_BATCH = 1_000


class Queue(StrEnum):
    """What a piece of work mostly waits for, which decides how many are done at a time."""

    TAKE_IN = "take-in"
    READ = "read"
    ASSESS = "assess"
    FETCH = "fetch"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a queue is done at a time.

    Attributes:
        concurrency: Tasks that one worker does at a time.
        prefetch: Tasks that it holds besides, so that no place is empty until its next poll.
        poll_interval_s: Seconds between two polls for new work; each costs about a millisecond.
    """

    concurrency: int
    prefetch: int = 0
    poll_interval_s: float = 0.2

    @property
    def ready(self) -> int:
        """Tasks that one worker has taken up at most: one for each place is ready to begin.

        What it takes to take one up is so done beside the one before, and no place waits for it.
        """
        return 2 * self.concurrency

    @property
    def held(self) -> int:
        """Tasks that one worker has taken from the queue at most."""
        return self.concurrency + self.prefetch


LIMITS: dict[Queue, Limits] = {
    # One writer: two big lists at a time would only wait for each other's rows.
    Queue.TAKE_IN: Limits(concurrency=2),
    # Read by child processes, one for each core; one thread more hands over and keeps.
    Queue.READ: Limits(concurrency=CORES + 1, prefetch=4 * CORES),
    # Python judges one supplier at a time however many threads ask; two hide the waits.
    Queue.ASSESS: Limits(concurrency=2, prefetch=6),
    # Waits for other people's servers; the client keeps to one request a host.
    Queue.FETCH: Limits(concurrency=8, prefetch=8, poll_interval_s=0.5),
    Queue.REPORT: Limits(concurrency=1, poll_interval_s=0.5),
}


class Priority:
    """Which of an organisation's own work goes first; the lower number does."""

    PERSON_WAITS = 1
    LIST = 10
    WHOLE_REGISTER = 100


@dataclass(frozen=True, slots=True)
class Message:
    """A piece of durable work: which function, on what, and whose.

    Attributes:
        id: Its identifier; work with one identifier is done once, however often it is sent.
        workflow: Registered name of the function.
        argument: What the function is given.
        queue: Where it waits.
        organisation: Whose it is; organisations take turns.
        priority: Among the organisation's own work, the lower goes first.
    """

    id: str
    workflow: str
    argument: str
    queue: Queue
    organisation: UUID
    priority: int = Priority.LIST


class QueueClient:
    """A connection to the engine's tables that gives out work and does none."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.client = DBOSClient(system_database_engine=self.engine, application_name=APPLICATION)

    def register_queues(self) -> None:
        """Make every queue known with its limits, before a worker starts to poll."""
        for queue, limits in LIMITS.items():
            self.client.register_queue(
                queue.value,
                worker_concurrency=limits.held,
                partition_worker_concurrency=limits.held,
                polling_interval_sec=limits.poll_interval_s,
            )

    def send(self, messages: Iterable[Message]) -> None:
        """Put work in its queue; what is there already, or was done, stays as it is."""
        for batch in batches(messages, 200):
            with self.engine.begin() as connection:
                for message in batch:
                    self._enqueue(connection, message)

    def is_live(self, prefix: str) -> bool:
        """Whether any work whose identifier begins so is waiting or being done."""
        rows = self.client.list_workflows(
            workflow_id_prefix=prefix, status=_LIVE, limit=1, load_input=False, load_output=False
        )
        return bool(rows)

    def has_pending(self, worker: str) -> bool:
        """Whether a worker has taken work that it has not ended."""
        rows = self.client.list_workflows(
            executor_id=worker, status="PENDING", limit=1, load_input=False, load_output=False
        )
        return bool(rows)

    def delete_finished_workflows(self, before: datetime, *, limit: int) -> int:
        """Delete messages whose work ended before an instant; return how many they were."""
        rows = self.client.list_workflows(
            status=["SUCCESS", "ERROR", "CANCELLED"],
            end_time=before.isoformat(),
            limit=limit,
            load_input=False,
            load_output=False,
        )
        self.client.delete_workflows([row.workflow_id for row in rows])
        return len(rows)

    def close(self) -> None:
        """Let every connection go."""
        self.client.destroy()
        self.engine.dispose()

    def _enqueue(self, connection: Connection, message: Message) -> None:
        options: EnqueueOptions = {
            "workflow_name": message.workflow,
            "queue_name": message.queue.value,
            "workflow_id": message.id,
            "app_version": PROTOCOL,
            "priority": message.priority,
            "queue_partition_key": str(message.organisation),
        }
        self.client.enqueue_in_transaction(connection, options, message.argument)


@dataclass(slots=True)
class Cleanup:
    """Deletes old messages a thousand at a time, so that no other work waits for it long."""

    _next: float = 0.0

    def tick(self, client: QueueClient) -> None:
        """Delete old messages, where it is time to."""
        if time.monotonic() < self._next:
            return
        before = datetime.now(UTC) - RETENTION
        deleted = client.delete_finished_workflows(before, limit=_CLEANUP_BATCH)
        pause = 0.0 if deleted == _CLEANUP_BATCH else _CLEANUP_INTERVAL_S
        self._next = time.monotonic() + pause


def prepare(url: str) -> None:
    """Make or bring up to date the engine's own tables; a step of its own, as ours is."""
    engine = _engine(url)
    engine.connect().close()
    engine.dispose()
    DBOS.migrate(url)


def _engine(url: str) -> Engine:
    if not url.startswith("sqlite"):
        return cutting_off(create_engine(url, pool_size=20, pool_pre_ping=True))
    engine = create_engine(url, pool_size=20)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Write ahead, which the engine leaves unset, and take the write lock before writing.

    With NORMAL a cut of power may lose the last marks, never the file; what is lost is done again.
    """
    connection.isolation_level = "IMMEDIATE"
    for pragma in (
        "busy_timeout=30000",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
