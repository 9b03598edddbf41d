"""What sources say now, compared with what they said before."""

from scrapers.change_detection.changes import Change, ChangeKind
from scrapers.change_detection.companies import company_changes
from scrapers.change_detection.lists import Standing, list_changes
from scrapers.change_detection.rates import DatedRate, rate_changes, rates_beginning
from scrapers.change_detection.statements import (
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
