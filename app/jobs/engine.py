"""The engine of this process: DBOS, started when there is work and stopped when there is none.

DBOS polls its tables several times a second for as long as it runs, and nothing in its interface
wakes it. So a worker without work stops it, and `heartbeat` starts it again when a job is created
or a message sent, here or in another process. What this process begins itself it starts at once,
up to its places; the rest waits in the queues, from which every worker takes.

DBOS is imported where it is used (PLC0415): it takes half a second, which a command or a server
that only reads must not spend.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from threading import Event, RLock
from uuid import UUID

from app.installation import Installation
from app.jobs.queue import APPLICATION, LIMITS, PROTOCOL, Message, Queue, QueueClient

SHUTDOWN_GRACE_S = 10
"""Seconds that running work is given to end when the process is asked to stop."""

IDLE_AFTER_S = 10.0
"""Seconds without work after which a worker stops its engine."""

RUN_TASK = "part"
"""Name of the durable function that does a task; it stays, for messages in the queues carry it."""

_ADVANCING = 4
"""Jobs whose next stage one process prepares at a time."""


@dataclass(slots=True)
class Runtime:
    """What runs in this process: for which installation, by which name, with which queues.

    Attributes:
        home: The installation.
        worker: The full name of this process.
        queues: The client that puts messages in the queues.
        run: Does one task; None where this process does none and only gives work out.
        wake: Set when there may be work to begin.
        advancing: Threads that move jobs to their next stage, apart from the tasks' own.
        starting: Created jobs that these threads are to start.
    """

    home: Installation
    worker: str
    queues: QueueClient
    run: Callable[[str], None] | None = None
    wake: Event = field(default_factory=Event)
    advancing: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(_ADVANCING, thread_name_prefix="advance")
    )
    starting: set[UUID] = field(default_factory=set)
    _lock: RLock = field(default_factory=RLock)
    _started: bool = False
    _closing: bool = False
    _last_work: float = 0.0
    _held: Counter[Queue] = field(default_factory=Counter)
    _reserved: set[str] = field(default_factory=set)

    @property
    def works(self) -> bool:
        """Whether this process does tasks."""
        return self.run is not None

    @property
    def awake(self) -> bool:
        """Whether the engine runs."""
        return self._started

    def send(self, messages: Iterable[Message]) -> None:
        """Start work here as far as there are places, and put the rest in the queues."""
        self.queues.send(self._start_here(messages) if self.works else messages)

    @contextmanager
    def holding(self, queue: Queue) -> Iterator[None]:
        """Count a task among those that this process holds, while the context is open."""
        from dbos import DBOS  # noqa: PLC0415

        id = DBOS.workflow_id or ""
        with self._lock:
            if id not in self._reserved:
                self._held[queue] += 1
        try:
            yield
        finally:
            with self._lock:
                self._reserved.discard(id)
                self._held[queue] -= 1
                self._last_work = time.monotonic()

    def start(self) -> None:
        """Start the engine, so that it takes work from every queue."""
        from dbos import DBOS, DBOSConfig  # noqa: PLC0415

        assert self.run is not None  # noqa: S101
        with self._lock:
            self._last_work = time.monotonic()
            if self._started or self._closing:
                return
            config: DBOSConfig = {
                "name": APPLICATION,
                "system_database_engine": self.queues.engine,
                "application_version": PROTOCOL,
                "executor_id": self.worker,
                "log_level": "ERROR",
                "run_migrations": False,
                "max_executor_threads": sum(limits.held for limits in LIMITS.values()) + 16,
            }
            logging.getLogger("dbos").setLevel(logging.ERROR)
            _register(self.run)
            DBOS(config=config)
            DBOS.listen_queues([queue.value for queue in LIMITS])
            DBOS.launch()
            self._started = True

    def stop_when_idle(self) -> None:
        """Stop the engine when neither this process nor a queue has had work for a while."""
        with self._lock:
            if any(self._held.values()) or self.queues.has_work_for(self.worker):
                self._last_work = time.monotonic()
            elif self._started and time.monotonic() - self._last_work >= IDLE_AFTER_S:
                self._stop(grace_s=0)
                self.queues.recover([self.worker])  # it may have taken one at the last moment

    def shutdown(self) -> None:
        """Take no more work, and give what runs a little time to end."""
        with self._lock:
            self._closing = True
        if self._started:
            self._stop(grace_s=SHUTDOWN_GRACE_S if any(self._held.values()) else 0)
        self.advancing.shutdown()

    def _stop(self, *, grace_s: int) -> None:
        from dbos import DBOS  # noqa: PLC0415

        DBOS.destroy(workflow_completion_timeout_sec=grace_s)
        self._started = False

    def _start_here(self, messages: Iterable[Message]) -> Iterator[Message]:
        """Start each message's work while there are places; yield the messages left over."""
        for message in messages:
            with self._lock:
                ready = LIMITS[message.queue].ready
                free = not self._closing and self._held[message.queue] < ready
                if free:
                    self._held[message.queue] += 1
                    self._reserved.add(message.id)
                    self._run_now(message)
            if not free:
                self.start()
                yield message

    def _run_now(self, message: Message) -> None:
        from dbos import DBOS, SetWorkflowID, error  # noqa: PLC0415

        try:
            self.start()
            with SetWorkflowID(message.id, workflow_id_reuse_policy="reject"):
                DBOS.start_workflow(_register(self.run), message.argument)
        except BaseException as raised:
            self._reserved.discard(message.id)
            self._held[message.queue] -= 1
            if not isinstance(raised, error.DBOSWorkflowIDInUseError):
                raise


@cache
def _register(run: Callable[[str], None]) -> Callable[[str], None]:
    """Make a function durable: DBOS runs it again elsewhere when this process dies."""
    from dbos import DBOS  # noqa: PLC0415

    return DBOS.workflow(name=RUN_TASK, max_recovery_attempts=None)(run)


_runtimes: list[Runtime] = []


def current_runtime() -> Runtime:
    """Return what runs in this process, what does tasks before what only gives work out.

    Raises:
        RuntimeError: No jobs are being run or given out.
    """
    if not _runtimes:
        raise RuntimeError("jobs are not being run in this process")
    return next((runtime for runtime in reversed(_runtimes) if runtime.works), _runtimes[-1])


@contextmanager
def use_runtime(runtime: Runtime) -> Iterator[None]:
    """Make a runtime the one of this process, while the context is open."""
    _runtimes.append(runtime)
    try:
        yield
    finally:
        _runtimes.remove(runtime)
