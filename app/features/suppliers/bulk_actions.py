"""Do one thing with several suppliers: those ticked in the list, or all that fit its filter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import FormData, QueryParams

from app.errors import Conflict, Unusable
from app.features.actions.service import ActionWanted, add_action
from app.features.imports.results import SUPPLIER_CELLS, rows_of_suppliers
from app.features.imports.results_pages import WORKBOOK, download
from app.features.questionnaires.invitations import ask_suppliers
from app.features.reports.vetted_list import as_csv, as_workbook
from app.features.suppliers.compare_pages import MOST as SIDE_BY_SIDE
from app.features.suppliers.list_pages import as_query, filter_values, wanted_by
from app.features.suppliers.supplier_list import count, ids, named_ones, names
from app.features.suppliers.trade import MOST_SECTORS, set_trade, withdraw_trade
from app.features.suppliers.trade_pages import (
    CHOSEN,
    FIELD,
    assess_again,
    sectors_chosen,
    trade_choices,
)
from app.http.dependencies import CallerDep, InstallationDep, SessionDep, public_address
from app.input_values import day_within_years, whole_number
from app.security.permissions import Scope
from app.security.principal import Principal
from app.web.forms import FormDep, Problem, text_of
from app.web.templating import page

router = APIRouter(prefix="/chosen")

MOST = 10_000
FEW = 200
"""How many suppliers may be asked, or given an action, at once: a person answers for each."""
TICKED = 500
NAMED = 20
"""Names that the page shows."""
DAY = ("due-day", "due-month", "due-year")


class BulkAction(StrEnum):
    """What may be done with several suppliers."""

    ASK = "ask"
    AGAIN = "again"
    ACTION = "action"
    COMPARE = "compare"
    TRADE = "trade"
    UNDO_TRADE = "undo-trade"
    WORKBOOK = "workbook"
    CSV = "csv"


NEEDS = {
    BulkAction.ASK: Scope.WRITE_SUPPLIERS,
    BulkAction.AGAIN: Scope.WRITE_SUPPLIERS,
    BulkAction.ACTION: Scope.WRITE_ACTIONS,
    BulkAction.COMPARE: Scope.READ_CHECKS,
    BulkAction.TRADE: Scope.WRITE_SUPPLIERS,
    BulkAction.UNDO_TRADE: Scope.WRITE_SUPPLIERS,
    BulkAction.WORKBOOK: Scope.READ_CHECKS,
    BulkAction.CSV: Scope.READ_CHECKS,
}


_SECOND_STEP: dict[str, str] = {BulkAction.ACTION: "title", BulkAction.TRADE: CHOSEN}
"""Actions that need more said, and the field by which their second form is known."""

_ASSESSED_AGAIN = frozenset({BulkAction.AGAIN, BulkAction.TRADE, BulkAction.UNDO_TRADE})


@dataclass(frozen=True, slots=True)
class Selection:
    """The suppliers chosen, as many as were asked for of all their `number`.

    `query` is the filter of the list that they were chosen in.
    """

    suppliers: tuple[UUID, ...]
    number: int
    every: bool
    query: str


@router.get("", response_class=HTMLResponse)
def choose_page(request: Request, session: SessionDep, caller: CallerDep) -> HTMLResponse:
    """Show whom was chosen and what may be done with them."""
    sent = request.query_params
    given = {"deed": sent.get("deed", "")}
    return _draw(request, session, caller, _chosen(session, caller, sent, most=NAMED), [], given)


@router.post("")
def run_bulk_action(
    request: Request, home: InstallationDep, session: SessionDep, caller: CallerDep, form: FormDep
) -> Response:
    """Do what was picked with all of them, or say what is missing."""
    chosen, now = _chosen(session, caller, form), datetime.now(UTC)
    action = text_of(form, "deed")
    given = {name: text_of(form, name) for name in ("deed", "title", "owner", *DAY)}
    if not chosen.suppliers or (action in _SECOND_STEP and _SECOND_STEP[action] not in form):
        return _draw(request, session, caller, chosen, [], given)
    somebody: Sequence[UUID] = named_ones(session, caller.organisation, chosen.suppliers)
    problems = _problems(caller, chosen, action, given, now.date())
    if action in _ASSESSED_AGAIN and not somebody:
        problems = [
            Problem(
                "deed", "The list does not name a supplier there, so there is nothing to assess"
            )
        ]
    if not problems:
        problems, somebody = _change_trade(session, caller, action, somebody, form, now)
    if problems:
        return _draw(request, session, caller, chosen, problems, given, sectors_chosen(form))
    if action == BulkAction.ASK:
        return _ask(request, session, caller, chosen, now)
    if action in (BulkAction.WORKBOOK, BulkAction.CSV):
        return _file(session, caller, chosen, BulkAction(action))
    if action in _ASSESSED_AGAIN:
        return assess_again(home, session, caller, somebody, now)
    if action == BulkAction.ACTION:
        _agree(session, caller, chosen, given, now)
        address = f"/actions?agreed={len(chosen.suppliers)}"
    else:
        query = urlencode([("supplier", str(each)) for each in chosen.suppliers])
        address = f"/compare?{query}"
    return RedirectResponse(address, status_code=303)


def _change_trade(
    session: Session,
    caller: Principal,
    action: str,
    suppliers: Sequence[UUID],
    form: FormData,
    now: datetime,
) -> tuple[list[Problem], Sequence[UUID]]:
    """Set or undo a trade where that is the action; return what is wrong, and whom it changed."""
    try:
        if action == BulkAction.TRADE:
            set_trade(session, caller, suppliers, sectors_chosen(form), now=now)
        elif action == BulkAction.UNDO_TRADE:
            suppliers = withdraw_trade(session, caller, suppliers, now=now)
    except Unusable as error:
        return [Problem(FIELD, error.detail)], suppliers
    except Conflict as error:
        return [Problem("deed", error.detail)], suppliers
    return [], suppliers


def _file(session: Session, caller: Principal, chosen: Selection, deed: BulkAction) -> Response:
    today = datetime.now(UTC).date()
    rows = rows_of_suppliers(session, caller.organisation, chosen.suppliers, today=today)
    if deed is BulkAction.WORKBOOK:
        return download(as_workbook(SUPPLIER_CELLS, rows), WORKBOOK, "suppliers.xlsx")
    return download(as_csv(SUPPLIER_CELLS, rows), "text/csv; charset=utf-8", "suppliers.csv")


def _chosen(
    session: Session, caller: Principal, sent: FormData | QueryParams, *, most: int = MOST
) -> Selection:
    """Whom an address or a form names; words that name nobody of ours are left out."""
    filters = filter_values(str(sent.get("filter", "")))
    if sent.get("which") == "all":
        wanted, _ = wanted_by(filters)
        matching = ids(session, caller.organisation, wanted, limit=most)
        number = min(MOST, count(session, caller.organisation, wanted))
        return Selection(tuple(matching), number, True, as_query(filters))
    ticked = [_id(str(each)) for each in sent.getlist("supplier")[:TICKED]]
    ours = names(session, caller.organisation, [each for each in ticked if each])
    return Selection(tuple(ours), len(ours), False, as_query(filters))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _problems(
    caller: Principal, chosen: Selection, action: str, given: Mapping[str, str], today: date
) -> list[Problem]:
    if action not in set(BulkAction):
        return [Problem("deed", "Choose what to do with them")]
    deed = BulkAction(action)
    caller.require(NEEDS[deed])
    if deed in (BulkAction.ASK, BulkAction.ACTION) and chosen.number > FEW:
        many = f"{chosen.number:,}"
        return [Problem("deed", f"At most {FEW} at once, and {many} are chosen: narrow the list")]
    if deed is BulkAction.COMPARE and chosen.number > SIDE_BY_SIDE:
        many = f"{chosen.number:,} are chosen"
        return [Problem("deed", f"Compare at most {SIDE_BY_SIDE} suppliers at once; {many}")]
    if deed is not BulkAction.ACTION:
        return []
    problems = []
    if not given["title"]:
        problems.append(Problem("title", "Say what is to be done"))
    if not given["owner"]:
        problems.append(Problem("owner", "Say who sees to it"))
    if (due := day_of(given)) is None:
        problems.append(Problem("due-day", "The due date must be a real day, like 31 1 2027"))
    elif due < today:
        problems.append(Problem("due-day", "The due date must be today or later"))
    return problems


def day_of(given: Mapping[str, str]) -> date | None:
    """Return the day that three fields name, or None where there is no such day."""
    try:
        day, month, year = (whole_number(given[name]) for name in DAY)
        return day_within_years(date(year, month, day))
    except ValueError:
        return None


def _ask(
    request: Request, session: Session, caller: Principal, chosen: Selection, now: datetime
) -> HTMLResponse:
    invited = ask_suppliers(session, caller, chosen.suppliers, now=now)
    root = f"{public_address(request)}/"
    links = [(each, f"{root}answers/{each.secret}") for each in invited if each.secret]
    left = [each for each in invited if not each.secret]
    return page(request, "questionnaires/links.html", links=links, left=left, query=chosen.query)


def _agree(
    session: Session, caller: Principal, chosen: Selection, given: Mapping[str, str], now: datetime
) -> None:
    title, owner, due = given["title"], given["owner"][:200], day_of(given) or now.date()
    for each in chosen.suppliers:
        wanted = ActionWanted(owner=owner, due=due, supplier=each, title=title)
        add_action(session, caller, wanted, now=now)


def _draw(
    request: Request,
    session: Session,
    caller: Principal,
    chosen: Selection,
    problems: list[Problem],
    given: Mapping[str, str],
    sectors: Sequence[str] = (),
) -> HTMLResponse:
    shown = names(session, caller.organisation, chosen.suppliers[:NAMED])
    return page(
        request,
        "suppliers/bulk_action.html",
        status=422 if problems else 200,
        chosen=chosen,
        shown=list(shown.values()),
        deeds=[each.value for each in BulkAction if caller.has_scope(NEEDS[each])],
        most=FEW,
        given=given,
        choices=trade_choices(),
        sectors=sectors,
        most_sectors=MOST_SECTORS,
        problems=problems,
    )
