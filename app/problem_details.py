"""Errors as a caller of the API gets them: problem details (RFC 9457), one shape for all."""

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from app.errors import KINDS, CandourError, KeyReused, NotSignedIn, Unusable, problem_body

MEDIA_TYPE = "application/problem+json"
_HTTP_KINDS = {
    HTTPStatus.BAD_REQUEST: "The request could not be read; check its form.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address knows other methods; Allow lists them.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "Send JSON with Content-Type: application/json.",
    HTTPStatus.INTERNAL_SERVER_ERROR: CandourError.advice,
}
_log = structlog.get_logger()


def slug_of(status: int) -> str:
    """Return the name of a kind of problem that only HTTP has a word for."""
    return HTTPStatus(status).phrase.lower().replace(" ", "-").replace("'", "")


def explanations() -> dict[str, dict[str, Any]]:
    """Return what each kind of problem means and what to do about it, by its slug."""
    ours = {
        kind.slug: {
            "title": kind.title,
            "status": int(kind.status),
            "meaning": " ".join((kind.__doc__ or "").split("`")[0].split(";")[0].split()),
            "advice": kind.advice,
        }
        for kind in KINDS
    }
    https = {
        slug_of(status): {
            "title": status.phrase,
            "status": int(status),
            "meaning": status.description or status.phrase,
            "advice": advice,
        }
        for status, advice in _HTTP_KINDS.items()
    }
    return {**https, **ours}


def problem(
    path: str, status: int, slug: str, title: str, detail: str, **more: Any
) -> JSONResponse:
    """Return one problem as the API answers it."""
    body = problem_body(slug, title, status, detail, instance=path, **more)
    return JSONResponse(body, status_code=int(status), media_type=MEDIA_TYPE)


def answer(path: str, error: CandourError) -> Response:
    """Return the answer to an error of ours; a page's reader who is not signed in is led there."""
    if isinstance(error, NotSignedIn) and is_page(path):
        return RedirectResponse(f"/sign-in?next={path}", status_code=HTTPStatus.SEE_OTHER)
    more = error.members
    body = problem(path, error.status, error.slug, error.title, error.detail, **more)
    body.headers.update(error.headers)
    return body


def is_page(path: str) -> bool:
    """Return whether an address is a person's page rather than a program's."""
    return not path.startswith(("/v1", "/oauth", "/problems", "/openapi"))


def add_problem_handlers(app: FastAPI) -> None:
    """Make every error of the application answer as a problem."""
    app.add_exception_handler(CandourError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def _ours(request: Request, error: Exception) -> Response:
    if not isinstance(error, CandourError):
        raise error
    return answer(request.url.path, error)


def _invalid(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    errors = [_wrong(each) for each in error.errors()]
    detail = "; ".join(
        ": ".join(filter(None, (each["pointer"], each["detail"]))) for each in errors[:5]
    )
    kind = Unusable
    return problem(request.url.path, kind.status, kind.slug, kind.title, detail, errors=errors)


def _wrong(error: dict[str, Any]) -> dict[str, str]:
    """Where and how a field cannot be used; of what is no JSON at all, from which character on."""
    if error["type"] == "json_invalid":
        why = error.get("ctx", {}).get("error", error["msg"])
        return {
            "pointer": "",
            "detail": f"The body is not JSON, from character {error['loc'][-1]}: {why}.",
        }
    return {"pointer": _pointer(error["loc"]), "detail": str(error["msg"])}


def _http(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    slug, title = slug_of(status), status.phrase
    for kind in KINDS:
        if kind.status == status and kind.slug != KeyReused.slug:
            slug, title = kind.slug, kind.title
    body = problem(request.url.path, status, slug, title, str(error.detail))
    body.headers.update(error.headers or {})
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        body.headers["Allow"] = ", ".join(sorted(_methods(request.app, request.url.path)))
    return body


def _methods(app: FastAPI, path: str) -> set[str]:
    """Every method that an address knows; each of its routes knows only its own."""
    return {
        method
        for context in iter_route_contexts(app.routes)
        if context.methods and context.path and compile_path(context.path)[0].match(path)
        for method in context.methods
    }


def _fault(request: Request, error: Exception) -> JSONResponse:
    _log.error("a fault of ours", path=request.url.path, exc_info=error)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return problem(request.url.path, status, slug_of(status), status.phrase, CandourError.advice)


def _pointer(place: tuple[int | str, ...]) -> str:
    """JSON Pointer (RFC 6901) of a field in the body, or the name of a parameter."""
    start = place[1:] if place and place[0] == "body" else place
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in start)
