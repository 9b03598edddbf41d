"""Rows of a text file, parted into cells only when they are asked for: a long list is never held.

What is kept is the file's lines, and for each row the line where it begins; a row spans lines
where a quoted cell does.
"""

import csv
import io
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Literal, overload

Row = tuple[str, ...]
Quoting = Literal[0, 3]


class TextRows(Sequence[Row]):
    """The rows of a text, or some of them; each is parted anew whenever it is asked for."""

    def __init__(self, text: str, delimiter: str, *, quoted: bool = True) -> None:
        """Find where each row begins.

        Args:
            text: The file's text, whatever ends its lines.
            delimiter: What parts two cells.
            quoted: Whether quotation marks hold cells together; if not, they stand for themselves.

        Raises:
            csv.Error: A cell is longer than a cell may be.
        """
        self._lines = lines_of(text)
        self._delimiter = delimiter
        self._quoting: Quoting = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
        self._starts: Sequence[int] = range(len(self._lines) + 1)
        self.widest = 0
        """Cells of the row that has most."""
        if quoted and '"' in text:
            self._find_starts()
        else:
            self.widest = max((line.count(delimiter) for line in self._lines), default=-1) + 1
            # a cell that is too long is told now, not when half of the list is kept
            longest = csv.field_size_limit()
            list(self._parted(line for line in self._lines if len(line) > longest))
        self._places = range(len(self._starts) - 1)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "TextRows": ...
    def __getitem__(self, place: int | slice) -> "Row | TextRows":
        if isinstance(place, int):
            return next(self._parted(self._lines_of(self._places[place])))
        some = object.__new__(type(self))
        some.__dict__.update(self.__dict__)
        some._places = self._places[place]
        return some

    def __iter__(self) -> Iterator[Row]:
        places = self._places
        if places.step == 1:
            first, last = self._starts[places.start], self._starts[places.stop]
            return self._parted(self._lines[first:last])
        return self._parted(chain.from_iterable(map(self._lines_of, places)))

    def spanning(self) -> Iterator[Row]:
        """Yield the rows that span several lines."""
        if isinstance(self._starts, range):
            return
        for place, (start, end) in enumerate(pairwise(self._starts)):
            if end - start > 1:
                yield self[place]

    def _lines_of(self, place: int) -> Sequence[str]:
        return self._lines[self._starts[place] : self._starts[place + 1]]

    def _parted(self, lines: Iterable[str]) -> Iterator[Row]:
        read = csv.reader(lines, delimiter=self._delimiter, quoting=self._quoting)
        return map(tuple, read)

    def _find_starts(self) -> None:
        starts, widest = array("L", [0]), 0
        read = csv.reader(self._lines, delimiter=self._delimiter, quoting=self._quoting)
        for row in read:
            starts.append(read.line_num)
            widest = max(widest, len(row))
        self._starts, self.widest = starts, widest


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whatever ends them, each with its end."""
    # universal newlines: old exports end lines by a bare carriage return; of bytes, since the text
    # itself as a file would take four times its room
    return io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8", newline=None).readlines()
