"""The steps that say who is asked about in an exclusion case."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from app.errors import Unusable
from app.features.exclusion.case_forms import (
    YES_OR_NO,
    current_case,
    draw_step,
    keep_question,
    person_at,
)
from app.features.exclusion.case_record import question_of
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import ExclusionPerson
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from scoring.exclusion.people import Connection, Party

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
    given = _given(form)
    problems = _problems(given)
    if problems:
        return draw_step(request, session, record, "person", given, problems)
    person = _person(given)
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


@router.get("/persons/{place}/details", response_class=HTMLResponse)
def details_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, case_id: UUID, place: int
) -> HTMLResponse:
    """Show the form that corrects what a person is, with what is kept."""
    record = case_of(session, organisation, case_id)
    person = person_at(question_of(record), place)
    given = {
        "name": person.name,
        "party": person.party.value,
        "connection": person.connection.value,
        "individual": "yes" if person.individual else "no",
    }
    tests = {True: "yes", False: "no", None: "not_known"}
    for name, holds in zip(_TESTS, person.predecessor_tests, strict=True):
        given[name] = tests[holds]
    return draw_step(request, session, record, "person", given, place=place)


@router.post("/persons/{place}/details")
def keep_details(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    case_id: UUID,
    place: int,
    form: FormDep,
) -> Response:
    """Correct what a person is; its name, its answers and its entries stay."""
    record = current_case(session, caller, case_id, form)
    question = question_of(record)
    before = person_at(question, place)
    given = {**_given(form), "name": before.name}
    if place == 0:
        given |= {"party": before.party.value, "connection": before.connection.value}
    problems = _problems(given)
    if problems:
        return draw_step(request, session, record, "person", given, problems, place=place)
    question.persons[place] = _person(given).model_copy(
        update={"list_read_on": before.list_read_on}
    )
    keep_question(session, caller, case_id, question)
    return RedirectResponse(f"/exclusion-cases/{case_id}", status_code=303)


def _given(form: FormData) -> dict[str, str]:
    given = {name: text_of(form, name, most=200) for name in ("name", "party", "connection")}
    return given | {name: text_of(form, name, most=10) for name in ("individual", *_TESTS)}


def _problems(given: dict[str, str]) -> list[Problem]:
    problems = [] if given["name"] else [Problem("name", "Give the name")]
    for field, words in (("party", set(Party)), ("connection", set(Connection))):
        if given[field] not in words:
            problems.append(Problem(field, "Choose one"))
    return problems


def _person(given: dict[str, str]) -> ExclusionPerson:
    return ExclusionPerson(
        name=given["name"],
        party=Party(given["party"]),
        connection=Connection(given["connection"]),
        predecessor_tests=[YES_OR_NO.get(given[each]) for each in _TESTS],
        individual=given["individual"] == "yes",
    )
