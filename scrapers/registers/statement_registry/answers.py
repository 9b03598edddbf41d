"""The form's multiple-choice answers in one row: known choices, and others kept as text."""

from dataclasses import dataclass, field

from scrapers.registers.parsing import E, ValueUnreadable, choice, yes_no
from scrapers.registers.statement_registry.records import OtherAnswer
from scrapers.registers.tables import Row


@dataclass(slots=True)
class FormAnswers:
    """Reads one row's choices; an answer that is none of them is reported and kept in `other`."""

    row: Row
    other: list[OtherAnswer] = field(default_factory=list)

    def one(self, column: str, kind: type[E]) -> E | None:
        """Return the choice that a cell names."""
        text = self.row.text(column)
        return self._choice(column, text, kind) if text else None

    def each(self, column: str, kind: type[E]) -> tuple[E, ...]:
        """Return the choices that a cell names, one a line."""
        lines = self.row.lines(column)
        if not lines:
            return ()
        named = (self._choice(column, line, kind) for line in lines)
        return tuple(dict.fromkeys(each for each in named if each is not None))

    def none(self, column: str, kind: type[E]) -> bool | None:
        """Return whether a cell says "none of these": by a yes, or by that choice's own words."""
        text = self.row.text(column)
        if not text:
            return None
        try:
            return yes_no(text)
        except ValueUnreadable:
            named = self._choice(column, text, kind)
            return None if named is None else named.name == "NONE"

    def _choice(self, column: str, text: str, kind: type[E]) -> E | None:
        try:
            return choice(text, kind)
        except ValueUnreadable:
            self.other.append(OtherAnswer(column, text))
            self.row.report(
                column,
                f"we do not know the answer “{text[:200]}” and keep it as text; the rest of the "
                "row was read",
            )
            return None
