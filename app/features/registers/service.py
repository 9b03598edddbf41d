"""Take in a publisher's own download of a register; what it no longer says is kept, dated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.db.engine import batches, insert_rows
from app.features.monitoring.source_changes import schedule_reassessment
from app.features.registers.queries import EntryKey, every_supplier, suppliers_named
from app.features.registers.rows import READERS
from app.security.organisations import FIRST
from models import Register, RegisterEntry, RegisterKind, Supplier
from models.base import new_id
from scrapers.change_detection import Change, ChangeKind, Standing, list_changes
from scrapers.errors import SourceChanged
from scrapers.registers.snapshot import Snapshot, insist_whole

Row = Mapping[str, Any]

_TURNS = {
    RegisterKind.LABOUR_LICENCES: (ChangeKind.LICENCE_STOPPED, ChangeKind.LICENCE_GRANTED),
    RegisterKind.LIVING_WAGE_EMPLOYERS: (
        ChangeKind.ACCREDITATION_ENDED,
        ChangeKind.ACCREDITATION_GRANTED,
    ),
}


@dataclass(frozen=True, slots=True)
class RegisterTaken:
    """What became of a register's download.

    Attributes:
        entries: How many entries it holds.
        gone: How many of before it no longer does.
        unread: What of it could not be read, by field and row.
        touched: How many suppliers it says otherwise about, or is the first to speak of.
        jobs: The jobs that judge those again; they begin by themselves.
    """

    entries: int
    gone: int
    unread: tuple[str, ...]
    touched: int = 0
    jobs: tuple[UUID, ...] = ()


def take_in_register(
    session: Session,
    kind: RegisterKind,
    data: bytes,
    *,
    as_at: date,
    now: datetime,
    even_if_shorter: bool = False,
) -> RegisterTaken:
    """Read a download and bring the kept register up to date, all or nothing.

    It is compared with what is kept, and every supplier that it says otherwise about is put in
    the queue to be judged again; a file that was taken in before says nothing otherwise. The
    first version has nothing to be compared with: whom it speaks of is judged again quietly.

    Args:
        session: An open transaction, best `writing(alone=lock_of(kind))`.
        kind: Which register it is.
        data: The file's bytes.
        as_at: The day on which the publisher said so.
        now: When it is taken in.
        even_if_shorter: Believe a version that lost a fifth and more of its entries.

    Raises:
        SourceChanged: It is not in the register's form (names the field and row), is older than
            what is kept, or looks cut short. What was kept stays as it was.
    """
    snapshot, rows = READERS[kind](data, as_at)
    new: dict[str, Row] = {row["key"]: row for row in rows}
    register = session.get(Register, kind)
    held = _held(session, kind, new)
    if register is not None:
        _insist_newer(register, held, new, as_at, even_if_shorter=even_if_shorter)
    changes = list_changes(
        Snapshot(snapshot.source, register.as_at if register else as_at, tuple(held.values())),
        Snapshot(snapshot.source, as_at, tuple(new.values())),
        key=lambda row: row["key"],
        said=lambda row: row["status_text"],
        standing=_standing(kind, as_at),
    )
    _keep(session, kind, held, new, as_at, first=register is None)
    session.flush()
    changed = tuple(_changes_by_supplier(session, changes, held, new))
    begun: tuple[UUID, ...] = ()
    if register is not None:
        begun = schedule_reassessment(session, changed, now=now)
        touched = {supplier.id for supplier, _ in changed}
    else:
        # Not being listed is news too where a claim is held against the list.
        whole = kind is RegisterKind.LIVING_WAGE_EMPLOYERS
        first = every_supplier(session) if whole else [supplier for supplier, _ in changed]
        begun = schedule_reassessment(session, (), quietly=first, now=now)
        touched = {supplier.id for supplier in first}
    unread = tuple(str(each) for each in snapshot.unread)
    register = register or Register(kind=kind, source=snapshot.source, as_at=as_at, taken_at=now)
    register.as_at, register.taken_at = as_at, now
    register.entries, register.unread = len(new), list(unread)
    session.add(register)
    gone = len(held.keys() - new.keys())
    return RegisterTaken(len(new), gone, unread, len(touched), begun)


def _standing(kind: RegisterKind, as_at: date) -> Standing[Row] | None:
    """How a register tells whether an entry speaks for its holder, as things are on a day.

    What ran out by its own date was noticed on that day, and is no news when the next file comes.
    """
    turns = _TURNS.get(kind)
    if turns is None:
        return None

    def good(row: Row) -> bool | None:
        ends = row["payload"].get("ends", "")
        return False if ends and date.fromisoformat(ends) < as_at else row["in_good_standing"]

    return Standing(good, *turns)


def register_lock_id(kind: RegisterKind) -> UUID:
    """Return what nobody else may be at while a register is taken in."""
    return uuid5(FIRST, kind.value)


def _insist_newer(
    register: Register,
    held: Mapping[str, Row],
    new: Mapping[str, Row],
    as_at: date,
    *,
    even_if_shorter: bool,
) -> None:
    # Each year of the statement registry is a file of its own, with a day of its own.
    if as_at < register.as_at and register.kind is not RegisterKind.STATEMENT_REGISTRY:
        raise SourceChanged(
            f"{register.source}: a version of {as_at} comes after that of {register.as_at}"
        )
    if not even_if_shorter:
        insist_whole(register.source, len(held), len(new), register.as_at)


def _held(session: Session, kind: RegisterKind, new: Mapping[str, Row]) -> dict[str, Row]:
    """What the register said until now, as far as the new file tells of the same years."""
    query = select(RegisterEntry).where(
        RegisterEntry.kind == kind, col(RegisterEntry.removed_on).is_(None)
    )
    years = {row["payload"].get("year") for row in new.values()}
    return {
        entry.key: entry.model_dump()
        for entry in session.exec(query)
        if kind is not RegisterKind.STATEMENT_REGISTRY or entry.payload.get("year") in years
    }


def _keep(
    session: Session,
    kind: RegisterKind,
    held: Mapping[str, Row],
    current: Mapping[str, Row],
    as_at: date,
    *,
    first: bool,
) -> None:
    """Bring the entries up to date; what was said otherwise, or no longer is, is kept, dated."""
    same = [key for key, row in current.items() if key in held and _says(held[key]) == _says(row)]
    for keys in batches(same):
        _set(session, kind, keys, as_at=as_at)
    over = [key for key in held if key not in current or _says(held[key]) != _says(current[key])]
    for keys in batches(over):
        entries = select(RegisterEntry).where(
            RegisterEntry.kind == kind, col(RegisterEntry.key).in_(keys)
        )
        for entry in session.exec(entries):
            entry.removed_on, entry.key = as_at, f"{entry.key[:440]}|{entry.id}"
        session.flush()
    unchanged = set(same)
    new = (
        {
            "id": new_id(),
            "kind": kind,
            "as_at": as_at,
            "since": None if first else as_at,
            "removed_on": None,
        }
        | dict(row)
        for key, row in current.items()
        if key not in unchanged
    )
    insert_rows(session, RegisterEntry, new)


_COMPARED = ("name", "number", "status_text", "in_good_standing", "url", "payload")


def _says(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in _COMPARED)


def _set(session: Session, kind: RegisterKind, keys: list[str], **values: Any) -> None:
    wanted = col(RegisterEntry.kind) == kind, col(RegisterEntry.key).in_(keys)
    session.exec(update(RegisterEntry).where(*wanted).values(**values))


def _changes_by_supplier(
    session: Session,
    changes: tuple[Change, ...],
    held: Mapping[str, Row],
    current: Mapping[str, Row],
) -> Iterator[tuple[Supplier, Change]]:
    """Yield each supplier that a change is about, by the entry of then or of now."""
    about = {
        change.subject: {
            EntryKey(row["number"], row["name_key"])
            for row in (held.get(change.subject), current.get(change.subject))
            if row is not None
        }
        for change in changes
    }
    suppliers = suppliers_named(session, {each for named in about.values() for each in named})
    for change in changes:
        named = {
            supplier.id: supplier for each in about[change.subject] for supplier in suppliers[each]
        }
        for supplier in named.values():
            yield supplier, change
