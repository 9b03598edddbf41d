"""JSON, read strictly: every member is used, ignored by name, or reported."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from scrapers.errors import SourceChanged
from scrapers.registers.parsing import E, ValueUnreadable, choice, day
from scrapers.registers.snapshot import Unread

V = TypeVar("V")


@dataclass(slots=True)
class Members:
    """The members of one JSON object; each is taken once, and what is left over is reported."""

    left: dict[str, Any]
    path: str
    row: int
    unread: list[Unread]
    inner: "list[Members]" = field(default_factory=list)

    def text(self, name: str) -> str:
        """Take a text, or a number as text; empty where there is none."""
        return self._take(name, _text) or ""

    def need(self, name: str) -> str:
        """Take a text that the object is nothing without.

        Raises:
            SourceChanged: It is missing.
        """
        text = self.text(name)
        if not text:
            raise SourceChanged(
                f"“{self._at(name)}” is missing", field=self._at(name), row=self.row
            )
        return text

    def day(self, name: str) -> date | None:
        """Take a day, or the day of a time."""
        return self._take(name, lambda value: day(_text(value)))

    def amount(self, name: str) -> Decimal | None:
        """Take a number."""
        return self._take(name, _amount)

    def yes_no(self, name: str) -> bool | None:
        """Take a true or false."""
        return self._take(name, _yes_no)

    def choice(self, name: str, kind: type[E]) -> E | None:
        """Take a choice from a list."""
        return self._take(name, lambda value: choice(_text(value), kind))

    def choices(self, name: str, kind: type[E]) -> tuple[E, ...]:
        """Take several choices from a list."""
        values = (
            self._value(name, each, lambda v: choice(_text(v), kind)) for each in self._all(name)
        )
        return tuple(each for each in values if each is not None)

    def texts(self, name: str) -> tuple[str, ...]:
        """Take a list of texts."""
        values = (self._value(name, each, _text) for each in self._all(name))
        return tuple(each for each in values if each)

    def one(self, name: str) -> "Members":
        """Take an object; one without members where there is none."""
        return self._inner(name, self.left.pop(name, None) or {})

    def many(self, name: str) -> "Iterator[Members]":
        """Take a list of objects."""
        for number, each in enumerate(self._all(name)):
            yield self._inner(f"{name}[{number}]", each)

    def records(
        self, name: str, make: "Callable[[Members], V]", *, numbered: bool = False
    ) -> tuple[V, ...]:
        """Take a list of objects, each made a record; one that lacks what it needs is reported.

        Where the list is the answer itself (`numbered`), reports count its objects as rows.
        """
        made: list[V] = []
        for number, each in enumerate(self.many(name), start=1):
            each.row = number if numbered else each.row
            try:
                made.append(make(each))
            except SourceChanged as changed:
                self.unread.append(Unread(changed.field, each.row, changed.reason))
                each.left.clear()
                each.inner.clear()
        return tuple(made)

    def ignore(self, *names: str) -> None:
        """Leave out members that we know and do not need."""
        for name in names:
            self.left.pop(name, None)

    def close(self) -> None:
        """Report whatever was not taken, here and in every object within."""
        self.unread += [
            Unread(self._at(name), self.row, f"“{self._at(name)}” is a member that we do not know")
            for name in self.left
        ]
        for each in self.inner:
            each.close()

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _all(self, name: str) -> list[Any]:
        value = self.left.pop(name, None)
        if value is None:
            return []
        if not isinstance(value, list):
            self._report(name, "is no list")
            return []
        return value

    def _inner(self, name: str, value: object) -> "Members":
        if not isinstance(value, dict):
            self._report(name, "is no object")
            value = {}
        made = Members(dict(value), self._at(name), self.row, self.unread)
        self.inner.append(made)
        return made

    def _take(self, name: str, read: Callable[[Any], V]) -> V | None:
        return self._value(name, self.left.pop(name, None), read)

    def _value(self, name: str, value: object, read: Callable[[Any], V]) -> V | None:
        if value is None or value == "":
            return None
        try:
            return read(value)
        except ValueUnreadable as error:
            self._report(name, f"cannot be read: {error}")
            return None

    def _report(self, name: str, reason: str) -> None:
        self.unread.append(Unread(self._at(name), self.row, f"“{self._at(name)}” {reason}"))


def parse_object(data: bytes, source: str) -> Members:
    """Parse bytes that hold one JSON object; numbers keep every digit.

    Raises:
        SourceChanged: They hold something else.
    """
    if data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise SourceChanged(f"{source}: a web page came where JSON was")
    try:
        value = json.loads(
            data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number
        )
    except (ValueError, RecursionError) as error:
        raise SourceChanged(f"{source}: the answer is no whole JSON ({error})"[:300]) from error
    if not isinstance(value, dict):
        raise SourceChanged(f"{source}: the answer is no JSON object")
    return Members(value, "", 0, [])


def _no_number(text: str) -> Decimal:
    raise ValueError(f"{text} is no number")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    raise ValueUnreadable("it is no text")


def _amount(value: object) -> Decimal:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    raise ValueUnreadable("it is no number")


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueUnreadable("it is neither true nor false")
