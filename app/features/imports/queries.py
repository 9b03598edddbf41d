"""Questions about intakes: what became of each row of a list and of each statement."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ScalarSelect, func, or_
from sqlalchemy import select as pick
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.features.imports.payments import paid_sentence, period_of
from models import (
    Assessment,
    Document,
    Intake,
    IntakeRows,
    IntakeState,
    IntakeSupplier,
    Job,
    RowOutcome,
    Statement,
    Supplier,
)
from scoring.periods import Period
from scoring.reference.vocabulary import DocumentKind


@dataclass(frozen=True, slots=True)
class Odd:
    """A row that was not taken, or was taken with something odd about it."""

    row: int
    taken: bool
    message: str


@dataclass(frozen=True, slots=True)
class ListAccount:
    """What became of one list: every filled row is a supplier, a contract or reported.

    `paid` is what its payments come to in pounds, None where it has none; `period` the days that
    they cover, None where no one knows, read where `period_source` says.
    """

    name: str
    reason: str
    rows: int
    became: dict[RowOutcome, int]
    notices: tuple[str, ...]
    odd: tuple[Odd, ...]
    paid: Decimal | None = None
    period: Period | None = None
    period_source: str = ""


@dataclass(frozen=True, slots=True)
class StatementAccount:
    """What became of one document offered as a statement; `score` is None where there is none."""

    name: str
    kind: str
    reason: str
    suppliers: tuple[str, ...]
    how: str
    score: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """What became of everything that a vetting job was given."""

    lists: tuple[ListAccount, ...]
    statements: tuple[StatementAccount, ...]

    @property
    def refused(self) -> bool:
        """Whether a list was refused whole."""
        return any(each.reason for each in self.lists)

    def lines(self) -> Iterator[str]:
        """Yield the account in plain sentences."""
        for each in self.lists:
            if each.reason:
                yield f"Not taken in: {each.name}. {each.reason}"
                continue
            reasons = ", ".join(
                f"{number:,} {_IN_WORDS[outcome]}" for outcome, number in each.became.items()
            )
            yield f"{each.name}: {each.rows:,} rows: {reasons or 'nothing'}."
            if each.paid is not None:
                yield f"  {paid_sentence(each.paid, each.period, each.period_source)}"
            yield from (f"  {notice}" for notice in each.notices)
            for odd in each.odd:
                yield f"  Row {odd.row}{'' if odd.taken else ' not taken'}: {odd.message}"
        for one in self.statements:
            score = "not scored" if one.score is None else f"scored {one.score} of 100"
            yield f"{one.name}: {score}. {one.reason} Of {'; '.join(one.suppliers) or 'nobody'}."


_IN_WORDS = {
    RowOutcome.SUPPLIER: "suppliers",
    RowOutcome.CONTRACT: "contracts",
    RowOutcome.REPORTED: "reported",
}


def account_of(session: Session, job: Job) -> Account:
    """Return what became of everything that a vetting job was given."""
    lists = tuple(_list(session, UUID(id)) for id in job.params["intakes"])
    statements = tuple(
        _statement(session, job.organisation_id, name, sha256)
        for name, sha256 in job.params["documents"]
    )
    return Account(lists, statements)


def _list(session: Session, id: UUID) -> ListAccount:
    intake = session.get_one(Intake, id)
    became, odd = Counter[RowOutcome](), []
    for each in listed_rows(session, id):
        became[each.outcome] += 1
        if each.message:
            odd.append(Odd(each.row, each.outcome is not RowOutcome.REPORTED, each.message))
    return ListAccount(
        name=intake.name,
        reason=intake.reason if intake.state is IntakeState.REFUSED else "",
        rows=became.total(),
        became={outcome: became[outcome] for outcome in RowOutcome if became[outcome]},
        notices=tuple(intake.notices),
        odd=tuple(odd),
        paid=session.exec(
            select(func.sum(IntakeSupplier.paid)).where(IntakeSupplier.intake_id == id)
        ).one(),
        period=period_of(intake),
        period_source=intake.period_source,
    )


def _statement(session: Session, organisation: UUID, name: str, sha256: str) -> StatementAccount:
    query = select(Document.kind, Document.reason).where(Document.sha256 == sha256)
    kind, reason = session.exec(query).first() or (None, "It could not be read.")
    row = session.exec(
        select(Statement, Supplier)
        .join(Supplier, col(Statement.supplier_id) == col(Supplier.id))
        .where(Statement.organisation_id == organisation, Statement.document_sha256 == sha256)
        .order_by(col(Supplier.key))
    ).all()
    reason = reason if reason.endswith(".") else f"{reason}."
    score = _score(session, *row[0]) if row else None
    if score is None and row and kind == DocumentKind.STATEMENT:
        reason += " A later statement of this supplier was judged instead."
    return StatementAccount(
        name=name,
        kind=DocumentKind(kind).value if kind else "unread",
        reason=reason,
        suppliers=tuple(supplier.name for _, supplier in row),
        how=row[0][0].matched_by if row else "",
        score=score,
    )


def _score(session: Session, statement: Statement, supplier: Supplier) -> str | None:
    """The score given to this statement; none where another of the supplier's was judged."""
    if supplier.assessment_id is None:
        return None
    assessment = session.get_one(Assessment, supplier.assessment_id)
    judged = assessment.statement_id == statement.id and assessment.statement_score is not None
    return str(assessment.statement_score) if judged else None


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

    Payments to records that a person merged into it are among them.

    None where none of them paid it anything.
    """
    record = aliased(Supplier)
    records = pick(col(record.id)).where(
        or_(col(record.id) == col(Supplier.id), col(record.merged_into_id) == col(Supplier.id))
    )
    return (
        pick(func.sum(IntakeSupplier.paid))
        .join(Intake, col(IntakeSupplier.intake_id) == col(Intake.id))
        .where(
            col(IntakeSupplier.supplier_id).in_(records.correlate(Supplier)),
            col(Intake.superseded).is_(False),
        )
        .correlate(Supplier)
        .scalar_subquery()
    )


@lru_cache(4096)
def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
