"""Which events count on the day of a decision: the look-back of Schedules 6 and 7.

Source: Procurement Act 2023, Schedule 6 paragraph 44 and Schedule 7 paragraph 15. The Schedules
came into force on 24 February 2025 (SI 2024/716 as amended by SI 2024/959).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.exclusion.grounds import Ground, GroundKind, LookBack

IN_FORCE = date(2025, 2, 24)
"""The Schedules came into force."""

FROM_2022 = date(2022, 2, 24)
"""The three-year period that ends with the coming into force begins (paragraph 44(4))."""

_RELATED = (LookBack.ANY_FIVE_YEARS, LookBack.FROM_2022, LookBack.FROM_ACT)
_FLOORS = {
    LookBack.FROM_2022: FROM_2022,
    LookBack.FROM_ACT: IN_FORCE,
    LookBack.AWARE_FROM_ACT: IN_FORCE,
}


class Counts(StrEnum):
    """Whether an event counts on the day of a decision."""

    WITHIN = "within"
    OUTSIDE = "outside"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Period:
    """Whether an event counts, and the reason in one sentence."""

    counts: Counts
    reason: str


def first_day(years: int, at: date) -> date:
    """Return the first day of the period of so many years that ends with a day.

    The five years that end with 30 November 2026 begin on 1 December 2021.
    """
    try:
        earlier = at.replace(year=at.year - years)
    except ValueError:
        earlier = at.replace(year=at.year - years, day=28)
    return earlier + timedelta(days=1)


def period_of(
    ground: Ground,
    at: date,
    *,
    event: date | None,
    aware: date | None = None,
    related: Ground | None = None,
) -> Period:
    """Return whether an event counts for a ground on the day of a decision.

    Args:
        ground: The ground.
        at: The day of the decision.
        event: The day of the conviction, the order, or the last of the conduct.
        aware: The first day on which the authority was aware of it, or a well-informed authority
            would have been. For Schedule 7 only; where it is None the day of the event is taken,
            the earliest that it can be, so nothing is called too old on that alone.
        related: For paragraphs 33 and 34, the offence that the conviction relates to.
    """
    if event is None:
        return Period(Counts.NOT_KNOWN, "The day of the event is not known, so ask for it.")
    if event > at:
        return Period(
            Counts.NOT_KNOWN,
            f"The event is dated {_words(event)}, after the day of this decision: check the date.",
        )
    if ground.look_back is LookBack.AS_RELATED:
        return _as_related(at, event, related)
    floor = _FLOORS.get(ground.look_back)
    if floor is not None and event < floor:
        return Period(
            Counts.OUTSIDE,
            f"The event of {_words(event)} was before {_words(floor)}, from when events count.",
        )
    if ground.kind is GroundKind.DISCRETIONARY:
        return _aware(ground.look_back, at, event, aware)
    return _five_years(at, event)


def _five_years(at: date, event: date) -> Period:
    start = first_day(5, at)
    if event < start:
        return Period(
            Counts.OUTSIDE,
            f"The event of {_words(event)} was before the five years that began on "
            f"{_words(start)}.",
        )
    return Period(Counts.WITHIN, f"The event of {_words(event)} was within the last five years.")


def _aware(look_back: LookBack, at: date, event: date, aware: date | None) -> Period:
    years = 3 if look_back is LookBack.AWARE_THREE else 5
    number = "three" if years == 3 else "five"
    start = first_day(years, at)
    if event >= start:
        return Period(
            Counts.WITHIN, f"The event of {_words(event)} was in the last {number} years."
        )
    if aware is None:
        return Period(
            Counts.NOT_KNOWN,
            f"The event is older than {number} years. It counts unless the authority was aware, "
            f"or should have been, before {_words(start)}: find out since when.",
        )
    if aware < start:
        return Period(
            Counts.OUTSIDE,
            f"The authority was aware, or should have been, before {_words(start)}.",
        )
    return Period(
        Counts.WITHIN,
        f"The authority has been aware only since {_words(aware)}, within {number} years.",
    )


def _as_related(at: date, event: date, related: Ground | None) -> Period:
    """Judge by the offence that it relates to; where that is not known, by what all agree on."""
    named = related is not None and related.look_back in _RELATED
    looks = (related.look_back,) if related and named else _RELATED
    floors = [_FLOORS.get(each, date.min) for each in looks]
    period = _five_years(at, event)
    if period.counts is Counts.OUTSIDE or all(event >= each for each in floors):
        return period
    if all(event < each for each in floors):
        return Period(
            Counts.OUTSIDE,
            f"The event of {_words(event)} was before {_words(min(floors))}, from when events "
            "of that offence count.",
        )
    return Period(
        Counts.NOT_KNOWN,
        "Which offence it relates to is not known, so it is not known whether it counts.",
    )


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
