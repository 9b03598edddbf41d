"""Match suppliers to companies of the register; where records disagree, a person decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from app.errors import NotFound, Unusable
from models import Company, CompanyMatch, CompanyMatchState, Supplier
from scoring.matching import CompanyIndex, CompanyRecord, MatchProposal, SupplierIdentity

SHOWN = 5
"""Candidates kept for a person to choose from."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The company proposed for a supplier."""

    supplier: UUID
    proposal: MatchProposal


def match_suppliers(session: Session, suppliers: Sequence[UUID]) -> None:
    """Propose a company for each supplier that no person has decided on, and keep the proposal."""
    keep_matches(session, propose_companies(session, suppliers))


def propose_companies(session: Session, suppliers: Sequence[UUID]) -> list[Proposed]:
    """Propose a company for each supplier that no person has decided on, changing nothing."""
    decided = session.exec(
        select(CompanyMatch.supplier_id).where(
            col(CompanyMatch.supplier_id).in_(suppliers), CompanyMatch.decided_by != ""
        )
    ).all()
    left = set(suppliers) - set(decided)
    existing = session.exec(
        select(Supplier).where(col(Supplier.id).in_(left)).order_by(col(Supplier.key))
    ).all()
    index = _universe(session)
    return [
        Proposed(
            each.id,
            index.propose(SupplierIdentity(each.name, tuple(each.company_numbers), each.postcode)),
        )
        for each in existing
    ]


def keep_matches(session: Session, proposed: Sequence[Proposed]) -> None:
    """Keep what was proposed, unless a person has decided meanwhile.

    The suppliers stay locked to the end of the transaction, so that two jobs make one match.
    """
    ids = [each.supplier for each in proposed]
    query = (
        select(Supplier)
        .where(col(Supplier.id).in_(ids))
        .order_by(col(Supplier.key))
        .with_for_update()
    )
    locked = {each.id: each for each in session.exec(query)}
    known = {
        each.supplier_id: each
        for each in session.exec(
            select(CompanyMatch).where(col(CompanyMatch.supplier_id).in_(ids)).with_for_update()
        )
    }
    for each in proposed:
        match = known.get(each.supplier)
        if each.supplier in locked and (match is None or not match.decided_by):
            session.add(_match_row(locked[each.supplier], match, each.proposal))


def _universe(session: Session) -> CompanyIndex:
    """Every company taken in, arranged once for a process until the register changes."""
    state = session.exec(select(func.count(), func.max(Company.updated_at))).one()
    mark = (str(session.get_bind().engine.url), *map(str, state))
    with _lock:
        if _arranged.mark != mark:
            _arranged.index, _arranged.mark = CompanyIndex.build(_records(session)), mark
        return _arranged.index


def _records(session: Session) -> Iterator[CompanyRecord]:
    query = select_columns(
        col(Company.id),
        col(Company.name),
        col(Company.number),
        col(Company.postcode),
        col(Company.other_names),
    ).order_by(col(Company.number))
    for id, name, number, postcode, others in session.execute(query).yield_per(5_000):
        yield CompanyRecord(str(id), name, number, postcode, tuple(others))


@dataclass(slots=True)
class _Arranged:
    """The universe as last arranged, and the state of the register that it was arranged from."""

    index: CompanyIndex
    mark: tuple[str, ...] = ()


_arranged = _Arranged(CompanyIndex.build(()))
_lock = Lock()


def _match_row(
    supplier: Supplier, match: CompanyMatch | None, proposal: MatchProposal
) -> CompanyMatch:
    row = match or CompanyMatch(
        organisation_id=supplier.organisation_id,
        supplier_id=supplier.id,
        state=CompanyMatchState.NONE,
    )
    best = proposal.best
    row.state = CompanyMatchState(proposal.state.value)
    row.company_id = UUID(best.company.id) if best else None
    row.score = proposal.score
    row.reasons = list(proposal.reasons)
    row.candidates = [
        {"company": each.company.id, "name": each.company.name, "number": each.company.number}
        for each in proposal.candidates[:SHOWN]
    ]
    return row


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
