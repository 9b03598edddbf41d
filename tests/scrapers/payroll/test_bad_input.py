"""Bad rows are named by file and row, nothing is guessed, and the rest is judged."""

import csv
import io
from contextlib import suppress
from datetime import date, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.errors import DocumentUnreadable
from scrapers.payroll import RowNotice, Sample, read_sample

ROTA = "worker,date,start,end,break\n"
SLIPS = "worker,period start,period end,hours,gross,deductions,rent\n"
PEOPLE = "worker,name,date of birth,place\n"
GOOD_SHIFT = "B2,2026-06-01,08:00,16:00,30\n"
GOOD_SLIP = "B2,2026-06-01,2026-06-30,100,1300.00,0,0\n"


def read(text: str) -> Sample:
    return read_sample([("file.csv", text.encode())])


def about(sample: Sample, row: int) -> RowNotice:
    return next(each for each in sample.notices if each.row == row)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("A1,soon,08:00,16:00,30", "not a day and time", id="a date that is none"),
        pytest.param("A1,2026-02-30,08:00,16:00,30", "not a day and time", id="30 February"),
        pytest.param("A1,06/13/2026,08:00,16:00,30", "not a day and time", id="month first"),
        pytest.param("A1,2026-06-01,morning,16:00,30", "Start “morning”", id="no start time"),
        pytest.param("A1,2026-06-01,08:00,25:00,30", "End “25:00”", id="25 o'clock"),
        pytest.param("A1,2026-06-01,08:00,,30", "No end is given", id="no end"),
        pytest.param("A1,2026-06-01,08:00", "No end is given", id="a row cut short"),
        pytest.param(",2026-06-01,08:00,16:00,30", "No worker is named", id="no worker"),
        pytest.param("A1,2026-06-01,08:00,16:00,-30", "below zero", id="a break below zero"),
        pytest.param("A1,2026-06-01,08:00,16:00,481", "longer than the shift", id="long break"),
        pytest.param(
            "A1,,2026-06-01T16:00,2026-06-01T08:00,30", "ends at or before", id="ends first"
        ),
        pytest.param(
            "A1,,2026-06-01T08:00,2026-06-03T08:00,30", "over 36 hours", id="two days long"
        ),
        pytest.param("A1,1926-06-01,08:00,16:00,30", "before the year 2000", id="long ago"),
        pytest.param("A1,2926-06-01,08:00,16:00,30", "or after 2090", id="far ahead"),
        pytest.param(
            "A1,2026-03-29,01:30,09:00,30", "never was", id="a time that the spring change skips"
        ),
    ],
)
def test_a_bad_shift_is_left_out_by_row_and_the_rest_is_read(row: str, said: str) -> None:
    sample = read(ROTA + row + "\n" + GOOD_SHIFT)
    told = about(sample, 2)
    assert said in told.problem
    assert (told.file, told.left_out) == ("file.csv", True)
    assert sample.shifts.row.tolist() == [3]


@pytest.mark.parametrize(
    ("row", "minutes"),
    [
        pytest.param("A1,2026-06-01,22:00,06:00,0", 480, id="over midnight"),
        pytest.param("A1,2026-06-01,16:00,24:00,0", 480, id="until midnight"),
        pytest.param("A1,2026-06-01,16:00,00:00,0", 480, id="until midnight, written as nought"),
        pytest.param("A1,2026-06-01,00:00,08:00,0", 480, id="from midnight"),
        pytest.param("A1,2026-03-28,22:00,06:00,0", 420, id="the night that loses an hour"),
        pytest.param("A1,2026-10-24,22:00,06:00,0", 540, id="the night that gains an hour"),
        pytest.param("A1,1 June 2026,8am,4pm,0", 480, id="a date and times as text"),
        pytest.param("A1,01/06/26,8.00,16.00,0", 480, id="two figures for the year"),
        pytest.param("A1,,2026-06-01T07:00Z,2026-06-01T15:00Z,0", 480, id="in universal time"),
    ],
)
def test_a_shift_has_its_true_length(row: str, minutes: int) -> None:
    sample = read(ROTA + row + "\n")
    assert (sample.shifts.end - sample.shifts.start).tolist() == [minutes]
    assert not sample.notices


def test_a_time_that_happened_twice_is_read_as_the_first_and_said_so() -> None:
    sample = read(ROTA + "A1,2026-10-25,01:30,09:30,0\n")
    assert "was twice" in about(sample, 2).problem
    assert not about(sample, 2).left_out
    assert (sample.shifts.end - sample.shifts.start).tolist() == [9 * 60]


