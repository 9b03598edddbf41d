"""The description of the interface (OpenAPI 3.1): what each route needs and how it may refuse."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from app.api.asked import Needs
from app.api.once import HEADER, OnceRoute
from app.errors import (
    KINDS,
    CandourError,
    Changed,
    Conflict,
    NeedsMatch,
    NotAllowed,
    NotFound,
    NotSignedIn,
    TooLarge,
    TooMany,
    Unusable,
)
from app.problems import MEDIA_TYPE
from app.security.roles import MEANING, Scope

_PROBLEM = {
    "type": "object",
    "description": "A problem (RFC 9457); `type` leads to an explanation.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "examples": ["/problems/not-found"]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {
                    "pointer": {"type": "string", "description": "JSON Pointer of the field."},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
_SCHEMES = {
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "An API key, or an access token from /oauth/token.",
    },
    "oauth": {
        "type": "oauth2",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "/oauth/token",
                "scopes": {scope.value: meaning for scope, meaning in MEANING.items()},
            }
        },
    },
}
_HEADER = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "description": (
        "Any text that is new for each new request, such as a UUID. The same key with the same "
        "request within 24 hours gets the first answer again and changes nothing."
    ),
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[ -~]+$"},
}


def describe(app: FastAPI) -> None:
    """Make the application describe itself with the security and the problems of each route."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def routes_of(app: FastAPI) -> list[tuple[APIRoute, Scope | None, bool]]:
    """Return every described route, the scope it needs, and whether its caller must be known."""
    return [
        (route, _scope(route), _signed(route))
        for route in app.routes
        if isinstance(route, APIRoute) and route.include_in_schema
    ]


def _described(app: FastAPI) -> dict[str, Any]:
    told = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    parts = told.setdefault("components", {})
    parts.setdefault("schemas", {})["Problem"] = _PROBLEM
    for unused in ("HTTPValidationError", "ValidationError"):
        parts["schemas"].pop(unused, None)
    parts["securitySchemes"] = _SCHEMES
    for route, scope, signed in routes_of(app):
        for method in route.methods or ():
            operation = told["paths"][route.path_format][method.lower()]
            _add_problems(operation, method, scope, signed)
            if signed:
                needed = [scope.value] if scope else []
                operation["security"] = [{"key": []}, {"oauth": needed}]
            if method == "POST" and isinstance(route, OnceRoute):
                operation.setdefault("parameters", []).append(_HEADER)
    return told


def _add_problems(
    operation: dict[str, Any], method: str, scope: Scope | None, signed: bool
) -> None:
    answers = operation["responses"]
    given = operation.get("parameters", ())
    kinds: set[type[CandourError]] = {TooMany}
    if "422" in answers:
        answers.pop("422")
    if given or "requestBody" in operation or method == "POST":
        kinds.add(Unusable)
    if any(each["in"] == "path" for each in given):
        kinds.add(NotFound)
    if any(each["name"] == "If-Match" for each in given):
        kinds |= {Changed, NeedsMatch}
    if "requestBody" in operation:
        kinds.add(TooLarge)
    if method in ("POST", "PATCH", "PUT", "DELETE"):
        kinds |= {Conflict, NotAllowed}
    if method == "POST":
        kinds.add(NotFound)
    if signed:
        kinds.add(NotSignedIn)
    if scope is not None:
        kinds.add(NotAllowed)
    for kind in KINDS:
        status = str(int(kind.status))
        if kind in kinds and status not in answers:
            answers[status] = _answer(kind)
    if "requestBody" in operation and "400" not in answers:
        answers["400"] = _answer(None)


def _answer(kind: type[CandourError] | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": kind.title if kind else "The request could not be read",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if kind is TooMany:
        told["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return told


def _needs(route: APIRoute) -> list[Needs]:
    return [each.call for each in route.dependant.dependencies if isinstance(each.call, Needs)]


def _scope(route: APIRoute) -> Scope | None:
    scopes = [each.scope for each in _needs(route) if each.scope is not None]
    return scopes[-1] if scopes else None


def _signed(route: APIRoute) -> bool:
    return bool(_needs(route))
