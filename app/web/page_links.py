"""Pages of a long list: which one is shown, and the addresses of its neighbours."""

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request

PAGE = 50
"""Rows on one page."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a reader is in a long list; a link is None at either end.

    `skipped` is how many rows stand before the page.
    """

    number: int
    last: int
    skipped: int
    first_row: int
    last_row: int
    rows: int
    previous: str | None
    next: str | None


def pages_of(request: Request, number: int, rows: int) -> Pages:
    """Return where page `number` of a list stands, keeping what else the address asks for.

    A page past the end is the last: a list may have become shorter since the link was made.
    """
    last = max(1, -(-rows // PAGE))
    number = min(number, last)

    def link(to: int) -> str | None:
        if not 1 <= to <= last:
            return None
        params = [
            (key, value) for key, value in request.query_params.multi_items() if key != "page"
        ]
        return f"{request.url.path}?{urlencode([*params, ('page', str(to))])}"

    skipped = (number - 1) * PAGE
    return Pages(
        number=number,
        last=last,
        skipped=skipped,
        first_row=skipped + 1,
        last_row=min(number * PAGE, rows),
        rows=rows,
        previous=link(number - 1),
        next=link(number + 1),
    )
