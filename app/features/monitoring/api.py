"""`/v1/changes`: what registers, websites and the calendar say otherwise than before."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlmodel import select

from app.errors import NotFound
from app.features.monitoring.jobs import watch_website
from app.features.monitoring.queries import changes_in, changes_of
from app.features.suppliers.queries import supplier_of
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.pagination import Cursor, Limit, page_of, unpacked
from app.http.schemas import Links, SupplierReference
from app.security import audit_log
from app.security.permissions import Scope
from models import SourceChange as SourceChangeRow
from models import Supplier
from models import Website as WebsiteRow

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
    page = page_of(
        rows,
        limit,
        "/v1/changes",
        lambda last: (last[0].detected_on, last[0].id),
        limit=limit,
        supplier_id=supplier_id,
    )
    items = [SupplierSourceChange.line(*each) for each in page.rows]
    return SourceChangeList(items=items, links=page.links)


def _after(day: str, id: str) -> tuple[date, UUID]:
    return date.fromisoformat(day), UUID(id)


websites_router = APIRouter(prefix="/suppliers", tags=["suppliers"])


class WebsiteUpdate(BaseModel):
    """The home page of a supplier, on the public web."""

    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, StringConstraints(max_length=2_000)] = Field(
        examples=["https://www.example.co.uk/"]
    )


class Website(BaseModel):
    """A website that is watched: what was seen there last, and what changed."""

    url: str
    last_checked_at: datetime | None = Field(description="Null until it was looked at.")
    last_error: str = Field(description="Why the last look found no statement; empty if it did.")
    statement_url: str
    changes: list[SourceChange] = Field(description="Newest first.")


@websites_router.put(
    "/{supplier_id}/website",
    summary="Watch a supplier's website",
    dependencies=[require_scope(Scope.WRITE_SUPPLIERS)],
)
def update_supplier_website(
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    wanted: WebsiteUpdate,
) -> Website:
    """Have the statement looked for from this home page, from now on and again and again.

    An address that is not on the public web is refused.
    """
    website = watch_website(session, home, caller.organisation, supplier_id, wanted.url)
    after: dict[str, Any] = {"url": website.home_url}
    audit_log.record(session, caller, "website.watched", f"suppliers/{supplier_id}", after=after)
    return _serialize(session, website)


@websites_router.get(
    "/{supplier_id}/website",
    summary="A supplier's website",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def get_supplier_website(
    session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> Website:
    """Return what was seen on the website, and what changed."""
    supplier = supplier_of(session, organisation, supplier_id)
    website = session.exec(select(WebsiteRow).where(WebsiteRow.supplier_id == supplier.id)).first()
    if website is None:
        raise NotFound("No website of this supplier is watched.")
    return _serialize(session, website)


def _serialize(session: SessionDep, website: WebsiteRow) -> Website:
    return Website(
        url=website.home_url,
        last_checked_at=website.last_checked_at,
        last_error=website.last_error,
        statement_url=str(website.last_statement.get("url", "")),
        changes=[SourceChange.of(each) for each in changes_of(session, website.supplier_id)],
    )
