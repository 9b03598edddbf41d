"""Where a person sees how the trade of a supplier came about, and sets it for one or many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from app.errors import Conflict, Unusable
from app.features.assessments.inputs import facts_for
from app.features.imports.jobs import enqueue_assessment
from app.features.suppliers.queries import supplier_of
from app.features.suppliers.trade import MOST_SECTORS, set_trade, trades_set, withdraw_trade
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, require_scope
from app.installation import Installation
from app.security.permissions import Scope
from app.security.principal import Principal
from app.web.forms import FormDep, Problem
from app.web.templating import page
from models import Supplier
from scoring.companies import Trade, TradeEvidence
from scoring.companies.inference import trade_of
from scoring.reference.sectors import Sector, sectors

router = APIRouter(prefix="/suppliers/{supplier_id}/trade")

FIELD = "sectors"
CHOSEN = "trade-chosen"
"""A field that the form for the trade always sends, though nothing is ticked."""


@dataclass(frozen=True, slots=True)
class TradeLine:
    """One sector that a supplier may work in, how likely it is in percent, and by what."""

    label: str
    percent: int
    evidence: tuple[TradeEvidence, ...]


def lines_of(trade: Trade) -> list[TradeLine]:
    """Return the sectors of a trade for a page, the likeliest first."""
    return [
        TradeLine(
            sectors()[each.sector].label, round(each.probability * 100), trade.why(each.sector)
        )
        for each in trade.shares
    ]


def trade_choices() -> list[Sector]:
    """Return the sectors to choose from, by their names."""
    return sorted(sectors().values(), key=lambda each: each.label.casefold())


def sectors_chosen(form: FormData) -> list[str]:
    """Return the sectors that a form names; the list is open to any word, the service is not."""
    return [str(each) for each in form.getlist(FIELD)]


@router.get("", response_class=HTMLResponse)
def trade_page(
    request: Request, session: SessionDep, caller: CallerDep, supplier_id: UUID
) -> HTMLResponse:
    """Show the sectors of a supplier, by what each was inferred, and a form to set them."""
    supplier = supplier_of(session, caller.organisation, supplier_id)
    return _draw(request, session, supplier, [])


@router.post("", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])
def save(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    form: FormDep,
) -> Response:
    """Set the trade and have the supplier assessed again."""
    supplier, now = supplier_of(session, caller.organisation, supplier_id), datetime.now(UTC)
    try:
        if supplier.is_placeholder:
            raise Unusable("The list does not name a supplier there, so it has no trade")
        set_trade(session, caller, [supplier.id], sectors_chosen(form), now=now)
    except Unusable as error:
        return _draw(request, session, supplier, [Problem(FIELD, error.detail)], form)
    return assess_again(home, session, caller, [supplier.id], now)


@router.post("/undo", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])
def undo(
    request: Request,
    home: InstallationDep,
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
) -> Response:
    """Take back the last trade that a person set, and have the supplier assessed again."""
    supplier, now = supplier_of(session, caller.organisation, supplier_id), datetime.now(UTC)
    try:
        withdraw_trade(session, caller, [supplier.id], now=now)
    except Conflict as error:
        return _draw(request, session, supplier, [Problem(FIELD, error.detail)])
    return assess_again(home, session, caller, [supplier.id], now)


def assess_again(
    home: Installation,
    session: Session,
    caller: Principal,
    suppliers: Sequence[UUID],
    now: datetime,
) -> RedirectResponse:
    """Have suppliers assessed once this transaction is kept, and lead to the job that does it."""
    job = enqueue_assessment(
        home, caller.organisation, at=now.date(), suppliers=suppliers, within=session
    )
    return RedirectResponse(f"/jobs/{job}", status_code=303)


def _draw(
    request: Request,
    session: Session,
    supplier: Supplier,
    problems: list[Problem],
    form: FormData | None = None,
) -> HTMLResponse:
    trade = trade_of(facts_for(session, supplier, at=datetime.now(UTC).date()))
    by_person = trades_set(session, [supplier.id]).get(supplier.id)
    chosen = sectors_chosen(form) if form else by_person.sectors if by_person else []
    return page(
        request,
        "suppliers/trade.html",
        status=422 if problems else 200,
        supplier=supplier,
        by_person=by_person,
        lines=lines_of(trade),
        unknown=round(trade.unknown * 100),
        choices=trade_choices(),
        chosen=chosen,
        most=MOST_SECTORS,
        problems=problems,
    )
