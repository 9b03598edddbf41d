"""The reference set: by hand, by plain loops and by the product, to the minute and the penny."""

import csv
import re
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from functools import cache
from pathlib import Path

import pytest

from app.features.payroll_checks.service import PayCheck, check_pay
from examples.payroll import make
from scoring.reference.vocabulary import Outcome
from tests.scoring.payroll import plain
from tests.scoring.payroll.sample import workers_of

SET = Path(make.__file__).parent
AT = date(2026, 7, 20)
APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
PENNY = Decimal("0.01")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((SET / name).read_text().splitlines()))


def minutes(text: str) -> int:
    hours, _, rest = text.partition(":")
    return int(hours) * 60 + int(rest or 0)


EXPECTED = {row["worker"]: row for row in rows("expected.csv")}
PEOPLE = {row["employee"]: row for row in rows("workers.csv")}


@cache
def shifts() -> dict[str, list[plain.Shift]]:
    found: dict[str, list[plain.Shift]] = defaultdict(list)
    for row in rows("rota.csv"):
        start, end = (
            datetime.fromisoformat(f"{row['date']}T{row[each]}") for each in ("start", "end")
        )
        end += timedelta(days=end <= start)
        start, end = (each.replace(tzinfo=plain.LONDON).astimezone(UTC) for each in (start, end))
        pause = int(row["break"]) if row["break"] else None
        found[row["employee"]].append(plain.Shift(start, end, pause))
    return found


@cache
def by_loops() -> dict[str, dict[str, plain.Told | None]]:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    opted = {"yes": True, "no": False, "": None}
    people = {
        name: plain.Person(
            day(row["date of birth"]),
            opted[row["opt out"]],
            day(row["start date"]),
            minutes(row["promised hours"]),
        )
        for name, row in PEOPLE.items()
    }
    return plain.judge(shifts(), people)


@cache
def judged() -> PayCheck:
    files = [(name, (SET / name).read_bytes()) for name in make.made()]
    return check_pay(files, at=AT)


def label(worker: str) -> str:
    return f"Worker 0{worker[1:]}"


def test_the_files_are_what_their_maker_makes() -> None:
    assert {name: (SET / name).read_text() for name in make.made()} == make.made()


def test_the_set_has_every_worker_over_seventeen_weeks() -> None:
    assert set(EXPECTED) == set(PEOPLE) == set(make.PLANS)
    assert len(EXPECTED) >= 25
    days = {each.day for worked in shifts().values() for each in worked}
    assert (max(days) - min(days)).days + 1 in range(113, 120)


@pytest.mark.parametrize("worker", EXPECTED)
def test_hours_by_hand_and_by_loops_agree_to_the_minute(worker: str) -> None:
    people = plain.Person(opted_out=False, started=date(2019, 1, 1))
    days = [each.day for each in shifts()[worker]]
    told = plain.Worker(people, min(days), max(days), sorted(shifts()[worker], key=plain.order))
    assert sum(told.minutes) == minutes(EXPECTED[worker]["worked"])
    assert plain.sixty(told)[1] == minutes(EXPECTED[worker]["most in seven days"])


@pytest.mark.parametrize("worker", EXPECTED)
def test_hour_rules_by_hand_and_by_loops_agree(worker: str) -> None:
    for column, verdict in (("not met", plain.BROKEN), ("unknown", plain.DOUBTFUL)):
        by_hand = {each for each in EXPECTED[worker][column].split() if each in plain.RULES}
        looped = {
            rule for rule, told in by_loops().items() if (told[worker] or "")[:1] == (verdict,)
        }
        assert looped == by_hand


@pytest.mark.parametrize("worker", EXPECTED)
def test_the_product_finds_by_worker_what_was_found_by_hand(worker: str) -> None:
    found = {
        each.rule
        for each in judged().findings
        if each.outcome is Outcome.NOT_MET and label(worker) in workers_of(each)
    }
    unsure = {
        each.rule
        for each in judged().findings
        if each.outcome is Outcome.UNKNOWN and re.search(rf"\b{label(worker)}\b", each.detail)
    }
    assert found == set(EXPECTED[worker]["not met"].split())
    assert unsure == set(EXPECTED[worker]["unknown"].split())


