"""Match suppliers to companies of the register; where records disagree, a person decides."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from app.queries.facts import record_of
from models import Company, Match, MatchStanding, Supplier
from scoring.matching import CompanyIndex, MatchProposal, SupplierIdentity
from scoring.names import normalise

SHOWN = 5
"""Candidates kept for a person to choose from."""


def match_suppliers(session: Session, suppliers: Sequence[UUID]) -> None:
    """Propose a company for each supplier that no person has decided on, and keep the proposal.

    The suppliers stay locked to the end of the transaction, so that two jobs make one match.
    """
    asked = (
        select(Supplier)
        .where(col(Supplier.id).in_(suppliers))
        .order_by(col(Supplier.key))
        .with_for_update()
    )
    found = session.exec(asked).all()
    known = {
        each.supplier_id: each
        for each in session.exec(select(Match).where(col(Match.supplier_id).in_(suppliers)))
    }
    index = _universe(session, found)
    for supplier in found:
        match = known.get(supplier.id)
        if match is None or not match.decided_by:
            proposal = index.propose(
                SupplierIdentity(supplier.name, tuple(supplier.company_numbers), supplier.postcode)
            )
            session.add(_kept(supplier, match, proposal))


def _universe(session: Session, suppliers: Sequence[Supplier]) -> CompanyIndex:
    """The companies that share a number or a name with one of the suppliers."""
    numbers = {number for supplier in suppliers for number in supplier.company_numbers}
    names = {normalise(supplier.name) for supplier in suppliers}
    near = select(Company).where(
        or_(col(Company.number).in_(numbers), col(Company.name_key).in_(names))
    )
    return CompanyIndex.build(record_of(each) for each in session.exec(near))


def _kept(supplier: Supplier, match: Match | None, proposal: MatchProposal) -> Match:
    kept = match or Match(
        organisation_id=supplier.organisation_id,
        supplier_id=supplier.id,
        state=MatchStanding.NONE,
    )
    best = proposal.best
    kept.state = MatchStanding(proposal.state.value)
    kept.company_id = UUID(best.company.id) if best else None
    kept.score = proposal.score
    kept.reasons = list(proposal.reasons)
    kept.candidates = [
        {"company": each.company.id, "name": each.company.name, "number": each.company.number}
        for each in proposal.candidates[:SHOWN]
    ]
    return kept
