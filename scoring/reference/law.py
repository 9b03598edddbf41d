"""The commencement table: each law, policy and code that rules rest on, with its dates.

Read from `data/laws.csv`. A row without a first day is not in force, as a Bill before Parliament.
What was not confirmed in the original is marked so, with where to look.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from importlib.resources import files


class LawKind(StrEnum):
    """What kind of thing it is: only an Act or a regulation is law in force."""

    ACT = "act"
    REGULATION = "regulation"
    BILL = "bill"
    POLICY = "policy"
    GUIDANCE = "guidance"
    VOLUNTARY = "voluntary"
    SERVICE = "service"


class Confirmed(StrEnum):
    """Whether the dates and the text were read in the original."""

    YES = "yes"
    PART = "part"
    NO = "no"


class LawState(StrEnum):
    """Whether it is in force on a day."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    ENDED = "ended"
    NOT_IN_FORCE = "not_in_force"


@dataclass(frozen=True, slots=True)
class Law:
    """One law, policy, code or public service.

    Attributes:
        id: Its identifier, such as `msa2015.s54`.
        kind: What kind of thing it is.
        title: Its subject, for a reader.
        citation: The Act, regulation or paper as cited.
        about: What it asks, in a sentence or two.
        since: First day in force; None where no day is set.
        until: Last day in force; None where no day is set.
        after: What takes its place after the last day.
        rules: The identifiers of the rules that rest on it.
        confirmed: Whether it was read in the original.
        source: Where it was read, and when.
        look: Where to confirm what was not confirmed.
    """

    id: str
    kind: LawKind
    title: str
    citation: str
    about: str
    since: date | None
    until: date | None
    after: str = ""
    rules: tuple[str, ...] = ()
    confirmed: Confirmed = Confirmed.NO
    source: str = ""
    look: str = ""

    def state(self, at: date) -> LawState:
        """Return whether it is in force on a day."""
        if self.since is None:
            return LawState.NOT_IN_FORCE
        if at < self.since:
            return LawState.NOT_YET
        ended = self.until is not None and at > self.until
        return LawState.ENDED if ended else LawState.IN_FORCE


@dataclass(frozen=True, slots=True)
class LawChange:
    """A day on which a law begins, or the first day on which it no longer holds."""

    day: date
    law: Law
    begins: bool


def _read() -> tuple[Law, ...]:
    text = files("scoring").joinpath("data", "laws.csv").read_text(encoding="utf-8")
    return tuple(
        Law(
            id=row["id"],
            kind=LawKind(row["kind"]),
            title=row["title"],
            citation=row["citation"],
            about=row["about"],
            since=_day(row["since"]),
            until=_day(row["until"]),
            after=row["after"],
            rules=tuple(row["rules"].split()),
            confirmed=Confirmed(row["confirmed"]),
            source=row["source"],
            look=row["look"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


LAWS: tuple[Law, ...] = _read()
_BY_ID = {each.id: each for each in LAWS}


def law(id: str) -> Law:
    """Return the law with an identifier.

    Raises:
        KeyError: There is no such law.
    """
    return _BY_ID[id]


def laws_of(rule: str) -> tuple[Law, ...]:
    """Return the laws that a rule rests on, in the order of the table; empty where none is."""
    return tuple(each for each in LAWS if rule in each.rules)


def last_day(laws: tuple[Law, ...]) -> date | None:
    """Return the last day on which any of some laws is in force; None where one has no end.

    A rule that rests on them stops after that day.
    """
    if not laws or any(each.since is not None and each.until is None for each in laws):
        return None
    return max((each.until for each in laws if each.until is not None), default=None)


def changes_from(at: date, laws: tuple[Law, ...] = LAWS) -> tuple[LawChange, ...]:
    """Return the changes after a day, the soonest first."""
    return tuple(each for each in _changes(laws) if each.day > at)


def changes_until(at: date, laws: tuple[Law, ...] = LAWS) -> tuple[LawChange, ...]:
    """Return the changes up to and on a day, the latest first."""
    return tuple(reversed([each for each in _changes(laws) if each.day <= at]))


def without_day(laws: tuple[Law, ...] = LAWS) -> tuple[Law, ...]:
    """Return what is not in force and has no day yet: Bills, and Acts not brought into force."""
    return tuple(each for each in laws if each.since is None)


def _changes(laws: tuple[Law, ...]) -> list[LawChange]:
    begin = [LawChange(each.since, each, True) for each in laws if each.since is not None]
    end = [
        LawChange(each.until + timedelta(days=1), each, False)
        for each in laws
        if each.until is not None
    ]
    return sorted((*begin, *end), key=lambda each: (each.day, each.begins, each.law.id))
