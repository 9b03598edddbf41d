"""What a person decides about matches, noted in the audit trail, by the API and the pages."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.db.row_lock import lock_row
from app.errors import Changed, Conflict
from app.features.matching.service import accept_match, match_of, reject_match, undo_match
from app.security import audit_log
from app.security.principal import Principal
from models import CompanyMatch, Supplier

MatchFacts = dict[str, str | None]


UNDECIDED = "0"
"""The version of a match that nobody has decided."""


def version_of(match: CompanyMatch) -> str:
    """Return a word that changes with each decision on a match, for ETag and If-Match."""
    if match.decided_at is None:
        return UNDECIDED
    return f"{int(match.decided_at.timestamp() * 1_000_000):x}"


def decide_match(
    session: Session,
    caller: Principal,
    id: UUID,
    company: UUID | None,
    *,
    now: datetime,
    seen: str | None = None,
) -> CompanyMatch:
    """Decide which company a supplier is, or that it is none of those proposed.

    Of several people who decide one match at once, the first wins and the others are refused.

    Args:
        session: An open transaction.
        caller: The person.
        id: Which match.
        company: Which company; None for none of those proposed.
        now: When.
        seen: The version that the person saw, `*` for any. None replaces no decision but the
            caller's own by another one.

    Raises:
        NotFound: There is no such match.
        Conflict: Somebody has decided it, and no version of it was given.
        Changed: Somebody changed the decision since.
        Unusable: There is no such company.
    """
    match = _locked(session, caller, id)
    if seen is None and _stands(match, caller, company):
        raise Conflict(f"{match.decided_by} has decided this match. Take that back first.")
    if seen not in (None, "*", version_of(match)):
        raise Changed(
            "Another person decided this match since you read it. Read the matches again."
        )
    before = _facts(match)
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
    before = _facts(_locked(session, caller, id))
    match = undo_match(session, caller.organisation, id)
    _record(session, caller, match, before)
    return match


def _stands(match: CompanyMatch, caller: Principal, company: UUID | None) -> bool:
    """Whether a decision is not to be replaced: another's, or the same one once more."""
    own = match.decided_by == caller.name
    return bool(match.decided_by) and (not own or match.company_id == company)


def _locked(session: Session, caller: Principal, id: UUID) -> CompanyMatch:
    """Return a match that nobody else decides until the transaction ends.

    The supplier is locked first, as by the jobs that propose matches: two who lock in different
    orders would wait for each other.
    """
    match = match_of(session, caller.organisation, id)
    lock_row(session, session.get_one(Supplier, match.supplier_id))
    lock_row(session, match, decided_at=match.decided_at)
    return match


def _facts(match: CompanyMatch) -> MatchFacts:
    company = str(match.company_id) if match.company_id else None
    return {"state": match.state.value, "company": company, "decided_by": match.decided_by}


def _record(session: Session, caller: Principal, match: CompanyMatch, before: MatchFacts) -> None:
    audit_log.record(
        session, caller, "match.decided", f"matches/{match.id}", before=before, after=_facts(match)
    )
