"""Headings of rotas, payslips and workers' lists, as people write them, and our names for them."""

import re
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a table holds."""

    SHIFTS = "shifts"
    PAYSLIPS = "payslips"
    WORKERS = "workers"


_WRITTEN = {
    "worker": "worker|worker id|worker no|worker number|staff|staff no|emp no|emp id|"
    "works no|operative|carer|guard|cleaner|employee|employee id|employee number|"
    "employee no|staff id|ref|employee ref|"
    "staff number|payroll number|payroll no|person id|id",
    "date": "date|shift date|day|work date|visit date|date worked|duty date|date of shift|"
    "date of visit|worked date",
    "start": "start|start time|shift start|clock in|clocked in|from|time in|began|actual start|"
    "actual start time|scheduled start|planned start|rostered start|rota start|visit start|"
    "check in|sign in|book on|booked on|arrival|arrived|actual in|shift start time|worked from|"
    "planned start time|scheduled start time|clock in time|visit start time",
    "end": "end|end time|shift end|clock out|clocked out|to|time out|finish|finished|finish time|"
    "actual end|actual end time|scheduled end|planned end|rostered end|rota end|visit end|"
    "check out|sign out|book off|booked off|departure|left|actual out|shift end time|worked to|"
    "planned end time|scheduled end time|clock out time|visit end time|actual finish|shift finish",
    "pause": "break|breaks|break mins|break minutes|unpaid break|unpaid break mins|"
    "unpaid break minutes|rest break|break min|lunch|meal break|break hrs|break hours|"
    "unpaid break hrs|unpaid break hours|break length|break duration|break time|lunch break|"
    "unpaid breaks|break taken|total break|total breaks",
    "pause_start": "break start|break out|break from|lunch out|lunch start|lunch from|break began",
    "pause_end": "break end|break in|break to|lunch in|lunch end|lunch to|break finish|"
    "break ended",
    "kind": "type|shift type|kind|activity|visit type|duty|duty type|type of shift|kind of shift|"
    "shift kind|type of time|code|shift|notes|note|comment|comments|description",
    "period_start": "period start|pay period start|period from|from date|start of period|"
    "week commencing|week starting|week beginning|w c|from|pay from|start",
    "period_end": "period end|pay period end|period to|to date|end of period|week ending|w e|"
    "week end|pay period ending|period ending|to|pay to|end",
    "period": "pay period|period|pay month|month|tax week|tax month|week no|week number|"
    "payslip period|pay run|payrun|period covered|"
    "pay reference period|wage period|payroll month|payroll period",
    "tax_year": "tax year|year|pay year",
    "frequency": "frequency|pay frequency|pay cycle|payroll frequency|paid every",
    "hours": "total hours|hours worked|hours|hrs|hours paid|paid hours|hours this period|"
    "total hrs|hrs worked|hrs paid|hours in period|basic hours|basic hrs|standard hours|"
    "normal hours|contract hours paid|day hours|ordinary hours|std hours|std hrs|standard hrs|"
    "normal hrs|regular hours|regular hrs|contact hours|contact hrs|visit hours|units",
    "gross": "gross pay|gross|total gross pay|total gross|gross wages|gross earnings|gross salary|"
    "total pay|total payments|pay|gross for tax|taxable pay|assignment income|contract income",
    "basic": "basic|basic pay|basic salary|basic wages|wages|salary this period|monthly salary",
    "net": "net|net pay|net wages|take home|take home pay|net paid|amount paid|paid|net amount|"
    "net salary|bank payment",
    "uncounted": "premium|premiums|overtime premium|shift premium|tips|expenses|holiday pay|"
    "pay not counted",
    "taken": "deductions|other deductions|deduction|amount deducted|total deductions|"
    "deduction amount|deductions total|less deductions|net deductions|all deductions",
    "reason": "deduction reason|reason|reason for deduction|deduction for|deduction type|"
    "deduction description|reason for deductions|deductions reason|deduction details",
    "rent": "accommodation|accommodation charge|rent|housing charge|accommodation deduction|"
    "rent deducted|accommodation cost",
    "absent": "holiday hours taken|hours of holiday|annual leave hours|leave hours|sick hours|"
    "absence hours|hours absent|holiday hrs|sick hrs|bank holiday hours not worked|"
    "holiday hours paid|hours of leave|paid leave hours",
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
    "forename": "first name|forename|forenames|given name|first names",
    "surname": "surname|last name|family name|second name",
}
_NUMBERED = re.compile(
    r"(?:emp|employee|staff|worker|payroll|personnel|person|clock|operative|works|colleague|"
    r"associate|crew|pay|agency worker|candidate|carer|contractor|guard|cleaner|driver|temp)s? ?"
    r"(?:ref|reference|code|id|no|num|nr|number|identifier)"
)
"""Ways to head the column of a worker's number."""
_CALLED = re.compile(
    r"(?:operative|colleague|associate|candidate|carer|contractor|guard|cleaner|driver|temp|staff|"
    r"officer|agency worker|person)s? (?:full )?name"
)
_LESS_PLAIN = {
    "worker": ("employee|worker|staff|operative|carer|guard|cleaner", "id|ref"),
    "date": ("day",),
    "kind": ("notes|note|comment|comments|description|code",),
    "place": ("place|site|location|place of work|work place|workplace|site address",),
    "account": ("account|bank account|paid into",),
    "hours": (
        "hours|hrs|hours this period|hours in period|units",
        "hours paid|paid hours|hrs paid",
        "basic hours|basic hrs|standard hours|normal hours|contract hours paid|day hours|"
        "ordinary hours|std hours|std hrs|standard hrs|normal hrs|regular hours|regular hrs",
        "contact hours|contact hrs|visit hours",
    ),
    "gross": ("total pay|total payments|pay", "gross for tax|taxable pay", "assignment income"),
    "net": ("amount paid|paid|bank payment|take home|take home pay",),
    "start": ("from|began|arrival|arrived",),
    "end": ("to|left|departure",),
}
"""Headings that are read only where no plainer one of their kind is beside them, in order."""
_OURS: dict[str, tuple[str, ...]] = {}
_RANK: dict[tuple[str, str], int] = {}
for _name, _headings in _WRITTEN.items():
    for _heading in _headings.split("|"):
        _OURS[_heading] = (*_OURS.get(_heading, ()), _name)
