"""The steps that say who is asked about in an exclusion case, and who is on the debarment list."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.errors import Unusable
from app.features.exclusion.case_forms import (
    YES_OR_NO,
    current_case,
    days_of,
    draw_step,
    keep_question,
    person_at,
)
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import DebarmentListEntry, ExclusionPerson
from app.features.exclusion.service import question_of
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from scoring.exclusion.grounds import GroundKind
from scoring.exclusion.people import Connection, IdentityMatch, Party

router = APIRouter(
    prefix="/exclusion-cases/{case_id}", dependencies=[require_scope(Scope.WRITE_CHECKS)]
)

_TESTS = ("test-0", "test-1", "test-2", "test-3")


@router.get("/persons", response_class=HTMLResponse)
def persons_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, case_id: UUID
) -> HTMLResponse:
    """Show the form that adds a person or company to ask about."""
    return draw_step(request, session, case_of(session, organisation, case_id), "person")


@router.post("/persons")
def add_person(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Add a person or company to ask about."""
    record = current_case(session, caller, case_id, form)
    given = {name: text_of(form, name, most=200) for name in ("name", "party", "connection")}
    given |= {name: text_of(form, name, most=10) for name in ("individual", *_TESTS)}
    problems = [] if given["name"] else [Problem("name", "Give the name")]
    for field, words in (("party", set(Party)), ("connection", set(Connection))):
        if given[field] not in words:
            problems.append(Problem(field, "Choose one"))
    if problems:
        return draw_step(request, session, record, "person", given, problems)
    person = ExclusionPerson(
        name=given["name"],
        party=Party(given["party"]),
        connection=Connection(given["connection"]),
        predecessor_tests=[YES_OR_NO.get(given[each]) for each in _TESTS],
        individual=given["individual"] == "yes",
    )
    question = question_of(record)
    question.persons.append(person)
    try:
        keep_question(session, caller, case_id, question)
    except Unusable as error:
        problems = [Problem("name", error.detail)]
        return draw_step(request, session, record, "person", given, problems)
    return RedirectResponse(
        f"/exclusion-cases/{case_id}/persons/{len(question.persons) - 1}", status_code=303
    )


@router.post("/persons/{place}/remove")
def remove_person(
    session: SessionDep, caller: CallerDep, case_id: UUID, place: int, form: FormDep
) -> Response:
    """Take a person out of a case, with its answers; the supplier itself stays."""
    record = current_case(session, caller, case_id, form)
    question = question_of(record)
    if place == 0:
        raise Unusable("The supplier itself stays in the case.")
    name = person_at(question, place).name
    question.persons.pop(place)
    question.declarations = [each for each in question.declarations if each.person != name]
    question.debarment = [each for each in question.debarment if each.person != name]
    keep_question(session, caller, case_id, question)
    return RedirectResponse(f"/exclusion-cases/{case_id}", status_code=303)


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
    given |= {f"as_at-{part}": text_of(form, f"as_at-{part}") for part in ("day", "month", "year")}
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
    keep_question(session, caller, case_id, question)
    return RedirectResponse(f"/exclusion-cases/{case_id}", status_code=303)
