"""The audit trail: entries noted in a transaction are chained and written as it commits."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Connection, event
from sqlmodel import Session, col, select

from app.db.raw_sql import execute_sql
from app.security.principal import Principal
from models import AuditChainHead, AuditEntry
from models.base import new_id

_STEP = """UPDATE audit_chain_head SET sequence = sequence + :count
WHERE organisation_id = :organisation
RETURNING sequence, hash"""
_BEGIN = """INSERT INTO audit_chain_head (organisation_id, sequence, hash)
VALUES (:organisation, 0, '')
ON CONFLICT DO NOTHING"""
_END = "UPDATE audit_chain_head SET hash = :hash WHERE organisation_id = :organisation"
_ENTRY = """INSERT INTO audit_entry (id, organisation_id, sequence, occurred_at, actor, actor_id,
role, verb, subject, before, after, hash) VALUES (:id, :organisation, :sequence, :occurred_at,
:actor, :actor_id, :role, :verb, :subject, :before, :after, :hash)"""


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did or saw what, when, from which state to which; `before` and `after` are JSON's own.

    `subject` names what it was done to as its address does: `checks/0192…`.
    """

    organisation: UUID
    actor: str
    actor_id: str
    role: str
    verb: str
    subject: str
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    occurred_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    id: UUID = field(default_factory=new_id)


def record(
    session: Session,
    caller: Principal,
    verb: str,
    subject: str,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> None:
    """Note what a caller does in this transaction; both are kept, or neither is.

    `at` is when it is done, now unless given.
    """
    entry = Entry(
        caller.organisation,
        caller.name,
        caller.key,
        caller.role.value,
        verb,
        subject,
        before or {},
        after or {},
        at or datetime.now(UTC),
    )
    session.info.setdefault("audit", []).append(entry)


@event.listens_for(Session, "before_commit")
def _write_noted(session: Session) -> None:
    """Chain what was noted as the last act of the transaction, so that turns are short."""
    noted: list[Entry] = session.info.pop("audit", [])
    if noted:
        session.flush()
        append(session.connection(), noted)


@event.listens_for(Session, "after_rollback")
def _forget_noted(session: Session) -> None:
    session.info.pop("audit", None)


def append(connection: Connection, entries: Sequence[Entry]) -> None:
    """Chain entries to their organisations' trails within the connection's transaction.

    The update of the head's row comes first: it is the turn that writers take, on SQLite and on
    PostgreSQL alike, and the next one waits until this transaction ends.
    """
    of: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in entries:
        of[entry.organisation].append(entry)
    for organisation in sorted(of):
        _append(connection, organisation, of[organisation])


def _append(connection: Connection, organisation: UUID, entries: Sequence[Entry]) -> None:
    place, last = _lock_head(connection, organisation, len(entries))
    for at, entry in enumerate(entries, start=place - len(entries) + 1):
        last = entry_hash(last, _canonical_bytes(entry, at))
        execute_sql(
            connection,
            _ENTRY,
            id=entry.id,
            organisation=organisation,
            sequence=at,
            occurred_at=entry.occurred_at,
            actor=entry.actor,
            actor_id=entry.actor_id,
            role=entry.role,
            verb=entry.verb,
            subject=entry.subject[:200],
            before=orjson.dumps(entry.before).decode(),
            after=orjson.dumps(entry.after).decode(),
            hash=last,
        )
    execute_sql(connection, _END, organisation=organisation, hash=last)


def _lock_head(connection: Connection, organisation: UUID, count: int) -> tuple[int, str]:
    rows = execute_sql(connection, _STEP, organisation=organisation, count=count)
    if not rows:
        execute_sql(connection, _BEGIN, organisation=organisation)
        rows = execute_sql(connection, _STEP, organisation=organisation, count=count)
    return rows[0][0], rows[0][1]


def entry_hash(last: str, content: bytes) -> str:
    """Return the hash of an entry: of its content and the hash of the entry before it."""
    return sha256(last.encode() + b"\n" + content).hexdigest()


def _canonical_bytes(entry: Entry | AuditEntry, place: int) -> bytes:
    organisation = entry.organisation if isinstance(entry, Entry) else entry.organisation_id
    fields = [
        str(organisation),
        place,
        str(entry.id),
        entry.occurred_at.astimezone(UTC).isoformat(),
        entry.actor,
        entry.actor_id,
        entry.role,
        entry.verb,
        entry.subject[:200],
        entry.before,
        entry.after,
    ]
    return orjson.dumps(fields, option=orjson.OPT_SORT_KEYS)


@dataclass(frozen=True, slots=True)
class Verified:
    """What a walk along an organisation's trail found.

    Attributes:
        organisation: Whose trail.
        entries: How many were walked.
        hash: The hash of the last one; kept elsewhere, it later proves that nothing was cut off.
        faults: What is wrong and where, in words; empty where the chain holds.
    """

    organisation: UUID
    entries: int
    hash: str
    faults: tuple[str, ...]


def verify(session: Session, organisation: UUID, *, known: str = "") -> Verified:
    """Walk a trail from its first entry and find what was altered, taken out or moved.

    Args:
        session: An open transaction.
        organisation: Whose trail.
        known: A hash that was kept elsewhere; it must be in the chain, else the chain was made
            anew by somebody who can write to the database.
    """
    place, last, faults, seen = 0, "", [], not known
    for entry in entries_of(session, organisation):
        if entry.sequence != place + 1:
            missing = f"entry {place + 1}"
            if entry.sequence > place + 2:
                missing = f"entries {place + 1} to {entry.sequence - 1}"
            faults.append(f"{missing} taken out before entry {entry.sequence}")
        place = entry.sequence
        expected = entry_hash(last, _canonical_bytes(entry, entry.sequence))
        if expected != entry.hash:
            faults.append(
                f"entry {place} ({entry.verb}, {entry.occurred_at.isoformat()}) does not fit"
            )
        last = entry.hash
        seen = seen or last == known
    head = session.get(AuditChainHead, organisation)
    if (head.sequence, head.hash) != (place, last) if head else place:
        written = head.sequence if head else 0
        faults.append(f"the trail ends at entry {place}, but {written} were written")
    if not seen:
        faults.append("the hash that was kept elsewhere is not in this trail")
    return Verified(organisation, place, last, tuple(faults))


def entries_of(
    session: Session, organisation: UUID, *, after: int = 0, limit: int | None = None
) -> Iterator[AuditEntry]:
    """Yield an organisation's entries in their order, without keeping them all in memory."""
    query = (
        select(AuditEntry)
        .where(AuditEntry.organisation_id == organisation, col(AuditEntry.sequence) > after)
        .order_by(col(AuditEntry.sequence))
        .limit(limit)
        .execution_options(yield_per=1_000)
    )
    yield from session.exec(query)
