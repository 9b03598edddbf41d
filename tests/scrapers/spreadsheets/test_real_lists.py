"""Real council lists go in without a hand: columns told rightly, nothing lost."""

import csv
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from scrapers.spreadsheets import RowKind
from tests.scrapers.spreadsheets.real import PROCUREMENT, REAL, SALFORD_REGISTER, Real, read


@pytest.mark.parametrize("real", REAL, ids=lambda real: real.file)
def test_columns_are_told_without_a_hand(real: Real) -> None:
    told = read(real.file)
    assert {c.index: c.field for c in told.columns if c.field} == real.columns
    assert told.header_row == real.header_row
    assert all(
        column.confidence >= 0.9 and column.reason for column in told.columns if column.field
    )


@pytest.mark.parametrize("real", REAL, ids=lambda real: real.file)
def test_every_filled_row_is_taken_or_reported(real: Real) -> None:
    told = read(real.file)
    data = (PROCUREMENT / real.file).read_bytes()
    lines = list(csv.reader(data.decode("utf-8", errors="replace").splitlines(keepends=True)))
    filled = {
        number: line
        for number, line in enumerate(lines, start=1)
        if number > real.header_row and any(cell.strip() for cell in line)
    }
    numbers = Counter([row.row for row in told.rows] + [error.row for error in told.errors])
    assert set(numbers) == set(filled)
    assert set(numbers.values()) == {1}
    assert (len(told.rows), len(told.errors)) == (real.taken, real.reported)
    assert all(len(row.cells) == len(filled[row.row]) for row in told.rows)


def test_all_contracts_of_a_register_are_kept_with_what_is_odd_about_them() -> None:
    told = read(SALFORD_REGISTER.file)
    rows = {row.row: row for row in told.rows}
    assert all(row.kind is RowKind.CONTRACT and row.contract for row in told.rows)
    contract = rows[2].contract
    assert contract is not None
    assert (contract.reference, contract.annual_value) == ("S1417", Decimal("5015.20"))
    assert (contract.start, contract.end) == (date(2022, 3, 7), date(2022, 3, 7))
    assert contract.category_codes == ("231810",)
    assert [number for number, row in rows.items() if row.no_one] == [
        85, 107, 111, 112, 147, 148, 150, 151, 152, 153, 154, 155, 171, *range(296, 302)
    ]  # fmt: skip
    odd = {80: "Start", 118: "End", 219: "End", 40: "several company numbers", 48: "before"}
    for number, words in odd.items():
        assert any(words in note for note in rows[number].notes), number
    assert rows[44].contract is not None
    assert rows[44].contract.annual_value is None


def test_numbers_of_a_register_are_read_in_all_their_forms() -> None:
    rows = {row.row: row for row in read(SALFORD_REGISTER.file).rows}
    assert rows[2].company_numbers == ("02535986",)
    assert rows[5].company_numbers == ("IP29627R",)
    assert rows[18].company_numbers == ("IP31552R",)
    assert rows[19].company_numbers == ("RC000666",)
    assert rows[40].company_numbers == ("10737370", "02641728")
    assert rows[86].company_numbers == ("OC305934",)
    assert rows[11].company_numbers == ()
    assert [str(each) for each in rows[11].identifiers] == ["GB-CHC-1049226"]
    assert rows[7].company_numbers == rows[359].company_numbers == rows[85].company_numbers == ()
    assert rows[57].name.endswith("Women’s Centre")


def test_cells_that_ran_together_are_parted_and_said_to_be() -> None:
    rows = {row.row: row for row in read("lambeth_2012-06_payments.csv").rows}
    short = [row for row in rows.values() if len(row.cells) < 6]
    assert len(short) == 639
    assert all(row.paid is not None and row.paid_on is not None and row.notes for row in short)
    assert rows[19].paid == Decimal(900)
    assert rows[19].paid_on == date(2012, 6, 25)


def test_brackets_are_money_paid_back() -> None:
    paid = [row.paid for row in read("london_clean_2022-P13.csv").rows]
    assert None not in paid
    assert paid.count(Decimal(-65000)) == 39


def test_people_are_withheld_or_pointed_out() -> None:
    told = read("leeds_2020-06_raw.csv")
    assert {error.message for error in told.errors} == {
        "The name is withheld to protect a person, so no one can be looked up.",
        "“Various - Total Expenses” names no one supplier.",
    }
    likely = {row.name for row in told.rows if row.likely_person}
    assert len(likely) > 80
    assert not any(name.lower().endswith((" ltd", " limited", " plc")) for name in likely)
