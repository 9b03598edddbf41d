"""Finds jobs that stand still although nobody holds them, and pushes them on.

A process may die between keeping a job's parts and sending their letters; then no worker knows.
"""

import time
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import col, select

from app.jobs.carrying import carry_on
from app.jobs.engine import Running
from app.jobs.handing import hand_out_again
from models import Job, JobState

STILL_S = 10.0
"""Seconds without progress after which a job's letters are looked for."""

_LOOK_S = 2.0


@dataclass(slots=True)
class Standstill:
    """What a worker remembers of the progress of unfinished jobs."""

    _seen: dict[UUID, tuple[tuple[str, int, int], float]] = field(default_factory=dict)
    _next: float = 0.0
    _looked: bool = False

    def push(self, here: Running) -> None:
        """Carry on the jobs that no letter would carry on."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _LOOK_S
        for job in self._still(here, now):
            carry_on(here, job)
            if not here.post.live(f"{job}/"):
                hand_out_again(here, job)

    def _still(self, here: Running, now: float) -> list[UUID]:
        """Jobs that have not moved for a while; at a worker's start every one is looked at."""
        with here.home.database.session() as session:
            going = session.exec(
                select(Job.id, Job.stage, Job.done, Job.dispatch_round).where(
                    col(Job.state).in_([JobState.WAITING, JobState.RUNNING])
                )
            ).all()
        since = now if self._looked else now - STILL_S
        self._looked = True
        seen, self._seen = self._seen, {}
        still = []
        for id, stage, done, round in going:
            mark = (stage, done, round)
            known, when = seen.get(id, (mark, since))
            when = when if known == mark else now
            if now - when >= STILL_S:
                still.append(id)
                when = now
            self._seen[id] = (mark, when)
        return still
