"""The steps that keep the answers on each ground, with the details of a yes; without scripts."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session
from starlette.datastructures import FormData

from app.dates import LONDON
from app.errors import NotFound
from app.features.exclusion.case_forms import (
    YES_OR_NO,
    current_case,
    days_of,
    draw_step,
    keep_question,
    person_at,
)
from app.features.exclusion.case_record import question_of
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import (
    ExclusionDeclaration,
    ExclusionPerson,
    ExclusionQuestion,
    SelfCleaningEvidence,
)
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from models import ExclusionCaseRecord
from scoring.exclusion.grounds import GROUNDS, Ground, GroundKind, LookBack, grounds_in_force
from scoring.exclusion.people import IdentityMatch
from scoring.exclusion.self_cleaning import SelfCleaningFactor
from scoring.facts import AnswerValue

router = APIRouter(
    prefix="/exclusion-cases/{case_id}", dependencies=[require_scope(Scope.WRITE_CHECKS)]
)


@router.get("/persons/{place}", response_class=HTMLResponse)
def answers_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, case_id: UUID, place: int
) -> HTMLResponse:
    """Show every ground with the answer on one person."""
    record = case_of(session, organisation, case_id)
    question = question_of(record)
    person = person_at(question, place)
    answers = {e.ground: e.value.value for e in question.declarations if e.person == person.name}
    today = datetime.now(LONDON).date()
    kinds = [
        (kind, [each for each in grounds_in_force(today) if each.kind is kind])
        for kind in GroundKind
    ]
    return draw_step(
        request, session, record, "answers", answers, [], place=place, person=person, kinds=kinds
    )


@router.post("/persons/{place}")
def keep_answers(
    session: SessionDep, caller: CallerDep, case_id: UUID, place: int, form: FormDep
) -> Response:
    """Keep the answer on each ground; a yes goes on to its details."""
    record = current_case(session, caller, case_id, form)
    question = question_of(record)
    person = person_at(question, place)
    before = {each.ground: each for each in question.declarations if each.person == person.name}
    answers = []
    for each in grounds_in_force(datetime.now(LONDON).date()):
        value = text_of(form, each.id, most=20)
        old = before.get(each.id)
        if value in set(AnswerValue):
            same = old is not None and old.value is AnswerValue(value)
            answers.append(old if same and old else _answer(person, each, AnswerValue(value)))
        elif old is not None:
            answers.append(old)
    others = [each for each in question.declarations if each.person != person.name]
    question.declarations = [*others, *answers]
    keep_question(session, caller, case_id, question)
    open_ones = [each for each in answers if each.value in _NAMED and each.event is None]
    address = _person_address(case_id, place)
    to = f"{address}/{open_ones[0].ground}" if open_ones else f"/exclusion-cases/{case_id}"
    return RedirectResponse(to, status_code=303)


@router.get("/persons/{place}/{ground_id}", response_class=HTMLResponse)
def ground_page(
    request: Request,
    session: SessionDep,
    organisation: OrganisationDep,
    case_id: UUID,
    place: int,
    ground_id: str,
) -> HTMLResponse:
    """Show the details of a yes: the day, the record, whom it is about, self-cleaning."""
    record = case_of(session, organisation, case_id)
    person = person_at(question_of(record), place)
    declaration = _declaration(question_of(record), person, ground_id)
    return _draw_ground(request, session, record, place, declaration, _given(declaration), [])


@router.post("/persons/{place}/{ground_id}")
def keep_ground(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    case_id: UUID,
    place: int,
    ground_id: str,
    form: FormDep,
) -> Response:
    """Keep the details of a yes."""
    record = current_case(session, caller, case_id, form)
    question = question_of(record)
    declaration = _declaration(question, person_at(question, place), ground_id)
    given = {name: str(form[name])[:5_000] for name in form if isinstance(form[name], str)}
    problems, days = days_of(form, "event", "aware", "last_occurred")
    identity = text_of(form, "identity", most=20)
    if identity not in set(IdentityMatch):
        problems.append(Problem("identity", "Say how sure it is that the record is about it"))
    if problems:
        return _draw_ground(request, session, record, place, declaration, given, problems)
    changed = declaration.model_copy(
        update={
            "event": days["event"],
            "aware": days["aware"],
            "related": text_of(form, "related", most=40),
            "identity": IdentityMatch(identity),
            "spent": YES_OR_NO.get(text_of(form, "spent", most=10)),
            "evidence": text_of(form, "evidence", most=2_000),
            "self_cleaning": _self_cleaning(form, days["last_occurred"]),
        }
    )
    question.declarations = [
        changed if each is declaration else each for each in question.declarations
    ]
    keep_question(session, caller, case_id, question)
    return RedirectResponse(f"/exclusion-cases/{case_id}", status_code=303)


_NAMED = (AnswerValue.YES, AnswerValue.PARTLY)


def _person_address(case_id: UUID, place: int) -> str:
    return f"/exclusion-cases/{case_id}/persons/{place}"


def _answer(person: ExclusionPerson, ground: Ground, value: AnswerValue) -> ExclusionDeclaration:
    """A new answer; a yes is of the name only until its details say whom it is about."""
    named = value in _NAMED
    return ExclusionDeclaration(
        person=person.name,
        ground=ground.id,
        value=value,
        identity=IdentityMatch.NAME_ONLY if named else IdentityMatch.CONFIRMED,
    )


def _declaration(
    question: ExclusionQuestion, person: ExclusionPerson, ground_id: str
) -> ExclusionDeclaration:
    for each in question.declarations:
        if (each.person, each.ground) == (person.name, ground_id):
            return each
    raise NotFound("This was not answered yet.")


def _self_cleaning(form: FormData, last_occurred: date | None) -> list[SelfCleaningEvidence]:
    shown = []
    for factor in SelfCleaningFactor:
        value = text_of(form, f"shown-{factor}", most=20)
        last = last_occurred if factor is SelfCleaningFactor.TIME_ELAPSED else None
        if value in set(AnswerValue) or last is not None:
            shown.append(
                SelfCleaningEvidence(
                    factor=factor,
                    shown=AnswerValue(value) if value in set(AnswerValue) else AnswerValue.YES,
                    evidence=text_of(form, f"evidence-{factor}", most=2_000),
                    last_occurred=last,
                )
            )
    return shown


def _given(declaration: ExclusionDeclaration) -> dict[str, str]:
    """What was answered before, by the names of the form's fields."""
    given = {"evidence": declaration.evidence, "related": declaration.related}
    given["identity"] = declaration.identity.value
    given["spent"] = {True: "yes", False: "no", None: ""}[declaration.spent]
    days = {"event": declaration.event, "aware": declaration.aware}
    for each in declaration.self_cleaning:
        given[f"shown-{each.factor}"] = each.shown.value
        given[f"evidence-{each.factor}"] = each.evidence
        if each.last_occurred:
            days["last_occurred"] = each.last_occurred
    for name, day in days.items():
        if day is not None:
            given |= {f"{name}-day": str(day.day), f"{name}-month": str(day.month)}
            given[f"{name}-year"] = str(day.year)
    return given


def _draw_ground(
    request: Request,
    session: Session,
    record: ExclusionCaseRecord,
    place: int,
    declaration: ExclusionDeclaration,
    given: dict[str, str],
    problems: list[Problem],
) -> HTMLResponse:
    ground = next(each for each in GROUNDS if each.id == declaration.ground)
    related = [
        each
        for each in GROUNDS
        if each.schedule == ground.schedule and each.look_back is not LookBack.AS_RELATED
    ]
    person = person_at(question_of(record), place)
    return draw_step(
        request, session, record, "ground", given, problems,
        place=place, person=person, ground=ground, related=related,
    )  # fmt: skip
