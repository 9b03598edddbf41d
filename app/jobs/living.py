"""Workers that live: each says so by a beating row, and takes up what the dead left behind.

No clock is compared between machines: a worker counts the beats of the others and reads its own
monotonic clock, so a clock that is set back kills nobody.
"""

import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from threading import Event, Thread

import psutil
from dbos import DBOS
from sqlalchemy import delete, update
from sqlmodel import col, select
from structlog import get_logger

from app.jobs import engine, troubles
from app.jobs.engine import Running
from app.jobs.pruning import Pruning
from app.jobs.recurring import Recurring
from app.jobs.standstill import Standstill
from models import Worker

BEAT_S = 1.0
DEAD_AFTER_S = 15.0
"""Seconds without a beat after which a worker on another machine counts as dead."""

log = get_logger()


@contextmanager
def living(here: Running) -> Iterator[None]:
    """Do work in this process, beat, and watch over the others, while the context is open."""
    troubles.stop(stopping=False)
    stop = Event()
    watch = Watch(here)
    watch.beat()
    engine.launch(here)
    thread = Thread(target=_keep_looking, args=(watch, stop), name="watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        troubles.stop(stopping=True)
        engine.land()
        stop.set()
        thread.join(timeout=5)
        watch.leave()


def _keep_looking(watch: "Watch", stop: Event) -> None:
    while True:
        try:
            watch.look()
        except Exception:
            log.exception("the watch over workers missed a beat")
        if stop.wait(BEAT_S):
            return


@dataclass(slots=True)
class Watch:
    """One worker's heart, and its eye on the others."""

    here: Running
    dead_after_s: float = field(default_factory=lambda: DEAD_AFTER_S)
    _seen: dict[str, tuple[int, float]] = field(default_factory=dict)
    _standstill: Standstill = field(default_factory=Standstill)
    _pruning: Pruning = field(default_factory=Pruning)
    _recurring: Recurring = field(default_factory=Recurring)

    def look(self) -> None:
        """Beat, take up what the dead left, push what stands still, and see to what is due."""
        self.beat()
        self.take_up_from_the_dead()
        self._standstill.push(self.here)
        self._pruning.prune(self.here)
        self._recurring.look(self.here.home)

    def beat(self) -> None:
        """Say that this worker lives."""
        with self.here.home.database.writing() as session:
            beaten = session.exec(
                update(Worker)
                .where(col(Worker.id) == self.here.worker)
                .values(heartbeat=col(Worker.heartbeat) + 1, last_error=troubles.standing())
            )
            if not beaten.rowcount:
                session.add(
                    Worker(
                        id=self.here.worker,
                        host=platform.node(),
                        pid=os.getpid(),
                        version=version("candour"),
                        started_at=datetime.now(UTC),
                    )
                )

    def take_up_from_the_dead(self) -> None:
        """Put the work of dead workers back in its queues, so that the living do it.

        Several may do so at once: the engine puts back only what is still the dead worker's.
        """
        with self.here.home.database.session() as session:
            dead = [each.id for each in session.exec(select(Worker)) if self._dead(each)]
        if dead:
            log.warning("taking up the work of dead workers", workers=dead)
            DBOS._recover_pending_workflows(dead)
            self._forget(dead)

    def leave(self) -> None:
        """Say goodbye; where something is left undone, stay on the list for others to find."""
        if not self.here.post.pending(self.here.worker):
            self._forget([self.here.worker])

    def _forget(self, workers: list[str]) -> None:
        with self.here.home.database.writing() as session:
            session.exec(delete(Worker).where(col(Worker.id).in_(workers)))

    def _dead(self, worker: Worker) -> bool:
        if worker.id == self.here.worker:
            return False
        if worker.host == platform.node() and not _there(worker.pid):
            return True
        now = time.monotonic()
        beats, since = self._seen.get(worker.id, (-1, now))
        if worker.heartbeat != beats:
            self._seen[worker.id] = (worker.heartbeat, now)
            return False
        return now - since > self.dead_after_s


def _there(pid: int) -> bool:
    """Whether a process of this machine lives; an ended one that nobody has buried does not."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
