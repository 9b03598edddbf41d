"""Pages of exclusion cases: the list, a new one, one with what may follow, and its PDF."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.dates import LONDON
from app.features.exclusion.case_record import judged
from app.features.exclusion.cases_schemas import StoredExclusionCase
from app.features.exclusion.queries import case_of, cases_of
from app.features.exclusion.serializer import serialize_case, serialize_case_summary
from app.features.exclusion.service import CaseChange, change_case, open_case
from app.features.suppliers.queries import supplier_of
from app.features.suppliers.supplier_list import names
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from app.web.printing import print_page
from app.web.templating import draw, page
from models import ExclusionCaseRecord, Supplier
from scoring.exclusion.grounds import GROUNDS
from scoring.exclusion.letters import is_put
from scoring.exclusion.next_steps import NO_ANSWER
from scoring.exclusion.procurements import OTHER_LAW, PROCUREMENTS, ProcurementKind
from scoring.exclusion.self_cleaning import FACTORS
from scoring.facts import AnswerValue

router = APIRouter(dependencies=[require_scope(Scope.WRITE_CHECKS)])

SHOWN = 200
"""Cases that a page names, newest first."""


@router.get("/exclusion-cases", response_class=HTMLResponse)
def cases_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    supplier: UUID | None = None,
) -> HTMLResponse:
    """Show the cases, newest first, with what is overdue."""
    records = cases_of(session, organisation, limit=SHOWN, supplier=supplier)
    today = datetime.now(LONDON).date()
    return page(
        request,
        "exclusion/cases.html",
        cases=[serialize_case_summary(each, today) for each in records],
        names=names(session, organisation, [each.supplier_id for each in records]),
        supplier=supplier_of(session, organisation, supplier) if supplier else None,
        limited=len(records) == SHOWN,
    )


@router.get("/suppliers/{supplier_id}/exclusion-case", response_class=HTMLResponse)
def new_case_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show the form that opens a case."""
    return _draw_new(request, supplier_of(session, organisation, supplier_id), {}, [])


@router.post("/suppliers/{supplier_id}/exclusion-case")
def create_case(
    request: Request, session: SessionDep, caller: CallerDep, supplier_id: UUID, form: FormDep
) -> Response:
    """Open a case and go to it."""
    given = {
        "title": text_of(form, "title", most=200),
        "procurement": text_of(form, "procurement", most=40),
    }
    problems = []
    if not given["title"]:
        problems.append(Problem("title", "Say what the procurement is for"))
    if given["procurement"] not in set(ProcurementKind):
        problems.append(Problem("procurement", "Choose the kind of procurement"))
    if problems:
        supplier = supplier_of(session, caller.organisation, supplier_id)
        return _draw_new(request, supplier, given, problems)
    record = open_case(
        session,
        caller,
        supplier_id,
        title=given["title"],
        procurement=ProcurementKind(given["procurement"]),
        now=datetime.now(UTC),
    )
    return RedirectResponse(f"/exclusion-cases/{record.id}", status_code=303)


@router.get("/exclusion-cases/{case_id}", response_class=HTMLResponse)
def case_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, case_id: UUID
) -> HTMLResponse:
    """Show a case: what may follow, who was asked about, each step, and what happened when."""
    record = case_of(session, organisation, case_id)
    return page(request, "exclusion/case.html", **values_of(session, record), problems=[])


@router.post("/exclusion-cases/{case_id}/notes")
def add_note(
    request: Request, session: SessionDep, caller: CallerDep, case_id: UUID, form: FormDep
) -> Response:
    """Keep a note in the timeline."""
    note = text_of(form, "note", most=5_000)
    if not note:
        record = case_of(session, caller.organisation, case_id)
        problems = [Problem("note", "Write the note")]
        values = values_of(session, record)
        return page(request, "exclusion/case.html", status=422, **values, problems=problems)
    change_case(session, caller, case_id, CaseChange(note=note), now=datetime.now(UTC))
    return RedirectResponse(f"/exclusion-cases/{case_id}#timeline", status_code=303)


@router.get("/exclusion-cases/{case_id}/pdf")
def case_pdf(session: SessionDep, organisation: OrganisationDep, case_id: UUID) -> Response:
    """Give a case as a tagged PDF.

    Raises:
        NotFound: There is no such case.
    """
    record = case_of(session, organisation, case_id)
    data = print_page(draw("exclusion/printed_case.html", **values_of(session, record)))
    named = f'attachment; filename="exclusion-case-{case_id}.pdf"'
    return Response(data, media_type="application/pdf", headers={"Content-Disposition": named})


def values_of(session: Session, record: ExclusionCaseRecord) -> dict[str, Any]:
    """Return what the templates of a case draw."""
    supplier = supplier_of(session, record.organisation_id, record.supplier_id)
    case = serialize_case(record, supplier.name, datetime.now(LONDON).date())
    return {
        "case": case,
        "version": record.version,
        "supplier": supplier,
        "grounds": {each.id: each for each in GROUNDS},
        "factors": {key.value: words for key, words in FACTORS.items()},
        "people": _people(case),
        "grounds_put": _boxes(record, case, put=True),
        "grounds_applying": _boxes(record, case, put=False),
        "no_answer": NO_ANSWER,
        "other_law": OTHER_LAW,
    }


def _boxes(record: ExclusionCaseRecord, case: StoredExclusionCase, *, put: bool) -> list[Any]:
    """What a letter can put, or a decision rest on: each as a value and words for its box."""
    boxes: dict[str, str] = {}
    for each in judged(record, case.at).judgements:
        if is_put(each) if put else each.path.may_apply:
            about = each.ground.citation if each.ground else "the debarment list"
            value = f"{each.ground.id if each.ground else ''}|{each.person.name}"
            boxes[value] = f"{each.person.name}: {about}"
    return [{"value": value, "text": words} for value, words in boxes.items()]


def _people(case: StoredExclusionCase) -> list[dict[str, Any]]:
    """Each person with its answers and how many grounds were not answered."""
    left = {each.person: len(each.grounds) for each in case.unanswered}
    for each in case.declarations:
        if each.value is AnswerValue.NOT_KNOWN:
            left[each.person] = left.get(each.person, 0) + 1
    return [
        {
            "person": person,
            "answers": [each for each in case.declarations if each.person == person.name],
            "left": left.get(person.name, 0),
        }
        for person in case.persons
    ]


def _draw_new(
    request: Request, supplier: Supplier, given: dict[str, str], problems: list[Problem]
) -> HTMLResponse:
    return page(
        request,
        "exclusion/new_case.html",
        status=422 if problems else 200,
        supplier=supplier,
        kinds=PROCUREMENTS,
        other_law=OTHER_LAW,
        given=given,
        problems=problems,
    )
