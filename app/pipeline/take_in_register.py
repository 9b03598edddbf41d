"""Take in a publisher's own download of a register; what it no longer says is kept, dated."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from app.db import batches, insert_rows
from models import Register, RegisterEntry, RegisterKind
from models.base import new_id
from scoring.names import normalise
from scrapers.registers import debarment, gangmasters, living_wage, statement_registry
from scrapers.registers.living_wage import Accreditation
from scrapers.registers.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class RegisterTaken:
    """What became of a register's download."""

    entries: int
    gone: int
    unread: tuple[str, ...]


def take_in_register(
    session: Session, kind: RegisterKind, data: bytes, *, as_at: date, now: datetime
) -> RegisterTaken:
    """Read a download and bring the kept register up to date, all or nothing.

    Args:
        session: An open transaction.
        kind: Which register it is.
        data: The file's bytes.
        as_at: The day on which the publisher said so.
        now: When it is taken in.

    Raises:
        SourceChanged: It is not in the register's form; names the field and row. What was kept
            stays as it was.
    """
    snapshot, rows = _READERS[kind](data, as_at)
    told = {row["key"]: row for row in rows}
    kept = _keep(session, kind, told, as_at)
    gone = _date_the_gone(session, kind, kept | set(told), as_at)
    unread = tuple(str(each) for each in snapshot.unread)
    register = session.get(Register, kind) or Register(
        kind=kind, source=snapshot.source, as_at=as_at, taken_at=now
    )
    register.as_at, register.taken_at = as_at, now
    register.entries, register.unread = len(told), list(unread)
    session.add(register)
    return RegisterTaken(len(told), gone, unread)


def _keep(
    session: Session, kind: RegisterKind, told: dict[str, dict[str, Any]], as_at: date
) -> set[str]:
    known: set[str] = set()
    for keys in batches(told):
        asked = select(RegisterEntry).where(
            RegisterEntry.kind == kind, col(RegisterEntry.key).in_(keys)
        )
        for entry in session.exec(asked):
            known.add(entry.key)
            for name, value in told[entry.key].items():
                setattr(entry, name, value)
            entry.as_at, entry.gone_on = as_at, None
        session.flush()
    new = (
        {"id": new_id(), "kind": kind, "as_at": as_at, "gone_on": None} | row
        for key, row in told.items()
        if key not in known
    )
    insert_rows(session, RegisterEntry, new)
    return known


def _date_the_gone(session: Session, kind: RegisterKind, present: set[str], as_at: date) -> int:
    held = select(RegisterEntry.key).where(
        RegisterEntry.kind == kind, col(RegisterEntry.gone_on).is_(None)
    )
    gone = set(session.exec(held)) - present
    for keys in batches(sorted(gone)):
        session.exec(
            update(RegisterEntry)
            .where(col(RegisterEntry.kind) == kind, col(RegisterEntry.key).in_(keys))
            .values(gone_on=as_at)
        )
    return len(gone)


Read = tuple[Snapshot[Any], Iterable[dict[str, Any]]]


def _statements(data: bytes, as_at: date) -> Read:
    snapshot = statement_registry.read_year(data, as_at=as_at)
    return snapshot, (
        _row(
            each.organisation,
            each.company_number,
            key=f"{each.company_number or normalise(each.organisation)}|{each.year}",
            says=f"A statement for {each.year} is in the registry.",
            good=True,
            url=each.statement_url or each.summary_url,
            told={
                "year": each.year,
                "end": each.end.isoformat() if each.end else "",
                "turnover": each.turnover.value if each.turnover else "",
                "areas": {claim.area.value: claim.included for claim in each.areas},
            },
        )
        for each in snapshot.records
    )


def _employers(data: bytes, as_at: date) -> Read:
    snapshot = living_wage.read_employers(data, as_at=as_at)
    return snapshot, (
        _row(
            each.employer,
            each.company_number,
            says="Accredited by the Living Wage Foundation"
            if each.state is Accreditation.ACCREDITED
            else f"Listed as {each.state.value if each.state else 'unknown'}",
            good=each.state is Accreditation.ACCREDITED,
            told={"since": each.since.isoformat() if each.since else ""},
        )
        for each in snapshot.records
    )


def _licences(data: bytes, as_at: date) -> Read:
    snapshot = gangmasters.read_licences(data, as_at=as_at)
    return snapshot, (
        _row(
            each.holder,
            each.company_number,
            key=each.urn,
            says=f"Licence {each.urn}: {each.state.value if each.state else 'state unknown'}",
            good=each.allows_on(as_at),
            told={"urn": each.urn},
        )
        for each in snapshot.records
    )


def _debarred(data: bytes, as_at: date) -> Read:
    snapshot = debarment.read_list(data, as_at=as_at)
    return snapshot, (
        _row(
            each.supplier,
            each.company_number,
            key=f"{each.company_number or normalise(each.supplier)}|{each.ground}",
            says=f"On the debarment list: {each.ground}",
            good=False,
            told={"ground": each.ground},
        )
        for each in snapshot.records
    )


_READERS: dict[RegisterKind, Callable[[bytes, date], Read]] = {
    RegisterKind.STATEMENT_REGISTRY: _statements,
    RegisterKind.LIVING_WAGE_EMPLOYERS: _employers,
    RegisterKind.LABOUR_LICENCES: _licences,
    RegisterKind.DEBARMENT_LIST: _debarred,
}


def _row(
    name: str,
    number: str,
    *,
    says: str,
    good: bool | None,
    key: str = "",
    url: str = "",
    told: dict[str, Any] | None = None,
) -> dict[str, Any]:
    return {
        "key": (key or number or normalise(name))[:500],
        "name": name,
        "name_key": normalise(name),
        "number": number,
        "says": says,
        "good": good,
        "url": url,
        "told": told or {},
    }
