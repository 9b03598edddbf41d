"""`/v1/suppliers/{id}/website`: where a supplier's statement is looked for, and what changed."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlmodel import select

from app.api.asked import CallerDep, InstallationDep, OrganisationDep, SessionDep, require_scope
from app.api.changes import SourceChange
from app.errors import NotFound
from app.pipeline.watch import watch_website
from app.queries.changes import changes_of
from app.queries.suppliers import supplier_of
from app.security import audit
from app.security.roles import Scope
from models import Website as WebsiteRow

router = APIRouter(prefix="/suppliers", tags=["suppliers"])


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


@router.put(
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
    audit.record(session, caller, "website.watched", f"suppliers/{supplier_id}", after=after)
    return _serialize(session, website)


@router.get(
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
