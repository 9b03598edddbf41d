"""The cells of one row by field: read to their meaning, or noted and left unknown."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from scoring.countries import country_code
from scrapers.spreadsheets import cells as cell
from scrapers.spreadsheets.codes import sic_codes, split_codes
from scrapers.spreadsheets.decoding import mend
from scrapers.spreadsheets.records import Column, Field


class Places:
    """Which columns hold each field."""

    __slots__ = ("first", "more")

    def __init__(self, columns: Sequence[Column]) -> None:
        self.first: dict[Field, int] = {}
        self.more: dict[Field, list[int]] = {}
        for column in columns:
            if column.field and column.field in self.first:
                self.more.setdefault(column.field, []).append(column.index)
            elif column.field:
                self.first[column.field] = column.index


class Values:
    """One row's cells; what cannot be read is noted for a person and left unknown."""

    __slots__ = ("_places", "_row", "notes")

    def __init__(self, row: Sequence[str], places: Places, notes: list[str]) -> None:
        self._row = row
        self._places = places
        self.notes = notes

    def raw(self, field: Field) -> str:
        """Return the cell as given, or those of every column that holds the field, together."""
        index = self._places.first.get(field)
        words = self._row[index] if index is not None and index < len(self._row) else ""
        if field in self._places.more:
            beside = (self._row[i] for i in self._places.more[field] if i < len(self._row))
            words = "; ".join(each for each in (words, *beside) if not cell.is_nothing(each))
        return words

    def text(self, field: Field) -> str:
        """Return the words, mended, or nothing where they say nothing."""
        words = self.raw(field)
        return tidy(words) if words and not cell.is_nothing(words) else ""

    def sum(self, field: Field) -> Decimal | None:
        """Return pounds, or None with a note where the cell holds no one figure."""
        words = self.raw(field)
        if not words:
            return None
        amount = cell.money(words)
        if amount is None and not cell.is_nothing(words):
            self._unread(field, words, "is not one figure")
        return amount

    def day(self, field: Field) -> date | None:
        """Return the day, or None with a note where the cell is no date."""
        words = self.raw(field)
        if not words:
            return None
        found = cell.day(words)
        if found is None and not (cell.is_nothing(words) and words.strip().lower() != "x"):
            self._unread(field, words, "is no date")
        return found

    def count(self, field: Field) -> int | None:
        """Return a whole number, or None with a note where the cell is none."""
        words = self.text(field)
        found = cell.whole(words) if words else None
        if words and found is None:
            self._unread(field, words, "is not a whole number")
        return found

    def codes(self, field: Field) -> tuple[str, ...]:
        """Return classification codes, with a note where the cell holds none."""
        words = self.text(field)
        found = split_codes(words) if words else ()
        if words and not found:
            self._unread(field, words, "is no code")
        return found

    def sic(self, field: Field) -> tuple[str, ...]:
        """Return UK SIC codes of five digits."""
        return sic_codes(self.raw(field))

    def postcode(self, field: Field) -> str:
        """Return a UK postcode in its usual form, or what else is written."""
        return cell.postcode(self.raw(field)) or self.text(field)

    def country(self, field: Field) -> str:
        """Return a country's code, or the words where they name none that we know."""
        words = self.text(field)
        return country_code(words) or words

    def items(self, field: Field) -> tuple[str, ...]:
        """Return the parts of a cell that lists several."""
        return cell.items(self.text(field))

    def statement(self, field: Field) -> str:
        """Return where a statement is, or nothing where the cell says that there is none."""
        words = self.text(field)
        return "" if words.lower().startswith(("none", "no ", "not ")) else words

    def _unread(self, field: Field, words: str, problem: str) -> None:
        self.notes.append(f"{field.label} “{words.strip()[:40]}” {problem}; it is left unknown.")


@lru_cache(65_536)
def tidy(words: str) -> str:
    """Return the words with white space and lost quotation marks mended."""
    return " ".join(mend(words).split())
