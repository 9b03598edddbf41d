"""What was wrong with single rows: named by file and row, so that the rest can be judged."""

from dataclasses import dataclass

import polars as pl

from scrapers.payroll.tables import Table

MOST = 500  # notices of one kind from one table; the rest are counted


@dataclass(frozen=True, slots=True)
class RowNotice:
    """One row that could not be read as it stands.

    Attributes:
        file: The file, with its sheet.
        row: The row's number in the file, from 1; 0 where the whole table is meant.
        problem: What is wrong, in a sentence for a person.
        left_out: The row was left out; otherwise it is judged without what is wrong.
    """

    file: str
    row: int
    problem: str
    left_out: bool


class Notices:
    """Gathers notices while a table is read, and which rows are to be left out."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.row_notices: list[RowNotice] = []
        self.unread: tuple[str, ...] = ()  # headings of money that was not read
        self.bad = pl.repeat(False, table.rows.len(), eager=True)

    def leave_out(self, which: pl.Series, problem: str, shown: pl.Series | None = None) -> None:
        """Leave out rows that are not already left out, and say why.

        Args:
            which: The rows; null counts as no.
            problem: A sentence, with `{}` where the cell is to stand.
            shown: The cells to quote.
        """
        fresh = which.fill_null(False) & ~self.bad
        self._tell(fresh, problem, shown, left_out=True)
        self.bad = self.bad | fresh

    def mention(self, which: pl.Series, problem: str, shown: pl.Series | None = None) -> None:
        """Keep the rows and say what could not be read."""
        self._tell(which.fill_null(False) & ~self.bad, problem, shown, left_out=False)

    def about_table(self, problem: str) -> None:
        """Say something of the whole table."""
        self.row_notices.append(RowNotice(self.table.file, 0, problem, left_out=False))

    def _tell(
        self, which: pl.Series, problem: str, shown: pl.Series | None, *, left_out: bool
    ) -> None:
        places = which.arg_true()
        for place in places.head(MOST).to_list():
            cell = shown[place] if shown is not None else ""
            row = int(self.table.rows[place])
            said = problem.replace("{}", f"“{cell}”")
            self.row_notices.append(RowNotice(self.table.file, row, said, left_out))
        if places.len() > MOST:
            self.about_table(f"{places.len() - MOST:,} more rows like this: {problem}")
