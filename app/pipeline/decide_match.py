"""Decide which company a supplier is: a named person accepts, rejects, or takes it back."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.errors import NotFound, Unusable
from app.pipeline.match import match_suppliers
from models import Company, CompanyMatch, CompanyMatchState


def match_of(session: Session, organisation: UUID, id: UUID) -> CompanyMatch:
    """Return one of an organisation's matches.

    Raises:
        NotFound: It has none with this identifier.
    """
    match = session.get(CompanyMatch, id)
    if match is None or match.organisation_id != organisation:
        raise NotFound("There is no such match.")
    return match


def accept_match(
    session: Session, organisation: UUID, id: UUID, company: UUID, *, by: str, now: datetime
) -> CompanyMatch:
    """Take a supplier for a company; it is remembered and never asked again.

    Raises:
        NotFound: There is no such match.
        Unusable: There is no such company.
    """
    match = match_of(session, organisation, id)
    chosen = session.get(Company, company)
    if chosen is None:
        raise Unusable("There is no such company.", pointer="/company")
    match.state, match.company_id = CompanyMatchState.ACCEPTED, chosen.id
    match.reasons = [f"A person took it for {chosen.name} ({chosen.number})"]
    return _decided(session, match, by, now)


def reject_match(
    session: Session, organisation: UUID, id: UUID, *, by: str, now: datetime
) -> CompanyMatch:
    """Say that a supplier is none of the companies proposed; it is not asked again.

    Raises:
        NotFound: There is no such match.
    """
    match = match_of(session, organisation, id)
    match.state, match.company_id = CompanyMatchState.REJECTED, None
    match.reasons = ["A person found that it is none of the companies proposed"]
    return _decided(session, match, by, now)


def undo_match(session: Session, organisation: UUID, id: UUID) -> CompanyMatch:
    """Take a decision back: the supplier is matched anew, as if nobody had decided.

    Raises:
        NotFound: There is no such match.
    """
    match = match_of(session, organisation, id)
    match.decided_by, match.decided_at = "", None
    session.add(match)
    session.flush()
    match_suppliers(session, [match.supplier_id])
    return match


def _decided(session: Session, match: CompanyMatch, by: str, now: datetime) -> CompanyMatch:
    match.decided_by, match.decided_at = by, now
    session.add(match)
    return match
