"""The trade of a supplier: what a person set, which outranks what its records give."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.engine import batches
from app.errors import Conflict, Unusable
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import Principal
from models import SupplierTrade
from scoring.companies import Trade, TradeEvidence, TradeSource
from scoring.companies.trade import combine
from scoring.reference.sectors import sectors

MOST_SECTORS = 3
"""Sectors that a supplier may be given: with more, its trade would say nothing."""


def set_trade(
    session: Session,
    caller: Principal,
    suppliers: Sequence[UUID],
    chosen: Sequence[str],
    *,
    now: datetime,
) -> None:
    """Set the trade of suppliers, each to the same sectors, in place of what their records give.

    Args:
        session: An open transaction.
        caller: Who sets it.
        suppliers: Identifiers of suppliers of the caller's organisation.
        chosen: Identifiers of sectors, as in `scoring/data/sectors.csv`.
        now: When it is set.

    Raises:
        Unusable: No sector is named, too many are, or one is unknown.
    """
    caller.require(Scope.WRITE_SUPPLIERS)
    named = list(dict.fromkeys(chosen))
    if not 1 <= len(named) <= MOST_SECTORS or not set(named) <= sectors().keys():
        raise Unusable(f"Choose one to {MOST_SECTORS} trades from the list", pointer="/sectors")
    before = trades_set(session, suppliers)
    for id in suppliers:
        row = SupplierTrade(
            organisation_id=caller.organisation,
            supplier_id=id,
            sectors=named,
            set_by=caller.name,
            set_at=now,
        )
        session.add(row)
        _record(session, caller, "trade.set", id, before.get(id), row)


def withdraw_trade(
    session: Session, caller: Principal, suppliers: Sequence[UUID], *, now: datetime
) -> list[UUID]:
    """Take back the newest trade that a person set for each supplier; return which had one.

    The one set before it counts again, or else what the records give.

    Raises:
        Conflict: Nobody has set a trade for any of them.
    """
    caller.require(Scope.WRITE_SUPPLIERS)
    before = trades_set(session, suppliers)
    if not before:
        raise Conflict("No trade was set by a person there, so there is nothing to undo.")
    for row in before.values():
        row.withdrawn_at, row.withdrawn_by = now, caller.name
        session.add(row)
    session.flush()
    after = trades_set(session, suppliers)
    for id, row in before.items():
        _record(session, caller, "trade.withdrawn", id, row, after.get(id))
    return list(before)


def trades_set(session: Session, suppliers: Sequence[UUID]) -> dict[UUID, SupplierTrade]:
    """Return, by supplier, the newest trade that a person set and nobody withdrew."""
    newest: dict[UUID, SupplierTrade] = {}
    for batch in batches(suppliers):
        query = (
            select(SupplierTrade)
            .where(
                col(SupplierTrade.supplier_id).in_(batch),
                col(SupplierTrade.withdrawn_at).is_(None),
            )
            .order_by(col(SupplierTrade.set_at), col(SupplierTrade.id))
        )
        newest |= {row.supplier_id: row for row in session.exec(query)}
    return newest


def trade_set(session: Session, supplier: UUID) -> Trade | None:
    """Return the trade that a person set for a supplier; None where the records decide."""
    row = trades_set(session, [supplier]).get(supplier)
    if row is None:
        return None
    by = f"{row.set_by}, {row.set_at.day} {row.set_at:%B %Y}"
    return combine(
        TradeEvidence(TradeSource.PERSON, sector, 1.0, by)
        for sector in row.sectors
        if sector in sectors()
    )


def _record(
    session: Session,
    caller: Principal,
    verb: str,
    supplier: UUID,
    before: SupplierTrade | None,
    after: SupplierTrade | None,
) -> None:
    audit_log.record(
        session,
        caller,
        verb,
        f"suppliers/{supplier}",
        before={"sectors": before.sectors} if before else None,
        after={"sectors": after.sectors} if after else None,
    )
