"""The rows of a list as they were kept: some hundred together, in the list's own order."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ScalarSelect, func
from sqlalchemy import select as pick
from sqlmodel import Session, col, select

from models import Intake, IntakeRows, IntakeSupplier, RowOutcome, Supplier


class ListedRow(NamedTuple):
    """One filled row of a list: its cells as given, and the supplier or contract it became.

    `row` is the number a spreadsheet shows; the rows that one release of open contracting data
    became share one. A reported row says in `message`, of `column`, why it was not taken; a row
    that was taken may carry notes there on what is odd about it.
    """

    row: int
    outcome: RowOutcome
    cells: Sequence[str]
    column: str
    message: str
    supplier: UUID | None
    contract: UUID | None


def listed_rows(
    session: Session, intake: UUID, *, offset: int = 0, limit: int | None = None
) -> Iterator[ListedRow]:
    """Yield the rows of a list in their own order.

    Args:
        session: An open transaction.
        intake: The list.
        offset: Rows to leave out at the beginning.
        limit: Rows at most; None for all.
    """
    query = select(IntakeRows.row_offset, IntakeRows.rows).where(
        IntakeRows.intake_id == intake, IntakeRows.row_offset + IntakeRows.row_count > offset
    )
    if limit is not None:
        query = query.where(IntakeRows.row_offset < offset + limit)
    together = session.exec(
        query.order_by(col(IntakeRows.row_offset)), execution_options={"yield_per": 20}
    )
    for first, rows in together:
        end = None if limit is None else max(0, offset + limit - first)
        for row, outcome, cells, column, message, *ids in rows[max(0, offset - first) : end]:
            supplier, contract = map(_id, ids)
            yield ListedRow(row, RowOutcome(outcome), cells, column, message, supplier, contract)


def number_of_rows(session: Session, intake: UUID) -> int:
    """Return how many filled rows of a list are kept."""
    query = select(func.sum(IntakeRows.row_count)).where(IntakeRows.intake_id == intake)
    return session.exec(query).one() or 0


def paid_by_lists() -> ScalarSelect[Any]:
    """What the lists that are not replaced paid to a supplier of the query around this, together.

    None where none of them paid it anything.
    """
    return (
        pick(func.sum(IntakeSupplier.paid))
        .join(Intake, col(IntakeSupplier.intake_id) == col(Intake.id))
        .where(
            col(IntakeSupplier.supplier_id) == col(Supplier.id),
            col(Intake.superseded).is_(False),
        )
        .correlate(Supplier)
        .scalar_subquery()
    )


@lru_cache(4096)
def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
