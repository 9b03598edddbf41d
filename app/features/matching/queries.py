"""Questions about matches: those that wait for a person, with what they were proposed."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from models import CompanyMatch, CompanyMatchState, Supplier


def matches_in(
    session: Session,
    organisation: UUID,
    state: CompanyMatchState,
    *,
    limit: int,
    after: str = "",
) -> Sequence[tuple[CompanyMatch, Supplier]]:
    """Return matches in a state with their suppliers, by the supplier's key.

    Args:
        session: An open transaction.
        organisation: Whose matches.
        state: Which.
        limit: How many at most.
        after: Key of the supplier after which to go on.
    """
    query = (
        select(CompanyMatch, Supplier)
        .join(Supplier, col(CompanyMatch.supplier_id) == col(Supplier.id))
        .where(
            CompanyMatch.organisation_id == organisation,
            CompanyMatch.state == state,
            col(Supplier.key) > after,
        )
        .order_by(col(Supplier.key))
        .limit(limit)
    )
    return session.exec(query).all()
