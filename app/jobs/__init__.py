"""Durable work: jobs in tasks that survive a stop of any process, on one machine or many.

    workflow   the stages that a kind of job goes through, and what does each kind of task
    control    create, start, pause, resume and cancel a job
    progress   how far a job is, and what could not be done
    scheduler  functions that workers call periodically
    heartbeat  run jobs in this process, and recover what dead workers held

A task is marked done in the transaction of its effects, so that it takes effect once however often
its worker dies. Below, `dispatch` hands out tasks, runs them and starts the next stage, `queue`
carries tasks to other workers and `engine` runs them, both by DBOS; `retry` waits out errors of
the machine, and `app/db/notifications` wakes idle workers.
"""

from app.jobs.control import (
    cancel,
    create_job,
    get_job,
    pause,
    resume,
    start_after_commit,
    start_job,
)
from app.jobs.engine import current_runtime
from app.jobs.heartbeat import worker_runtime
from app.jobs.progress import Progress, get_progress, list_failures
from app.jobs.queue import Priority, Queue, prepare
from app.jobs.scheduler import periodic
from app.jobs.workflow import (
    NewTask,
    Stage,
    TaskContext,
    TaskResult,
    on_job_end,
    register_workflow,
    task,
)

__all__ = [
    "NewTask",
    "Priority",
    "Progress",
    "Queue",
    "Stage",
    "TaskContext",
    "TaskResult",
    "cancel",
    "create_job",
    "current_runtime",
    "get_job",
    "get_progress",
    "list_failures",
    "on_job_end",
    "pause",
    "periodic",
    "prepare",
    "register_workflow",
    "resume",
    "start_after_commit",
    "start_job",
    "task",
    "worker_runtime",
]
