"""Headings of rotas, payslips and workers' lists, as people write them, and our names for them."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a table holds."""

    SHIFTS = "shifts"
    PAYSLIPS = "payslips"
    WORKERS = "workers"


_WRITTEN = {
    "worker": "worker|worker id|employee|employee id|employee number|employee no|staff id|"
    "staff number|payroll number|payroll no|person id|id",
    "date": "date|shift date|day|work date",
    "start": "start|start time|shift start|clock in|clocked in|from|time in|began",
    "end": "end|end time|shift end|clock out|clocked out|to|time out|finish|finished",
    "pause": "break|breaks|break minutes|unpaid break|unpaid break minutes|rest break",
    "period_start": "period start|pay period start|period from|from date|start of period",
    "period_end": "period end|pay period end|period to|to date|end of period|week ending",
    "hours": "hours|hours paid|paid hours|total hours|hours worked",
    "gross": "gross|gross pay|total pay|pay|gross wages",
    "uncounted": "premium|premiums|overtime premium|shift premium|tips|expenses|holiday pay|"
    "pay not counted",
    "taken": "deductions|other deductions|deduction|amount deducted",
    "reason": "deduction reason|reason|reason for deduction|deduction for",
    "rent": "accommodation|accommodation charge|rent|housing charge",
    "rent_days": "accommodation days|days of accommodation|rent days",
    "accrued": "holiday accrued|holiday hours|holiday hours accrued|leave accrued",
    "currency": "currency",
    "account": "account|bank account|account number|iban|paid into",
    "own_account": "own account|account in own name|account in workers name",
    "born": "date of birth|dob|born|birth date",
    "apprentice": "apprentice|apprenticeship",
    "opted_out": "opt out|opted out|48 hour opt out|working time opt out",
    "place": "place|place of work|work place|site|location|postcode|work postcode",
    "address": "address|home address|accommodation address",
    "phone": "phone|telephone|mobile|phone number|telephone number|mobile number",
    "kin": "next of kin|emergency contact|next of kin name",
    "started": "start date|employment start|started|date started|joined|first day",
    "promised": "promised hours|contracted hours|contract hours|hours promised|weekly hours",
    "name": "name|full name|worker name|employee name",
}
_OURS = {heading: ours for ours, written in _WRITTEN.items() for heading in written.split("|")}
_NEEDED = {
    Kind.PAYSLIPS: {"worker", "gross"},
    Kind.SHIFTS: {"worker", "start", "end"},
    Kind.WORKERS: {"worker"},
}


def recognised(headings: list[str]) -> dict[str, int]:
    """Return our name for each heading that we know, with its place; the first of two alike."""
    found: dict[str, int] = {}
    for index, heading in enumerate(headings):
        ours = _OURS.get(_plain(heading))
        if ours is not None:
            found.setdefault(ours, index)
    return found


def kind_of(columns: set[str]) -> Kind | None:
    """Return what a table with these columns holds, or None where that cannot be told."""
    return next((kind for kind, needed in _NEEDED.items() if needed <= columns), None)


def _plain(heading: str) -> str:
    words = re.sub(r"\(.*?\)|[£']", "", heading.lower())
    return re.sub(r"[^a-z0-9]+", " ", words).strip()