FIGURES = [
    ("minimum wage short", "payslip.minimum_wage", "£{}"),
    ("Living Wage short", "payslip.living_wage", "£{}"),
    ("hours unpaid", "payslip.unpaid_hours", "{}"),
    ("holiday missing", "payslip.holiday", "{}"),
    ("worked", "hours.weekly_average", "{}"),
    ("worked", "hours.night_work", "{}"),
    ("most in seven days", "hours.sixty", "{}"),
]


@pytest.mark.parametrize(("column", "rule", "form"), FIGURES, ids=[each[1] for each in FIGURES])
def test_the_product_agrees_to_the_minute_and_the_penny(column: str, rule: str, form: str) -> None:
    short = {
        who: said
        for each in judged().findings
        if each.rule == rule and each.outcome is Outcome.NOT_MET
        for who, said in workers_of(each).items()
    }
    assert short
    for worker, row in EXPECTED.items():
        if label(worker) in short:
            assert form.format(said(row[column])) in short[label(worker)]
        else:
            assert rule not in row["not met"]


def said(figure: str) -> str:
    if ":" in figure:
        return f"{minutes(figure) // 60:,} h {minutes(figure) % 60:02} min"
    return f"{Decimal(figure):,}"


def rate(person: dict[str, str], first: date) -> Decimal:
    """The minimum wage of a worker by age on the first day, typed here from the Regulations."""
    born = date.fromisoformat(person["date of birth"])
    new = first >= APRIL
    if person["apprentice"] == "yes" or first < plain.birthday(born, 18):
        return Decimal("8.00" if new else "7.55")
    if first < plain.birthday(born, 21):
        return Decimal("10.85" if new else "10.00")
    return Decimal("12.71" if new else "12.21")


def living(person: dict[str, str], first: date) -> Decimal | None:
    born = date.fromisoformat(person["date of birth"])
    if person["apprentice"] == "yes" or first < plain.birthday(born, 18):
        return None
    if person["place of work"] == "Westminster":
        return Decimal("14.80" if first >= MAY else "13.85")
    return Decimal("13.45" if first >= MAY else "12.60")


@pytest.mark.parametrize("worker", sorted(set(EXPECTED) - {"W30", "W33"}))
def test_pay_by_hand_and_by_loops_agrees_to_the_penny(worker: str) -> None:
    person = PEOPLE[worker]
    told = plain.Worker(plain.Person(), AT, AT, sorted(shifts()[worker], key=plain.order))
    short = {"minimum": Decimal(), "living": Decimal()}
    unpaid = missing = 0
    for slip in (each for each in rows("payslips.csv") if each["employee"] == worker):
        first, last = (date.fromisoformat(slip[f"period {each}"]) for each in ("start", "end"))
        worked = sum(
            length
            for shift, length in zip(told.shifts, told.minutes, strict=True)
            if first <= shift.day <= last
        )
        offset = Decimal("11.10" if first >= APRIL else "10.66")
        rent = Decimal(slip["accommodation"] or 0) - offset * int(slip["accommodation days"] or 0)
        kept = Decimal(slip["gross"]) - max(rent, Decimal())
        kept -= Decimal(slip["premium"] or 0) + Decimal(slip["deductions"] or 0)
        counted = max(worked, minutes(slip["hours"]))
        hours = Decimal(counted) / 60
        for name, owed in (("minimum", rate(person, first)), ("living", living(person, first))):
            less = Decimal() if owed is None else hours * owed - kept
            short[name] += max(less, Decimal()).quantize(PENNY, ROUND_CEILING)
        late = worked - minutes(slip["hours"])
        unpaid += late if late > 15 else 0
        missing += counted * 1207 // 10000 - minutes(slip["holiday accrued"])
    by_hand = EXPECTED[worker]
    assert short["minimum"] == Decimal(by_hand["minimum wage short"] or 0)
    assert short["living"] == Decimal(by_hand["Living Wage short"] or 0)
    assert unpaid == minutes(by_hand["hours unpaid"] or "0")
    assert missing == minutes(by_hand["holiday missing"] or "0")
