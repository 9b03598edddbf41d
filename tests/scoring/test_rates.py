from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scoring.london import in_london, postcode_in_london
from scoring.rates import (
    NoRate,
    Place,
    Rate,
    accommodation_offset,
    apprentice_rate_applies,
    employer_costs,
    living_wage,
    living_wage_rows,
    minimum_wage,
    minimum_wage_rows,
)

TABLES = Path(__file__).resolve().parents[2].parent / "shared" / "design" / "rules.md"


@pytest.mark.parametrize(
    ("at", "london", "uk"),
    [
        pytest.param(date(2026, 4, 30), "13.85", "12.60", id="the day before the pay-by day"),
        pytest.param(date(2026, 5, 1), "14.80", "13.45", id="on the pay-by day"),
        pytest.param(date(2026, 5, 2), "14.80", "13.45", id="the day after the pay-by day"),
        pytest.param(date(2027, 4, 30), "14.80", "13.45", id="the last day the last row serves"),
        pytest.param(date(2017, 5, 1), "9.75", "8.45", id="the first pay-by day of the table"),
    ],
)
def test_the_living_wage_is_the_one_that_must_be_paid(at: date, london: str, uk: str) -> None:
    rates = [living_wage(place, at) for place in (Place.LONDON, Place.UK)]
    assert [rate.amount for rate in rates if isinstance(rate, Rate)] == [
        Decimal(london),
        Decimal(uk),
    ]


@pytest.mark.parametrize("row", [row for row in living_wage_rows() if row.must_pay_by], ids=str)
def test_each_living_wage_begins_on_its_pay_by_day_and_not_before(row: object) -> None:
    from datetime import timedelta

    from scoring.rates import LivingWageRow

    assert isinstance(row, LivingWageRow)
    assert row.must_pay_by
    on = living_wage(Place.LONDON, row.must_pay_by)
    before = living_wage(Place.LONDON, row.must_pay_by - timedelta(days=1))
    assert isinstance(on, Rate)
    assert on.amount == row.london
    assert isinstance(before, NoRate) or before.amount < row.london


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(date(2016, 12, 31), id="before the first known pay-by day"),
        pytest.param(date(2027, 5, 1), id="the day the missing next rate must be paid"),
        pytest.param(date(2099, 1, 1), id="long after the table"),
    ],
)
def test_a_day_outside_the_living_wage_table_has_no_rate(at: date) -> None:
    rate = living_wage(Place.LONDON, at)
    assert isinstance(rate, NoRate)
    assert rate.reason.startswith("unknown: no rate for this date")


def test_once_the_next_announcement_is_overdue_the_rate_says_so() -> None:
    fresh, stale = (living_wage("London", day) for day in (date(2026, 10, 31), date(2026, 11, 1)))
    assert isinstance(fresh, Rate)
    assert fresh.stale == ""
    assert isinstance(stale, Rate)
    assert stale.stale == "Living Wage rates not updated since 22 October 2025"


def test_an_unknown_place_has_no_rate() -> None:
    rate = living_wage("Site 4, behind the depot", date(2026, 6, 1))
    assert isinstance(rate, NoRate)
    assert "not known to be in or outside London" in rate.reason


@pytest.mark.parametrize(
    ("age", "at", "amount"),
    [
        pytest.param(25, date(2016, 9, 30), "7.20", id="25 on 30 September 2016"),
        pytest.param(24, date(2016, 9, 30), "6.70", id="24 on 30 September 2016"),
        pytest.param(24, date(2016, 10, 1), "6.95", id="24 on 1 October 2016"),
        pytest.param(23, date(2021, 3, 31), "8.20", id="23 the day before the band fell to 23"),
        pytest.param(23, date(2021, 4, 1), "8.91", id="23 on the day the band fell to 23"),
        pytest.param(22, date(2021, 4, 1), "8.36", id="22 just under the band"),
        pytest.param(21, date(2024, 3, 31), "10.18", id="21 the day before the band fell to 21"),
        pytest.param(21, date(2024, 4, 1), "11.44", id="21 on the day the band fell to 21"),
        pytest.param(20, date(2026, 4, 1), "10.85", id="20 just under the adult band"),
        pytest.param(18, date(2026, 4, 1), "10.85", id="18 on the youth band"),
        pytest.param(17, date(2026, 4, 1), "8.00", id="17 just under the youth band"),
        pytest.param(16, date(2026, 4, 1), "8.00", id="16, the youngest"),
    ],
)
def test_the_minimum_wage_follows_age_and_day(age: int, at: date, amount: str) -> None:
    rate = minimum_wage(age, at)
    assert isinstance(rate, Rate)
    assert rate.amount == Decimal(amount)


def test_a_provisional_year_is_marked_and_keeps_the_last_confirmed_figure() -> None:
    rate = minimum_wage(30, date(2027, 4, 1))
    assert isinstance(rate, Rate)
    assert rate.provisional
    assert rate.confirmed_floor == Decimal("12.71")
    assert not getattr(minimum_wage(30, date(2027, 3, 31)), "provisional", True)


