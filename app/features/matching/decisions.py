"""What a person decides about matches, noted in the audit trail, by the API and the pages."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.features.matching.service import accept_match, match_of, reject_match, undo_match
from app.security import audit_log
from app.security.principal import Principal
from models import CompanyMatch

MatchFacts = dict[str, str | None]


def decide_match(
    session: Session, caller: Principal, id: UUID, company: UUID | None, *, now: datetime
) -> CompanyMatch:
    """Take a supplier for a company, or for none of those proposed; it is not asked again.

    Raises:
        NotFound: There is no such match.
        Unusable: There is no such company.
    """
    before = _facts(match_of(session, caller.organisation, id))
    if company is None:
        match = reject_match(session, caller.organisation, id, by=caller.name, now=now)
    else:
        match = accept_match(session, caller.organisation, id, company, by=caller.name, now=now)
    _record(session, caller, match, before)
    return match


def undo_decision(session: Session, caller: Principal, id: UUID) -> CompanyMatch:
    """Match the supplier anew, as if nobody had decided.

    Raises:
        NotFound: There is no such match.
    """
    before = _facts(match_of(session, caller.organisation, id))
    match = undo_match(session, caller.organisation, id)
    _record(session, caller, match, before)
    return match


def _facts(match: CompanyMatch) -> MatchFacts:
    company = str(match.company_id) if match.company_id else None
    return {"state": match.state.value, "company": company, "decided_by": match.decided_by}


def _record(session: Session, caller: Principal, match: CompanyMatch, before: MatchFacts) -> None:
    audit_log.record(
        session, caller, "match.decided", f"matches/{match.id}", before=before, after=_facts(match)
    )
