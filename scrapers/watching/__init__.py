"""Watching, the pure part: what sources say now against what they said."""

from scrapers.watching.changes import Change, ChangeKind
from scrapers.watching.companies import company_changes
from scrapers.watching.lists import Standing, list_changes
from scrapers.watching.rates import DatedRate, rate_changes, rates_beginning
from scrapers.watching.statements import (
    SeenStatement,
    expired,
    out_of_date_from,
    seen,
    statement_changes,
)

__all__ = [
    "Change",
    "ChangeKind",
    "DatedRate",
    "SeenStatement",
    "Standing",
    "company_changes",
    "expired",
    "list_changes",
    "out_of_date_from",
    "rate_changes",
    "rates_beginning",
    "seen",
    "statement_changes",
]
