"""The API's description (OpenAPI) as a page shows it: operations by subject, and their schemas."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

_METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Field:
    """One field or parameter: its name, where it is, its type in words, and what it means."""

    name: str
    type: str
    required: bool
    description: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way in which an operation answers."""

    status: str
    description: str
    schema: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: what it does, what it takes, and how it answers."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    body: str
    example: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """A named shape with its fields, or the words that it allows."""

    name: str
    description: str
    fields: tuple[Field, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The whole API: its operations by subject, and the shapes that they name."""

    version: str
    subjects: dict[str, list[Operation]]
    schemas: tuple[Schema, ...]


def reference_of(described: dict[str, Any]) -> Reference:
    """Return what a page shows of an OpenAPI description."""
    subjects: dict[str, list[Operation]] = {}
    for path, item in described["paths"].items():
        for method in _METHODS:
            if method in item:
                made = _operation(method, path, item[method], described)
                subjects.setdefault(next(iter(item[method].get("tags", ())), "other"), []).append(
                    made
                )
    schemas = described.get("components", {}).get("schemas", {})
    return Reference(
        described["info"]["version"],
        dict(sorted(subjects.items())),
        tuple(_schema(name, schemas[name]) for name in sorted(schemas)),
    )


def _operation(
    method: str, path: str, given: dict[str, Any], described: dict[str, Any]
) -> Operation:
    body = _shape(given.get("requestBody", {}))
    return Operation(
        given["operationId"],
        method.upper(),
        path,
        given.get("summary", ""),
        given.get("description", ""),
        tuple(map(_parameter, given.get("parameters", ()))),
        _type(body) if body else "",
        _example(body, described),
        tuple(_answers(given.get("responses", {}))),
    )


def _parameter(given: dict[str, Any]) -> Field:
    return Field(
        given["name"],
        _type(given.get("schema", {})),
        bool(given.get("required")),
        given.get("description", "") or given.get("schema", {}).get("description", ""),
        given["in"],
    )


def _answers(given: dict[str, Any]) -> Iterator[Answer]:
    for status, answer in sorted(given.items()):
        schema = _shape(answer)
        yield Answer(status, answer.get("description", ""), _type(schema) if schema else "")


def _shape(given: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a body in its first form; empty where there is none."""
    forms: list[dict[str, Any]] = list(given.get("content", {}).values())
    return forms[0].get("schema", {}) if forms else {}


def _schema(name: str, given: dict[str, Any]) -> Schema:
    required = set(given.get("required", ()))
    fields = tuple(
        Field(each, _type(shape), each in required, shape.get("description", ""))
        for each, shape in given.get("properties", {}).items()
    )
    words = tuple(map(str, given.get("enum", ())))
    return Schema(name, given.get("description", ""), fields, words)


def _type(given: dict[str, Any]) -> str:
    """Return a type in words, a named one by its name."""
    if "$ref" in given:
        return str(given["$ref"]).rpartition("/")[2]
    for kind in ("anyOf", "oneOf", "allOf"):
        if kind in given:
            return " or ".join(dict.fromkeys(map(_type, given[kind])))
    if given.get("type") == "array":
        return f"list of {_type(given.get('items', {}))}"
    if "enum" in given:
        return " or ".join(f"“{each}”" for each in given["enum"])
    return str(given.get("format") or given.get("type") or "any value")


def _example(schema: dict[str, Any], described: dict[str, Any]) -> str:
    """Return the example of a body as JSON; empty where it has none."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        schema = described["components"]["schemas"].get(name, {})
    example = next(iter(schema.get("examples", ())), None)
    if example is None:
        example = {
            name: shape["examples"][0]
            for name, shape in schema.get("properties", {}).items()
            if shape.get("examples")
        }
    return orjson.dumps(example, option=orjson.OPT_INDENT_2).decode() if example else ""
