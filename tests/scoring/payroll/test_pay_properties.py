"""What must hold for any payslip: excepted deductions, moved shifts and more pay."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from app.features.payroll_checks.service import check_pay
from scoring.findings import Finding
from scoring.payroll.samples import Workers
from scoring.payroll.work_kinds import WorkKind
from scoring.reference.vocabulary import Outcome
from tests.scoring.payroll.sample import AT, day, of, people, shifts, slips

EXCEPTED = (
    "PAYE",
    "Student loan",
    "Attachment of earnings",
    "Unison subscription",
    "Deduction: overpayment",
    "Season ticket loan",
    "Pension",
    "Advance of wages",
)
RANK = {Outcome.NOT_MET: 0, Outcome.UNKNOWN: 1, Outcome.MET: 2}
WEEK = {"start": day("2026-07-06"), "end": day("2026-07-12")}
pence = st.integers(0, 90_000)
hours = st.integers(0, 60 * 60)


def result(found: tuple[Finding, ...] | list[Finding]) -> list[tuple[str, str, str]]:
    return [(each.rule, each.outcome.value, each.detail) for each in found]


@settings(max_examples=15, deadline=None)
@given(
    name=st.sampled_from(EXCEPTED),
    gross=st.integers(30_000, 70_000),
    taken=st.integers(1, 40_000),
    own=st.sampled_from([0, 1_000]),
    weeks=st.integers(1, 3),
)
def test_check_pay_with_an_excepted_deduction_gives_the_same_result(
    name: str, gross: int, taken: int, own: int, weeks: int
) -> None:
    def file(more: str, cell: str) -> bytes:
        rows = [
            f"A,2026-07-{6 + 7 * week:02},2026-07-{12 + 7 * week:02},40,{gross / 100:.2f},"
            f"{own / 100:.2f}{cell}"
            for week in range(weeks)
        ]
        head = f"employee,period start,period end,hours,gross,uniform{more}"
        return "\n".join([head, *rows]).encode()

    without = check_pay([("payslips.csv", file("", ""))], at=AT)
    with_it = check_pay([("payslips.csv", file(f",{name}", f",{taken / 100:.2f}"))], at=AT)
    assert result(with_it.findings) == result(without.findings)


@settings(max_examples=25, deadline=None)
@given(
    lengths=st.lists(st.integers(60, 600), min_size=1, max_size=7),
    gross=pence,
    paid=hours,
    data=st.data(),
)
def test_minimum_wage_with_shifts_moved_within_the_period_is_the_same(
    lengths: list[int], gross: int, paid: int, data: st.DataObject
) -> None:
    def due(days: list[int]) -> list[tuple[str, str, str]]:
        rows = [
            (0, f"2026-07-{6 + each:02} 08:00", f"2026-07-{6 + each:02} {_clock(length)}", 0)
            for each, length in zip(days, lengths, strict=True)
        ]
        slip = slips([{**WEEK, "minutes": paid, "gross": gross}])
        return result(of("payslip.minimum_wage", shifts(rows), slip, adult()))

    order = st.permutations(range(7)).map(lambda each: list(each)[: len(lengths)])
    assert due(data.draw(order)) == due(data.draw(order))


@settings(max_examples=30, deadline=None)
@given(
    gross=pence,
    more=st.integers(1, 20_000),
    minutes=hours,
    uncounted=st.sampled_from([0, 2_000]),
    taken=st.sampled_from([0, 1_500]),
    unclear=st.sampled_from([0, 700]),
    rent=st.sampled_from([0, 9_000]),
    night=st.booleans(),
)
def test_minimum_wage_with_more_pay_is_never_worse(
    gross: int,
    more: int,
    minutes: int,
    uncounted: int,
    taken: int,
    unclear: int,
    rent: int,
    night: bool,
) -> None:
    rows = [(0, "2026-07-06 09:00", "2026-07-06 17:00", 0)]
    rows += [(0, "2026-07-06 22:00", "2026-07-07 07:00", 0)] if night else []
    slip = {**WEEK, "minutes": 480 if night else minutes, "uncounted": uncounted}
    slip |= {"taken": taken, "unclear": unclear, "rent": rent, "rent_days": 7 * (rent > 0)}

    def judged(pay: int) -> tuple[int, float]:
        paid = slips([{**slip, "gross": pay}])
        found = of("payslip.minimum_wage", shifts(rows), paid, adult())[0]
        short = re.search(r"Paid £([\d,.]+) less", found.detail)
        return RANK[found.outcome], -float(short.group(1).replace(",", "")) if short else 0.0

    assert judged(gross + more) >= judged(gross)


def adult() -> Workers:
    known = {"born": [day("1985-01-01")], "started": [day("2020-01-06")], "apprentice": [0]}
    return people(1, contract=[int(WorkKind.TIME)], **known)


def _clock(length: int) -> str:
    at = 8 * 60 + length
    return f"{at // 60:02}:{at % 60:02}"
