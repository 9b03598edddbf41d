"""The steps that keep the letter, the supplier's answer, the decision and the notice of a case."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from app.errors import NotFound, Unusable
from app.features.exclusion.case_forms import current_case, days_of, draw_step
from app.features.exclusion.deciding import CaseDecision, decide_case
from app.features.exclusion.hearing import LetterSent, SupplierAnswered
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import GroundOfPerson
from app.features.exclusion.service import CaseChange, change_case
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, day_parts, text_of
from models import ExclusionOutcome

router = APIRouter(
    prefix="/exclusion-cases/{case_id}", dependencies=[require_scope(Scope.WRITE_CHECKS)]
)

STEPS = ("letter", "answer", "decision", "notice")
_TEXTS = {
    "letter": ("text", "lead", "grounds_shown"),
    "answer": ("text",),
    "decision": ("outcome", "reasons", "under_section_30", "confirmed"),
    "notice": (),
}
_DAYS = {
    "letter": ("sent_on", "reply_by"),
    "answer": ("received_on",),
    "decision": ("excluded_on",),
    "notice": ("notice_sent_on",),
}
_MOST = 20_000


@router.get("/{step}", response_class=HTMLResponse)
def step_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, case_id: UUID, step: str
) -> HTMLResponse:
    """Show the form of one step."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    return draw_step(request, session, case_of(session, organisation, case_id), step)


@router.post("/letter")
def keep_letter(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Keep a letter that a person sent, and the day by which the supplier answers."""
    return _keep(request, session, caller, case_id, form, "letter")


@router.post("/answer")
def keep_answer(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Keep what the supplier answered."""
    return _keep(request, session, caller, case_id, form, "answer")


@router.post("/notice")
def keep_notice(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Keep the day on which the notice went out."""
    return _keep(request, session, caller, case_id, form, "notice")


@router.post("/decision", dependencies=[require_scope(Scope.DECIDE)])
def keep_decision(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Keep what a named person decided, with reasons."""
    return _keep(request, session, caller, case_id, form, "decision")


def _keep(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    case_id: UUID,
    form: FormData,
    step: str,
) -> Response:
    record = current_case(session, caller, case_id, form)
    given: dict[str, Any] = {name: text_of(form, name, most=_MOST) for name in _TEXTS[step]}
    grounds = _grounds(form)
    given["grounds"] = [value_of(each) for each in grounds]
    problems, days = days_of(form, *_DAYS[step])
    given |= day_parts(form, *_DAYS[step])
    for name in _DAYS[step]:
        if name != "excluded_on" and name in days and days[name] is None:
            problems.append(Problem(name, "Enter the day"))
    if step == "decision" and given["outcome"] not in set(ExclusionOutcome):
        problems.append(Problem("outcome", "Choose what you decide"))
    if not problems:
        now = datetime.now(UTC)
        try:
            if step == "decision":
                decision = CaseDecision(
                    ExclusionOutcome(given["outcome"]),
                    given["reasons"],
                    days["excluded_on"],
                    grounds=grounds or None,
                    under_section_30=given["under_section_30"] == "yes",
                    confirmed=given["confirmed"] == "yes",
                )
                decide_case(session, caller, case_id, decision, now=now)
            else:
                change = _change(step, given, days, grounds)
                change_case(session, caller, case_id, change, now=now)
        except Unusable as error:
            field = error.pointer.rsplit("/", 1)[-1] or "text"
            problems = [Problem("text" if field == "answer" else field, error.detail)]
        else:
            return RedirectResponse(f"/exclusion-cases/{case_id}", status_code=303)
    return draw_step(request, session, record, step, given, problems)


def value_of(each: GroundOfPerson) -> str:
    """Return a ground of a person as the value of a box in a form."""
    return f"{each.ground or ''}|{each.person}"


def _grounds(form: FormData) -> list[GroundOfPerson]:
    """Return the grounds whose boxes were ticked."""
    grounds = []
    for value in form.getlist("grounds"):
        ground, bar, person = str(value)[:_MOST].partition("|")
        if bar and 0 < len(person.strip()) <= 200 and len(ground) <= 200:
            grounds.append(GroundOfPerson(person=person, ground=ground or None))
    return grounds


def _change(
    step: str,
    given: dict[str, str],
    days: dict[str, date | None],
    grounds: list[GroundOfPerson],
) -> CaseChange:
    """Return the change of a step; every day is there, as each was asked for."""
    known = {name: day for name, day in days.items() if day is not None}
    if step == "letter":
        put = grounds if given.get("grounds_shown") else None
        return CaseChange(
            letter=LetterSent(given["text"], given["lead"][:200], **known, grounds=put)
        )
    if step == "answer":
        return CaseChange(answer=SupplierAnswered(given["text"], **known))
    return CaseChange(**known)  # type: ignore[arg-type]  # only fields that are days