@pytest.mark.parametrize(
    ("age", "at"),
    [
        pytest.param(15, date(2026, 6, 1), id="a child of 15"),
        pytest.param(30, date(2016, 3, 31), id="the day before the table"),
        pytest.param(30, date(2028, 4, 1), id="the day after the table"),
    ],
)
def test_there_is_no_minimum_wage_outside_the_table(age: int, at: date) -> None:
    assert isinstance(minimum_wage(age, at), NoRate)


def test_the_apprentice_rate_is_for_under_19s_or_the_first_year() -> None:
    assert apprentice_rate_applies(18, in_first_year=False)
    assert apprentice_rate_applies(19, in_first_year=True)
    assert not apprentice_rate_applies(19, in_first_year=False)
    assert getattr(minimum_wage(30, date(2025, 4, 1), apprentice=True), "amount", 0) == Decimal(
        "7.55"
    )


def test_the_accommodation_offset_is_unknown_where_no_figure_was_published() -> None:
    assert getattr(accommodation_offset(date(2026, 4, 1)), "amount", 0) == Decimal("11.10")
    assert getattr(accommodation_offset(date(2026, 3, 31)), "amount", 0) == Decimal("10.66")
    assert isinstance(accommodation_offset(date(2027, 4, 1)), NoRate)
    assert isinstance(accommodation_offset(date(2016, 9, 30)), NoRate)


def test_employer_national_insurance_changed_in_april_2025() -> None:
    before, after = employer_costs(date(2025, 4, 5)), employer_costs(date(2025, 4, 6))
    assert not isinstance(before, NoRate)
    assert not isinstance(after, NoRate)
    assert (before.ni_rate, before.ni_threshold) == (Decimal("0.138"), Decimal(9100))
    assert (after.ni_rate, after.ni_threshold) == (Decimal("0.15"), Decimal(5000))
    assert isinstance(employer_costs(date(2020, 1, 1)), NoRate)


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ("London", True),
        ("City of Westminster", True),
        ("Royal Borough of Kensington & Chelsea", True),
        ("LB Camden", True),
        ("City of London", True),
        ("SW1E 6QP", True),
        ("UKI32", True),
        ("E09000033", True),
        ("10 Example Street, London", True),
        ("Leeds", False),
        ("LS1 1UR", False),
        ("UKE42", False),
        ("Scotland", False),
        ("CR0 1EA", None),
        ("E4 7QH", None),
        ("", None),
        ("England", None),
        ("Various", None),
    ],
)
def test_a_place_is_in_london_outside_it_or_unknown(place: str, answer: bool | None) -> None:
    assert in_london(place) is answer


def test_a_postcode_is_judged_by_its_area() -> None:
    assert postcode_in_london("sw1e6qp") is True
    assert postcode_in_london("M1 1AE") is False
    assert postcode_in_london("BR1 3UH") is None
    assert postcode_in_london("nonsense") is None


def _table(heading: str) -> list[list[str]]:
    if not TABLES.exists():
        pytest.skip("the shared design folder beside the project is absent")
    lines = TABLES.read_text().split(heading, 1)[1].splitlines()[2:]
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.replace("(v)", "").strip() for cell in line.strip("|").split("|")])
    return rows


def test_every_row_of_the_published_living_wage_table_is_in_the_data() -> None:
    written = _table("| announced | London | UK | pay by |")
    found = [row for row in written if "not found" not in row[1]]
    assert len(found) == len(living_wage_rows())
    for cells, row in zip(found, living_wage_rows(), strict=True):
        assert (Decimal(cells[1]), Decimal(cells[2])) == (row.london, row.uk)
        assert cells[0].endswith(f"{row.announced:%b %Y}") or f"{row.announced:%B %Y}" == cells[0]
        due = row.must_pay_by
        assert cells[3] == (f"{due.day} {due:%B %Y}" if due else "")
        assert row.source


def test_every_row_of_the_published_minimum_wage_table_is_in_the_data() -> None:
    data = {row.start.year: row for row in minimum_wage_rows()}
    written = _table("| from | top band (age) | next | 18-20 | 16-17 | apprentice |")
    assert len(written) == len(data)
    for cells in written:
        row = data[int(cells[0][:4])]
        adult, age = cells[1].replace(")", "").replace("+", "").split(" (")
        assert (Decimal(adult), int(age)) == (row.adult, row.adult_age)
        after = Decimal(cells[2].split(" ")[1]) if cells[2] != "–" else None
        assert after == row.next
        assert [Decimal(cell) for cell in cells[3:6]] == [row.youth, row.under_18, row.apprentice]
        assert (Decimal(cells[6]) if cells[6] != "–" else None) == row.offset
        assert row.provisional is ("provisional" in cells[0])
        assert row.source
