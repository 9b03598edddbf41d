"""The post: puts durable work in its queue, by name, so that any worker may take it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dbos import DBOS, DBOSClient, EnqueueOptions
from sqlalchemy import Connection, Engine, create_engine, event

from app.db.engine import batches, cutting_off
from app.jobs.queues import LIMITS, Priority, Queue

APPLICATION = "candour"
PROTOCOL = "1"
"""Version of what workers hand each other, pinned: the engine gives work only to its own version.

It is not the version of the code, so that workers of two releases work side by side during an
upgrade. What is handed over is a name and an identifier; change this if that ever changes.
"""

_LIVE = ["ENQUEUED", "PENDING", "DELAYED"]


@dataclass(frozen=True, slots=True)
class Letter:
    """A piece of durable work: which function, on what, and whose.

    Attributes:
        id: Its identifier; work with one identifier is done once, however often it is sent.
        work: Registered name of the function.
        about: What the function is given.
        queue: Where it waits.
        organisation: Whose it is; organisations take turns.
        priority: Among the organisation's own work, the lower goes first.
        delay_s: Seconds before it may begin.
    """

    id: str
    work: str
    about: str
    queue: Queue
    organisation: UUID
    priority: int = Priority.LIST
    delay_s: float = 0.0


class Post:
    """A connection to the engine's tables that gives out work and does none."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.client = DBOSClient(system_database_engine=self.engine, application_name=APPLICATION)

    def open_queues(self) -> None:
        """Make every queue known with its limits, before a worker starts to look."""
        for queue, limits in LIMITS.items():
            self.client.register_queue(
                queue.value,
                worker_concurrency=limits.held,
                partition_worker_concurrency=limits.held,
                polling_interval_sec=limits.look_every_s,
            )

    def send(self, letters: Iterable[Letter]) -> None:
        """Put work in its queue; what is there already, or was done, stays as it is."""
        for batch in batches(letters, 200):
            with self.engine.begin() as connection:
                for letter in batch:
                    self._put(connection, letter)

    def live(self, prefix: str) -> bool:
        """Whether any work whose identifier begins so is waiting or being done."""
        found = self.client.list_workflows(
            workflow_id_prefix=prefix, status=_LIVE, limit=1, load_input=False, load_output=False
        )
        return bool(found)

    def pending(self, worker: str) -> bool:
        """Whether a worker has taken work that it has not ended."""
        found = self.client.list_workflows(
            executor_id=worker, status="PENDING", limit=1, load_input=False, load_output=False
        )
        return bool(found)

    def waiting(self) -> dict[Queue, int]:
        """Return how many pieces of work wait in each queue."""
        found = self.client.list_queued_workflows(
            status="ENQUEUED", load_input=False, load_output=False
        )
        counted = Counter(each.queue_name for each in found)
        return {queue: counted[queue.value] for queue in Queue}

    def throw_away(self, before: datetime, *, at_most: int = 1_000) -> int:
        """Throw away letters whose work ended before an instant; return how many they were."""
        found = self.client.list_workflows(
            status=["SUCCESS", "ERROR", "CANCELLED"],
            end_time=before.isoformat(),
            limit=at_most,
            load_input=False,
            load_output=False,
        )
        self.client.delete_workflows([each.workflow_id for each in found])
        return len(found)

    def cancel(self, ids: Iterable[str]) -> None:
        """Take waiting work out of its queue."""
        for batch in batches(ids):
            self.client.cancel_workflows(batch)

    def close(self) -> None:
        """Let every connection go."""
        self.client.destroy()
        self.engine.dispose()

    def _put(self, connection: Connection, letter: Letter) -> None:
        options: EnqueueOptions = {
            "workflow_name": letter.work,
            "queue_name": letter.queue.value,
            "workflow_id": letter.id,
            "app_version": PROTOCOL,
            "priority": letter.priority,
            "queue_partition_key": str(letter.organisation),
        }
        if letter.delay_s:
            options["delay_seconds"] = letter.delay_s
        self.client.enqueue_in_transaction(connection, options, letter.about)


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
