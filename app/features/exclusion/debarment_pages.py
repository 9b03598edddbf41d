"""The steps on the debarment list: an entry kept or taken out, and a look that found none."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.errors import NotFound, Unusable
from app.features.exclusion.case_forms import (
    YES_OR_NO,
    current_case,
    days_of,
    draw_step,
    keep_question,
)
from app.features.exclusion.case_record import question_of
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import DebarmentListEntry
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, day_parts, text_of
from scoring.exclusion.grounds import GroundKind
from scoring.exclusion.people import IdentityMatch

router = APIRouter(
    prefix="/exclusion-cases/{case_id}", dependencies=[require_scope(Scope.WRITE_CHECKS)]
)


@router.get("/debarment", response_class=HTMLResponse)
def debarment_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, case_id: UUID
) -> HTMLResponse:
    """Show the form that keeps an entry of the debarment list."""
    return draw_step(request, session, case_of(session, organisation, case_id), "debarment")


@router.post("/debarment")
def add_entry(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Keep an entry of the debarment list that may be about a person of the case."""
    record = current_case(session, caller, case_id, form)
    question = question_of(record)
    given = {name: text_of(form, name, most=200) for name in ("person", "kind", "identity")}
    given["describes_contract"] = text_of(form, "describes_contract", most=10)
    describes = YES_OR_NO.get(given["describes_contract"])
    given |= day_parts(form, "as_at")
    problems, days = days_of(form, "as_at")
    if days.get("as_at") is None and not problems:
        problems.append(Problem("as_at", "Enter the day on which you read the list"))
    if given["person"] not in {each.name for each in question.persons}:
        problems.append(Problem("person", "Choose the person or company"))
    if given["identity"] not in set(IdentityMatch):
        problems.append(Problem("identity", "Say how sure it is that the entry is about it"))
    if describes is not None and given["kind"] != GroundKind.MANDATORY:
        words = "Only an entry on a mandatory ground describes contracts"
        problems.append(Problem("describes_contract", words))
    day = days.get("as_at")
    if problems or day is None:
        return draw_step(request, session, record, "debarment", given, problems)
    entry = DebarmentListEntry(
        person=given["person"],
        kind=GroundKind(given["kind"]) if given["kind"] in set(GroundKind) else None,
        identity=IdentityMatch(given["identity"]),
        as_at=day,
        describes_contract=describes,
    )
    question.debarment.append(entry)
    for each in question.persons:
        if each.name == entry.person:
            each.list_read_on = None
    try:
        keep_question(session, caller, case_id, question)
    except Unusable as error:
        problems = [Problem("as_at", error.detail)]
        return draw_step(request, session, record, "debarment", given, problems)
    return RedirectResponse(f"/exclusion-cases/{case_id}", status_code=303)


@router.post("/debarment/{place}/remove")
def remove_entry(
    session: SessionDep, caller: CallerDep, case_id: UUID, place: int, form: FormDep
) -> Response:
    """Take out an entry that was kept wrongly; the timeline shows it."""
    record = current_case(session, caller, case_id, form)
    question = question_of(record)
    if not 0 <= place < len(question.debarment):
        raise NotFound("There is no such entry in this case.")
    question.debarment.pop(place)
    keep_question(session, caller, case_id, question)
    return RedirectResponse(f"/exclusion-cases/{case_id}#debarment", status_code=303)


@router.get("/list-read", response_class=HTMLResponse)
def list_read_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, case_id: UUID
) -> HTMLResponse:
    """Show the form that keeps a look at the debarment list that found nothing."""
    return draw_step(request, session, case_of(session, organisation, case_id), "list_read")


@router.post("/list-read")
def keep_list_read(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Keep the day on which the list was read and held no entry of the persons ticked."""
    record = current_case(session, caller, case_id, form)
    question = question_of(record)
    places = {str(each) for each in form.getlist("persons")}
    given = day_parts(form, "read_on")
    problems, days = days_of(form, "read_on")
    read_on = days.get("read_on")
    if read_on is None and not problems:
        problems.append(Problem("read_on", "Enter the day on which you read the list"))
    read = [each for place, each in enumerate(question.persons) if str(place) in places]
    if not read:
        problems.append(Problem("persons", "Choose for whom you found no entry"))
    for each in read:
        each.list_read_on = read_on
    if not problems:
        try:
            keep_question(session, caller, case_id, question)
        except Unusable as error:
            problems = [Problem("read_on", error.detail)]
        else:
            return RedirectResponse(f"/exclusion-cases/{case_id}#debarment", status_code=303)
    shown = {**given, "persons": sorted(places)}
    return draw_step(request, session, record, "list_read", shown, problems)