def test_a_break_that_cannot_be_read_is_unknown_and_the_shift_stays() -> None:
    sample = read(ROTA + "A1,2026-06-01,08:00,16:00,lunch\n")
    assert "unknown" in about(sample, 2).problem
    assert sample.shifts.pause.tolist() == [-1]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("A1,,,100,1300.00,0,0", "no pay period", id="pay with no period"),
        pytest.param("A1,2026-06-01,,100,1300,0,0", "no pay period", id="half a period"),
        pytest.param("A1,2026-06-30,2026-06-01,100,1300,0,0", "ends before", id="backwards"),
        pytest.param("A1,June,2026-06-30,100,1300,0,0", "not a date", id="a month's name"),
        pytest.param("A1,2026-06-01,2026-06-30,-5,1300,0,0", "below zero", id="negative hours"),
        pytest.param("A1,2026-06-01,2026-06-30,100,€1300,0,0", "not in pounds", id="euros"),
        pytest.param("A1,2026-06-01,2026-06-30,100,1300 PLN,0,0", "not in pounds", id="zloty"),
        pytest.param("A1,2026-06-01,2026-06-30,100,-1300,0,0", "below zero", id="negative pay"),
        pytest.param("A1,2026-06-01,2026-06-30,100,lots,0,0", "not an amount", id="no amount"),
        pytest.param("A1,2026-06-01,2026-06-30,100,1300,$5,0", "not an amount", id="dollars off"),
        pytest.param("A1,2026-06-01,2026-06-30,100,1300,0,some", "not an amount", id="rent"),
        pytest.param("A1,1926-06-01,2026-06-30,9,90,0,0", "before the year 2000", id="long ago"),
        pytest.param("A1,2026-06-01,2926-06-30,9,90,0,0", "or after 2090", id="far ahead"),
    ],
)
def test_a_bad_payslip_is_left_out_by_row_and_the_rest_is_read(row: str, said: str) -> None:
    sample = read(SLIPS + row + "\n" + GOOD_SLIP)
    assert said in about(sample, 2).problem
    assert about(sample, 2).left_out
    assert sample.payslips.row.tolist() == [3]
    assert sample.workers.incomplete.tolist() == [True, False]


def test_a_column_of_currencies_leaves_out_what_is_not_in_pounds() -> None:
    head = "worker,period start,period end,hours,gross,deductions,rent,currency\n"
    rows = "A1,2026-06-01,2026-06-30,9,90,0,0,EUR\nB2,2026-06-01,2026-06-30,9,90,0,0,GBP\n"
    sample = read(head + rows)
    assert "EUR" in about(sample, 2).problem
    assert sample.payslips.row.tolist() == [3]


def test_days_of_accommodation_without_a_charge_are_said_to_be_read_as_a_free_home() -> None:
    head = "worker,period start,period end,hours,gross,deductions,rent,rent days\n"
    period = "2026-06-01,2026-06-30,9,90,0"
    rows = ("A1", ",30"), ("A2", "100,"), ("A3", ","), ("A4", "100,31")
    sample = read(head + "".join(f"{who},{period},{rest}\n" for who, rest in rows))
    assert sample.payslips.rent_days.tolist() == [30, 30, 0]
    told = {(each.row, each.left_out) for each in sample.notices}
    assert told == {(2, False), (5, True)}
    assert "free home" in about(sample, 2).problem


def test_hours_that_are_no_number_are_unknown_never_zero() -> None:
    sample = read(SLIPS + "A1,2026-06-01,2026-06-30,many,1300,0,0\n")
    assert sample.payslips.minutes.tolist() == [-1]


def test_a_period_over_a_month_is_kept_and_said_to_be_too_long() -> None:
    sample = read(SLIPS + "A1,2026-06-01,2026-07-01,9,90,0,0\nA1,2026-07-02,2026-08-02,9,90,0,0\n")
    assert [each.row for each in sample.notices] == [3]
    assert "longer than a month" in about(sample, 3).problem
    assert sample.payslips.row.tolist() == [2, 3]


def test_a_place_that_nobody_knows_leaves_london_unknown() -> None:
    sample = read(PEOPLE + "A1,Ann,1990-01-01,Site 4 behind the depot\nB2,Bo,1990-01-01,Camden\n")
    assert "Site 4 behind the depot" in about(sample, 2).problem
    assert sample.workers.london.tolist() == [-1, 1]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("A1,Ann,1990-01-01,Camden\nA1,Bo,1990-01-01,Camden\n", id="two names"),
        pytest.param("A1,,1990-01-01,Camden\nA1,,1991-01-01,Camden\n", id="two days of birth"),
    ],
)
def test_two_workers_with_one_identifier_are_named_by_row_under_a_pseudonym(rows: str) -> None:
    sample = read(PEOPLE + rows + "B2,Cy,1990-01-01,Camden\n")
    told = [each for each in sample.notices if "two people" in each.problem]
    assert [each.row for each in told] == [2, 3]
    assert all("Worker 001" in each.problem and "A1" not in each.problem for each in told)
    assert sample.workers.shared_id.tolist() == [True, False]


