"""The published schemas as a test uses them: each answer against its own, with nothing added."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from fastapi import FastAPI

JSON = "application/json"
Schema = dict[str, Any]


class Published:
    """An application's OpenAPI document, by which answers are checked."""

    def __init__(self, app: FastAPI) -> None:
        self.document: Schema = app.openapi()
        self._components = {"schemas": _closed(self.document["components"]["schemas"])}

    def operations(self, *methods: str) -> Iterator[tuple[str, str, Schema]]:
        """Yield path, method and description of each operation with one of the methods."""
        for path, operations in self.document["paths"].items():
            for method, operation in operations.items():
                if method in methods:
                    yield path, method, operation

    def faults(self, path: str, method: str, status: int, answer: object) -> list[str]:
        """Return where an answer differs from what is published, fields too many included."""
        response = self.document["paths"][path][method]["responses"][str(status)]
        schema = response["content"][JSON]["schema"] | {"components": self._components}
        validator = jsonschema_rs.Draft202012Validator(schema)
        return [
            f"{method} {path}: /{'/'.join(map(str, error.instance_path))}: {error.message[:200]}"
            for error in validator.iter_errors(answer)
        ]


def _closed(schema: Any) -> Any:
    """Return a schema that refuses every field which it does not name."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(value) for name, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        closed.setdefault("additionalProperties", False)
    return closed


def free_forms(schema: Any, place: str) -> Iterator[str]:
    """Yield where a schema allows anything at all: a reader could not know what to expect."""
    if not isinstance(schema, dict):
        yield place
        return
    named = ("type", "$ref", "anyOf", "oneOf", "allOf", "const", "enum")
    if not any(name in schema for name in named):
        yield place
    more = schema.get("additionalProperties")
    if more is True or (
        schema.get("type") == "object" and not more and "properties" not in schema
    ):
        yield place
    for name, part in schema.get("properties", {}).items():
        yield from free_forms(part, f"{place}/{name}")
    if isinstance(more, dict):
        yield from free_forms(more, f"{place}/*")
    for several in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for part in schema.get(several, ()):
            yield from free_forms(part, place)
    if schema.get("type") == "array" and "prefixItems" not in schema:
        yield from free_forms(schema.get("items"), f"{place}[]")
