"""What pages read from forms, and the problems they show beside the fields."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from app.errors import Changed
from app.input_values import day_within_years, whole_number


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field, in a sentence that says how to put it right."""

    field: str
    message: str


async def form_of(request: Request) -> AsyncIterator[FormData]:
    """Give the form that was sent and close its files afterwards; routes stay off the loop."""
    async with request.form() as form:
        yield form


FormDep = Annotated[FormData, Depends(form_of)]


def text_of(form: FormData, name: str, *, most: int = 10_000) -> str:
    """Return a text field without the space around it; empty where it was not sent."""
    value = form.get(name)
    return value.strip()[:most] if isinstance(value, str) else ""


def version_in(form: FormData) -> int | None:
    """Return the version that a form was drawn from; None where the form does not say."""
    given = text_of(form, "version", most=20)
    return int(given) if given.isascii() and given.isdigit() else None


def require_version(form: FormData, version: int) -> None:
    """Refuse a form that was drawn from an earlier version of what it changes.

    Raises:
        Changed: The form's `version` is another than the one that is kept.
    """
    if version_in(form) not in (None, version):
        raise Changed("Another person changed this since you opened the page. Open it again.")


def day_of(form: FormData, name: str) -> date | None:
    """Return the day of a field in three parts, as the design system asks for one; None if empty.

    Raises:
        ValueError: The three parts are no day.
    """
    parts = [text_of(form, f"{name}-{part}", most=8) for part in ("year", "month", "day")]
    if not any(parts):
        return None
    year, month, day = (whole_number(part) for part in parts)
    return day_within_years(date(year, month, day))


def day_parts(form: FormData, *names: str) -> dict[str, str]:
    """Return the three parts of each day as they were typed, to show them in the form again."""
    return {
        f"{name}-{part}": text_of(form, f"{name}-{part}", most=8)
        for name in names
        for part in ("day", "month", "year")
    }


def uuid_of(text: str) -> UUID:
    """Return the identifier that a form sends; one that nothing has where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)


def files_of(form: FormData, name: str) -> list[tuple[str, bytes]]:
    """Return name and bytes of each file that was chosen in a field."""
    return [
        (each.filename, each.file.read())
        for each in form.getlist(name)
        if isinstance(each, UploadFile) and each.filename
    ]


def messages(problems: Sequence[Problem]) -> dict[str, dict[str, str]]:
    """Return the problems by field, in the shape that the design system's fields take."""
    return {each.field: {"text": each.message} for each in problems}
