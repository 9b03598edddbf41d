"""What sources said, kept with the days on which they said it, after they no longer say so."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from scrapers.registers.snapshot import Snapshot

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Kept(Generic[R]):
    """A record as a source gave it, and when.

    Attributes:
        record: The record as last given.
        first_seen: The first day on which the source said so.
        last_seen: The last day on which it did.
        gone_on: The first day on which it no longer did; None while it does.
    """

    record: R
    first_seen: date
    last_seen: date
    gone_on: date | None = None

    def said_on(self, day: date) -> bool:
        """Whether the source is known to have said so on a day."""
        return self.first_seen <= day <= self.last_seen


def remember(
    kept: tuple[Kept[R], ...],
    snapshot: Snapshot[R],
    *,
    key: Callable[[R], Hashable],
    said: Callable[[R], object],
) -> tuple[Kept[R], ...]:
    """Return all that a source ever said, with today's snapshot taken in.

    A record that says otherwise than before is kept beside the old one, which ends; one that is
    no longer there ends; nothing is dropped. A stale snapshot adds nothing.

    Args:
        kept: What was remembered.
        snapshot: What the source says now.
        key: Names a record among all others.
        said: What the record says, its day left out.

    Raises:
        ValueError: The snapshot is older than what is remembered.
    """
    if snapshot.stale:
        return kept
    newest = max((each.last_seen for each in kept), default=date.min)
    day = snapshot.as_at
    if day < newest:
        raise ValueError(f"a snapshot of {day} comes after one of {newest}")
    now = {key(record): record for record in snapshot.records}
    found: list[Kept[R]] = []
    for each in kept:
        name = key(each.record)
        if each.gone_on is None and name in now and said(now[name]) == said(each.record):
            found.append(replace(each, record=now.pop(name), last_seen=day))
        else:
            found.append(replace(each, gone_on=each.gone_on or day))
    return (*found, *(Kept(record, day, day) for record in now.values()))
