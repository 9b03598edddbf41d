"""A list then and now: who came on it, who went off it, whose entry says otherwise."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from scrapers.registers.gangmasters import GangmasterLicence
from scrapers.registers.snapshot import Snapshot
from scrapers.watching.changes import Change, ChangeKind

R = TypeVar("R")


def list_changes(
    before: Snapshot[R],
    now: Snapshot[R],
    *,
    key: Callable[[R], str],
    said: Callable[[R], str],
) -> tuple[Change, ...]:
    """Return who came on a list, went off it, or is told of otherwise.

    A stale snapshot, kept because the source failed, changes nothing.

    Args:
        before: The list as it was.
        now: The list as it is.
        key: Names an entry among all others.
        said: What the list says of an entry, in one line.
    """
    return tuple(_changes(before, now, key, said))


def licence_changes(
    before: Snapshot[GangmasterLicence], now: Snapshot[GangmasterLicence]
) -> tuple[Change, ...]:
    """Return the licences that were granted, or that stopped allowing the supply of workers.

    A licence that the register no longer holds has stopped; one whose state is not understood on
    either day is unknown, and reported by the snapshot itself.
    """
    found = []
    for change in list_changes(before, now, key=lambda each: each.urn, said=_licence_said):
        old, new = _allowing(before, change.subject), _allowing(now, change.subject)
        if old and new is False:
            kind = ChangeKind.LICENCE_STOPPED
        elif new and old is False:
            kind = ChangeKind.LICENCE_GRANTED
        else:
            continue
        found.append(
            Change(
                kind,
                change.subject,
                change.before,
                change.now,
                change.noticed,
                change.since,
                change.source,
            )
        )
    return tuple(found)


def _changes(
    before: Snapshot[R], now: Snapshot[R], key: Callable[[R], str], said: Callable[[R], str]
) -> Iterator[Change]:
    if now.stale:
        return
    old = {key(each): said(each) for each in before.records}
    new = {key(each): said(each) for each in now.records}
    for subject in sorted(old.keys() | new.keys()):
        was, is_ = old.get(subject, ""), new.get(subject, "")
        if subject not in old:
            kind = ChangeKind.LISTED
        elif subject not in new:
            kind = ChangeKind.UNLISTED
        elif was != is_:
            kind = ChangeKind.ENTRY_CHANGED
        else:
            continue
        yield Change(kind, subject, was, is_, now.as_at, before.as_at, now.source)


def _licence_said(licence: GangmasterLicence) -> str:
    ends = f" until {licence.ends_on}" if licence.ends_on else ""
    allows = licence.allows_on(licence.as_at)
    return f"{licence.state or 'unknown'}{ends} ({_WORD[allows]})"


_WORD = {True: "allows supply", False: "allows no supply", None: "unknown"}


def _allowing(snapshot: Snapshot[GangmasterLicence], urn: str) -> bool | None:
    """Whether a licence allows supply as at the snapshot's day; one not held does not."""
    held = [each for each in snapshot.records if each.urn == urn]
    return held[-1].allows_on(snapshot.as_at) if held else False
