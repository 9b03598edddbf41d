"""Rows of several tables of one kind under one numbering, and back to file and row."""

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """How the rows of a kind's tables were numbered on; one table keeps its own row numbers.

    Attributes:
        files: Each table's file, with its sheet.
        before: How much was added to each table's row numbers, ascending.
        last: The highest number given.
    """

    files: tuple[str, ...] = ()
    before: tuple[int, ...] = ()
    last: int = 0

    def then(self, file: str, last_row: int) -> "Lines":
        """Return these lines with one more table, whose rows go up to `last_row`."""
        return Lines((*self.files, file), (*self.before, self.last), self.last + last_row)

    def place(self, number: int) -> tuple[str, int]:
        """Return the file and the row in it for a number given."""
        which = max(bisect_left(self.before, number) - 1, 0)
        return self.files[which], number - self.before[which]