def test_two_names_for_one_identifier_in_the_rota_are_noticed_too() -> None:
    rota = "worker,name,date,start,end,break\n"
    rows = "A1,Ann,2026-06-01,08:00,16:00,30\nA1,ANN ,2026-06-02,08:00,16:00,30\n"
    assert not read(rota + rows).workers.shared_id.any()
    assert read(rota + rows + "A1,Bo,2026-06-02,08:00,16:00,30\n").workers.shared_id.all()


def test_one_worker_whose_details_differ_has_none_of_them_used() -> None:
    sample = read(PEOPLE + "A1,Ann,1990-01-01,Camden\nA1,Ann,1990-01-01,Leeds\n")
    assert [each.row for each in sample.notices] == [2, 3]
    assert sample.workers.london.tolist() == [-1]
    assert not sample.workers.shared_id.any()


def test_no_notice_quotes_a_day_of_birth_or_an_identifier() -> None:
    sample = read(PEOPLE + "SECRET1,Ann,31/31/1990,Camden\nSECRET1,Bo,1990-01-01,Camden\n")
    said = " ".join(each.problem for each in sample.notices)
    assert "31/31" not in said
    assert "SECRET1" not in said
    assert "Date of birth is not a date" in said


def test_a_quotation_mark_that_never_closes_costs_a_row_at_most() -> None:
    sample = read(ROTA + 'A1,2026-06-01,"08:00,16:00,30\n' + GOOD_SHIFT)
    assert 3 in sample.shifts.row.tolist()


def test_rows_of_two_files_are_told_apart() -> None:
    files = [(name, (ROTA + GOOD_SHIFT).encode()) for name in ("june.csv", "july.csv")]
    sample = read_sample(files)
    places = [sample.lines[next(iter(sample.lines))].place(row) for row in sample.shifts.row]
    assert places == [("june.csv", 2), ("july.csv", 2)]


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_workbook_with_a_title_and_typed_cells_reads_as_the_csv_does() -> None:
    rows = [
        ["Rota of the east gate"],
        [],
        ["Employee No.", "Shift date", "Start time", "Finish", "Break (minutes)"],
        [7, date(2026, 6, 1), time(8), time(16), 30],
        [7, "not a date", time(8), time(16), 30],
    ]
    sample = read_sample([("rota.xlsx", workbook(rows))])
    plain = read(ROTA + "7,2026-06-01,08:00,16:00,30\n")
    assert sample.shifts.start.tolist() == plain.shifts.start.tolist()
    assert [(each.file, each.row) for each in sample.notices] == [("rota.xlsx: Sheet", 5)]


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"colour,size\nred,2\n", b"PK\x03\x04 no workbook", b"\x00\x01\x02" * 400],
    ids=["empty", "no table", "other headings", "a damaged workbook", "bytes"],
)
def test_a_file_that_is_no_sample_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(DocumentUnreadable, match=r"odd\.csv"):
        read_sample([("odd.csv", content)])


cells = st.one_of(
    st.sampled_from(["", "A1", "2026-06-01", "08:00", "16:00", "30", "-1", "1e9", "£5", "soon"]),
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)), max_size=12),
)


@given(st.lists(st.lists(cells, min_size=7, max_size=7), max_size=8))
def test_every_filled_row_is_read_or_named(rows: list[list[str]]) -> None:
    for head, of in ((ROTA, "shifts"), (SLIPS, "payslips")):
        width = head.count(",") + 1
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(each[:width] for each in rows)
        sample = read(head + text.getvalue())
        left_out = {each.row for each in sample.notices if each.left_out}
        assert getattr(sample, of).row.size + len(left_out) == sample.rows


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    for whole in (content, ROTA.encode() + content):
        with suppress(DocumentUnreadable):
            assert read_sample([("odd.csv", whole)]).rows >= 0


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "a PDF", id="payslips as a PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "a picture", id="a photograph of a rota"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture", id="a scan"),
        pytest.param(b"<!DOCTYPE html><html><table>", "a web page", id="a page saved as a file"),
        pytest.param(b"  \n", "is empty", id="nothing"),
    ],
)
def test_a_file_without_cells_is_refused_with_what_to_ask_for(content: bytes, kind: str) -> None:
    with pytest.raises(DocumentUnreadable, match=r"payslips\.pdf") as raised:
        read_sample([("payslips.pdf", content)])
    assert kind in raised.value.reason
