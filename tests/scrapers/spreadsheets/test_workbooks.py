"""Workbooks are read as they look, and none can harm the reader."""

import datetime
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import Field, read_supplier_list
from tests.scrapers.spreadsheets.books import book, ods, sheet_of, with_entry

PLAIN = [["Supplier", "Company number"], ["Fern Ltd", 1234567.0], ["Moss Ltd", "SC123456"]]
MADE = Path(__file__).parent / "made"
BOLD_ROWS = 1_048_575


def test_a_workbook_gives_its_values_as_they_look() -> None:
    day = datetime.date(2026, 4, 1)

    def write(made: xlsxwriter.Workbook) -> None:
        dates = made.add_format({"num_format": "dd/mm/yyyy"})
        made.add_worksheet("Read me").write("A1", "About this list")
        sheet = made.add_worksheet("Register")
        sheet.merge_range("A1:D1", "Contracts register")
        sheet.write_row("A3", ["Supplier", "Contract title", "Annual value", "Start date"])
        sheet.merge_range("A4:A5", "Fern Ltd")
        for row, title in ((3, "Cleaning"), (4, "Catering")):
            sheet.write(row, 1, title)
            sheet.write_formula(row, 2, "=500*2", value=1000)
            sheet.write_datetime(row, 3, day, dates)

    read = read_supplier_list(book(write), name="register.xlsx")
    assert (read.sheet, read.header_row) == ("Register", 3)
    assert [(row.row, row.name) for row in read.rows] == [(4, "Fern Ltd"), (5, "Fern Ltd")]
    contract = read.rows[1].contract
    assert contract is not None
    assert (contract.title, contract.annual_value) == ("Catering", Decimal(1000))
    assert contract.start == day
    assert "The sheet “Read me” was not read." in read.notices


@pytest.mark.parametrize(
    "data",
    [sheet_of(PLAIN), ods([list(map(str, row)) for row in PLAIN])],
    ids=["xlsx", "ods"],
)
def test_numbers_that_lost_their_zeros_are_put_right(data: bytes) -> None:
    rows = read_supplier_list(data, name="list").rows
    assert [row.company_numbers for row in rows] == [("01234567",), ("SC123456",)]


@pytest.mark.parametrize("file", ["register.xls", "register.ods"])
def test_workbooks_of_other_programs_are_read(file: str) -> None:
    """`register.xls` was written by xlwt 1.3, `register.ods` by odfpy 1.4, for this test."""
    told = read_supplier_list((MADE / file).read_bytes(), name=file)
    assert (told.sheet, told.header_row) == ("Register", 3)
    assert [(row.row, row.name, row.company_numbers) for row in told.rows] == [
        (4, "Fernleigh Works Ltd", ("01234567",)),
        (5, "Mossgrove Care CIC", ("SC123456",)),
    ]
    terms = [(each.annual_value, each.start) for row in told.rows if (each := row.contract)]
    assert terms == [
        (Decimal("12500.5"), datetime.date(2026, 4, 1)),
        (Decimal(800), datetime.date(2026, 5, 2)),
    ]
    assert [(error.row, "total" in error.message) for error in told.errors] == [(6, True)]
    assert "The sheet “Notes” was not read." in told.notices


def test_a_workbook_without_headings_is_told_by_its_cells() -> None:
    data = sheet_of([["Fern Ltd", "N1 9GU", 12.5], ["Moss Ltd", "E8 1EA", 8.25]])
    told = read_supplier_list(data, name="bare.xlsx")
    assert told.header_row == 0
    assert [column.field for column in told.columns] == [
        Field.SUPPLIER,
        Field.POSTCODE,
        Field.AMOUNT,
    ]
    assert [row.row for row in told.rows] == [1, 2]


def test_macros_are_neither_run_nor_in_the_way() -> None:
    data = with_entry(sheet_of(PLAIN), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 not looked at")
    assert len(read_supplier_list(data, name="list.xlsm").rows) == 2


def test_a_sheet_of_a_million_formatted_rows_has_the_rows_that_are_filled() -> None:
    rows = "".join(f'<row r="{n}" s="1"><c r="A{n}" s="0"/></row>' for n in range(4, BOLD_ROWS))
    with zipfile.ZipFile(BytesIO(sheet_of(PLAIN))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    sheet = sheet.replace("</sheetData>", f"{rows}</sheetData>")
    data = with_entry(sheet_of(PLAIN), "xl/worksheets/sheet1.xml", sheet.encode())
    assert [row.row for row in read_supplier_list(data, name="long.xlsx").rows] == [2, 3]


def test_a_cell_in_the_last_corner_is_refused_while_we_live_on() -> None:
    def write(made: xlsxwriter.Workbook) -> None:
        sheet = made.add_worksheet()
        sheet.write_row("A1", ["Supplier", "Amount"])
        sheet.write("A2", "Fern Ltd")
        sheet.write("XFD1048576", "far away")

    with pytest.raises(ListUnreadable, match=r"corner\.xlsx"):
        read_supplier_list(book(write), name="corner.xlsx")


def test_a_cell_repeated_a_billion_times_is_refused_while_we_live_on() -> None:
    bomb = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'office:value-type="string" table:number-columns-repeated="16384">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    with pytest.raises(ListUnreadable, match=r"bomb\.ods"):
        read_supplier_list(ods([["Supplier"], ["Fern Ltd"]], bomb), name="bomb.ods")


def test_a_zip_bomb_is_refused_by_what_it_claims_and_by_what_it_does() -> None:
    data = with_entry(sheet_of(PLAIN), "xl/worksheets/sheet1.xml", b" " * 40_000_000)
    size = (40_000_000).to_bytes(4, "little")
    huge = data.replace(size, (2_000_000_000).to_bytes(4, "little"))
    with pytest.raises(ListUnreadable, match="unpacks to more than"):
        read_supplier_list(huge, name="bomb.xlsx")
    with pytest.raises(ListUnreadable):
        read_supplier_list(data.replace(size, b"\x01\x00\x00\x00"), name="liar.xlsx")


def test_two_hundred_columns_and_two_of_suppliers() -> None:
    headings = [f"Column {n}" for n in range(198)] + ["Supplier Name", "Vendor"]
    data = sheet_of([headings, [*range(198), "Fern Ltd", "Fern Holdings"]])
    read = read_supplier_list(data, name="wide.xlsx")
    assert read.rows[0].name == "Fern Ltd"
    assert len(read.columns) == len(read.rows[0].cells) == 200
    assert "“Vendor” may name suppliers too; it was not read." in read.notices
    other = read_supplier_list(data, name="wide.xlsx", columns={199: Field.SUPPLIER})
    assert other.rows[0].name == "Fern Holdings"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (sheet_of([]), "no filled sheet"),
        (sheet_of([["Colour", "Size"], ["red", 3]]), "names the suppliers"),
        (b"PK\x03\x04 cut off", "damaged"),
        (with_entry(ods([]), "content.xml", b"<no"), "odd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "odd"),
    ],
    ids=["empty", "other", "cut", "broken", "old"],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, says: str) -> None:
    with pytest.raises(ListUnreadable, match=says):
        read_supplier_list(data, name="odd.xlsx")


def test_an_archive_of_something_else_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "Dear council")
    with pytest.raises(ListUnreadable, match="not a workbook"):
        read_supplier_list(out.getvalue(), name="letter.zip")
