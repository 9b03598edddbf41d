"""What public registers say of a company on a day, as answers and facts that rules judge."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, and_, col, func, or_, select

from app.db.engine import batches
from models import (
    Company,
    CompanyMatch,
    CompanyMatchState,
    Contract,
    Register,
    RegisterEntry,
    RegisterKind,
    SourcePoll,
    Supplier,
)
from models.contract import live_on
from models.supplier import assessable, counted
from scoring.companies.names import normalise
from scoring.facts import Answer, AnswerValue, ListedStatement

_LEAST_TURNOVER = {
    "Under £36 million": Decimal(0),
    "£36 million to £60 million": Decimal(36_000_000),
    "£60 million to £100 million": Decimal(60_000_000),
    "£100 million to £500 million": Decimal(100_000_000),
    "Over £500 million": Decimal(500_000_000),
}
"""Lower end of each band of the statement registry's form, pounds a year: enough for the duty."""


def lookup_keys(supplier: Supplier, company: Company | None) -> tuple[str, str]:
    """Return the number and the name in one spelling by which a supplier is looked up.

    Those of the company that it was matched to; else its own, where it has one number only.
    """
    numbers = supplier.company_numbers
    number = company.number if company else numbers[0] if len(numbers) == 1 else ""
    return number, normalise(company.name if company else supplier.name)


def find_entries(
    session: Session, kind: RegisterKind, *, number: str, name_key: str, at: date
) -> Sequence[RegisterEntry]:
    """Return a register's entries of a company that stood on a day, by number or exact name."""
    same = [col(RegisterEntry.name_key) == name_key]
    if number:
        same.append(col(RegisterEntry.number) == number)
    query = (
        select(RegisterEntry)
        .where(
            RegisterEntry.kind == kind,
            or_(*same),
            or_(col(RegisterEntry.since).is_(None), col(RegisterEntry.since) <= at),
            or_(col(RegisterEntry.removed_on).is_(None), col(RegisterEntry.removed_on) > at),
        )
        .order_by(col(RegisterEntry.key))
    )
    entries = session.exec(query).all()
    return [each for each in entries if not (number and each.number and each.number != number)]


def accreditation(session: Session, *, number: str, name_key: str, at: date) -> bool | None:
    """Return whether the Living Wage Foundation's register shows a company as accredited.

    None while the register has not been taken in: not looked up is not refused.
    """
    kind = RegisterKind.LIVING_WAGE_EMPLOYERS
    if session.get(Register, kind) is None:
        return None
    entries = find_entries(session, kind, number=number, name_key=name_key, at=at)
    return any(each.in_good_standing for each in entries)


def register_answers(session: Session, *, number: str, name_key: str, at: date) -> list[Answer]:
    """Return what the debarment list and the register of licences say, as answers with source.

    An entry that only the name leads to is `partly`: the same name may be another company's.
    """
    answers = []
    debarred = find_entries(
        session, RegisterKind.DEBARMENT_LIST, number=number, name_key=name_key, at=at
    )
    for each in debarred:
        certain = bool(number) and each.number == number
        value = AnswerValue.YES if certain else AnswerValue.PARTLY
        answers.append(_answer("exclusion.debarred", value, each, "debarment list"))
    licences = find_entries(
        session, RegisterKind.LABOUR_LICENCES, number=number, name_key=name_key, at=at
    )
    for each in licences:
        if each.in_good_standing is not None:
            last = expires_on(each)
            holds = each.in_good_standing and (last is None or at <= last)
            value = AnswerValue.YES if holds else AnswerValue.NO
            answers.append(_answer("supply.licence", value, each, "register of licences"))
    return answers


def expires_on(entry: RegisterEntry) -> date | None:
    """Return the last day for which an entry holds, where it gives one."""
    ends = entry.payload.get("ends", "")
    return date.fromisoformat(ends) if ends else None


