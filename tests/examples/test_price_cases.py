"""Prices worked by hand: the workbook is made, filled, read back and judged.

Rates of April 2026: legal minimum 12.71; Living Wage 13.45 from 1 May 2026, 14.80 in London (13.85
in April). For each worker employer's National Insurance is 15 % above 5,000 a year, pension 3 % of
6,240 to 50,270. Full cover pays 52/46.4 of the hours.
"""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from app.features.price_checks.words import summary
from app.features.price_checks.workbook import Term, price_workbook
from scoring.pricing.offer import PriceOffer
from scoring.pricing.years import OfferYear, PriceOutcome, offer_years
from scrapers.errors import DocumentUnreadable
from scrapers.price_workbook import POST_HEADINGS, Field, read_price_workbook

AT = date(2026, 11, 30)
FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
Post = tuple[Any, ...]


def filled(posts: list[Post], cells: dict[Field, Any] | None = None, *, end: date = LAST) -> bytes:
    """An empty workbook with posts and cells put where the labels say."""
    data = price_workbook(Term("C-1", (cells or {}).get(Field.PLACE, "Leeds"), FIRST, end), AT)
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["Price"]
    labels = {str(row[0].value): row[0].row for row in sheet.iter_rows() if row[0].value}
    for field, value in (cells or {}).items():
        sheet.cell(labels[field], 2).value = value
    for down, post in enumerate(posts, start=1):
        for column, value in enumerate(post, start=1):
            sheet.cell(labels[POST_HEADINGS[0]] + down, column).value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def judged(*given: Any, **more: Any) -> tuple[PriceOffer, tuple[OfferYear, ...]]:
    offer = read_price_workbook("price.xlsx", filled(*given, **more))
    years = offer_years(offer, AT)
    assert isinstance(years, tuple)
    return offer, years


CASES = [
    pytest.param(
        # 20,800 h × 12.71 = 264,368.00; NI 10 × 21,436.80 × 15 % = 32,155.20; pension 10 ×
        # 20,196.80 × 3 % = 6,059.04. Full cover: 296,274.48 + 36,941.17 + 7,016.23.
        [("Cleaner", 10, 40, 52)],
        {Field.PRICE: 310_000},
        ("302582.24", "340231.89", "between"),
        id="ten cleaners, price within the range",
    ),
    pytest.param(
        [("Cleaner", 10, 40, 52)],
        {Field.PRICE: 300_000},
        ("302582.24", "340231.89", "below"),
        id="ten cleaners, price below the least",
    ),
    pytest.param(
        # 4 × 42 × 52 + 40 × 52 = 10,816 h × 12.71 = 137,471.36; NI 4 × 3,413.80 + 3,215.52;
        # pension 4 × 645.56 + 605.90.
        [("Guard", 4, 42, 52), ("Supervisor", 1, 40, None)],
        {Field.PRICE: 180_000},
        ("157530.20", "177108.02", "covers"),
        id="two kinds of post, blank weeks are 52",
    ),
    pytest.param(
        # 20 × 7 × 39 = 5,460 h × 52/46.4 = 6,118.97 h × 12.71 = 77,772.05; each under 5,000.
        [("School cleaner", 20, 7, 39)],
        {Field.PRICE: 95_000},
        ("77772.05", "77772.05", "covers"),
        id="term time has its leave on top and no range",
    ),
    pytest.param(
        # 5,772 h: wages 73,362.12; NI 8,754.32 is within the allowance; pension 1,639.26.
        [("Caretaker", 3, 37, 52)],
        {Field.PRICE: 75_001, Field.ALLOWANCE: "yes"},
        ("75001.38", "84121.05", "below"),
        id="employment allowance takes the insurance off",
    ),
    pytest.param(
        # 364,000 h: wages 4,626,440.00; NI 543,966.00; pension 101,353.20; levy 0.5 %: 23,132.20.
        [("Carer", 200, 35, 52)],
        {Field.PRICE: 6_000_000, Field.LEVY: "Yes"},
        ("5294891.40", "5956552.09", "covers"),
        id="a large employer pays the levy",
    ),
    pytest.param(
        # Half cover: 9,360 × (1 + 2.8/46.4) = 9,924.83 h; at 12.71 it is 143,227.38 in all.
        [("Porter", 6, 30, 52, 12.71)],
        {Field.PRICE: 144_000, Field.COVER: 50},
        ("134756.21", "151698.55", "covers"),
        id="half of the leave is covered and paid for",
    ),
    pytest.param(
        [("Porter", 6, 30, 52, 12.71)],
        {Field.PRICE: 142_000, Field.COVER: "50%"},
        ("134756.21", "151698.55", "between"),
        id="half of the leave is covered and not paid for",
    ),
    pytest.param(
        # 2 × 20 h: 13,218.40 each; NI 15 % of 8,218.40 and pension 3 % of 6,978.40, twice.
        [("Cook", 2, 20, 52)],
        {},
        ("29321.02", "33085.99", "open"),
        id="no price is given",
    ),
    pytest.param(
        [("Barista", 5, 16, 46)],
        {Field.PRICE: 57_166},
        ("57167.00", "57167.00", "below"),
        id="46 weeks worked have their leave on top",
    ),
    pytest.param(
        [("Night guard", 1, 48, 52)],
        {Field.PRICE: 36_497.31},
        ("36497.31", "41015.27", "between"),
        id="a price of exactly the least",
    ),
]


