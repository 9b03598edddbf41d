"""A list then and now: who came on it, who went off it, whose entry says otherwise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from scrapers.change_detection.changes import Change, ChangeKind
from scrapers.registers.snapshot import Snapshot

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Standing(Generic[R]):
    """Whether an entry speaks for its holder (a licence that allows, an accreditation that holds).

    Attributes:
        good: Whether it does; None where the list does not tell.
        stopped: What it is called when it no longer does, or is no longer there.
        granted: What it is called when it now does.
    """

    good: Callable[[R], bool | None]
    stopped: ChangeKind
    granted: ChangeKind


def list_changes(
    before: Snapshot[R],
    now: Snapshot[R],
    *,
    key: Callable[[R], str],
    said: Callable[[R], str],
    standing: Standing[R] | None = None,
) -> tuple[Change, ...]:
    """Return who came on a list, went off it, or is told of otherwise.

    A stale snapshot, kept because the source failed, changes nothing. Where a list tells whether
    an entry speaks for its holder, one for which that is not understood on either day is unknown:
    no change, and reported by the snapshot itself.

    Args:
        before: The list as it was.
        now: The list as it is.
        key: Names an entry among all others.
        said: What the list says of an entry, in one line.
        standing: How the list tells whether an entry speaks for its holder, if it does.
    """
    return tuple(_changes(before, now, key, said, standing))


def _changes(
    before: Snapshot[R],
    now: Snapshot[R],
    key: Callable[[R], str],
    said: Callable[[R], str],
    standing: Standing[R] | None,
) -> Iterator[Change]:
    if now.stale:
        return
    old = {key(each): each for each in before.records}
    new = {key(each): each for each in now.records}
    for subject in sorted(old.keys() | new.keys()):
        was, is_ = old.get(subject), new.get(subject)
        kind = _kind(was, is_, said) if standing is None else _turn(was, is_, said, standing)
        if kind is not None:
            old_words = said(was) if was is not None else ""
            new_words = said(is_) if is_ is not None else ""
            yield Change(kind, subject, old_words, new_words, now.as_at, before.as_at, now.source)


def _kind(was: R | None, now: R | None, said: Callable[[R], str]) -> ChangeKind | None:
    if was is None:
        return ChangeKind.LISTED
    if now is None:
        return ChangeKind.UNLISTED
    return ChangeKind.ENTRY_CHANGED if said(was) != said(now) else None


def _turn(
    was: R | None, now: R | None, said: Callable[[R], str], standing: Standing[R]
) -> ChangeKind | None:
    """One that is not there does not speak for anybody."""
    old = standing.good(was) if was is not None else False
    new = standing.good(now) if now is not None else False
    if old is None or new is None:
        return None
    if old != new:
        return standing.granted if new else standing.stopped
    return _kind(was, now, said)
