"""Keep whom a supplier is said to buy from, by who told it."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col

from app.db.engine import insert_rows
from app.features.suppliers.queries import supplier_key
from models import SubSupplier
from models.base import new_id
from scoring.exposure import Named
from scoring.exposure.named import named_in_answer
from scoring.reference.vocabulary import ReportedBy
from scrapers.spreadsheets import SupplierRow

QUESTIONS_OF_NAMES = ("supply.tiers", "supply.subcontracted", "supply.labour_provider")
"""Questions in whose answers suppliers name their own suppliers."""

_LONGEST = 300


def keep_tiers(
    session: Session,
    organisation: UUID,
    supplier: UUID,
    named: Iterable[Named],
    *,
    source: str,
    as_at: date | None,
) -> None:
    """Keep whom a source names as a supplier's own suppliers, in place of what it named before."""
    source = source[:_LONGEST]
    session.execute(
        delete(SubSupplier).where(
            col(SubSupplier.supplier_id) == supplier, col(SubSupplier.source) == source
        )
    )
    rows = {
        supplier_key(each.name): {
            "id": new_id(),
            "organisation_id": organisation,
            "supplier_id": supplier,
            "key": supplier_key(each.name),
            "name": each.name,
            "share_percent": None if each.share is None else each.share * 100,
            "reported_by": each.reported_by,
            "source": source,
            "as_at": as_at,
        }
        for each in named
    }
    insert_rows(session, SubSupplier, rows.values())


def keep_listed_tiers(
    session: Session,
    organisation: UUID,
    naming: Mapping[UUID, Iterable[SupplierRow]],
    *,
    source: str,
) -> None:
    """Keep the suppliers of suppliers that the rows of a list name.

    Args:
        session: An open transaction.
        organisation: Whose list it is.
        naming: All rows of the list so far that name some, by the supplier they are about.
        source: The list, in words.
    """
    for supplier, rows in naming.items():
        named = [
            Named(name, share, ReportedBy.LIST, source)
            for row in rows
            for name, share in zip(row.sub_suppliers, row.sub_shares, strict=True)
        ]
        keep_tiers(session, organisation, supplier, named, source=source, as_at=None)


def keep_answered_tiers(
    session: Session,
    organisation: UUID,
    supplier: UUID,
    *,
    question: str,
    text: str,
    source: str,
    as_at: date | None,
) -> None:
    """Keep the suppliers that an answer names, where the question asks for such names."""
    if question not in QUESTIONS_OF_NAMES:
        return
    label = f"Answer to {question}: {source}" if source else f"Answer to {question}"
    named = named_in_answer(text, source=label)
    keep_tiers(session, organisation, supplier, named, source=label, as_at=as_at)


def forget_listed_tiers(session: Session, organisation: UUID, *, source: str) -> None:
    """Forget what an older form of a list named, before the newer one is kept."""
    session.execute(
        delete(SubSupplier).where(
            col(SubSupplier.organisation_id) == organisation,
            col(SubSupplier.source) == source[:_LONGEST],
        )
    )
