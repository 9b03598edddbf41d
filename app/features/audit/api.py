"""`/v1/audit`: who did or saw what; page by page, whole as a file, and whether the chain holds."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import orjson
from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, BeforeValidator, Field

from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.schemas import Links, Whole
from app.installation import Installation
from app.security import audit_log
from app.security.permissions import Scope
from models import AuditEntry as AuditEntryRow

router = APIRouter(prefix="/audit", tags=["audit"], dependencies=[require_scope(Scope.READ_AUDIT)])


def _value(given: object) -> object:
    """Return a value of an entry as it is published; what has parts of its own, as its JSON."""
    plain = isinstance(given, str | int | float | None) or (
        isinstance(given, list) and all(isinstance(each, str) for each in given)
    )
    return given if plain else orjson.dumps(given).decode()


AuditValue = Annotated[str | bool | int | float | list[str] | None, BeforeValidator(_value)]


class AuditEntry(BaseModel):
    """One thing that was done or seen."""

    sequence: int = Field(description="Counts the organisation's entries from 1 without a gap.")
    id: UUID
    occurred_at: datetime
    actor: str
    actor_id: str
    role: str
    verb: str = Field(examples=["check.asked"])
    subject: str = Field(examples=["checks/0193…"])
    before: dict[str, AuditValue] = Field(description="What was so before, by name.")
    after: dict[str, AuditValue] = Field(description="What is so since, by name.")
    hash: str = Field(description="SHA-256 of this entry and the hash of the one before it.")

    @classmethod
    def of(cls, row: AuditEntryRow) -> "AuditEntry":
        """Return the shape of an entry."""
        return cls(
            sequence=row.sequence,
            id=row.id,
            occurred_at=row.occurred_at,
            actor=row.actor,
            actor_id=row.actor_id,
            role=row.role,
            verb=row.verb,
            subject=row.subject,
            before=row.before,
            after=row.after,
            hash=row.hash,
        )


class AuditEntryList(BaseModel):
    """Some entries, oldest first, and where to go on."""

    items: list[AuditEntry]
    links: Links


class AuditVerification(BaseModel):
    """What a walk along the whole trail found."""

    holds: bool
    entries: int
    hash: str = Field(description="Keep it elsewhere: later it proves that nothing was cut off.")
    faults: list[str]


@router.get("", summary="The audit trail")
def search_audit_log(
    session: SessionDep,
    organisation: OrganisationDep,
    limit: Annotated[Whole, Query(ge=1, le=500, description="How many at most.")] = 50,
    after: Annotated[
        int,
        Query(ge=0, le=2_000_000_000, description="`sequence` of the last entry that you have."),
    ] = 0,
) -> AuditEntryList:
    """Return entries in their order."""
    rows = list(audit_log.entries_of(session, organisation, after=after, limit=limit + 1))
    page = rows[:limit]
    more = len(rows) > limit
    link = f"/v1/audit?limit={limit}&after={page[-1].sequence}" if more else None
    return AuditEntryList(items=[AuditEntry.of(each) for each in page], links=Links(next=link))


@router.get(
    "/export",
    summary="The whole trail as a file",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}}},
)
def export_audit_log(home: InstallationDep, caller: CallerDep) -> StreamingResponse:
    """Return every entry, one JSON object a line."""
    name = f"candour-audit-{datetime.now(UTC):%Y%m%d}.ndjson"
    return StreamingResponse(
        lines(home, caller.organisation),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def lines(home: Installation, organisation: UUID) -> Iterator[bytes]:
    """Yield every entry of an organisation as a line of JSON."""
    with home.database.session() as session:
        for each in audit_log.entries_of(session, organisation):
            yield AuditEntry.of(each).model_dump_json().encode() + b"\n"


@router.get("/verification", summary="Verify the audit log")
def verify_audit_log(
    session: SessionDep,
    organisation: OrganisationDep,
    known: Annotated[
        str,
        Query(
            pattern="^([0-9a-f]{64})?$",
            description="A hash that you kept; the chain must hold it.",
        ),
    ] = "",
) -> AuditVerification:
    """Walk the trail and tell what was altered, taken out or moved."""
    verification = audit_log.verify(session, organisation, known=known)
    return AuditVerification(
        holds=not verification.faults,
        entries=verification.entries,
        hash=verification.hash,
        faults=list(verification.faults),
    )
