"""The ledger of remedies: what was put right for workers, agreed, done and verified.

Source: UN Guiding Principles on Business and Human Rights, 22 and 31: remedy for those harmed
comes first. The order agreed, done, verified is ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from app.dates import LONDON
from app.db.newest_first import older_than
from app.errors import Conflict, NotAllowed, NotFound, Unusable
from app.features.exclusion.queries import case_of
from app.features.suppliers.queries import supplier_of
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Remedy, RemedyKind
from models.person import Role

MOST = Decimal(100_000_000)
"""Pounds above which an amount is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class RemedyAgreed:
    """A remedy as agreed: no worker is named. `workers` and `amount` (pounds) may be unknown."""

    kind: RemedyKind
    agreed_with: str
    agreed_on: date
    description: str = ""
    workers: int | None = None
    amount: Decimal | None = None
    case: UUID | None = None


@dataclass(frozen=True, slots=True)
class RemedyChange:
    """How far a remedy is: done on a day with evidence, or verified with what was looked at."""

    workers: int | None = None
    amount: Decimal | None = None
    done_on: date | None = None
    evidence: str | None = None
    verification: str | None = None


def add_remedy(
    session: Session, caller: Principal, supplier_id: UUID, agreed: RemedyAgreed, *, now: datetime
) -> Remedy:
    """Keep a remedy that was agreed.

    Raises:
        NotFound: There is no such supplier or case.
        NotAllowed: The caller may not work on checks.
        Unusable: A figure or a day does not fit.
    """
    caller.require(Scope.WRITE_CHECKS)
    supplier = supplier_of(session, caller.organisation, supplier_id)
    if agreed.case is not None:
        case = case_of(session, caller.organisation, agreed.case)
        if case.supplier_id != supplier.id:
            raise Unusable("The case is of another supplier.", pointer="/exclusion_case_id")
    if not agreed.agreed_with.strip():
        raise Unusable(
            "Say with whom it was agreed: the workers, or who speaks for them.",
            pointer="/agreed_with",
        )
    _check_day(agreed.agreed_on, now, "/agreed_on")
    _check_figures(agreed.workers, agreed.amount)
    record = Remedy(
        organisation_id=caller.organisation,
        supplier_id=supplier.id,
        exclusion_case_id=agreed.case,
        kind=agreed.kind,
        description=agreed.description,
        workers=agreed.workers,
        amount=agreed.amount,
        agreed_with=agreed.agreed_with,
        agreed_on=agreed.agreed_on,
        created_by=caller.name,
        created_at=now,
        updated_at=now,
    )
    session.add(record)
    session.flush()
    subject = f"remedies/{record.id}"
    audit_log.record(session, caller, "remedy.agreed", subject, after=_facts(record), at=now)
    return record


def change_remedy(
    session: Session, caller: Principal, id: UUID, change: RemedyChange, *, now: datetime
) -> Remedy:
    """Say that a remedy was done, or verify it.

    Raises:
        NotFound: There is no such remedy.
        NotAllowed: The caller may not work on checks, or a program would verify.
        Conflict: It was verified already.
        Unusable: Evidence or a day is missing, or does not fit.
    """
    caller.require(Scope.WRITE_CHECKS)
    record = remedy_of(session, caller.organisation, id)
    if record.verified_at is not None:
        raise Conflict("This remedy was verified, so it stays as it is.")
    before = _facts(record)
    _check_figures(change.workers, change.amount)
    record.workers = record.workers if change.workers is None else change.workers
    record.amount = record.amount if change.amount is None else change.amount
    record.evidence = record.evidence if change.evidence is None else change.evidence
    if change.done_on is not None:
        _check_day(change.done_on, now, "/done_on")
        if change.done_on < record.agreed_on:
            raise Unusable("It was done before it was agreed.", pointer="/done_on")
        if not record.evidence.strip():
            raise Unusable("Say what shows that it was done.", pointer="/evidence")
        record.done_on = change.done_on
    if change.verification is not None:
        _verify(record, caller, change.verification, now)
    record.version += 1
    record.updated_at = now
    session.add(record)
    audit_log.record(
        session,
        caller,
        "remedy.changed",
        f"remedies/{id}",
        before=before,
        after=_facts(record),
        at=now,
    )
    return record


def remedy_of(session: Session, organisation: UUID, id: UUID) -> Remedy:
    """Return one of an organisation's remedies.

    Raises:
        NotFound: It has none with this identifier.
    """
    query = select(Remedy).where(Remedy.organisation_id == organisation, Remedy.id == id)
    record = session.exec(query).first()
    if record is None:
        raise NotFound("There is no such remedy.")
    return record


def remedies_of(
    session: Session,
    organisation: UUID,
    *,
    limit: int | None = None,
    after: tuple[datetime, UUID] | None = None,
    supplier: UUID | None = None,
) -> Sequence[Remedy]:
    """Return an organisation's remedies, newest first; of one supplier if wanted."""
    made, key = col(Remedy.created_at), col(Remedy.id)
    query = (
        select(Remedy)
        .where(Remedy.organisation_id == organisation)
        .order_by(made.desc(), key.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(older_than(made, key, after))
    if supplier is not None:
        query = query.where(Remedy.supplier_id == supplier)
    return session.exec(query).all()


def remedies_agreed_before(
    session: Session, organisation: UUID, end: datetime
) -> tuple[Remedy, ...]:
    """Return the remedies that were kept before an instant, oldest first."""
    query = (
        select(Remedy)
        .where(Remedy.organisation_id == organisation, col(Remedy.created_at) < end)
        .order_by(col(Remedy.created_at), col(Remedy.id))
    )
    return tuple(session.exec(query))


def _verify(record: Remedy, caller: Principal, verification: str, now: datetime) -> None:
    if caller.role is Role.API_CLIENT:
        raise NotAllowed("A program cannot verify a remedy: a named person does.")
    if record.done_on is None:
        raise Unusable("It is not done yet, so it cannot be verified.", pointer="/verification")
    if not verification.strip():
        raise Unusable("Say what you looked at.", pointer="/verification")
    record.verification = verification
    record.verified_by, record.verified_at = caller.name, now


def _check_day(day: date, now: datetime, pointer: str) -> None:
    if day > now.astimezone(LONDON).date():
        raise Unusable("The day is after today.", pointer=pointer)


def _check_figures(workers: int | None, amount: Decimal | None) -> None:
    if workers is not None and not 1 <= workers <= 1_000_000:
        raise Unusable("Give a number of workers, at least 1.", pointer="/workers")
    if amount is None:
        return
    if not amount.is_finite() or not 0 < amount <= MOST or round(amount, 2) != amount:
        raise Unusable("Give pounds and pence, such as 1500.00.", pointer="/amount")


def _facts(record: Remedy) -> dict[str, object]:
    """Return what the trail holds of a remedy."""
    return {
        "kind": record.kind.value,
        "workers": record.workers,
        "amount": None if record.amount is None else str(record.amount),
        "done_on": str(record.done_on or ""),
        "verified_by": record.verified_by,
    }
