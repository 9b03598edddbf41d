"""Rows of a text file, parted into cells only when they are asked for: a long list is never held.

What is kept is the text, and where in it each row begins.
"""

import csv
from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import sub
from typing import Literal, overload

Row = tuple[str, ...]


class TextRows(Sequence[Row]):
    """The rows of a text, or some of them; each is parted anew whenever it is asked for."""

    def __init__(self, text: str, delimiter: str, *, quoted: bool = True) -> None:
        """Find where each row begins.

        Args:
            text: The file's text, every line of it ended by a line feed alone.
            delimiter: What parts two cells.
            quoted: Whether quotation marks hold a cell together, line feeds within it too; if
                not, they stand for themselves.

        Raises:
            csv.Error: A cell is longer than a cell may be.
        """
        self._text, self._delimiter, self._quoted = text, delimiter, quoted
        self._starts = array("Q", [0])
        self._spanning: list[int] = []
        self.widest = 0
        """Cells of the row that has most."""
        if quoted and '"' in text:
            self._find_rows()
        else:
            self._find_lines()
        self._places = range(len(self._starts) - 1)

    def spanning(self) -> Iterator[Row]:
        """Yield the rows that span several lines."""
        return map(self.__getitem__, self._spanning)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> "TextRows": ...
    def __getitem__(self, place: int | slice) -> "Row | TextRows":
        if isinstance(place, int):
            at = self._places[place]
            return next(self._parted([self._text[self._starts[at] : self._starts[at + 1]]]))
        some = object.__new__(type(self))
        some.__dict__.update(self.__dict__)
        some._places = self._places[place]
        return some

    def __iter__(self) -> Iterator[Row]:
        places = self._places
        if places.step == 1:
            begins = self._starts[places.start : places.stop]
            ends = self._starts[places.start + 1 : places.stop + 1]
        else:
            begins = array("Q", [self._starts[at] for at in places])
            ends = array("Q", [self._starts[at + 1] for at in places])
        return self._parted(map(self._text.__getitem__, map(slice, begins, ends)))

    def _parted(self, lines: Iterable[str]) -> "Iterator[Row]":
        quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if self._quoted else csv.QUOTE_NONE
        return map(tuple, csv.reader(lines, delimiter=self._delimiter, quoting=quoting))

    def _find_lines(self) -> None:
        """Find the rows of a text in which every line is one."""
        starts, count = self._starts, self._text.count
        most, begin = -1, 0
        for end in _ends_of_lines(self._text):
            starts.append(end)
            marks = count(self._delimiter, begin, end)
            most = max(most, marks)
            begin = end
        self.widest = most + 1
        if max(map(sub, starts[1:], starts), default=0) > csv.field_size_limit():
            # a cell that is too long is told now, not when half of the list is kept
            self._places = range(len(starts) - 1)
            for _ in self:
                pass

    def _find_rows(self) -> None:
        """Find the rows of a text in which a quoted cell may span lines."""
        text, end, lines = self._text, 0, 0

        def each_line() -> Iterator[str]:
            nonlocal end
            begin = 0
            for end in _ends_of_lines(text):
                yield text[begin:end]
                begin = end

        read = csv.reader(each_line(), delimiter=self._delimiter)
        for place, row in enumerate(read):
            self._starts.append(end)
            self.widest = max(self.widest, len(row))
            if read.line_num - lines > 1:
                self._spanning.append(place)
            lines = read.line_num


def _ends_of_lines(text: str) -> Iterator[int]:
    end = text.find("\n") + 1
    while end:
        yield end
        end = text.find("\n", end) + 1
    if text and not text.endswith("\n"):
        yield len(text)
