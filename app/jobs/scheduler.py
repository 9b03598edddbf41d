"""What each worker does periodically, beside its tasks."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlmodel import col, select

from app.installation import Installation
from app.jobs.dispatch import advance_job, redispatch_tasks
from app.jobs.engine import Runtime
from models import Job, JobState

INTERVAL_S = 30.0
"""Seconds between two calls of the registered functions by one worker."""

STALLED_AFTER_S = 10.0
"""Seconds between two checks for jobs that no message would advance."""

RETENTION = timedelta(hours=1)
"""How long the message of a task that ended is kept: what it did is kept with its job."""

_CLEANUP_INTERVAL_S = 60.0
_CLEANUP_BATCH = 1_000

_functions: list[Callable[[Installation], None]] = []


def periodic(function: Callable[[Installation], None]) -> Callable[[Installation], None]:
    """Have a function called by every worker periodically; it must not mind being called twice."""
    _functions.append(function)
    return function


@dataclass(slots=True)
class Scheduler:
    """One worker's memory of what it last did, and when."""

    runtime: Runtime
    _due: dict[str, float] = field(default_factory=dict)
    _without_message: set[UUID] = field(default_factory=set)

    def tick(self) -> None:
        """Do what is due."""
        home = self.runtime.home
        if self._is_due("stalled", STALLED_AFTER_S):
            self._dispatch_stalled()
        if self._is_due("cleanup", _CLEANUP_INTERVAL_S):
            self._clean_up()
        if self._is_due("functions", min(INTERVAL_S, home.settings.watch_hours * 1_800)):
            for function in _functions:
                function(home)

    def _is_due(self, name: str, interval_s: float) -> bool:
        now = time.monotonic()
        due = now >= self._due.get(name, 0.0)
        if due:
            self._due[name] = now + (interval_s or INTERVAL_S)
        return due

    def _dispatch_stalled(self) -> None:
        """Dispatch again the jobs that had no message at this check nor at the one before.

        A process may die between keeping a job's tasks and sending their messages; then no worker
        knows of them. At the first sight, another may only be about to send them.
        """
        unfinished = col(Job.state).in_([JobState.WAITING, JobState.RUNNING]), col(Job.stage) != ""
        with self.runtime.home.database.session() as session:
            jobs = session.exec(select(Job.id).where(*unfinished)).all()
        without = {job for job in jobs if not self.runtime.queues.is_live(f"{job}/")}
        stalled, self._without_message = without & self._without_message, without
        for job in stalled:
            advance_job(self.runtime, job)
            if not self.runtime.queues.is_live(f"{job}/"):
                redispatch_tasks(self.runtime, job)

    def _clean_up(self) -> None:
        """Delete old messages, a thousand at a time, so that no other work waits for it long."""
        before = datetime.now(UTC) - RETENTION
        if self.runtime.queues.delete_finished(before, limit=_CLEANUP_BATCH) == _CLEANUP_BATCH:
            self._due["cleanup"] = 0.0
