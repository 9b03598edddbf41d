"""Pages for what goes wrong: a reader of pages gets a page, a caller of the API gets a problem."""

from collections.abc import Callable
from http import HTTPStatus
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.errors import CandourError, NotFound
from app.problem_details import is_page
from app.web.templating import page

_ERROR_TITLES = {
    HTTPStatus.NOT_FOUND: "There is no such page",
    HTTPStatus.FORBIDDEN: "You may not see this page",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "What was sent is too large",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on our side",
}

_LINKS = ("/answers/", "/check-your-statement/")
"""Where people come by a link that they were sent: to them it is a link, and no page."""


def add_page_handlers(app: FastAPI) -> None:
    """Let pages answer errors as pages; call it after the API's own handlers were added."""
    for kind in (CandourError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _page_or(cast(Handler, app.exception_handlers[kind])))


Handler = Callable[[Request, Exception], Response]


def _page_or(problem: Handler) -> Handler:
    def answer(request: Request, error: Exception) -> Response:
        as_problem = problem(request, error)
        status = as_problem.status_code
        if status < HTTPStatus.BAD_REQUEST or not _accepts_html(request):
            return as_problem
        title = _ERROR_TITLES.get(HTTPStatus(status), "This cannot be done")
        if isinstance(error, NotFound) and request.url.path.startswith(_LINKS):
            title = "This link does not work"
        detail = _detail(error)
        drawn = page(request, "error.html", status=status, title=title, detail=detail)
        for name, value in as_problem.headers.items():
            if name.lower() not in ("content-type", "content-length"):
                drawn.headers[name] = value
        return drawn

    return answer


def _detail(error: Exception) -> str:
    """What went wrong, in words: of a field that cannot be used, which one and why."""
    if isinstance(error, CandourError):
        return error.detail
    if isinstance(error, RequestValidationError):
        wrong = [f"{each['loc'][-1]}: {each['msg']}" for each in error.errors() if each["loc"]]
        return " ".join(each.removesuffix(".") + "." for each in wrong[:5])
    return "" if isinstance(error, HTTPException) else CandourError.advice


def _accepts_html(request: Request) -> bool:
    """Whether a browser asks for a page; a script that asks for data names no page."""
    return is_page(request.url.path) and "text/html" in request.headers.get("accept", "")
