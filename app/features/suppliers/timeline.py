"""What happened to one supplier, newest first: assessments, decisions, changes, notes, actions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Session

from app.dates import LONDON, day
from app.features.actions.queries import actions_of
from app.features.checks.queries import checks_of
from app.features.monitoring.queries import changes_of
from app.features.statements.queries import history_of
from app.features.suppliers.queries import notes_of
from models import Action, Assessment, Check, SourceChange, SupplierNote

LIMIT = 40
"""Events on a page."""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One thing that happened: when, what kind of thing, in a sentence, and where to read on."""

    at: datetime
    kind: str
    text: str
    link: str = ""


def timeline_of(
    session: Session, organisation: UUID, supplier: UUID, *, limit: int = LIMIT
) -> list[TimelineEvent]:
    """Return what happened to a supplier, newest first."""
    events = [
        *_assessed(history_of(session, supplier)),
        *_checked(checks_of(session, organisation, supplier=supplier, limit=limit)),
        *(_changed(each) for each in changes_of(session, supplier, limit=limit)),
        *(_noted(each) for each in notes_of(session, supplier, limit=limit)),
        *_agreed(actions_of(session, organisation, supplier=supplier, limit=limit)),
    ]
    return sorted(events, key=lambda one: one.at, reverse=True)[:limit]


def _assessed(newest_first: Sequence[Assessment]) -> Iterator[TimelineEvent]:
    """One event for each assessment, which says what differs from the one before."""
    earlier: list[Assessment | None] = [*newest_first[1:], None]
    for now, before in zip(newest_first, earlier, strict=True):
        figure = f"{_words(now.decision)}, residual risk {now.risk:.0f} of 100"
        if before is None:
            text = f"First assessment on record: {figure}"
        elif (before.decision, round(before.risk)) == (now.decision, round(now.risk)):
            text = f"Assessed again, the same: {figure}"
        else:
            was = f"{_words(before.decision)}, residual risk {before.risk:.0f}"
            text = f"Assessed again: {figure}; before it was {was}"
        yield TimelineEvent(now.created_at, "Assessment", f"{text}.")


def _checked(checks: Iterable[Check]) -> Iterator[TimelineEvent]:
    for check in checks:
        link = f"/checks/{check.id}"
        who = f" by {check.created_by}" if check.created_by else ""
        yield TimelineEvent(
            check.created_at, "Check", f"Checked{who}: proposed {_words(check.proposed)}.", link
        )
        for each in check.decisions:
            text = f"{each['decision'].capitalize()} decided by {each['decided_by']}."
            at = datetime.fromisoformat(each["decided_at"])
            yield TimelineEvent(at, "Decision", text, link)


def _changed(change: SourceChange) -> TimelineEvent:
    text = f"{_words(change.kind).capitalize()}: {change.now or change.before or change.subject}"
    moment = datetime.combine(change.detected_on, datetime.min.time(), LONDON).astimezone(UTC)
    return TimelineEvent(moment, "Source", text, f"/changes?supplier={change.supplier_id}")


def _noted(note: SupplierNote) -> TimelineEvent:
    return TimelineEvent(
        note.written_at,
        "Note",
        f"{note.written_by} wrote a note.",
        f"/suppliers/{note.supplier_id}/actions#notes",
    )


def _agreed(actions: Iterable[Action]) -> Iterator[TimelineEvent]:
    for each in actions:
        text = f"Action agreed: {each.title}. {each.owner} does it by {day(each.due)}."
        yield TimelineEvent(each.created_at, "Action", text, f"/actions/{each.id}")


def _words(word: str) -> str:
    return word.replace("_", " ")
