"""What an address asks of the list of suppliers: its filter and order, read from its words."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from app.queries.listing import MissingData, Sort, SupplierFilter
from app.web.forms import Problem
from scoring.vocabulary import Decision, RiskBand

E = TypeVar("E", bound=StrEnum)

WORDS = (
    "name",
    "band",
    "decision",
    "category",
    "place",
    "value",
    "missing",
    "exposure",
    "control",
    "sort",
)
"""The words of an address that narrow or sort the list."""
LONGEST = 2_000


def filter_values(query: str) -> dict[str, str]:
    """Return the filter that a query string holds: each word that is not empty, nothing else."""
    given = dict(parse_qsl(query[:LONGEST]))
    return {word: given[word] for word in WORDS if given.get(word)}


def as_query(filters: Mapping[str, str]) -> str:
    """Return a filter as the query string of an address, in one order; empty asks for all."""
    return urlencode([(word, filters[word]) for word in WORDS if filters.get(word)])


def wanted_by(filters: Mapping[str, str]) -> tuple[SupplierFilter, list[Problem]]:
    """Return what a filter asks for; words that it cannot mean are as if they were not there."""
    problems = []
    value: Decimal | None = None
    if amount := filters.get("value", "").replace(",", "").replace("£", "").strip():
        try:
            value = Decimal(amount)
        except InvalidOperation:
            problems.append(Problem("value", "The least value must be pounds, like 25000"))
        else:
            value = value if value.is_finite() and abs(value) < 10**12 else None
    return SupplierFilter(
        name=filters.get("name", "").strip()[:200],
        band=_one_of(RiskBand, filters.get("band")),
        decision=_one_of(Decision, filters.get("decision")),
        category=filters.get("category", "")[:500],
        place=filters.get("place", "").strip()[:100],
        least_value=value,
        missing=_one_of(MissingData, filters.get("missing")),
        exposure=_span(filters.get("exposure")),
        control=_span(filters.get("control")),
        sort=_one_of(Sort, filters.get("sort")) or Sort.RISK,
    ), problems


def _one_of(kind: type[E], word: str | None) -> E | None:
    return kind(word) if word in set(kind) else None


def _span(text: str | None) -> tuple[int, int] | None:
    low, _, high = (text or "").partition("-")
    if low.isdecimal() and high.isdecimal() and len(text or "") < 10:
        return int(low), int(high)
    return None
