"""What became of the files of an import, as callers and the command line are given it."""

from datetime import date

from pydantic import Field

from app.features.imports.queries import Account, ListAccount
from app.http.schemas import Published
from models import RowOutcome


class OddRow(Published):
    """A row that was not taken, or that was taken though something in it is odd."""

    row: int = Field(description="Its number in the file, from 1.")
    taken: bool
    message: str


class ImportedPeriod(Published):
    """The days that a list's payments cover, both included."""

    start: date
    end: date
    is_year: bool = Field(description="Whether it is a year, so that its sum is one of a year.")
    source: str = Field(description="Where it was read: in the rows, the title or the file name.")


class ImportedList(Published):
    """What became of one list: every filled row is a supplier, a contract or reported."""

    name: str
    refused: str = Field(description="Why the whole list was refused; empty where it was not.")
    rows: int
    supplier: int = Field(description="Rows that became suppliers.")
    contract: int = Field(description="Rows that became contracts.")
    reported: int = Field(description="Rows that were not taken; `odd_rows` says why.")
    paid: str | None = Field(description="Pounds that its payments come to; null without any.")
    period: ImportedPeriod | None = Field(description="When they were paid; null where unknown.")
    notices: list[str]
    odd_rows: list[OddRow]


class ImportedStatement(Published):
    """What became of one document that was given as a statement."""

    name: str
    kind: str = Field(examples=["statement"])
    reason: str
    suppliers: list[str]
    matched_by: str
    score: str | None = Field(description="Null where it was not scored.")


class ImportAccount(Published):
    """What became of each row and statement of an import."""

    lists: list[ImportedList]
    statements: list[ImportedStatement]


def serialize_account(account: Account) -> ImportAccount:
    """Return an account of an import in its published form."""
    return ImportAccount(
        lists=[_list(each) for each in account.lists],
        statements=[
            ImportedStatement(
                name=each.name,
                kind=each.kind,
                reason=each.reason,
                suppliers=list(each.suppliers),
                matched_by=each.how,
                score=each.score,
            )
            for each in account.statements
        ],
    )


def _list(given: ListAccount) -> ImportedList:
    return ImportedList(
        name=given.name,
        refused=given.reason,
        rows=given.rows,
        supplier=given.became.get(RowOutcome.SUPPLIER, 0),
        contract=given.became.get(RowOutcome.CONTRACT, 0),
        reported=given.became.get(RowOutcome.REPORTED, 0),
        paid=None if given.paid is None else str(given.paid),
        period=_period(given),
        notices=list(given.notices),
        odd_rows=[OddRow(row=odd.row, taken=odd.taken, message=odd.message) for odd in given.odd],
    )


def _period(given: ListAccount) -> ImportedPeriod | None:
    if given.period is None:
        return None
    return ImportedPeriod(
        start=given.period.start,
        end=given.period.end,
        is_year=given.period.is_year,
        source=given.period_source,
    )
