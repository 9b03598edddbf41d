"""`/v1/changes`: what registers, websites and the calendar say otherwise than before."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.api.asked import OrganisationDep, SessionDep, require_scope
from app.api.cursors import Cursor, Limit, next_link, packed, unpacked
from app.api.shapes import Links, SupplierReference
from app.queries.changes import changes_in
from app.security.roles import Scope
from models import SourceChange as SourceChangeRow
from models import Supplier

router = APIRouter(prefix="/changes", tags=["suppliers"])


class SourceChange(BaseModel):
    """What a source says otherwise than before."""

    kind: str = Field(examples=["licence_stopped"])
    before: str = Field(description="What the source said; empty where it said nothing.")
    now: str = Field(description="What it says; empty where it no longer says anything.")
    detected_on: date = Field(description="The day as at which the source said so.")
    since: date | None = Field(description="The last day as at which it said what was before.")
    source: str

    @classmethod
    def of(cls, row: SourceChangeRow) -> "SourceChange":
        """Return the shape of a change."""
        return cls(
            kind=row.kind,
            before=row.before,
            now=row.now,
            detected_on=row.detected_on,
            since=row.since,
            source=row.source,
        )


class SupplierSourceChange(SourceChange):
    """A change with the supplier that it touches; its latest assessment was made since."""

    id: UUID
    supplier: SupplierReference
    assessment_id: UUID | None = Field(description="The supplier's latest assessment.")

    @classmethod
    def line(cls, row: SourceChangeRow, supplier: Supplier) -> "SupplierSourceChange":
        """Return the shape of a change with its supplier."""
        return cls(
            **SourceChange.of(row).model_dump(),
            id=row.id,
            supplier=SupplierReference(
                id=supplier.id, name=supplier.name, company_numbers=supplier.company_numbers
            ),
            assessment_id=supplier.assessment_id,
        )


class SourceChangeList(BaseModel):
    """Some changes, newest first, and where to go on."""

    items: list[SupplierSourceChange]
    links: Links


@router.get(
    "",
    summary="Changes detected at monitored sources",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def list_source_changes(
    session: SessionDep,
    organisation: OrganisationDep,
    limit: Limit = 50,
    cursor: Cursor = "",
    supplier_id: UUID | None = None,
) -> SourceChangeList:
    """Return what sources say otherwise about suppliers, or about one of them, newest first."""
    rows = changes_in(
        session,
        organisation,
        limit=limit + 1,
        supplier=supplier_id,
        after=unpacked(cursor, _after) if cursor else None,
    )
    link = None
    if len(rows) > limit:
        last = rows[limit - 1][0]
        link = next_link(
            "/v1/changes",
            limit=limit,
            supplier_id=supplier_id,
            cursor=packed(last.detected_on.isoformat(), str(last.id)),
        )
    return SourceChangeList(
        items=[SupplierSourceChange.line(*each) for each in rows[:limit]], links=Links(next=link)
    )


def _after(day: str, id: str) -> tuple[date, UUID]:
    return date.fromisoformat(day), UUID(id)
