"""Queues by kind of work, and the client that puts messages in them, by DBOS.

Every queue is divided by organisation, and whoever has a place free takes from the organisations
in random order: a list of 100,000 rows can't keep a list of five waiting.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from os import cpu_count
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Engine, event
from sqlmodel import Session

from app.db.engine import batches, open_engine
from app.db.notifications import notify
from app.db.sqlite_functions import add_missing_functions

if TYPE_CHECKING:
    from dbos import EnqueueOptions

CORES = cpu_count() or 1
APPLICATION = "candour"
PROTOCOL = "1"
"""Version of what workers hand each other, pinned: the engine gives work only to its own version.

It is not the version of the code, so that workers of two releases work side by side during an
upgrade. What is handed over is a name and an identifier; change this if that ever changes.
"""

_LIVE = ["ENQUEUED", "PENDING", "DELAYED"]


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
        from dbos import DBOSClient  # noqa: PLC0415

        self.engine = _engine(url)
        self._client = DBOSClient(system_database_engine=self.engine, application_name=APPLICATION)

    def register_queues(self) -> None:
        """Make every queue known with its limits, before a worker starts to poll."""
        for queue, limits in LIMITS.items():
            self._client.register_queue(
                queue.value,
                worker_concurrency=limits.held,
                partition_worker_concurrency=limits.held,
                polling_interval_sec=limits.poll_interval_s,
            )

    def send(self, messages: Iterable[Message]) -> None:
        """Put work in its queue; what is there already, or was done, stays as it is."""
        for batch in batches(messages, 200):
            with Session(self.engine) as session, session.begin():
                for message in batch:
                    self._enqueue(session.connection(), message)
                notify(session)

    def is_live(self, prefix: str) -> bool:
        """Whether any work whose identifier begins so is waiting or being done."""
        return bool(self._list(_LIVE, limit=1, workflow_id_prefix=prefix))

    def has_waiting(self) -> bool:
        """Whether any work waits for a worker."""
        return bool(self._list("ENQUEUED", limit=1))

    def has_pending(self, worker: str) -> bool:
        """Whether a worker has taken work that it has not ended."""
        return bool(self._list("PENDING", limit=1, executor_id=worker))

    def has_work_for(self, worker: str) -> bool:
        """Whether any work waits for a worker, or this one has taken some."""
        return self.has_waiting() or self.has_pending(worker)

    def recover(self, workers: list[str]) -> None:
        """Put the work that dead workers had taken back in a queue, from which the living take."""
        if ids := self._list("PENDING", executor_id=workers):
            self._client.resume_workflows(ids)

    def delete_finished(self, before: datetime, *, limit: int) -> int:
        """Delete messages whose work ended before an instant; return how many they were."""
        ended = ["SUCCESS", "ERROR", "CANCELLED"]
        ids = self._list(ended, limit=limit, end_time=before.isoformat())
        self._client.delete_workflows(ids)
        return len(ids)

    def close(self) -> None:
        """Let every connection go."""
        self._client.destroy()
        self.engine.dispose()

    def _list(self, status: str | list[str], **filters: Any) -> list[str]:
        filters |= {"status": status, "load_input": False, "load_output": False}
        return [row.workflow_id for row in self._client.list_workflows(**filters)]

    def _enqueue(self, connection: Connection, message: Message) -> None:
        options: EnqueueOptions = {
            "workflow_name": message.workflow,
            "queue_name": message.queue.value,
            "workflow_id": message.id,
            "app_version": PROTOCOL,
            "priority": message.priority,
            "queue_partition_key": str(message.organisation),
        }
        self._client.enqueue_in_transaction(connection, options, message.argument)


def prepare(url: str) -> None:
    """Make or bring up to date the engine's own tables; a step of its own, as ours is."""
    from dbos import DBOS  # noqa: PLC0415

    engine = _engine(url)
    engine.connect().close()
    engine.dispose()
    DBOS.migrate(url)


def _engine(url: str) -> Engine:
    """Open the engine's tables as ours are, which the engine would not by itself."""
    engine = open_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Take the write lock before writing: the engine reads first in a transaction that writes."""
    connection.isolation_level = "IMMEDIATE"
    add_missing_functions(connection)
