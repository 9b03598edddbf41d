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
from dbos import DBOS
from sqlalchemy import delete, update
from sqlmodel import col, select
from structlog import get_logger

from app.installation import Home
from app.jobs import engine, retry
from app.jobs.dispatch import advance_job, redispatch_tasks
from app.jobs.engine import Runtime
from app.jobs.queue import Cleanup, QueueClient, prepare
from app.jobs.scheduler import Scheduler
from models import Job, JobState, Worker

HEARTBEAT_INTERVAL_S = 1.0
DEAD_AFTER_S = 15.0
"""Seconds without a heartbeat after which a worker on another machine counts as dead."""

STALLED_AFTER_S = 10.0
"""Seconds without progress after which a job's messages are looked for."""

_STALL_CHECK_INTERVAL_S = 2.0

log = get_logger()


@contextmanager
def worker_runtime(home: Home, *, worker: str, works: bool = True) -> Iterator[Runtime]:
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
        runtime = Runtime(home, name, queues)
        stack.enter_context(engine.use_runtime(runtime))
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
    engine.start(runtime)
    thread = Thread(target=_supervise, args=(supervisor, stop), name="supervisor", daemon=True)
    thread.start()
    try:
        yield
    finally:
        retry.set_stopping(True)
        engine.shutdown()
        stop.set()
        thread.join(timeout=5)
        supervisor.deregister()


def _supervise(supervisor: "WorkerSupervisor", stop: Event) -> None:
    while True:
        try:
            supervisor.tick()
        except Exception:
            log.exception("a worker missed a heartbeat")
        if stop.wait(HEARTBEAT_INTERVAL_S):
            return


@dataclass(slots=True)
class StalledJobDetector:
    """Finds jobs that make no progress although no worker holds them, and dispatches them again.

    A process may die between keeping a job's tasks and sending their messages; then no worker
    knows.
    """

    _last_progress: dict[UUID, tuple[tuple[str, int, int], float]] = field(default_factory=dict)
    _next: float = 0.0
    _checked: bool = False

    def tick(self, runtime: Runtime) -> None:
        """Advance the jobs that no message would advance."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _STALL_CHECK_INTERVAL_S
        for job in self._stalled(runtime, now):
            advance_job(runtime, job)
            if not runtime.queues.is_live(f"{job}/"):
                redispatch_tasks(runtime, job)

    def _stalled(self, runtime: Runtime, now: float) -> list[UUID]:
        """Jobs without progress for a while; at a worker's start, every unfinished one."""
        with runtime.home.database.session() as session:
            unfinished = session.exec(
                select(Job.id, Job.stage, Job.done, Job.dispatch_round).where(
                    col(Job.state).in_([JobState.WAITING, JobState.RUNNING])
                )
            ).all()
        unknown_since = now if self._checked else now - STALLED_AFTER_S
        self._checked = True
        before, self._last_progress = self._last_progress, {}
        stalled = []
        for id, stage, done, round in unfinished:
            progress = (stage, done, round)
            known, since = before.get(id, (progress, unknown_since))
            since = since if known == progress else now
            if now - since >= STALLED_AFTER_S:
                stalled.append(id)
                since = now
            self._last_progress[id] = (progress, since)
        return stalled


@dataclass(slots=True)
class WorkerSupervisor:
    """One worker's heartbeat, and its watch over the others."""

    runtime: Runtime
    dead_after_s: float = field(default_factory=lambda: DEAD_AFTER_S)
    _heartbeats: dict[str, tuple[int, float]] = field(default_factory=dict)
    _stalled: StalledJobDetector = field(default_factory=StalledJobDetector)
    _cleanup: Cleanup = field(default_factory=Cleanup)
    _scheduler: Scheduler = field(default_factory=Scheduler)

    def tick(self) -> None:
        """Show that this worker lives, recover dead ones and stalled jobs, and do what is due."""
        self.heartbeat()
        self.recover_dead_workers()
        self._stalled.tick(self.runtime)
        self._cleanup.tick(self.runtime.queues)
        self._scheduler.tick(self.runtime.home)

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
        """Put the work of dead workers back in its queues, so that the living do it.

        Several may do so at once: the engine puts back only what is still the dead worker's.
        """
        with self.runtime.home.database.session() as session:
            dead = [worker.id for worker in session.exec(select(Worker)) if self.is_dead(worker)]
        if dead:
            log.warning("recovering the work of dead workers", workers=dead)
            DBOS._recover_pending_workflows(dead)
            self._forget(dead)

    def deregister(self) -> None:
        """Leave the list of workers, unless work is left that others have to find."""
        if not self.runtime.queues.has_pending(self.runtime.worker):
            self._forget([self.runtime.worker])

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

    def _forget(self, workers: list[str]) -> None:
        with self.runtime.home.database.writing() as session:
            session.exec(delete(Worker).where(col(Worker.id).in_(workers)))


def _is_process_alive(pid: int) -> bool:
    """Whether a process of this machine lives; one that ended and was not waited for does not."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
