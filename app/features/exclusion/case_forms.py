"""What the steps of an exclusion case share: the version, the change, the person, the page."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.responses import HTMLResponse
from pydantic import ValidationError
from sqlmodel import Session
from starlette.datastructures import FormData

from app.errors import Changed, NotFound, Unusable
from app.features.exclusion.case_pages import values_of
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import ExclusionPerson, ExclusionQuestion
from app.features.exclusion.service import CaseChange, change_case
from app.security.principal import Principal
from app.web.forms import Problem, day_of, text_of
from app.web.templating import page
from models import ExclusionCaseRecord
from scoring.exclusion.people import CONNECTIONS, PREDECESSOR_TESTS, Connection

YES_OR_NO = {"yes": True, "no": False}

_CONNECTIONS = {
    Connection.ITSELF: "the company or person itself",
    **CONNECTIONS,
    Connection.DIRECTOR_OF_SUBSIDIARY: "a director of a subsidiary",
    Connection.UNCLEAR: "not known yet",
    Connection.NONE: "not connected",
}


def current_case(
    session: Session, caller: Principal, case_id: UUID, form: FormData
) -> ExclusionCaseRecord:
    """Return the case for which a form was drawn.

    Raises:
        NotFound: There is no such case.
        Changed: Someone changed it since the form was drawn.
    """
    record = case_of(session, caller.organisation, case_id)
    if text_of(form, "version", most=20) != str(record.version):
        raise Changed(
            "Someone changed this case since you opened the page. Go back, load it again and "
            "make your change."
        )
    return record


def keep_question(
    session: Session, caller: Principal, id: UUID, question: ExclusionQuestion
) -> None:
    """Keep a changed question; it is read anew, so that it holds nothing that REST refuses.

    Raises:
        Unusable: It does not fit.
    """
    try:
        checked = ExclusionQuestion.model_validate(question.model_dump())
    except ValidationError as error:
        raise Unusable(str(error.errors()[0]["msg"])) from error
    change_case(session, caller, id, CaseChange(question=checked), now=datetime.now(UTC))


def person_at(question: ExclusionQuestion, place: int) -> ExclusionPerson:
    """Return a person of a case by its place.

    Raises:
        NotFound: There is none.
    """
    if not 0 <= place < len(question.persons):
        raise NotFound("There is no such person in this case.")
    return question.persons[place]


def days_of(form: FormData, *names: str) -> tuple[list[Problem], dict[str, date | None]]:
    """Return the problems and the days of fields in three parts; None where one is empty."""
    problems, days = [], {}
    for name in names:
        try:
            days[name] = day_of(form, name)
        except ValueError:
            problems.append(Problem(name, "Enter a real day, such as 27 3 2026"))
    return problems, days


def draw_step(
    request: Request,
    session: Session,
    record: ExclusionCaseRecord,
    step: str,
    given: Mapping[str, Any] | None = None,
    problems: list[Problem] | None = None,
    **more: Any,
) -> HTMLResponse:
    """Return the page of one step of a case."""
    return page(
        request,
        f"exclusion/{step}.html",
        status=422 if problems else 200,
        given=given or {},
        problems=problems or [],
        connections=_CONNECTIONS,
        tests=PREDECESSOR_TESTS,
        **values_of(session, record),
        **more,
    )
