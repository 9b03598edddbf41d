"""The description of the interface (OpenAPI 3.1): what each route needs and how it may refuse."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, iter_route_contexts

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
from app.http.dependencies import RequireScope
from app.http.idempotency import HEADER, IdempotentRoute
from app.problem_details import MEDIA_TYPE
from app.security.authentication import COOKIE
from app.security.permissions import MEANING, Scope

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
_SCHEMES: dict[str, Any] = {
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
_SCHEMES["session"] = {
    "type": "apiKey",
    "in": "cookie",
    "name": COOKIE,
    "description": "A person's sign-in; changes also carry the page's X-CSRF-Token.",
}
_FORMS = {
    "Body_create_access_token": "AccessTokenCreate",
    "Body_create_import": "ImportCreate",
}
"""Schemas of form bodies: FastAPI names them by their operation, we as every other input."""
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

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's own way


@dataclass(frozen=True, slots=True)
class Described:
    """A route as callers see it: what it needs, and whether its POST may be sent again."""

    path: str
    methods: tuple[str, ...]
    scope: Scope | None
    signed: bool
    once: bool


def routes_of(app: FastAPI) -> Iterator[Described]:
    """Yield every described route."""
    for context in iter_route_contexts(app.routes):
        route: Any = context.original_route
        if not isinstance(route, APIRoute) or not route.include_in_schema:
            continue
        included: Any = context
        needs = [
            each.call
            for each in included.dependant.dependencies
            if isinstance(each.call, RequireScope)
        ]
        scopes = [each.scope for each in needs if each.scope is not None]
        yield Described(
            included.path_format,
            tuple(sorted(included.methods)),
            scopes[-1] if scopes else None,
            bool(needs),
            isinstance(route, IdempotentRoute),
        )


def _described(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    parts = schema.setdefault("components", {})
    parts.setdefault("schemas", {})["Problem"] = _PROBLEM
    for unused in ("HTTPValidationError", "ValidationError"):
        parts["schemas"].pop(unused, None)
    parts["securitySchemes"] = _SCHEMES
    _name_forms(schema)
    for route in routes_of(app):
        for method in route.methods:
            operation = schema["paths"].get(route.path, {}).get(method.lower())
            if operation is None:
                continue
            _add_problems(operation, method, route.scope, route.signed)
            if route.signed:
                needed = [route.scope.value] if route.scope else []
                operation["security"] = [{"key": []}, {"oauth": needed}, {"session": []}]
            if method == "POST" and route.once:
                operation.setdefault("parameters", []).append(_HEADER)
    return schema


def _name_forms(schema: dict[str, Any]) -> None:
    schemas = schema["components"]["schemas"]
    for form, name in _FORMS.items():
        schemas[name] = schemas.pop(form) | {"title": name}
    for path in schema["paths"].values():
        for operation in path.values():
            for content in operation.get("requestBody", {}).get("content", {}).values():
                form = content["schema"].get("$ref", "").rpartition("/")[2]
                if form in _FORMS:
                    content["schema"] = {"$ref": f"#/components/schemas/{_FORMS[form]}"}


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
    response: dict[str, Any] = {
        "description": kind.title if kind else "The request could not be read",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if kind is TooMany:
        response["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return response
