"""Watch the calendar: what holds from a day on, or no longer, touches suppliers by itself."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select

from app.features.monitoring.source_changes import begin_all, schedule_reassessment
from app.features.rates.service import rates_in_force
from app.features.registers.queries import (
    EntryKey,
    expires_on,
    suppliers_named,
    suppliers_under_contract,
)
from app.installation import Installation
from models import (
    Document,
    Organisation,
    Register,
    RegisterEntry,
    RegisterKind,
    Statement,
    Supplier,
)
from scoring.reference.rate_tables import living_wage_rows, minimum_wage_rows
from scoring.reference.vocabulary import DocumentKind
from scrapers.change_detection import (
    Change,
    ChangeKind,
    DatedRate,
    expired,
    out_of_date_from,
    rates_beginning,
)

SupplierChanges = Iterator[tuple[Supplier, Change]]


def watch_calendar(home: Installation, organisation: UUID, *, on: date) -> tuple[UUID, ...]:
    """Notice what came about since the last such look, and have whom it touches judged again.

    The first look of all only sets the day from which on things are noticed. The day is moved on
    with what was noticed in one transaction, so nothing is lost or told twice.

    Returns:
        The jobs that judge them.
    """
    with home.database.writing(alone=organisation) as session:
        query = select(Organisation).where(Organisation.id == organisation).with_for_update()
        row = session.exec(query.execution_options(populate_existing=True)).one()
        since = row.monitored_until
        if since is not None and since >= on:
            return ()
        row.monitored_until = on
        session.add(row)
        if since is None:
            return ()
        changes = [
            *_expiring(session, organisation, since, on),
            *_licences(session, organisation, since, on),
            *_rates(session, organisation, since, on),
        ]
        begun = schedule_reassessment(session, changes, now=datetime.now(UTC))
    begin_all(begun)
    return begun


def rates_known() -> Iterator[DatedRate]:
    """Yield every wage figure of our tables with the first day on which it must be paid."""
    for row in living_wage_rows():
        if row.must_pay_by is not None:
            for place, amount in (("London", row.london), ("UK", row.uk)):
                yield DatedRate(f"{place} Living Wage", amount, row.must_pay_by, row.source)
    for wage in minimum_wage_rows():
        figures = {
            "top rate": wage.adult,
            "age 18 to 20": wage.youth,
            "under 18": wage.under_18,
            "apprentices": wage.apprentice,
            "accommodation offset a day": wage.offset,
        }
        for name, figure in figures.items():
            if figure is not None:
                yield DatedRate(f"Minimum wage, {name}", figure, wage.start, wage.source)


def _expiring(session: Session, organisation: UUID, since: date, on: date) -> SupplierChanges:
    for each in statements_expiring(session, [organisation], since, on):
        supplier = session.get_one(Supplier, each.supplier_id)
        called = f"{each.name} (year to {each.year_end})"
        source = each.url or "the statement itself"
        subject = each.url or each.name
        for change in expired(each.year_end, called, since, on, subject=subject, source=source):
            yield supplier, change


def _licences(session: Session, organisation: UUID, since: date, on: date) -> SupplierChanges:
    register = session.get(Register, RegisterKind.LABOUR_LICENCES)
    over = [
        (each, EntryKey(each.number, each.name_key))
        for each in licences_running_out(session, since, on)
    ]
    suppliers = suppliers_named(session, {named for _, named in over})
    for entry, named in over:
        change = Change(
            ChangeKind.LICENCE_STOPPED,
            entry.key,
            entry.status_text,
            "its last day is over, and our copy of the register is of that time",
            on,
            entry.as_at,
            register.source if register else "",
        )
        for supplier in suppliers[named]:
            if supplier.organisation_id == organisation:
                yield supplier, change


def _rates(session: Session, organisation: UUID, since: date, on: date) -> SupplierChanges:
    with rates_in_force(session, organisation):
        changes = rates_beginning(rates_known(), since, on)
    if changes:
        for supplier in suppliers_under_contract(session, organisation, on):
            for change in changes:
                yield supplier, change


_LONGEST = timedelta(days=560)
"""More than the eighteen months for which a statement holds, in days of any year."""


def organisations_behind(session: Session, on: date) -> Sequence[UUID]:
    """Return the organisations for which a day was not yet looked at."""
    behind = or_(
        col(Organisation.monitored_until).is_(None), col(Organisation.monitored_until) < on
    )
    return session.exec(select(Organisation.id).where(behind)).all()


def statements_expiring(
    session: Session, organisations: Collection[UUID], since: date, on: date
) -> Iterator[Statement]:
    """Yield the statements that go out of date after a day and up to another, one a supplier.

    A statement of which the supplier has a newer one is no longer the one that counts.
    """
    newer, its_document = aliased(Statement), aliased(Document)
    a_newer_one = (
        select(newer.id)
        .join(its_document, col(its_document.sha256) == col(newer.document_sha256))
        .where(
            col(newer.supplier_id) == col(Statement.supplier_id),
            col(newer.year_end) > col(Statement.year_end),
            its_document.kind == DocumentKind.STATEMENT,
        )
    )
    query = (
        select(Statement)
        .join(Document, col(Document.sha256) == col(Statement.document_sha256))
        .where(
            col(Statement.organisation_id).in_(organisations),
            Document.kind == DocumentKind.STATEMENT,
            col(Statement.year_end) > since - _LONGEST,
            col(Statement.year_end) <= on,
            ~a_newer_one.exists(),
        )
        .order_by(col(Statement.supplier_id), col(Statement.id))
    )
    seen = set()
    for each in session.exec(query):
        if each.year_end is None or each.supplier_id in seen:
            continue
        if since < out_of_date_from(each.year_end) <= on:
            seen.add(each.supplier_id)
            yield each


def licences_running_out(session: Session, since: date, on: date) -> Iterator[RegisterEntry]:
    """Yield the licences that allow supply and whose last day is before `on`, and not `since`."""
    query = select(RegisterEntry).where(
        RegisterEntry.kind == RegisterKind.LABOUR_LICENCES,
        col(RegisterEntry.in_good_standing).is_(True),
        col(RegisterEntry.removed_on).is_(None),
    )
    for each in session.exec(query.order_by(col(RegisterEntry.key))):
        last = expires_on(each)
        if last is not None and since <= last < on:
            yield each
