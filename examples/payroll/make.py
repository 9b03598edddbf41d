"""Makes the reference set: 33 workers over 17 weeks, each with one thing to be found or not.

`python examples/payroll/make.py` writes rota.csv, payslips.csv and workers.csv beside itself. The
arithmetic is in README.md and the figures that must come out in expected.csv, both by hand.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from pathlib import Path

HERE = Path(__file__).parent
FIRST = date(2026, 3, 16)  # a Monday; the clocks go forward on 29 March, rates rise on 1 April
WEEKS = 17
NEW_RATES = 3  # the week of 6 April is the first to begin after 1 April
MON_FRI, MON_SAT = (0, 1, 2, 3, 4), (0, 1, 2, 3, 4, 5)
Break = int | None


@dataclass(frozen=True)
class Plan:
    """What one worker works and is paid: the usual week, and the days that differ.

    Attributes:
        days: Days worked each week, Monday 0.
        start: The usual start.
        end: The usual end.
        pause: The usual break in minutes, None where it is not recorded.
        other: Shifts of single days by week and day; an empty list is a day off.
        weeks: Weeks worked.
        rate: Pounds an hour by week.
        paid: Minutes paid each week, where not those worked.
        slip: Other cells of each week's payslip.
        person: Cells of the list of workers.
    """

    days: tuple[int, ...] = MON_FRI
    start: str = "08:30"
    end: str = "16:30"
    pause: Break = 30
    other: dict[tuple[int, int], list[tuple[str, str, Break]]] | None = None
    weeks: tuple[int, ...] = tuple(range(WEEKS))
    rate: tuple[Decimal, ...] = (Decimal("14.80"),) * WEEKS
    paid: int | None = None
    slip: dict[str, str] | None = None
    person: dict[str, str] | None = None

    def shifts(self, week: int) -> Iterable[tuple[date, str, str, Break]]:
        """Every shift of a week: day, start, end, break."""
        other = self.other or {}
        for day in range(7):
            usual = [(self.start, self.end, self.pause)] if day in self.days else []
            for start, end, pause in other.get((week, day), usual):
                yield FIRST + timedelta(days=7 * week + day), start, end, pause

    def minutes(self, week: int) -> int:
        """Minutes worked in a week, breaks taken off."""
        return sum(_length(*each) - (each[3] or 0) for each in self.shifts(week))


def _length(day: date, start: str, end: str, _: Break) -> int:
    begun, ended = (int(each[:2]) * 60 + int(each[3:]) for each in (start, end))
    over = ended <= begun
    lost = 60 if over and day == date(2026, 3, 28) else 0  # the night that loses an hour
    return ended - begun + (1440 if over else 0) - lost


def _at(amount: str) -> tuple[Decimal, ...]:
    return (Decimal(amount),) * WEEKS


PLAIN = Plan()
SIX_DAYS = Plan(MON_SAT, "07:30", "16:00")
SHORT_DAYS = Plan(MON_SAT, "07:30", "13:30", 0)
SEVEN_HOURS = Plan(start="08:30", end="16:00", rate=_at("12.71"))
LATE = {(16, 5): [("07:30", "16:01", 30)]}
FORTNIGHTS = {
    (week, day): [("07:30", "13:30", 0)] if week % 2 == 0 else []
    for week in range(WEEKS - 1)
    for day in (5, 6)
}
NIGHTS_AFTER_18 = {
    (week, day): [("22:00", "06:00", 30)] if day < 4 else []
    for week in range(11, WEEKS)
    for day in range(5)
}
YOUNG = {"date of birth": "2009-01-05"}

PLANS: dict[str, Plan] = {
    "W01": PLAIN,
    "W02": SIX_DAYS,
    "W03": replace(SIX_DAYS, other=LATE),
    "W04": replace(SIX_DAYS, other=LATE, person={"opt out": "yes"}),
    "W05": replace(SIX_DAYS, other=LATE, person={"opt out": ""}),
    "W06": Plan(MON_SAT, "07:30", "18:00"),
    "W07": Plan(MON_SAT, "07:29", "18:00"),
    "W08": replace(PLAIN, other={(5, 1): [("13:30", "21:30", 30)]}),
    "W09": replace(
        PLAIN, other={(5, 1): [("13:30", "21:30", 30)], (5, 2): [("08:29", "16:29", 30)]}
    ),
    "W10": replace(SHORT_DAYS, other={(4, 6): [("07:30", "13:30", 0)]}),
    "W11": replace(
        SHORT_DAYS, days=MON_FRI, other=FORTNIGHTS, person={"start date": "2019-03-11"}
    ),
    "W12": Plan(start="08:30", end="14:31", pause=20, other={(3, 2): [("08:30", "14:31", 19)]}),
    "W13": Plan(start="08:30", end="14:31", pause=None),
    "W14": Plan(end="17:00", rate=_at("8.00"), person=YOUNG),
    "W15": Plan(
        end="17:00", rate=_at("8.00"), person=YOUNG, other={(6, 3): [("08:30", "17:01", 30)]}
    ),
    "W16": Plan(
        start="10:30",
        end="16:30",
        other=NIGHTS_AFTER_18,
        rate=_at("8.00")[:11] + _at("10.85")[:6],
        person={"date of birth": "2008-06-01"},
    ),
    "W17": Plan(
        start="15:30",
        end="22:30",
        rate=_at("8.00"),
        person=YOUNG,
        other={(8, 4): [("16:01", "23:01", 30)]},
    ),
    "W18": Plan((1, 2, 3, 4, 5), "21:30", "05:30"),
    "W19": Plan(MON_SAT, "20:30", "05:30", 20, other={(16, 5): []}, person={"opt out": "yes"}),
    "W20": replace(PLAIN, other={(2, 2): [("08:30", "16:30", 30), ("14:30", "18:30", 0)]}),
    "W21": Plan(start="09:00", end="17:00", pause=60),
    "W22": Plan(
        MON_SAT,
        "07:30",
        "16:30",
        weeks=tuple(range(7, WEEKS)),
        person={"start date": "2026-05-04"},
    ),
    "W23": Plan(
        MON_SAT, "07:30", "16:30", weeks=tuple(range(7, WEEKS)), person={"start date": ""}
    ),
    "W24": Plan(end="17:00", paid=2250),
    "W25": replace(SEVEN_HOURS, rate=_at("12.70")),
    "W26": replace(SEVEN_HOURS, slip={"deductions": "10.00", "deduction reason": "uniform"}),
    "W27": replace(SEVEN_HOURS, slip={"accommodation": "90.00", "accommodation days": "7"}),
    "W28": replace(
        PLAIN, rate=_at("8.00"), person={"apprentice": "yes", "start date": "2026-03-02"}
    ),
    "W29": replace(PLAIN, rate=_at("13.45"), person={"place of work": "Leeds"}),
    "W30": replace(PLAIN, rate=_at("13.45"), person={"place of work": "the east depot"}),
    "W31": replace(
        SEVEN_HOURS,
        rate=_at("14.80"),
        slip={"holiday accrued": "0"},
        person={"contract type": "zero hours"},
    ),
    "W32": replace(SEVEN_HOURS, slip={"premium": "20.00"}),
    "W33": replace(SEVEN_HOURS, rate=_at("11.00"), person={"date of birth": ""}),
}


def rota() -> Iterable[tuple[object, ...]]:
    """Every row of the rota."""
    yield "employee", "date", "start", "end", "break"
    for name, plan in PLANS.items():
        for week in plan.weeks:
            for day, start, end, pause in plan.shifts(week):
                yield name, day, start, end, "" if pause is None else pause


def payslips() -> Iterable[tuple[object, ...]]:
    """Every row of the payslips, one a week: pay for each minute, rounded up to the penny."""
    cells = ("premium", "deductions", "deduction reason", "accommodation", "accommodation days")
    yield (
        *("employee", "period start", "period end", "hours", "gross", *cells),
        *("holiday accrued", "account", "own account"),
    )
    for name, plan in PLANS.items():
        for week in plan.weeks:
            first, minutes = FIRST + timedelta(days=7 * week), plan.paid or plan.minutes(week)
            exact = plan.rate[week] * minutes / 60
            gross = exact.quantize(Decimal("0.01"), ROUND_CEILING)
            slip = plan.slip or {}
            accrued = plan.minutes(week) * 1207 // 10000
            yield (
                *(name, first, first + timedelta(days=6), _clock(minutes), gross),
                *(slip.get(each, "") for each in cells),
                slip.get("holiday accrued", _clock(accrued)),
                *(f"account of {name}", "yes"),
            )


def workers() -> Iterable[tuple[object, ...]]:
    """Every row of the list of workers."""
    usual = {
        "date of birth": "1985-07-01",
        "start date": "2019-03-04",
        "promised hours": "48",
        "opt out": "no",
        "contract type": "hourly, regular",
        "job title": "warehouse operative",
        "apprentice": "no",
        "place of work": "Westminster",
    }
    yield "employee", *usual
    for name, plan in PLANS.items():
        yield name, *(usual | (plan.person or {})).values()


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def made() -> dict[str, str]:
    """Return each file's name and text."""
    tables = {"rota.csv": rota(), "payslips.csv": payslips(), "workers.csv": workers()}
    return {name: _text(rows) for name, rows in tables.items()}


def _text(rows: Iterable[tuple[object, ...]]) -> str:
    lines: list[str] = []

    class _Out:
        def write(self, line: str) -> None:
            lines.append(line)

    csv.writer(_Out(), lineterminator="\n").writerows(rows)
    return "".join(lines)


if __name__ == "__main__":
    for file, text in made().items():
        (HERE / file).write_text(text, encoding="utf-8")
