"""Runs jobs in this process: works, shows by a heartbeat that it lives, and watches the others.

No clock is compared between machines: a worker counts the heartbeats of the others and reads its
own monotonic clock, so a clock that is set back makes nobody count as dead.
"""

import os
import platform
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from threading import Event, Thread
from uuid import UUID, uuid4

import psutil
from sqlalchemy import delete, update
from sqlmodel import col, select
from structlog import get_logger

from app.db.notifications import listen
from app.installation import Installation
from app.jobs import retry
from app.jobs.dispatch import run_task, start_new_jobs
from app.jobs.engine import Runtime, use_runtime
from app.jobs.queue import QueueClient, prepare
from app.jobs.scheduler import Scheduler
from models import Worker

HEARTBEAT_INTERVAL_S = 1.0
IDLE_HEARTBEAT_INTERVAL_S = 5.0
DEAD_AFTER_S = 15.0
"""Seconds without a heartbeat after which a worker on another machine counts as dead."""

_RECOVERY = UUID("5f2c7a1e-4f0b-4a51-9a55-0d3a8c1b6e07")
"""What one worker at a time holds while it recovers the work of others."""

log = get_logger()


@contextmanager
def worker_runtime(home: Installation, *, worker: str, works: bool = True) -> Iterator[Runtime]:
    """Give out work, and with `works` also do it, for as long as the context is open.

    Args:
        home: The installation.
        worker: What this process is, in a word; its full name adds the machine and process.
        works: Whether this process does work, or only gives it out.
    """
    if home.settings.embedded:
        prepare(home.settings.job_database)
    with ExitStack() as stack:
        queues = QueueClient(home.settings.job_database)
        stack.callback(queues.close)
        name = f"{worker}-{platform.node()[:40]}-{os.getpid()}-{uuid4().hex[:6]}"
        runtime = Runtime(home, name, queues, run_task if works else None)
        stack.enter_context(use_runtime(runtime))
        queues.register_queues()
        if works:
            stack.enter_context(_working(runtime))
        yield runtime


@contextmanager
def _working(runtime: Runtime) -> Iterator[None]:
    """Do work in this process, and watch over the other workers, while the context is open."""
    retry.set_stopping(False)
    stop = Event()
    supervisor = WorkerSupervisor(runtime)
    supervisor.heartbeat()
    engines = (runtime.home.database.engine, runtime.queues.engine)
    threads = (
        Thread(target=supervisor.run, args=(stop,), name="supervisor", daemon=True),
        Thread(
            target=listen, args=(engines, runtime.wake.set, stop), name="wake-ups", daemon=True
        ),
    )
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        retry.set_stopping(True)
        stop.set()
        runtime.wake.set()
        for thread in threads:
            thread.join(timeout=5)
        runtime.shutdown()
        supervisor.deregister()


@dataclass(slots=True)
class WorkerSupervisor:
    """One worker's heartbeat, its watch over the others, and what makes it begin work."""

    runtime: Runtime
    dead_after_s: float = field(default_factory=lambda: DEAD_AFTER_S)
    _heartbeats: dict[str, tuple[int, float]] = field(default_factory=dict)
    _scheduler: Scheduler = field(init=False)

    def __post_init__(self) -> None:
        self._scheduler = Scheduler(self.runtime)

    def run(self, stop: Event) -> None:
        """Begin work whenever there may be some, and tick in between, until asked to stop."""
        next_tick = 0.0
        while not stop.is_set():
            self.runtime.wake.clear()
            try:
                self._begin_work()
                if time.monotonic() >= next_tick:
                    next_tick = time.monotonic() + self._interval_s
                    self.tick()
            except Exception:
                log.exception("a worker missed a heartbeat")
                stop.wait(HEARTBEAT_INTERVAL_S)
            self.runtime.wake.wait(min(self._interval_s, next_tick - time.monotonic()))

    def tick(self) -> None:
        """Show that this worker lives, recover dead ones, and do what is due."""
        if self.runtime.awake:
            self.runtime.stop_when_idle()
        self.heartbeat()
        self.recover_dead_workers()
        self._scheduler.tick()

    def heartbeat(self) -> None:
        """Show that this worker lives."""
        with self.runtime.home.database.writing() as session:
            updated = session.exec(
                update(Worker)
                .where(col(Worker.id) == self.runtime.worker)
                .values(heartbeat=col(Worker.heartbeat) + 1, last_error=retry.current_error())
            )
            if not updated.rowcount:
                session.add(
                    Worker(
                        id=self.runtime.worker,
                        host=platform.node(),
                        pid=os.getpid(),
                        version=version("candour"),
                        started_at=datetime.now(UTC),
                    )
                )

    def recover_dead_workers(self) -> None:
        """Put the work of dead workers back in a queue, so that the living do it.

        One worker at a time does so: put back twice, it would be done twice at a time.
        """
        database = self.runtime.home.database
        with database.session() as session:
            dead = [worker.id for worker in session.exec(select(Worker)) if self.is_dead(worker)]
        if dead:
            with database.writing(alone=_RECOVERY) as session:
                rows = select(Worker.id).where(col(Worker.id).in_(dead))
                if left := list(session.exec(rows)):
                    log.warning("recovering the work of dead workers", workers=left)
                    self.runtime.queues.recover(left)
                    session.exec(delete(Worker).where(col(Worker.id).in_(left)))
            self.runtime.wake.set()

    def deregister(self) -> None:
        """Leave the list of workers, unless work is left that others have to find."""
        if not self.runtime.queues.has_pending(self.runtime.worker):
            with self.runtime.home.database.writing() as session:
                session.exec(delete(Worker).where(col(Worker.id) == self.runtime.worker))

    def is_dead(self, worker: Worker) -> bool:
        """Whether a worker's process is gone, or its heartbeat has not risen for long enough."""
        if worker.id == self.runtime.worker:
            return False
        if worker.host == platform.node() and not _is_process_alive(worker.pid):
            return True
        now = time.monotonic()
        heartbeat, since = self._heartbeats.get(worker.id, (-1, now))
        if worker.heartbeat != heartbeat:
            self._heartbeats[worker.id] = (worker.heartbeat, now)
            return False
        return now - since > self.dead_after_s

    @property
    def _interval_s(self) -> float:
        return HEARTBEAT_INTERVAL_S if self.runtime.awake else IDLE_HEARTBEAT_INTERVAL_S

    def _begin_work(self) -> None:
        """Start jobs that were created, and the engine where work waits in a queue."""
        start_new_jobs(self.runtime)
        if not self.runtime.awake and self.runtime.queues.has_waiting():
            self.runtime.start()


def _is_process_alive(pid: int) -> bool:
    """Whether a process of this machine lives; one that ended and was not waited for does not."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
