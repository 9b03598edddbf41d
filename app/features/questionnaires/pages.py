"""Pages of the questionnaire for whoever holds its link: a task list, then one thing a page."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.dates import LONDON
from app.errors import NotFound, Unusable
from app.features.imports.jobs import enqueue_assessment
from app.features.questionnaires.attachments import attach, by_question, take_back
from app.features.questionnaires.service import (
    by_secret,
    questions_of,
    return_answers,
    save_answer,
    save_circumstance,
)
from app.http.dependencies import InstallationDep, SessionDep
from app.security.organisations import named
from app.web.forms import FormDep, Problem, files_of, text_of
from app.web.templating import page
from models import Organisation, Questionnaire, Supplier
from scoring.facts import AnswerValue
from scoring.questionnaires.questionnaire import Screening, screened, sections
from scoring.questionnaires.questions import Question

router = APIRouter(prefix="/answers/{secret}")


def opened(session: SessionDep, secret: str) -> Questionnaire:
    """Return the questionnaire that the link opens."""
    return by_secret(session, secret, today=datetime.now(LONDON).date())


QuestionnaireDep = Annotated[Questionnaire, Depends(opened)]


@router.get("", response_class=HTMLResponse)
def tasks_page(
    request: Request, session: SessionDep, questionnaire: QuestionnaireDep, secret: str
) -> HTMLResponse:
    """Show the tasks, how far each is, and where to go on."""
    supplier = session.get_one(Supplier, questionnaire.supplier_id)
    tasks = [
        (
            heading,
            f"{_at(secret)}/questions/{_first_open(questionnaire, questions)}",
            *_far(questionnaire, questions),
        )
        for _, heading, questions in sections(questions_of(questionnaire))
    ]
    about = sum(each.circumstance in questionnaire.circumstances for each in screened())
    return page(
        request,
        "questionnaires/tasks.html",
        questionnaire=questionnaire,
        secret=secret,
        supplier=supplier.name,
        council=named(session.get_one(Organisation, questionnaire.organisation_id)),
        tasks=[("About the work", f"{_at(secret)}/about/0", about, len(screened())), *tasks],
        complete=about == len(screened()) and all(done == of for _, _, done, of in tasks),
    )


@router.get("/about/{place}", response_class=HTMLResponse)
def about_page(
    request: Request, questionnaire: QuestionnaireDep, secret: str, place: int
) -> Response:
    """Ask one thing about the work."""
    if questionnaire.returned_at:
        return _to(_at(secret))
    return _draw_about(request, questionnaire, secret, place, [])


@router.post("/about/{place}")
def say_about(
    request: Request,
    session: SessionDep,
    questionnaire: QuestionnaireDep,
    secret: str,
    place: int,
    form: FormDep,
) -> Response:
    """Keep what was said of the work and go on to the next thing."""
    screening = _screening(place)
    value = text_of(form, "value")
    if value not in ("yes", "no", "not_known"):
        problems = [Problem("value", "Choose yes, no or not known")]
        return _draw_about(request, questionnaire, secret, place, problems)
    save_circumstance(session, questionnaire, screening.circumstance, AnswerValue(value))
    more = place + 1 < len(screened())
    return _to(f"{_at(secret)}/about/{place + 1}" if more else _at(secret))


@router.get("/questions/{question_id}", response_class=HTMLResponse)
def question_page(
    request: Request,
    session: SessionDep,
    questionnaire: QuestionnaireDep,
    secret: str,
    question_id: str,
) -> Response:
    """Ask one question."""
    if questionnaire.returned_at:
        return _to(_at(secret))
    return _draw_question(
        request, session, questionnaire, secret, question_id, questionnaire.answers, []
    )


@router.post("/questions/{question_id}")
def answer_question(
    request: Request,
    session: SessionDep,
    home: InstallationDep,
    questionnaire: QuestionnaireDep,
    secret: str,
    question_id: str,
    form: FormDep,
) -> Response:
    """Keep an answer with its evidence and go on to the next question, or back to the tasks.

    Evidence is kept even where the answer has to be given again: nobody has to send it twice.
    """
    _question(questionnaire, question_id)
    value, text = text_of(form, "value"), text_of(form, "text", most=2_000)
    problems = []
    if value in set(AnswerValue):
        save_answer(session, questionnaire, question_id, AnswerValue(value), text)
    else:
        problems.append(Problem("value", "Choose an answer; “Not known” is one"))
    for each in files_of(form, "evidence"):
        try:
            attach(session, home.archive, questionnaire, question_id, each, now=datetime.now(UTC))
        except Unusable as error:
            problems.append(Problem("evidence", error.detail))
    if problems:
        given = {question_id: {"value": value, "text": text}}
        return _draw_question(
            request, session, questionnaire, secret, question_id, given, problems
        )
    if text_of(form, "stay"):
        return _to(f"{_at(secret)}/questions/{question_id}#attached")
    following = _next_in_task(questionnaire, question_id)
    return _to(f"{_at(secret)}/questions/{following}" if following else _at(secret))


@router.post("/questions/{question_id}/evidence/{attachment_id}/remove")
def remove_evidence(
    session: SessionDep,
    questionnaire: QuestionnaireDep,
    secret: str,
    question_id: str,
    attachment_id: UUID,
) -> RedirectResponse:
    """Take a piece of evidence away again."""
    take_back(session, questionnaire, attachment_id)
    return _to(f"{_at(secret)}/questions/{question_id}")


@router.get("/send", response_class=HTMLResponse)
def check_page(
    request: Request, session: SessionDep, questionnaire: QuestionnaireDep, secret: str
) -> HTMLResponse:
    """Show every answer before they are sent."""
    return _draw_check(request, session, questionnaire, secret, [], "")


@router.post("/send")
def send(request: Request, home: InstallationDep, secret: str, form: FormDep) -> Response:
    """Send the answers to the council, and have the supplier judged again by them."""
    now, by = datetime.now(UTC), text_of(form, "name", most=100)
    with home.database.session() as session:
        questionnaire = by_secret(session, secret, today=now.astimezone(LONDON).date())
        if not by:
            problems = [Problem("name", "Enter your name")]
            return _draw_check(request, session, questionnaire, secret, problems, by)
        return_answers(session, questionnaire, by=by, now=now)
    enqueue_assessment(
        home,
        questionnaire.organisation_id,
        at=now.astimezone(LONDON).date(),
        suppliers=[questionnaire.supplier_id],
    )
    return _to(_at(secret))


def _draw_about(
    request: Request,
    questionnaire: Questionnaire,
    secret: str,
    place: int,
    problems: list[Problem],
) -> HTMLResponse:
    return page(
        request,
        "questionnaires/about.html",
        status=422 if problems else 200,
        screening=_screening(place),
        secret=secret,
        value=questionnaire.circumstances.get(_screening(place).circumstance, ""),
        problems=problems,
    )


def _draw_question(
    request: Request,
    session: Session,
    questionnaire: Questionnaire,
    secret: str,
    id: str,
    answers: Mapping[str, Mapping[str, str]],
    problems: list[Problem],
) -> HTMLResponse:
    given = answers.get(id, {})
    return page(
        request,
        "questionnaires/question.html",
        status=422 if problems else 200,
        question=_question(questionnaire, id),
        secret=secret,
        value=given.get("value", ""),
        text=given.get("text", ""),
        evidence=by_question(session, questionnaire.id).get(id, ()),
        problems=problems,
    )


def _draw_check(
    request: Request,
    session: Session,
    questionnaire: Questionnaire,
    secret: str,
    problems: list[Problem],
    name: str,
) -> HTMLResponse:
    return page(
        request,
        "questionnaires/send.html",
        status=422 if problems else 200,
        questionnaire=questionnaire,
        secret=secret,
        sections=sections(questions_of(questionnaire)),
        evidence=by_question(session, questionnaire.id),
        problems=problems,
        name=name,
    )


def _screening(place: int) -> Screening:
    if not 0 <= place < len(screened()):
        raise NotFound("There is no such question.")
    return screened()[place]


def _question(questionnaire: Questionnaire, id: str) -> Question:
    for each in questions_of(questionnaire):
        if each.id == id:
            return each
    raise NotFound("This question is not asked here.")


def _far(questionnaire: Questionnaire, questions: tuple[Question, ...]) -> tuple[int, int]:
    return sum(each.id in questionnaire.answers for each in questions), len(questions)


def _first_open(questionnaire: Questionnaire, questions: tuple[Question, ...]) -> str:
    return next(
        (each.id for each in questions if each.id not in questionnaire.answers), questions[0].id
    )


def _next_in_task(questionnaire: Questionnaire, id: str) -> str | None:
    """The next question of the same task that is not answered."""
    for _, _, questions in sections(questions_of(questionnaire)):
        ids = [each.id for each in questions]
        if id in ids:
            after = ids[ids.index(id) + 1 :]
            return next((each for each in after if each not in questionnaire.answers), None)
    return None


def _at(secret: str) -> str:
    return f"/answers/{secret}"


def _to(address: str) -> RedirectResponse:
    return RedirectResponse(address, status_code=303)
