"""Pages of lists: their rows, and the cursor that callers hand back unread for the next page."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode
from uuid import UUID

import orjson
from fastapi import Query

from app.errors import Unusable
from app.http.schemas import Links, Whole

T = TypeVar("T")

Limit = Annotated[Whole, Query(ge=1, le=500, description="How many at most.")]
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


def instant_and_id(at: str, id: str) -> tuple[datetime, UUID]:
    """Return the place in a list that is ordered by instant, then by identifier."""
    then = datetime.fromisoformat(at)
    if then.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return then, UUID(id)


def next_link(path: str, **params: Any) -> str:
    """Return the address of the next page, with what was asked for besides the cursor."""
    return f"{path}?{urlencode({name: value for name, value in params.items() if value})}"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The rows of one page, and where the next one is; None at the end of the list."""

    rows: Sequence[T]
    next: str | None

    @property
    def links(self) -> Links:
        """Return where to go on, as an answer gives it."""
        return Links(next=self.next)


def page_of(
    rows: Sequence[T],
    limit: int,
    path: str,
    place: Callable[[T], tuple[object, ...]],
    /,
    **params: Any,
) -> Page[T]:
    """Return one page of a list.

    Args:
        rows: The rows after the cursor, one more than the page has where there are more.
        limit: How many rows a page has.
        path: The address of the list.
        place: The values by which the page after a row goes on.
        params: What else the caller asked for, which the next page keeps.
    """
    if len(rows) <= limit:
        return Page(rows, None)
    cursor = packed(*place(rows[limit - 1]))
    return Page(rows[:limit], next_link(path, **params, cursor=cursor))
