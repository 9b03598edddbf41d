"""A job: long work that an organisation asked for, and how far it is."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from models.base import enum_column, id_column, json_column, key_column, utc_column


class JobKind(StrEnum):
    """What a job does."""

    INTAKE = "intake"
    ASSESS = "assess"
    CHECKS = "checks"


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(SQLModel, table=True):
    """Long work in steps; its durable workflow has the same identifier.

    `done` of `total` items are finished, of which `failed` could not be done; `doing` says in
    words what is being done. `failures` names each failed item with its reason.
    """

    id: UUID = id_column()
    organisation_id: UUID = key_column("organisation.id")
    kind: JobKind = enum_column(JobKind)
    state: JobState = enum_column(JobState, default=JobState.WAITING)
    doing: str = ""
    done: int = 0
    failed: int = 0
    total: int = 0
    failures: list[dict[str, str]] = json_column(list)
    asked: dict[str, Any] = json_column(dict)
    result: dict[str, Any] = json_column(dict)
    created_at: datetime = utc_column()
    finished_at: datetime | None = utc_column(default=None)
