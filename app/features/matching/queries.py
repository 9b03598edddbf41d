"""Questions about matches: those that wait for a person, with what they were proposed."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from models import Company, CompanyMatch, CompanyMatchState, Supplier
from models.supplier import counted


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
        _with_suppliers(organisation)
        .where(CompanyMatch.state == state, col(Supplier.key) > after)
        .order_by(col(Supplier.key))
        .limit(limit)
    )
    return session.exec(query).all()


def waiting_count(session: Session, organisation: UUID) -> int:
    """Return how many of an organisation's matches wait for a person."""
    waiting = (
        select(func.count())
        .select_from(CompanyMatch)
        .join(Supplier, col(CompanyMatch.supplier_id) == col(Supplier.id))
    )
    return session.exec(
        waiting.where(
            CompanyMatch.organisation_id == organisation,
            CompanyMatch.state == CompanyMatchState.REVIEW,
            counted(),
        )
    ).one()


def waiting_matches(
    session: Session, organisation: UUID, *, offset: int, limit: int
) -> Sequence[tuple[CompanyMatch, Supplier]]:
    """Return matches that wait for a person with their suppliers, those of most risk first.

    Args:
        session: An open transaction.
        organisation: Whose matches.
        offset: How many to leave out.
        limit: How many at most.
    """
    query = (
        _with_suppliers(organisation)
        .where(CompanyMatch.state == CompanyMatchState.REVIEW)
        .order_by(col(Supplier.rank), col(Supplier.key))
        .offset(offset)
        .limit(limit)
    )
    return session.exec(query).all()


def decided_matches(
    session: Session, organisation: UUID, *, limit: int
) -> Sequence[tuple[CompanyMatch, Supplier]]:
    """Return matches that a person decided with their suppliers, the last decided first."""
    query = (
        _with_suppliers(organisation)
        .where(CompanyMatch.decided_by != "")
        .order_by(col(CompanyMatch.decided_at).desc(), col(Supplier.key))
        .limit(limit)
    )
    return session.exec(query).all()


def _with_suppliers(organisation: UUID) -> "Select[CompanyMatch, Supplier]":
    """An organisation's matches, each with its supplier."""
    return (
        select(CompanyMatch, Supplier)
        .join(Supplier, col(CompanyMatch.supplier_id) == col(Supplier.id))
        .where(CompanyMatch.organisation_id == organisation, counted())
    )


def companies_by_id(session: Session, ids: Iterable[UUID]) -> dict[UUID, Company]:
    """Return companies of the register by their identifiers; those it lacks are left out."""
    query = select(Company).where(col(Company.id).in_(set(ids)))
    return {company.id: company for company in session.exec(query)}
