"""The exclusion grounds that touch labour, read from `data/exclusion_grounds.csv`.

Source: Procurement Act 2023, Schedules 6 and 7, with each row's own source and date of reading.
Left out, since they are not about labour: Schedule 6 paragraphs 3 to 18, 27 to 32 and 35 to 43;
Schedule 7 paragraphs 4 to 10 and 14. `docs/exclusion.md` says why.
"""

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files


class GroundKind(StrEnum):
    """Whether the authority must or may exclude (sections 26-28 and 57)."""

    MANDATORY = "mandatory"
    DISCRETIONARY = "discretionary"


class LookBack(StrEnum):
    """Which events count: Schedule 6 paragraph 44 and Schedule 7 paragraph 15."""

    ANY_FIVE_YEARS = "any_five_years"
    """Five years, events from before the Act too: Schedule 6 paragraph 44(2)."""
    FROM_2022 = "from_2022"
    """Five years, nothing before 24 February 2022: Schedule 6 paragraph 44(4)."""
    FROM_ACT = "from_act"
    """Five years, nothing before 24 February 2025: Schedule 6 paragraph 44(3)."""
    AS_RELATED = "as_related"
    """As for the offence that it relates to: Schedule 6 para 44(2)(h), (3)(c), (4)(j)."""
    AWARE_FROM_ACT = "aware_from_act"
    """Aware for five years at most, none before 24 February 2025: Schedule 7 para 15."""
    AWARE_THREE = "aware_three"
    """Aware for less than three years: Schedule 7 paragraph 15(2)-(3)."""


class GroundEvent(StrEnum):
    """What the day of an event is the day of (Schedule 6 para 45, Schedule 7 para 16)."""

    CONVICTION = "conviction"
    ORDER = "order"
    CONDUCT = "conduct"
    RULING = "ruling"
    """Of a court or tribunal; under paragraph 11(2) of a regulator or another authority too."""
    RESULT_OF_BREACH = "result_of_breach"
    """The termination, damages or settlement without which a breach is no ground: para 12(5)."""
    FAILURE = "failure"
    """The failure to improve after a proper opportunity: paragraph 12(3)."""
    PUBLICATION = "publication"

    @property
    def words(self) -> str:
        """What a reader is asked the day of."""
        return _EVENTS.get(self, self.value)


_EVENTS = {
    GroundEvent.RESULT_OF_BREACH: "termination, damages or settlement",
    GroundEvent.FAILURE: "failure to improve",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """One exclusion ground.

    Attributes:
        id: Its identifier, such as `sch6.22`.
        schedule: 6 (mandatory) or 7 (discretionary).
        paragraph: The paragraph of the Schedule, as cited.
        kind: Mandatory or discretionary.
        law: The Act that makes the offence or the order.
        conduct: What it is about, in plain words.
        look_back: Which events count.
        event: What the day of the event is the day of.
        connected: Whether it reaches the supplier's connected persons too.
        question: The question of the questionnaire that asks about it.
        evidence: What shows it.
        since: First day on which the paragraph names it.
        until: Last day on which the paragraph names it; None where none is set.
        after: What to do about it after the last day.
        unconfirmed: What was not confirmed, and where to look; empty where nothing is open.
        source: Where the text was read, and when.
    """

    id: str
    schedule: int
    paragraph: str
    kind: GroundKind
    law: str
    conduct: str
    look_back: LookBack
    event: GroundEvent
    connected: bool
    question: str
    evidence: str
    since: date
    until: date | None
    after: str
    unconfirmed: str
    source: str

    @property
    def citation(self) -> str:
        """The ground as a lawyer cites it."""
        return f"Procurement Act 2023, Schedule {self.schedule}, paragraph {self.paragraph}"

    def in_force(self, at: date) -> bool:
        """Return whether the paragraph names this ground on a day."""
        return self.since <= at and (self.until is None or at <= self.until)


def _read() -> tuple[Ground, ...]:
    text = files("scoring").joinpath("data", "exclusion_grounds.csv").read_text(encoding="utf-8")
    return tuple(
        Ground(
            id=row["id"],
            schedule=int(row["schedule"]),
            paragraph=row["paragraph"],
            kind=GroundKind(row["kind"]),
            law=row["law"],
            conduct=row["conduct"],
            look_back=LookBack(row["look_back"]),
            event=GroundEvent(row["event"]),
            connected="connected" in row["reach"].split(),
            question=row["question"],
            evidence=row["evidence"],
            since=date.fromisoformat(row["since"]),
            until=date.fromisoformat(row["until"]) if row["until"] else None,
            after=row["after"],
            unconfirmed=row["unconfirmed"],
            source=row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


GROUNDS: tuple[Ground, ...] = _read()
_BY_ID = {each.id: each for each in GROUNDS}


def ground(id: str) -> Ground:
    """Return the ground with an identifier.

    Raises:
        KeyError: There is no such ground.
    """
    return _BY_ID[id]


def grounds_in_force(at: date) -> tuple[Ground, ...]:
    """Return the grounds that the Schedules name on a day, in their order."""
    return tuple(each for each in GROUNDS if each.in_force(at))
