"""Lists that are read page by page, newest first: what comes after the last row of a page."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col


def older_than(made: Any, id: Any, after: tuple[date, UUID]) -> ColumnElement[bool]:
    """Return the condition that a row comes after another one, newest first.

    Args:
        made: The column of the day or instant by which the list is ordered.
        id: The column of the identifier, which orders rows of one day or instant.
        after: Day or instant, and identifier, of the row after which to go on.
    """
    at, last = after
    return or_(col(made) < at, and_(col(made) == at, col(id) < last))
