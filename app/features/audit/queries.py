"""Questions about the audit trail: a page of it, newest first, narrowed by what is looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from models import AuditEntry

SAW = "saw"
"""The verb of an entry that tells of a read and not of a change."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in the trail; empty and None narrow nothing.

    `actor` and `subject` are parts of the words, in whatever case; `verb` begins the verb, written
    with dots or as it is spoken, so that `key` finds what was done to keys. `reads` also gives
    what was only seen.
    """

    actor: str = ""
    verb: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None
    reads: bool = False


def trail_of(
    session: Session, organisation: UUID, sought: Sought, *, limit: int, before: int | None = None
) -> Sequence[AuditEntry]:
    """Return entries newest first, from before a place on."""
    query = select(AuditEntry).where(AuditEntry.organisation_id == organisation)
    if sought.actor:
        query = query.where(col(AuditEntry.actor).icontains(sought.actor, autoescape=True))
    if sought.verb:
        spoken = func.replace(func.replace(col(AuditEntry.verb), ".", " "), "_", " ")
        words = sought.verb.replace(".", " ").replace("_", " ")
        query = query.where(spoken.istartswith(words, autoescape=True))
    if sought.subject:
        query = query.where(col(AuditEntry.subject).icontains(sought.subject, autoescape=True))
    if sought.since is not None:
        query = query.where(AuditEntry.occurred_at >= sought.since)
    if sought.until is not None:
        query = query.where(AuditEntry.occurred_at < sought.until)
    if not sought.reads:
        query = query.where(AuditEntry.verb != SAW)
    if before is not None:
        query = query.where(AuditEntry.sequence < before)
    return session.exec(query.order_by(col(AuditEntry.sequence).desc()).limit(limit)).all()
