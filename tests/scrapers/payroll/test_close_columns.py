"""Two columns that may hold the same are a question to a person, and never a silent choice."""

import pytest

from scrapers.errors import HeadingsUnclear
from scrapers.payroll import Sample, read_sample

TIMES = (
    "employee,date,shift start,shift end,clock in,clock out,break\n"
    "A,06/07/2026,09:00,17:00,08:40,17:10,30\nA,07/07/2026,09:00,17:00,08:45,17:15,30\n"
)


def read(text: str, **columns: str) -> Sample:
    said = {heading.replace("_", " "): meaning for heading, meaning in columns.items()}
    return read_sample([("file.csv", text.encode())], said)


def test_close_columns_planned_and_clocked_times_are_asked_about() -> None:
    with pytest.raises(HeadingsUnclear) as raised:
        read(TIMES)
    assert [answers for _, answers in raised.value.choices] == [
        ("shift start = Start", "clock in = Start"),
        ("shift end = End", "clock out = End"),
    ]
    assert "file.csv" in raised.value.reason


def test_close_columns_as_a_person_chose_are_read_so() -> None:
    clocked = read(TIMES, clock_in="Start", clock_out="End").shifts
    assert (clocked.end - clocked.start).tolist() == [510, 510]
    planned = read(TIMES, shift_start="Start", shift_end="End").shifts
    assert (planned.end - planned.start).tolist() == [480, 480]


def test_close_columns_two_turns_of_a_day_are_no_question() -> None:
    turns = (
        "employee,date,start,end,clock in,clock out\n"
        "A,06/07/2026,06:00,10:00,16:00,20:00\nA,07/07/2026,06:00,10:00,16:00,20:00\n"
    )
    assert read(turns).shifts.start.size == 4


@pytest.mark.parametrize(
    ("headings", "cells", "asked"),
    [
        pytest.param("gross pay,total gross", "508.40,530.00", True, id="two of gross pay"),
        pytest.param("gross pay,total gross", "508.40,508.40", False, id="equal cells"),
        pytest.param("gross pay,taxable pay", "508.40,482.98", False, id="a sum for tax"),
        pytest.param("hours worked,total hours,gross", "40,42,508.40", True, id="two of hours"),
        pytest.param(
            "hours worked,basic hours,gross", "40,38,508.40", False, id="a part of hours"
        ),
        pytest.param("gross,net pay,net wages", "508.40,450,440", True, id="two of net pay"),
        pytest.param("gross,net pay,take home", "508.40,450,440", False, id="net and take home"),
        pytest.param("gross,rent,accommodation", "508.40,20,30", False, id="columns that add up"),
    ],
)
def test_close_columns_of_pay_are_asked_about_where_they_differ(
    headings: str, cells: str, asked: bool
) -> None:
    text = f"employee,period start,period end,{headings}\nA,2026-07-06,2026-07-12,{cells}\n"
    if asked:
        with pytest.raises(HeadingsUnclear):
            read(text)
    else:
        assert read(text).payslips.gross.tolist() == [50840]


def test_close_columns_less_plain_heading_that_differs_is_named() -> None:
    slips = (
        "employee,period start,period end,hours worked,hours paid,gross\n"
        "A,2026-07-06,2026-07-12,42,40,508.40\n"
    )
    sample = read(slips)
    assert sample.payslips.minutes.tolist() == [42 * 60]
    assert any("not “hours paid”" in each.problem for each in sample.notices)


def test_close_columns_number_of_the_row_is_not_the_worker() -> None:
    rota = "ID,Employee No,Employee,Date,Start,End\n" + "".join(
        f"{row},7,Ann Example,{row:02}/07/2026,09:00,17:00\n" for row in range(1, 5)
    )
    assert read(rota).ids == ("7",)


def test_close_columns_number_beside_names_is_the_worker() -> None:
    slips = "ID,Employee,Period start,Period end,Gross\n" + "".join(
        f"{number},{name} Example,2026-07-06,2026-07-12,500.00\n"
        for number, name in ((71, "Ann"), (72, "Bo"))
    )
    assert read(slips).ids == ("71", "72")


def test_close_columns_places_from_and_to_are_no_times() -> None:
    visits = (
        "carer,date,from,to,start time,end time\nA,06/07/2026,High Street,Mill Lane,09:00,10:00\n"
    )
    shifts = read(visits).shifts
    assert (shifts.end - shifts.start).tolist() == [60]


def test_close_columns_headed_alike_ask_for_other_headings() -> None:
    with pytest.raises(HeadingsUnclear) as raised:
        read(
            "employee,period start,period end,hours,gross,gross\n"
            "A,2026-07-06,2026-07-12,40,508.40,520\n"
        )
    assert "heading of its own" in raised.value.reason