for _name, _steps in _LESS_PLAIN.items():
    for _step, _headings in enumerate(_steps, start=1):
        _RANK.update({(_name, each): _step for each in _headings.split("|")})
_DETAILS = {"born", "started", "promised", "opted_out", "apprentice", "place", "address", "phone"}
_DETAILS |= {"kin", "name", "account", "own_account", "contract", "job", "learning_since"}
_PEOPLE = set(_LESS_PLAIN["worker"][0].split("|"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=[A-Z])")
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
_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)|\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)\b")
PAY = {"gross", "basic", "net"}
ADDED = {"uncounted", "taken", "rent", "absent"}
"""Columns that are added where a table has several."""


def recognised(headings: list[str], explained: frozenset[int] = frozenset()) -> dict[str, int]:
    """Return our name for each heading that we know, with its place.

    Of two alike the one that a person explained counts, then the plainer, such as `Gross pay`
    before `Taxable pay`; else the first. A heading that means one thing in a rota and another on
    a payslip is read by its table. A table without a worker's identifier is read by the workers'
    names.
    """
    plain = [plain_heading(each) for each in headings]
    paid = any(PAY & set(_OURS.get(each, ())) for each in plain)
    places: dict[str, int] = {}
    for index, heading in enumerate(plain):
        name = name_of(heading, paid=paid)
        if not name:
            continue
        before = places.get(name)
        if before is None or (
            (index not in explained, plainness(name, heading))
            < (before not in explained, plainness(name, plain[before]))
        ):
            places[name] = index
    if "worker" not in places and "name" in places:
        places["worker"] = places["name"]
    elif "name" not in places and "worker" in places:
        people = [
            each for each in range(len(plain)) if name_of(plain[each], paid=paid) == "worker"
        ]
        people = [each for each in people if plain[each] in _PEOPLE and each != places["worker"]]
        if people:
            places["name"] = people[0]
    return places


def name_of(heading: str, *, paid: bool) -> str:
    """Return our name for a plain heading, in a table with pay or without; empty if not known."""
    ours = _names_of(heading)
    period = [each for each in ours if each.startswith("period_")]
    return next(iter(period if period and paid else ours), "")


def plainness(name: str, heading: str) -> int:
    """Return how plainly a heading that we know says what it holds: 0 is the plainest."""
    return _RANK.get((name, heading), 0)


def _names_of(heading: str) -> tuple[str, ...]:
    known = _OURS.get(heading, ())
    if known:
        return known
    return ("worker",) * bool(_NUMBERED.fullmatch(heading)) or ("name",) * bool(
        _CALLED.fullmatch(heading)
    )


def kind_of(columns: set[str]) -> Kind | None:
    """Return what a table with these columns holds, or None where that cannot be said.

    A list of workers needs one detail of the workers besides the identifier.
    """
    if "worker" not in columns:
        return None
    if columns & PAY:
        return Kind.PAYSLIPS
    if {"start", "end"} <= columns:
        return Kind.SHIFTS
    return Kind.WORKERS if columns & (_DETAILS - {"name"}) else None


def heading_words(heading: str) -> str:
    """Return a heading's words in small letters; `PeriodFrom` is two words."""
    return " ".join(re.findall(r"[a-z0-9]+", _CAMEL.sub(" ", heading).lower()))


def plain_heading(heading: str) -> str:
    """Return a heading in small letters without what stands in brackets, or its punctuation."""
    words = re.sub(r"\(.*?\)|[£']", "", _CAMEL.sub(" ", heading).lower())
    return re.sub(r"[^a-z0-9]+", " ", words).strip()


def day_columns(headings: list[str]) -> dict[int, int | date]:
    """Return the columns of a grid with their days: the date, or the weekday with Monday 0.

    Dates are read where five headings or more have one (`Mon 06/07/2026`). Else the answer is
    empty unless five headings or more are days of the week, each once.
    """
    dated = {index: on for index, each in enumerate(headings) if (on := _date_in(each))}
    if len(dated) >= _GRID and len(set(dated.values())) == len(dated):
        return dict(dated)
    days: dict[int, int | date] = {}
    for index, heading in enumerate(headings):
        word = re.match(r"[a-z]+", plain_heading(heading))
        day = _DAYS.get(word.group(0)) if word else None
        if day is not None and plain_heading(heading) not in _OURS:
            days[index] = day
    return days if len(days) >= _GRID and len(set(days.values())) == len(days) else {}


def _date_in(heading: str) -> date | None:
    match = _DATE.search(heading)
    if not match:
        return None
    year, month, day, *numbered = (int(each) for each in match.groups(default="0"))
    if numbered[2]:
        day, month, year = numbered[0], numbered[1], numbered[2] + 2000 * (numbered[2] < 100)
    try:
        return date(year, month, day)
    except ValueError:
        return None
