"""Durable work: jobs in parts that survive a stop of any process, on one machine or many.

    queues     kinds of work and how much of each is done at a time
    stages     what a kind of job goes through, and what does each kind of part
    steering   begin, pause, resume, cancel
    progress   how far a job is, and what could not be done
    recurring  what workers look at now and then
    running    run jobs in this process

A part is marked done in the transaction of its effects, so that it is done once in effect however
often its worker dies. Below, `post` sends and `engine` runs work by DBOS, `parts` does a part,
`carrying` goes on to the next stage, `living` takes up what dead workers left, `standstill` pushes
what nobody holds, `pruning` forgets what ended, and `troubles` waits out what passes.
"""

from app.jobs.doing import Doing, Effects
from app.jobs.engine import enqueue, home, running_here, step, workflow
from app.jobs.parts import do_part
from app.jobs.post import prepare
from app.jobs.progress import Progress, failures_of, progress_of
from app.jobs.queues import Priority, Queue
from app.jobs.recurring import now_and_then
from app.jobs.running import running
from app.jobs.stages import NewPart, Stage, at_end, does, follow
from app.jobs.steering import begin, begin_once_kept, cancel, job_of, new_job, pause, resume

__all__ = [
    "Doing",
    "Effects",
    "NewPart",
    "Priority",
    "Progress",
    "Queue",
    "Stage",
    "at_end",
    "begin",
    "begin_once_kept",
    "cancel",
    "do_part",
    "does",
    "enqueue",
    "failures_of",
    "follow",
    "home",
    "job_of",
    "new_job",
    "now_and_then",
    "pause",
    "prepare",
    "progress_of",
    "resume",
    "running",
    "running_here",
    "step",
    "workflow",
]
