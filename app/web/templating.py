"""Drawing of pages: templates on the GOV.UK Design System, and the filters that they use."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    TemplateRuntimeError,
    Undefined,
    UndefinedError,
)
from jinja2.utils import missing
from markupsafe import Markup
from pydantic import BaseModel

from app.dates import day, moment, written_dates
from app.security.principal import Principal
from app.web.forms import messages
from scoring.escalation.route import HELPLINE, urgent_route
from scoring.reference.vocabulary import Criterion
from scoring.statements.criteria import DEFINITIONS

HERE = Path(__file__).parent
FEATURES = HERE.parent / "features"

_DECISION_TAGS = {
    "clear": "govuk-tag--green",
    "ask": "govuk-tag--blue",
    "refer": "govuk-tag--yellow",
    "stop": "govuk-tag--red",
}
_BAND_TAGS = {
    "low": "govuk-tag--green",
    "medium": "govuk-tag--yellow",
    "high": "govuk-tag--orange",
    "very_high": "govuk-tag--red",
}
_OUTCOME_TAGS = {
    "met": "govuk-tag--green",
    "not_met": "govuk-tag--red",
    "unknown": "govuk-tag--grey",
    "not_applicable": "govuk-tag--blue",
}

_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z“£])")
_PARAGRAPH = 300
"""Characters that are read at a glance."""
_TITLES: dict[str, str] = {each.criterion.value: each.title for each in DEFINITIONS}
_LEVEL_TAGS = {
    "none": "govuk-tag--red",
    "mentioned": "govuk-tag--orange",
    "described": "govuk-tag--yellow",
    "evidenced": "govuk-tag--green",
}


def humanize(value: object) -> str:
    """Return a word of our vocabulary as a reader writes it: `very_high` is `very high`."""
    return str(value).replace("_", " ")


def finding_subject(subject: str) -> str:
    """Return what a finding is about as a reader names it: a criterion by its title."""
    return _TITLES.get(subject) or (humanize(subject) if subject in set(Criterion) else subject)


def opening(text: str) -> str:
    """Return a text's first sentences, as many as make a short paragraph; at least one."""
    first, *more = _SENTENCE_END.split(text)
    for each in more:
        if len(first) + len(each) > _PARAGRAPH:
            break
        first = f"{first} {each}"
    return first


def plain_text(value: object) -> str:
    """Return a value of JSON as a reader writes it: a list by its items, nothing as “none”."""
    if isinstance(value, list | tuple):
        return ", ".join(map(plain_text, value)) or "none"
    if isinstance(value, dict):
        return "; ".join(f"{humanize(name)}: {plain_text(each)}" for name, each in value.items())
    named = {None: "none", True: "yes", False: "no"}
    return named[value] if value is None or isinstance(value, bool) else str(value)


def pounds(value: Decimal | None) -> str:
    """Return whole pounds with their pence where there are any; unknown where there is none.

    The sign comes before the pound: `-£4,512.50`.
    """
    if value is None:
        return "unknown"
    sign, amount = "-" if value < 0 else "", abs(value)
    return f"{sign}£{amount:,.0f}" if amount == amount.to_integral() else f"{sign}£{amount:,.2f}"


def points(value: Decimal | float | str | None) -> str:
    """Return a score in whole points of 100; unknown where there is none."""
    return "unknown" if value is None else f"{Decimal(str(value)):.0f}"


def _folders() -> Iterator[tuple[str, Path]]:
    """Yield each feature's name and the folder of its templates."""
    for folder in sorted(FEATURES.glob("*/templates")):
        yield folder.parent.name, folder


class _NoSuchField(Undefined):
    """What a template names and nobody gave: nothing, unless one of our objects should have it.

    A page that names a field which an object does not have would leave that part out in silence,
    were it the steps to take where people may be exploited. So drawing it is an error.
    """

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if isinstance(obj, BaseModel) or is_dataclass(obj):
            raise UndefinedError(f"{type(obj).__name__} has no field {name}")


def _environment() -> Environment:
    made = Environment(
        undefined=_NoSuchField,
        loader=ChoiceLoader(
            [
                FileSystemLoader(HERE / "templates"),
                PrefixLoader({name: FileSystemLoader(folder) for name, folder in _folders()}),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            ]
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "humanize": humanize,
        "finding_subject": finding_subject,
        "written_dates": written_dates,
        "opening": opening,
        "day": day,
        "moment": moment,
        "instant": datetime.fromisoformat,
        "plain_text": plain_text,
        "pounds": pounds,
        "points": points,
    }
    made.globals |= {
        "helpline": HELPLINE,
        "decision_tag": lambda word: _DECISION_TAGS[str(word)],
        "band_tag": lambda word: _BAND_TAGS[str(word)],
        "level_tag": lambda word: _LEVEL_TAGS[str(word)],
        "outcome_tag": lambda word: _OUTCOME_TAGS[str(word)],
        "urgent_route": urgent_route,
        "messages": messages,
    }
    return made


_TEMPLATES = _environment()


def _csrf_field(caller: Principal | None) -> Markup:
    """The hidden field by which a form proves that it was drawn for this very sign-in."""
    token = caller.csrf if caller else ""
    field = Markup('<input type="hidden" name="csrf_token" value="{}">')
    return field.format(token) if token else Markup("")


def draw(template: str, **values: object) -> str:
    """Return a drawn template for nobody in particular, such as a page that is printed."""
    return _TEMPLATES.get_template(template).render(**values)


def page(request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """Return a drawn page."""
    caller: Principal | None = getattr(request.state, "caller", None)
    drawn = _TEMPLATES.get_template(template).render(
        path=request.url.path, caller=caller, csrf_field=lambda: _csrf_field(caller), **values
    )
    return HTMLResponse(drawn, status_code=status)