def listed_statements(
    session: Session, *, number: str, name_key: str, at: date
) -> tuple[ListedStatement, ...]:
    """Return a company's rows in the statement registry, the newest first."""
    entries = find_entries(
        session, RegisterKind.STATEMENT_REGISTRY, number=number, name_key=name_key, at=at
    )
    rows = [_listed(each, same_number=bool(number) and each.number == number) for each in entries]
    rows.sort(key=lambda row: (row.same_number, row.registry_year, row.end or date.min, row.url))
    return tuple(reversed(rows))


def least_turnover(listed: ListedStatement) -> Decimal | None:
    """Return the lower end of the band that a row gives, pounds a year; None without a band."""
    return _LEAST_TURNOVER.get(listed.turnover)


def _listed(entry: RegisterEntry, *, same_number: bool) -> ListedStatement:
    payload = entry.payload

    def day(name: str) -> date | None:
        text = payload.get(name, "")
        return date.fromisoformat(text) if text else None

    return ListedStatement(
        organisation=entry.name,
        registry_year=int(payload.get("year", 0)),
        as_at=entry.as_at,
        url=entry.url,
        start=day("start"),
        end=day("end"),
        approver=payload.get("approver", ""),
        approved_on=day("approved_on"),
        parent=payload.get("parent", ""),
        turnover=payload.get("turnover", ""),
        areas=tuple(
            (area, included)
            for area, included in payload.get("areas", {}).items()
            if included is not None
        ),
        same_number=same_number,
    )


def _answer(question: str, value: AnswerValue, entry: RegisterEntry, source: str) -> Answer:
    return Answer(question, value, f"{entry.name}: {entry.status_text}", source, entry.as_at)


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
        .where(assessable())
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
                counted(),
            )
            .order_by(col(Supplier.key))
        )
        for company, supplier in session.exec(query):
            if company is not None:
                by_company[company] = (*by_company.get(company, ()), supplier)
    return by_company


def every_supplier(session: Session) -> Sequence[Supplier]:
    """Return every supplier of every organisation that somebody can be judged as."""
    query = select(Supplier).where(assessable())
    return session.exec(query.order_by(col(Supplier.key))).all()


def suppliers_under_contract(session: Session, organisation: UUID, on: date) -> Sequence[Supplier]:
    """Return an organisation's suppliers with a contract that is not known to be over on a day."""
    held = select(Contract.supplier_id).where(
        Contract.organisation_id == organisation, live_on(on)
    )
    query = select(Supplier).where(col(Supplier.id).in_(held), assessable())
    return session.exec(query.order_by(col(Supplier.key))).all()


def sources_due(session: Session, sources: Iterable[str], *, before: datetime) -> list[str]:
    """Return those of some sources that were not asked since an instant."""
    query = select(SourcePoll.source).where(col(SourcePoll.last_checked_at) >= before)
    fresh = set(session.exec(query))
    return [each for each in sources if each not in fresh]


def companies_due(session: Session, *, before: datetime, limit: int) -> Sequence[Company]:
    """Return companies to which suppliers are matched and that were not asked about since.

    Those that were never asked about come first, then those of longest ago.
    """
    matched = select(CompanyMatch.company_id).where(
        CompanyMatch.state == CompanyMatchState.ACCEPTED
    )
    query = (
        select(Company)
        .where(
            col(Company.id).in_(matched),
            or_(col(Company.last_checked_at).is_(None), col(Company.last_checked_at) < before),
        )
        .order_by(col(Company.last_checked_at).nulls_first(), col(Company.number))
        .limit(limit)
    )
    return session.exec(query).all()


def looks(session: Session) -> Sequence[SourcePoll]:
    """Return how each source answered that is asked by itself."""
    return session.exec(select(SourcePoll).order_by(col(SourcePoll.source))).all()


def companies_known(session: Session) -> tuple[int, date | None]:
    """Return how many companies were taken in, and the newest day on which a source gave one."""
    number, newest = session.exec(select(func.count(), func.max(Company.as_at))).one()
    return number, newest
