"""A job: long work that an organisation asked for, its parts, and the workers that do them."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column


class JobKind(StrEnum):
    """What a job does."""

    INTAKE = "intake"
    ASSESS = "assess"
    CHECKS = "checks"
    WATCH = "watch"
    REPORT = "report"


class JobState(StrEnum):
    """How far a job is; failed is one whose work a fault of ours cut short."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        """Whether nothing more will be done."""
        return self in (JobState.CANCELLED, JobState.DONE, JobState.FAILED)


class PartState(StrEnum):
    """How far one part of a job is."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Job(SQLModel, table=True):
    """Long work in stages, each made of parts that may be done side by side.

    `done` of `total` items are finished, of which `failed` could not be done; `status_text` says
    in words what is being done. `dispatch_round` counts how often its waiting parts were handed
    out. `retry_of` is the job whose failed items this one does again.
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    kind: JobKind = enum_column(JobKind)
    state: JobState = enum_column(JobState, default=JobState.WAITING, index=True)
    stage: str = Field(default="", max_length=32)
    status_text: str = ""
    done: int = 0
    failed: int = 0
    total: int = 0
    dispatch_round: int = 0
    params: dict[str, Any] = json_column(dict)
    result: dict[str, Any] = json_column(dict)
    retry_of: UUID | None = key_column("job.id", default=None)
    created_at: datetime = utc_column()
    started_at: datetime | None = utc_column(default=None)
    finished_at: datetime | None = utc_column(default=None)


class JobPart(SQLModel, table=True):
    """One part of a job: what is done in one go, and marked done with its effects or not at all.

    `items` is how many items of the job it does, `attempts` how often a worker took it up,
    `worker` who did so last.
    """

    __tablename__ = "job_part"
    __table_args__ = (
        UniqueConstraint("job_id", "stage", "position"),
        Index("ix_job_part_state", "job_id", "state"),
        Index("ix_job_part_finished", "job_id", "finished_at"),
    )

    id: UUID = id_column()
    job_id: UUID = key_column("job.id", index=False)
    stage: str = Field(max_length=32)
    position: int
    verb: str = Field(max_length=32)
    items: int = 1
    params: dict[str, Any] = json_column(dict)
    state: PartState = enum_column(PartState, default=PartState.WAITING)
    attempts: int = 0
    worker: str = ""
    result: dict[str, Any] = json_column(dict)
    started_at: datetime | None = utc_column(default=None)
    finished_at: datetime | None = utc_column(default=None)


class JobFailure(SQLModel, table=True):
    """One item of a job that could not be done, and why; `subject` names it for a retry."""

    __tablename__ = "job_failure"

    id: UUID = id_column()
    job_id: UUID = key_column("job.id")
    verb: str = Field(max_length=32)
    subject: str = Field(default="", max_length=80)
    item: str
    reason: str


class Worker(SQLModel, table=True):
    """A process that does jobs' parts; `heartbeat` goes up for as long as it lives.

    No clock is compared: others count it as dead once they have seen `heartbeat` stand still.
    """

    id: str = Field(primary_key=True, max_length=80)
    host: str = Field(max_length=255)
    pid: int
    version: str = Field(max_length=32)
    heartbeat: int = 0
    last_error: str = ""
    started_at: datetime = utc_column()
