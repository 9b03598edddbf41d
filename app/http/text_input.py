"""Text that no column, page or log can hold safely is refused before a route sees it."""

import json
import re
from asyncio import to_thread
from collections import Counter
from collections.abc import Iterator
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""Control characters other than tabs and line breaks, and halves of a surrogate pair.

PostgreSQL stores no NUL; neither database stores half a pair.
"""

_SECOND_SET = re.compile(r"[\x80-\x9f\ufffe\uffff]")
"""Control characters of the second set, and what is no character at all (Unicode 23.7).

Text that was pasted from an old document may hold them, so they are refused in JSON and in short
fields only.
"""

_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing: with them a name can be made to look like another."""

CONTROL_MESSAGE = "The text holds a control character, which cannot be stored. Remove it."
DIRECTION_MESSAGE = "The text holds a mark that changes the direction of writing. Remove the mark."
DUPLICATE_MESSAGE = "The same field is sent twice. Send it once."


_SMALL = 50_000
"""Bytes of a body that are looked at in a millisecond or two."""
_MOST_ERRORS = 50
"""Errors that an answer names; whoever sends more has the first ones to begin with."""
_SHORT = 1_000
"""Characters of a form's field up to which it is a name or a reason, and no pasted document."""


async def validate_text(request: Request) -> None:
    """Refuse unusable text in the path, the query, a JSON body or a form, naming the field.

    Files are not read here; their readers have rules of their own. Marks of direction are refused
    in JSON and in a form's short fields: people paste whole documents into the long ones, and
    search for names in addresses.

    Raises:
        RequestValidationError: Text with control or direction marks, or a JSON field sent twice.
    """
    texts: list[tuple[str, str, object]] = [
        *(("path", name, value) for name, value in request.path_params.items()),
        *(("query", name, value) for name, value in request.query_params.items()),
    ]
    kind = request.headers.get("content-type", "")
    if "form" in kind:
        form = await request.form()
        texts += [("body", name, value) for name, value in form.multi_items()]
    errors = await _errors_of_body(await request.body()) if "json" in kind else []
    errors += [
        _error((place, name), CONTROL_MESSAGE)
        for place, name, value in texts
        if isinstance(value, str) and _CONTROL.search(value)
    ]
    errors += [
        _error((place, name), message)
        for place, name, value in texts
        if place == "body" and isinstance(value, str) and len(value) <= _SHORT
        for message in _marks(value)
    ]
    if errors:
        raise RequestValidationError(errors[:_MOST_ERRORS])


def _marks(text: str) -> list[str]:
    """What is wrong with a name or a reason besides the characters that nothing may hold."""
    if _SECOND_SET.search(text):
        return [CONTROL_MESSAGE]
    return [DIRECTION_MESSAGE] if _DIRECTION.search(text) else []


async def _errors_of_body(body: bytes) -> list[dict[str, Any]]:
    """What is wrong with a JSON body; a large one is looked at beside the other requests."""
    return _json_errors(body) if len(body) <= _SMALL else await to_thread(_json_errors, body)


def _json_errors(body: bytes) -> list[dict[str, Any]]:
    twice: list[str] = []

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        whole = dict(pairs)
        if len(whole) < len(pairs):
            counted = Counter(name for name, _ in pairs)
            twice.extend(sorted(name for name, count in counted.items() if count > 1))
        return whole

    try:
        value = json.loads(body, object_pairs_hook=members)
    except (ValueError, RecursionError):
        return []  # the route answers that it is no JSON, and from which character on
    return [
        *(_error(("body", name), DUPLICATE_MESSAGE) for name in twice),
        *_text_errors(value),
    ]


def _text_errors(body: Any) -> Iterator[dict[str, Any]]:
    """Yield what is wrong with every text in a JSON body, with the way to it."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [(("body",), body)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str):
            messages = [CONTROL_MESSAGE] if _CONTROL.search(value) else _marks(value)
            yield from (_error(place, message) for message in messages)
        elif isinstance(value, dict):
            for name, each in value.items():
                if _CONTROL.search(name) or _DIRECTION.search(name):
                    yield _error(place, "The name of a field holds a control character.")
                else:
                    waiting.append(((*place, name), each))
        elif isinstance(value, list):
            waiting += [((*place, index), each) for index, each in enumerate(value)]


def _error(place: tuple[str | int, ...], message: str) -> dict[str, Any]:
    return {"type": "value_error", "loc": place, "msg": message, "input": None}
