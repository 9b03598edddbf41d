"""Errors as a caller of the API gets them: problem details (RFC 9457), one shape for all."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.errors import CandourError, NotFound, Unusable

MEDIA_TYPE = "application/problem+json"
KINDS: tuple[type[CandourError], ...] = (NotFound, Unusable)


def problem(
    request: Request, status: int, slug: str, title: str, detail: str, **more: Any
) -> JSONResponse:
    """Return one problem as the API answers it."""
    body = {
        "type": f"/problems/{slug}",
        "title": title,
        "status": int(status),
        "detail": detail,
        "instance": request.url.path,
        **more,
    }
    return JSONResponse(body, status_code=int(status), media_type=MEDIA_TYPE)


def add_problem_handlers(app: FastAPI) -> None:
    """Make every error of the application answer as a problem."""
    app.add_exception_handler(CandourError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def _ours(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, CandourError):
        raise error
    more: dict[str, Any] = {}
    if isinstance(error, Unusable) and error.pointer:
        more = {"errors": [{"pointer": error.pointer, "detail": error.detail}]}
    return problem(request, error.status, error.slug, error.title, error.detail, **more)


def _invalid(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    errors = [
        {"pointer": _pointer(each["loc"]), "detail": str(each["msg"])} for each in error.errors()
    ]
    detail = "; ".join(f"{each['pointer']}: {each['detail']}" for each in errors[:5])
    return problem(request, Unusable.status, Unusable.slug, Unusable.title, detail, errors=errors)


def _http(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    phrase = HTTPStatus(error.status_code).phrase
    slug = phrase.lower().replace(" ", "-").replace("'", "")
    answer = problem(request, error.status_code, slug, phrase, str(error.detail))
    answer.headers.update(error.headers or {})
    return answer


def _pointer(place: tuple[int | str, ...]) -> str:
    """JSON Pointer (RFC 6901) of a field in the body, or the name of a parameter."""
    start = place[1:] if place and place[0] == "body" else place
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in start)
