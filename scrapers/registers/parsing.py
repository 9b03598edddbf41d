"""Single values as publishers write them: days, yes and no, whole numbers, choices from a list."""

import re
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

E = TypeVar("E", bound=StrEnum)

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")
_LONG = re.compile(r"\d{1,2} [A-Za-z]+ \d{4}")
_YES = frozenset({"yes", "true", "y"})
_NO = frozenset({"no", "false", "n"})


class ValueUnreadable(ValueError):
    """A value has no form that we know; the message says what was expected."""


@lru_cache(4096)
def day(text: str) -> date:
    """Return a day written as 2025-03-31, 31/03/2025 or 31 March 2025, time of day left out."""
    try:
        if iso := _ISO.fullmatch(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if british := _BRITISH.fullmatch(text):
            return date(int(british[3]), int(british[2]), int(british[1]))
        if _LONG.fullmatch(text):
            return datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        pass
    raise ValueUnreadable(f"“{text[:40]}” is no day that we can read")


def yes_no(text: str) -> bool:
    """Return whether the text says yes."""
    said = text.strip().lower()
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise ValueUnreadable(f"“{text[:40]}” is neither yes nor no")


def whole(text: str) -> int:
    """Return a whole number, thousands parted by commas or not."""
    bare = text.replace(",", "").strip()
    if not re.fullmatch(r"-?\d{1,15}", bare):
        raise ValueUnreadable(f"“{text[:40]}” is no whole number")
    return int(bare)


def choice(text: str, kind: type[E]) -> E:
    """Return the member of a list that the text names, by its label or by its code."""
    member: E | None = _spellings(kind).get(_bare(text))
    if member is None:
        raise ValueUnreadable(f"“{text[:60]}” is no choice that we know")
    return member


@cache
def _spellings(kind: type[E]) -> dict[str, E]:
    labels = {_bare(member.value): member for member in kind}
    return {_bare(member.name): member for member in kind} | labels


@lru_cache(8192)
def _bare(text: str) -> str:
    return re.sub(r"[^a-z0-9+]", "", text.lower())