@pytest.mark.parametrize(("posts", "cells", "right"), CASES)
def test_price_workbook_case_worked_by_hand_comes_out_as_worked(
    posts: list[Post], cells: dict[Field, Any], right: tuple[str, str, str]
) -> None:
    _, (year,) = judged(posts, cells)
    assert (*map(str, year.minimum), year.outcome.value) == right


def test_price_workbook_london_has_its_own_living_wage() -> None:
    # 12 × 25 h: 30 days at 13.85 and 335 at 14.80.
    _, (year,) = judged([("Cleaner", 12, 25, 52)], {Field.PLACE: "SW1A 1AA"})
    assert year.living == (Decimal("259754.66"), Decimal("292461.69"))
    _, (year,) = judged([("Cleaner", 10, 40, 52)], {Field.PLACE: "Leeds"})
    assert year.living == (Decimal("319251.99"), Decimal("358913.50"))


def test_price_workbook_parts_make_the_price() -> None:
    # Half cover at 13.45: 151,893.74; 8 % overhead, 2,000 of materials, 5 % margin.
    cells = {Field.COVER: 50, Field.OVERHEAD: 8, Field.OTHER: 2000, Field.MARGIN: 5}
    cells[Field.PRICE] = 170_000
    offer, years = judged([("Porter", 6, 30, 52, 13.45)], cells)
    assert years[0].own == (Decimal("151893.74"), Decimal("151893.74"))
    assert years[0].built == (Decimal("174347.50"), Decimal("174347.50"))
    assert any("sum of its own parts" in each for each in summary(offer, years))


def test_price_workbook_rate_below_the_minimum_is_named_and_paid_at_it() -> None:
    offer, years = judged([("Porter", 6, 30, 52, 12.21)], {Field.PRICE: 160_000})
    assert years[0].own == years[0].minimum
    assert any("Porter: £12.21 an hour" in each for each in summary(offer, years))


def test_price_workbook_indexation_gives_each_year_its_price() -> None:
    three = date(2029, 3, 31)
    _, years = judged([("Cleaner", 10, 40, 52)], {Field.PRICE: 350_000, Field.RISE: 4}, end=three)
    assert [each.price for each in years] == [350_000, 364_000, 378_560]
    assert [each.outcome for each in years] == ["covers", "open", "open"]
    _, years = judged([("Cleaner", 10, 40, 52)], {Field.PRICE: 350_000}, end=three)
    assert [each.price for each in years] == [350_000, None, None]
    assert "follows the wage rates" in years[1].question
    _, fixed = judged(
        [("Cleaner", 10, 40, 52)], {Field.PRICE: 350_000, Field.FOLLOWS: "no"}, end=three
    )
    assert [each.price for each in fixed] == [350_000] * 3


@pytest.mark.parametrize(
    ("posts", "cells", "said"),
    [
        pytest.param([], {}, "no post", id="no post"),
        pytest.param([("Guard", 2.5, 40)], {}, "whole number", id="half a person"),
        pytest.param([("Guard", 2, 400)], {}, "Hours a week", id="400 hours a week"),
        pytest.param([("Guard", 2, 40, 60)], {}, "Weeks a year", id="60 weeks"),
        pytest.param([("Guard", 2, "many")], {}, "“many”", id="hours that are no number"),
        pytest.param([("Guard", 2, 40)], {Field.PRICE: "lots"}, "“lots”", id="no price"),
        pytest.param([("Guard", 2, 40)], {Field.PRICE: -5}, "from zero up", id="below zero"),
        pytest.param([("Guard", 2, 40)], {Field.COVER: 150}, "over 100", id="150 per cent"),
        pytest.param([("Guard", 2, 40)], {Field.LEVY: "perhaps"}, "neither yes", id="no yes"),
        pytest.param([("Guard", 2, 40)], {Field.START: "soon"}, "not a day", id="no day"),
        pytest.param([("Guard", 2, 40)], {Field.END: date(2020, 1, 1)}, "before", id="ends first"),
    ],
)
def test_price_workbook_bad_cell_is_named(
    posts: list[Post], cells: dict[Field, Any], said: str
) -> None:
    with pytest.raises(DocumentUnreadable, match=r"price\.xlsx") as raised:
        read_price_workbook("price.xlsx", filled(posts, cells))
    assert said in raised.value.reason


def test_price_workbook_more_price_never_worsens() -> None:
    order = [PriceOutcome.BELOW, PriceOutcome.BETWEEN, PriceOutcome.COVERS]
    ranks = [
        order.index(judged([("Cleaner", 10, 40, 52)], {Field.PRICE: price})[1][0].outcome)
        for price in (1, 302_582, 302_583, 340_231, 340_232, 900_000)
    ]
    assert ranks == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"a,b\n1,2\n"])
def test_price_workbook_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentUnreadable):
        read_price_workbook("other.xlsx", content)
