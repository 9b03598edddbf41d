"""Rows of a text file, parted into cells only when they are asked for: a long list is never held.

What is kept is the text, and where in it each row begins.
"""

import csv
import io
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice, repeat
from operator import sub
from typing import Literal, overload

Row = tuple[str, ...]

_BLOCK = 1_000_000
"""Letters that are parted into lines at once."""


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

    def is_sound(self, row: int) -> bool:
        """Return whether every quotation mark of a spanning row, counted from 0, is well placed.

        A mark that is never closed swallows text up to the next mark, which then stands where
        none may, or up to the end of the file.
        """
        at = self._spanning[row]
        text = self._text[self._starts[at] : self._starts[at + 1]]
        lines = io.StringIO(text, newline="\n")
        try:
            list(csv.reader(lines, delimiter=self._delimiter, strict=True))
        except csv.Error:
            return False
        return True

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
        starts, widest = self._starts, 0
        for begin, lines in _blocks(self._text):
            starts.extend(islice(accumulate(map(len, lines), initial=begin), 1, None))
            widest = max(widest, *map(str.count, lines, repeat(self._delimiter)))
        self.widest = widest + 1
        if max(map(sub, starts[1:], starts), default=0) > csv.field_size_limit():
            # a cell that is too long is told now, not when half of the list is kept
            self._places = range(len(starts) - 1)
            for _ in self:
                pass

    def _find_rows(self) -> None:
        """Find the rows of a text in which a quoted cell may span lines."""
        text, end, passed = self._text, 0, 0

        def each_line() -> Iterator[str]:
            nonlocal end
            for _, lines in _blocks(text):
                for line in lines:
                    end += len(line)
                    yield line

        read = csv.reader(each_line(), delimiter=self._delimiter)
        for place, row in enumerate(read):
            self._starts.append(end)
            self.widest = max(self.widest, len(row))
            if read.line_num - passed > 1:
                self._spanning.append(place)
            passed = read.line_num


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of a text, each with its end, some together; and where the first begins."""
    begin = 0
    while begin < len(text):
        last = text.rfind("\n", begin, begin + _BLOCK) + 1 or text.find("\n", begin) + 1
        end = last or len(text)
        yield begin, list(io.StringIO(text[begin:end], newline="\n"))
        begin = end
