"""What comes about by the date alone: statements that go out of date, licences that run out."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, or_, select

from app.queries.registers import expires_on
from models import Document, Organisation, RegisterEntry, RegisterKind, Statement
from scoring.vocabulary import DocumentKind
from scrapers.watching import out_of_date_from

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
