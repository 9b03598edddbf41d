"""Cursors: where a page of a list ended, packed so that callers hand them back unread."""

import base64
from collections.abc import Callable
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

import orjson
from fastapi import Query

from app.errors import Unusable

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=500, description="How many at most.")]
Cursor = Annotated[
    str, Query(max_length=2_000, description="From `links.next` of the page before.")
]


def packed(*values: object) -> str:
    """Return values as a cursor."""
    return base64.urlsafe_b64encode(orjson.dumps(values)).decode().rstrip("=")


def unpacked(cursor: str, shape: Callable[..., T]) -> T:
    """Return what a cursor holds, by a function that takes its values and refuses others.

    Raises:
        Unusable: It is not a cursor that we gave.
    """
    try:
        values = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return shape(*values)
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise Unusable(
            "The cursor is not one that we gave. Start from the first page.", pointer="/cursor"
        ) from error


def next_link(path: str, **params: Any) -> str:
    """Return the address of the next page, with what was asked for besides the cursor."""
    return f"{path}?{urlencode({name: value for name, value in params.items() if value})}"
