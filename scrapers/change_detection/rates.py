"""Wage and other rates: which figures begin to hold between two days, or were put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrapers.change_detection.changes import Change, ChangeKind


@dataclass(frozen=True, slots=True)
class DatedRate:
    """A figure with its first day: pounds sterling in the unit that its name tells."""

    name: str
    amount: Decimal
    start: date
    source: str = ""


def rate_changes(
    before: Iterable[DatedRate], now: Iterable[DatedRate], on: date
) -> tuple[Change, ...]:
    """Return the figures of a table that are new, were put right, or were taken out.

    Args:
        before: The table as it was.
        now: The table as it is.
        on: The day of the newer table.
    """
    old = {(each.name, each.start): each for each in before}
    new = {(each.name, each.start): each for each in now}
    changes = []
    for name, start in sorted(old.keys() | new.keys()):
        was, is_ = old.get((name, start)), new.get((name, start))
        if (was.amount if was else None) != (is_.amount if is_ else None):
            source = (is_ or was or DatedRate(name, Decimal(0), start)).source
            changes.append(_change(name, was, is_, on, source, start))
    return tuple(changes)


def rates_beginning(rates: Iterable[DatedRate], since: date, on: date) -> tuple[Change, ...]:
    """Return the figures that begin to hold after `since`, up to `on`, with the ones before."""
    ordered = sorted(rates, key=lambda each: (each.name, each.start))
    changes = []
    for index, rate in enumerate(ordered):
        if since < rate.start <= on:
            previous = ordered[index - 1] if index else None
            same = previous if previous and previous.name == rate.name else None
            changes.append(_change(rate.name, same, rate, on, rate.source, rate.start))
    return tuple(changes)


def _change(
    name: str,
    was: DatedRate | None,
    now: DatedRate | None,
    on: date,
    source: str,
    effective: date,
) -> Change:
    return Change(
        kind=ChangeKind.RATE_CHANGED,
        subject=name,
        before=str(was.amount) if was else "",
        now=str(now.amount) if now else "",
        detected_on=on,
        source=source,
        effective=effective,
    )
