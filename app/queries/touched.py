"""Whom a register speaks of: the suppliers that an entry names, those matched to a company."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, and_, col, or_, select

from app.db import batches
from app.queries.registers import lookup_keys
from models import Company, CompanyMatch, CompanyMatchState, Contract, Intake, Supplier


@dataclass(frozen=True, slots=True)
class EntryKey:
    """Whom an entry is about: its company number where it gives one, its name in one spelling."""

    number: str
    name_key: str


def suppliers_named(
    session: Session, entries: Collection[EntryKey]
) -> dict[EntryKey, tuple[Supplier, ...]]:
    """Return the suppliers, of every organisation, that a register's entries are about.

    The same that `app.queries.registers.entries_for` finds, asked from the other side.
    """
    if not entries:
        return {}
    by_number: dict[str, list[Supplier]] = defaultdict(list)
    by_name: dict[str, list[tuple[str, Supplier]]] = defaultdict(list)
    accepted = col(CompanyMatch.state) == CompanyMatchState.ACCEPTED
    query = (
        select(Supplier, Company)
        .outerjoin(CompanyMatch, and_(col(CompanyMatch.supplier_id) == col(Supplier.id), accepted))
        .outerjoin(Company, col(CompanyMatch.company_id) == col(Company.id))
        .where(col(Supplier.is_placeholder).is_(False))
        .order_by(col(Supplier.key))
    )
    for supplier, company in session.exec(query):
        number, name_key = lookup_keys(supplier, company)
        by_name[name_key].append((number, supplier))
        if number:
            by_number[number].append(supplier)
    by_entry = {}
    for each in entries:
        named = {supplier.id: supplier for supplier in by_number.get(each.number, ())}
        for number, supplier in by_name.get(each.name_key, ()):
            if not (number and each.number and number != each.number):
                named[supplier.id] = supplier
        by_entry[each] = tuple(named.values())
    return by_entry


def suppliers_of_companies(
    session: Session, companies: Iterable[UUID]
) -> dict[UUID, tuple[Supplier, ...]]:
    """Return the suppliers, of every organisation, that were matched to some companies."""
    by_company: dict[UUID, tuple[Supplier, ...]] = {}
    for batch in batches(companies):
        query = (
            select(CompanyMatch.company_id, Supplier)
            .join(Supplier, col(CompanyMatch.supplier_id) == col(Supplier.id))
            .where(
                col(CompanyMatch.company_id).in_(batch),
                CompanyMatch.state == CompanyMatchState.ACCEPTED,
            )
            .order_by(col(Supplier.key))
        )
        for company, supplier in session.exec(query):
            if company is not None:
                by_company[company] = (*by_company.get(company, ()), supplier)
    return by_company


def every_supplier(session: Session) -> Sequence[Supplier]:
    """Return every supplier of every organisation that somebody can be judged as."""
    query = select(Supplier).where(col(Supplier.is_placeholder).is_(False))
    return session.exec(query.order_by(col(Supplier.key))).all()


def suppliers_under_contract(session: Session, organisation: UUID, on: date) -> Sequence[Supplier]:
    """Return an organisation's suppliers with a contract that is not known to be over on a day."""
    held = (
        select(Contract.supplier_id)
        .join(Intake, col(Contract.intake_id) == col(Intake.id))
        .where(
            Contract.organisation_id == organisation,
            col(Intake.superseded).is_(False),
            or_(col(Contract.end).is_(None), col(Contract.end) >= on),
        )
    )
    query = select(Supplier).where(
        col(Supplier.id).in_(held), col(Supplier.is_placeholder).is_(False)
    )
    return session.exec(query.order_by(col(Supplier.key))).all()
