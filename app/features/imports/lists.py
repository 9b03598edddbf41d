"""The lists that an organisation sent: by whom, when, for which days; and whether each counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.errors import Conflict, NotFound
from app.features.imports.jobs import LIST_SENT
from app.features.imports.payments import period_of
from app.features.imports.service import add_up_spend
from app.security import audit_log
from app.security.principal import Principal
from models import AuditEntry, Contract, Intake, IntakeRows, IntakeState, IntakeSupplier
from scoring.periods import Period

LIMIT = 200
"""Lists on the page, the newest."""
_ENTRIES = 1_000
"""Audit entries that are looked through for who sent a list."""


@dataclass(frozen=True, slots=True)
class SentList:
    """A list that was sent.

    `sent_by` is empty where the trail does not say, as for lists that the service fetched itself.
    `rows` and `suppliers` are how many it holds; `in_use` is whether its facts are judged now.
    """

    id: UUID
    name: str
    sent_at: datetime
    sent_by: str
    job: str
    period: Period | None
    rows: int
    suppliers: int
    state: IntakeState
    reason: str
    in_use: bool


@dataclass(frozen=True, slots=True)
class ListUse:
    """What depends on a list: its suppliers, those on no other current list, contracts, payments.

    `paid` is in pounds, None where the list holds no payment.
    """

    suppliers: tuple[UUID, ...]
    only_here: int
    contracts: int
    paid: Decimal | None


def sent_lists(session: Session, organisation: UUID) -> list[SentList]:
    """Return the lists that an organisation sent, newest first."""
    query = (
        select(Intake)
        .where(Intake.organisation_id == organisation)
        .order_by(col(Intake.created_at).desc(), col(Intake.id).desc())
        .limit(LIMIT)
    )
    intakes = session.exec(query).all()
    ids = [each.id for each in intakes]
    rows = dict(
        session.exec(
            select(IntakeRows.intake_id, func.sum(IntakeRows.row_count))
            .where(col(IntakeRows.intake_id).in_(ids))
            .group_by(col(IntakeRows.intake_id))
        ).all()
    )
    suppliers = dict(
        session.exec(
            select(IntakeSupplier.intake_id, func.count())
            .where(col(IntakeSupplier.intake_id).in_(ids))
            .group_by(col(IntakeSupplier.intake_id))
        ).all()
    )
    senders = _senders(session, organisation)
    return [
        SentList(
            id=each.id,
            name=each.name,
            sent_at=each.created_at,
            sent_by=senders[str(each.id)].actor if str(each.id) in senders else "",
            job=senders[str(each.id)].subject if str(each.id) in senders else "",
            period=period_of(each),
            rows=rows.get(each.id, 0),
            suppliers=suppliers.get(each.id, 0),
            state=each.state,
            reason=each.reason,
            in_use=each.state is IntakeState.TAKEN and not each.superseded,
        )
        for each in intakes
    ]


def _senders(session: Session, organisation: UUID) -> dict[str, AuditEntry]:
    """The audit entry of each list that a person or program sent, the first one, by its list."""
    query = (
        select(AuditEntry)
        .where(AuditEntry.organisation_id == organisation, AuditEntry.verb == LIST_SENT)
        .order_by(col(AuditEntry.sequence).desc())
        .limit(_ENTRIES)
    )
    return {
        intake: entry for entry in session.exec(query) for intake in entry.after.get("intakes", ())
    }


def list_of(session: Session, organisation: UUID, id: UUID) -> Intake:
    """Return one of an organisation's lists.

    Raises:
        NotFound: It has none with this identifier.
    """
    intake = session.get(Intake, id)
    if intake is None or intake.organisation_id != organisation:
        raise NotFound("There is no such list.")
    return intake


def use_of(session: Session, intake: Intake) -> ListUse:
    """Return what depends on a list."""
    held = session.exec(
        select(IntakeSupplier.supplier_id, col(IntakeSupplier.paid)).where(
            IntakeSupplier.intake_id == intake.id
        )
    ).all()
    elsewhere = (
        select(IntakeSupplier.supplier_id)
        .join(Intake, col(Intake.id) == col(IntakeSupplier.intake_id))
        .where(
            Intake.organisation_id == intake.organisation_id,
            Intake.id != intake.id,
            Intake.state == IntakeState.TAKEN,
            col(Intake.superseded).is_(False),
        )
    )
    only_here = session.exec(
        select(func.count()).where(
            IntakeSupplier.intake_id == intake.id,
            col(IntakeSupplier.supplier_id).not_in(elsewhere),
        )
    ).one()
    contracts = session.exec(select(func.count()).where(Contract.intake_id == intake.id)).one()
    paid = [paid for _, paid in held if paid is not None]
    suppliers: Sequence[UUID] = [supplier for supplier, _ in held]
    return ListUse(tuple(suppliers), only_here, contracts, sum(paid, Decimal(0)) if paid else None)


def change_use(session: Session, caller: Principal, intake: Intake, *, in_use: bool) -> ListUse:
    """Stop using a list, or use it again; return the suppliers that must be assessed again.

    Nothing is deleted: its rows, suppliers and contracts stay and are no longer judged, as with a
    list that a newer one replaced.

    Raises:
        Conflict: It is so already, or the list was never taken in.
    """
    if intake.state is not IntakeState.TAKEN:
        raise Conflict("This list was not taken in, so nothing depends on it.")
    if intake.superseded is not in_use:
        raise Conflict("This list is in use." if in_use else "This list is not in use.")
    use = use_of(session, intake)
    intake.superseded = not in_use
    session.add(intake)
    session.flush()
    add_up_spend(session, set(use.suppliers))
    facts = {"suppliers": len(use.suppliers), "contracts": use.contracts}
    audit_log.record(
        session,
        caller,
        "list.restored" if in_use else "list.withdrawn",
        f"lists/{intake.id}",
        before={"in_use": not in_use},
        after={"in_use": in_use, "name": intake.name, **facts},
    )
    return use
