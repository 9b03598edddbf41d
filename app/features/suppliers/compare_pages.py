"""Up to four suppliers side by side, as for a tender: proposal, decision, money, findings."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from app.errors import NotFound
from app.features.suppliers.finding_groups import TOPICS, TopicCount, count_topics
from app.features.suppliers.queries import contracts_of
from app.features.suppliers.record import (
    SupplierMoney,
    SupplierRecord,
    supplier_money,
    supplier_record,
)
from app.features.suppliers.supplier_list import SupplierFilter, SupplierListRow, lines
from app.http.dependencies import OrganisationDep, SessionDep
from app.web.templating import page
from scoring.reference.vocabulary import Theme

router = APIRouter(prefix="/compare")

MOST = 4
"""Suppliers side by side."""
OFFERED = 10
"""Suppliers offered for a name."""


@dataclass(frozen=True, slots=True)
class ComparedSupplier:
    """One column: a supplier with its money, its findings by topic, and the address without it."""

    record: SupplierRecord
    money: SupplierMoney
    topics: dict[Theme, TopicCount]
    without: str


@router.get("", response_class=HTMLResponse)
def compare_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    supplier: Annotated[list[str] | None, Query()] = None,
    name: str = "",
) -> HTMLResponse:
    """Show up to four suppliers side by side, and offer others by name."""
    today = datetime.now(UTC).date()
    chosen = list(dict.fromkeys(supplier or []))
    records = _records(session, organisation, chosen[:MOST], today)
    compared = [_column(session, each, chosen) for each in records]
    return page(
        request,
        "suppliers/compare.html",
        compared=compared,
        left_out=max(0, len(chosen) - MOST),
        full=len(compared) >= MOST,
        name=name.strip(),
        offered=_offered(session, organisation, name.strip(), compared),
        most=MOST,
        titles=TOPICS,
    )


def _records(
    session: Session, organisation: UUID, chosen: list[str], today: date
) -> list[SupplierRecord]:
    """The suppliers that an address names; words that name none of ours are left out."""
    records = []
    for each in chosen:
        try:
            records.append(supplier_record(session, organisation, UUID(each), today=today))
        except (NotFound, ValueError):
            continue
    return records


def _column(session: Session, record: SupplierRecord, chosen: list[str]) -> ComparedSupplier:
    contracts = contracts_of(session, record.supplier.id)
    rest = [("supplier", each) for each in chosen if each != str(record.supplier.id)]
    return ComparedSupplier(
        record,
        supplier_money(record.supplier, contracts, today=record.today),
        {each.theme: each for each in count_topics(record.findings)},
        f"/compare?{urlencode(rest)}",
    )


def _offered(
    session: Session, organisation: UUID, name: str, compared: list[ComparedSupplier]
) -> list[SupplierListRow]:
    """Suppliers whose name has the words asked for, without those that are shown already."""
    if not name:
        return []
    shown = {each.record.supplier.id for each in compared}
    wanted = SupplierFilter(name=name)
    matching = lines(session, organisation, wanted, offset=0, limit=OFFERED + MOST)
    return [each for each in matching if each.id not in shown][:OFFERED]
