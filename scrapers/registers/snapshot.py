"""What a register said on a day: its records, what of it we could not read, and how it is kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from scrapers.errors import SourceChanged, SourceError

R = TypeVar("R")

# Registers grow, and lose a few records a day; one that loses more was cut short on its way.
_LEAST_LEFT = 0.8
_FEW = 20


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in a source that we could not read, so that a person can look.

    Attributes:
        field: The column or member, as the source names it.
        row: The record, counted from 1; 0 where it is the whole answer.
        reason: Why, in words.
    """

    field: str
    row: int
    reason: str

    def __str__(self) -> str:
        if not self.row:
            return self.reason
        place = f"row {self.row}, {self.field}" if self.field else f"row {self.row}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Snapshot(Generic[R]):
    """The records of one register as they stood on a day.

    Attributes:
        source: The register, in words.
        as_at: The day on which it said so.
        records: What it said, in its own order.
        unread: What of it could not be read.
        url: Where it was fetched; empty for a file that somebody downloaded.
        sha256: Digest of the bytes it was read from.
        etag: The publisher's mark of this edition, for asking whether there is a newer one.
        stale: Why there is nothing newer, where today's attempt failed; empty while it is fresh.
    """

    source: str
    as_at: date
    records: tuple[R, ...]
    unread: tuple[Unread, ...] = ()
    url: str = ""
    sha256: str = ""
    etag: str = ""
    stale: str = ""

    def insist(self) -> "Snapshot[R]":
        """Return this snapshot if every part of it was read.

        Raises:
            SourceChanged: Names the first field and row that was not.
        """
        for first in self.unread:
            raise SourceChanged(f"{self.source}: {first.reason}", field=first.field, row=first.row)
        return self


def refreshed(
    previous: Snapshot[R] | None, fetch: Callable[[], Snapshot[R] | None]
) -> Snapshot[R]:
    """Return what a register says now, or what it said last where it now fails.

    Args:
        previous: The last good snapshot, if there is one.
        fetch: Fetches today's; None where the publisher says that nothing changed.

    Returns:
        The new snapshot; or the kept one, still with its own date, and the reason in `stale`.

    Raises:
        SourceError: The source fails and nothing is kept.
    """
    try:
        new = fetch()
        if new is not None and previous is not None:
            insist_whole(new.source, len(previous.records), len(new.records), previous.as_at)
    except SourceError as error:
        if previous is None:
            raise
        return replace(previous, stale=error.reason)
    if new is not None:
        return new
    if previous is None:
        raise SourceChanged("the source says that nothing changed since a day we know nothing of")
    return replace(previous, stale="")


def insist_whole(source: str, had: int, has: int, on: date) -> None:
    """Refuse a version of a register that lost more than registers do.

    Args:
        source: The register, in words.
        had: How many records it held before.
        has: How many it holds now.
        on: The day of the version before.

    Raises:
        SourceChanged: It lost a fifth and more: it looks cut short.
    """
    if had >= _FEW and has < had * _LEAST_LEFT:
        raise SourceChanged(
            f"{source} holds {has:,} records where it held {had:,} on {on}: it looks cut short"
        )
