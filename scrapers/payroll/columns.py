"""Headings of rotas, payslips and workers' lists, as people write them, and our names for them."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a table holds."""

    SHIFTS = "shifts"
    PAYSLIPS = "payslips"
    WORKERS = "workers"


_WRITTEN = {
    "worker": "worker|worker id|worker no|worker number|staff|staff no|emp no|emp id|"
    "works no|operative|carer|guard|cleaner|employee|employee id|employee number|"
    "employee no|staff id|"
    "staff number|payroll number|payroll no|person id|id",
    "date": "date|shift date|day|work date",
    "start": "start|start time|shift start|clock in|clocked in|from|time in|began",
    "end": "end|end time|shift end|clock out|clocked out|to|time out|finish|finished",
    "pause": "break|breaks|break mins|break minutes|unpaid break|unpaid break mins|"
    "unpaid break minutes|rest break|break min|lunch|meal break",
    "kind": "type|shift type|kind|activity|visit type|duty|duty type|type of shift|kind of shift|"
    "shift kind|type of time|code|shift|notes|note|comment|comments|description",
    "period_start": "period start|pay period start|period from|from date|start of period|"
    "week commencing|week starting|week beginning|w c|from|pay from|start",
    "period_end": "period end|pay period end|period to|to date|end of period|week ending|w e|"
    "week end|pay period ending|period ending|to|pay to|end",
    "hours": "hours|hours paid|paid hours|total hours|hours worked|basic hours|hrs|"
    "hours this period",
    "gross": "gross|gross pay|total pay|pay|gross wages|total gross|total gross pay|gross for tax|"
    "taxable pay|total payments|gross earnings|gross salary|assignment income|contract income",
    "basic": "basic|basic pay|basic salary|basic wages|wages|salary this period|monthly salary",
    "net": "net|net pay|net wages|take home|take home pay|net paid|amount paid|paid|net amount|"
    "net salary|bank payment",
    "uncounted": "premium|premiums|overtime premium|shift premium|tips|expenses|holiday pay|"
    "pay not counted",
    "taken": "deductions|other deductions|deduction|amount deducted|total deductions|"
    "deduction amount|deductions total|less deductions",
    "reason": "deduction reason|reason|reason for deduction|deduction for|deduction type|"
    "deduction description|reason for deductions|deductions reason|deduction details",
    "rent": "accommodation|accommodation charge|rent|housing charge|accommodation deduction|"
    "rent deducted|accommodation cost",
    "rent_days": "accommodation days|days of accommodation|rent days|days accommodation|"
    "days housed",
    "accrued": "holiday accrued|holiday hours|holiday hours accrued|leave accrued",
    "currency": "currency",
    "account": "account|bank account|account number|account no|bank account number|"
    "bank account no|acc no|a c no|iban|paid into",
    "sort_code": "sort code|sortcode|bank sort code",
    "own_account": "own account|account in own name|account in workers name",
    "born": "date of birth|dob|born|birth date",
    "apprentice": "apprentice|apprenticeship|on apprenticeship",
    "learning_since": "apprenticeship start|apprenticeship start date|apprenticeship began|"
    "apprenticeship started|apprentice since",
    "contract": "contract type|type of contract|pay type|pay basis|kind of work|paid by|"
    "employment type|type of work|contract|basis|working pattern|hours type",
    "job": "job|job title|role|occupation|position|post|sector|work",
    "opted_out": "opt out|opted out|48 hour opt out|working time opt out",
    "place": "place|place of work|work place|workplace|site|location|postcode|work postcode|"
    "work location|borough|site address",
    "address": "address|home address|accommodation address",
    "phone": "phone|telephone|mobile|phone number|telephone number|mobile number",
    "kin": "next of kin|emergency contact|next of kin name",
    "started": "start date|employment start|started|date started|joined|first day|"
    "employment start date|date joined|start of employment",
    "promised": "promised hours|contracted hours|contract hours|hours promised|weekly hours|"
    "hours a week|hours per week|contracted weekly hours|basic weekly hours",
    "name": "name|full name|worker name|employee name",
}
_OURS: dict[str, tuple[str, ...]] = {}
for _name, _headings in _WRITTEN.items():
    for _heading in _headings.split("|"):
        _OURS[_heading] = (*_OURS.get(_heading, ()), _name)
_DETAILS = {"born", "started", "promised", "opted_out", "apprentice", "place", "address", "phone"}
_DETAILS |= {"kin", "name", "account", "own_account", "contract", "job", "learning_since"}
_GRID = 5  # days of the week that make a grid
_DAYS = {
    name: day
    for day, names in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for name in names.split()
}
_PAY = {"gross", "basic", "net"}


def recognised(headings: list[str]) -> dict[str, int]:
    """Return our name for each heading that we know, with its place; the first of two alike.

    A heading that means one thing in a rota and another on a payslip is read by its table. A table
    without a worker's identifier is read by the workers' names.
    """
    plain = [plain_heading(each) for each in headings]
    paid = any(_PAY & set(_OURS.get(each, ())) for each in plain)
    places: dict[str, int] = {}
    for index, heading in enumerate(plain):
        ours = _OURS.get(heading, ())
        if not ours:
            continue
        period = [each for each in ours if each.startswith("period_")]
        places.setdefault(period[0] if period and paid else ours[0], index)
    if "worker" not in places and "name" in places:
        places["worker"] = places["name"]
    return places


def kind_of(columns: set[str]) -> Kind | None:
    """Return what a table with these columns holds, or None where that cannot be said.

    A list of workers needs one detail of the workers besides the identifier.
    """
    if "worker" not in columns:
        return None
    if columns & _PAY:
        return Kind.PAYSLIPS
    if {"start", "end"} <= columns:
        return Kind.SHIFTS
    return Kind.WORKERS if columns & (_DETAILS - {"name"}) else None


def plain_heading(heading: str) -> str:
    """Return a heading in small letters without what stands in brackets, or its punctuation."""
    words = re.sub(r"\(.*?\)|[£']", "", heading.lower())
    return re.sub(r"[^a-z0-9]+", " ", words).strip()


def day_columns(headings: list[str]) -> dict[int, int]:
    """Return the columns of a weekly grid: each column's place and its day, Monday 0.

    Empty unless five or more headings are days of the week, each once.
    """
    days: dict[int, int] = {}
    for index, heading in enumerate(headings):
        word = re.match(r"[a-z]+", plain_heading(heading))
        day = _DAYS.get(word.group(0)) if word else None
        if day is not None and plain_heading(heading) not in _OURS:
            days[index] = day
    return days if len(days) >= _GRID and len(set(days.values())) == len(days) else {}
