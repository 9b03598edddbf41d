"""Kinds of lists whose columns, dates or names change within the file, in files of our own."""

import json
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import Field, SupplierList, read_supplier_list
from tests.scrapers.spreadsheets.books import book, sheet_of


def read(text: str) -> SupplierList:
    return read_supplier_list(text.encode(), name="list.csv")


def held(listed: SupplierList) -> dict[Field, str]:
    return {column.field: column.heading for column in listed.columns if column.field}


def workbook(*sheets: tuple[str, list[list[object]]]) -> SupplierList:
    def write(made: xlsxwriter.Workbook) -> None:
        for name, rows in sheets:
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)

    return read_supplier_list(book(write), name="months.xlsx")


def test_months_with_a_column_more_or_in_another_order_are_read_together() -> None:
    listed = workbook(
        ("Apr", [["Type", "Date", "Amount", "Supplier", "Column1"],
                 ["Desks", "2018-04-03", 1, "Fern Ltd", ""]]),
        ("May", [["Type", "Date", "Amount", "Supplier"], ["Chairs", "2018-05-03", 2, "Moss Ltd"]]),
        ("Jun", [["Date", "Supplier name", "Amount", "Type"],
                 ["2018-06-03", "Reed Ltd", 4, "Lamps"]]),
    )  # fmt: skip
    assert [row.name for row in listed.rows] == ["Fern Ltd", "Moss Ltd", "Reed Ltd"]
    assert listed.paid == 7
    assert [row.paid_on for row in listed.rows] == [date(2018, month, 3) for month in (4, 5, 6)]
    assert "3 sheets of one shape" in " ".join(listed.notices)


def test_sheet_of_another_kind_is_left_and_named_first() -> None:
    listed = workbook(
        ("Paid", [["Date", "Supplier", "Amount"], ["2018-04-03", "Fern Ltd", 1]]),
        ("Sums", [["Supplier", "Total"], ["Fern Ltd", 1]]),
    )
    assert listed.paid == 1
    assert listed.notices[0] == "Sheets that hold suppliers and money too, not read: “Sums”."


def test_rows_below_other_headings_are_read_by_those() -> None:
    listed = read(
        "Number,Date,Category,Supplier Name,Class,Amount\n"
        "1,01/04/2022,Desks,Fern Ltd,Goods,10.00\n"
        "Number,Date,Subjective Description,Supplier Name,Amount,\n"
        "2,30/11/2022,Lamps,Moss Ltd,2135.20\n"
    )
    assert [(row.name, row.paid) for row in listed.rows] == [
        ("Fern Ltd", Decimal("10.00")),
        ("Moss Ltd", Decimal("2135.20")),
    ]
    assert listed.rows[1].category_text == "Lamps"
    assert any("columns change at row 3" in notice for notice in listed.notices)


def test_repeated_headings_change_nothing() -> None:
    listed = read(
        "Supplier,Date,Amount\nFern Ltd,01/04/2022,1\n"
        "Supplier,Date,Amount\nMoss Ltd,02/04/2022,2\n"
    )
    assert listed.paid == 3
    assert not any("change" in notice for notice in listed.notices)


def test_dates_of_one_day_with_the_month_first_give_the_period() -> None:
    rows = "".join(f"Fern {n} Ltd,4/30/2020,{n}.00\n" for n in range(1, 9))
    listed = read(f"Supplier,Date,Amount\n{rows}")
    assert listed.rows[0].paid_on == date(2020, 4, 30)
    assert listed.period is not None
    assert str(listed.period.period.start) == "2020-04-01"


@pytest.mark.parametrize("words", ["Sum:", "SUM", "Grand total", "Cyfanswm"])
def test_sum_in_another_column_of_the_last_row_is_the_total(words: str) -> None:
    listed = read(f"Ref,Supplier,Date,Note,Amount\n1,Fern Ltd,01/04/2022,,7\n,,,{words},7\n")
    assert listed.paid == 7
    assert [error.amount for error in listed.errors] == [None]


def test_sums_of_a_workbook_come_to_the_penny() -> None:
    listed = read_supplier_list(
        sheet_of(
            [["Supplier", "Amount"], ["Fern Ltd", 12.819999999999709], ["Moss Ltd", 0.1 + 0.2]]
        ),
        name="a.xlsx",
    )
    assert [row.paid for row in listed.rows] == [Decimal("12.82"), Decimal("0.3")]


@pytest.mark.parametrize(
    "name",
    ["General Expenses", "Grant payments", "HOUSING PAYMENTS", "Pensions refund",
     "Homelessness Holding Fee Misc Account", "GSTT Procurement Card",
     "NOT AWARDED TO SUPPLIER"],
)  # fmt: skip
def test_ledger_words_in_the_suppliers_column_name_no_one(name: str) -> None:
    listed = read(f"Supplier,Date,Amount\n{name},01/04/2022,7\nFern Ltd,01/04/2022,1\n")
    assert [row.name for row in listed.rows] == ["Fern Ltd"]


@pytest.mark.parametrize(
    "name", ["General Anaesthetic Services", "Pest Control UK", "Carers UK", "BT Payment Services"]
)
def test_firms_with_a_ledger_word_in_their_name_are_kept(name: str) -> None:
    assert read(f"Supplier,Date,Amount\n{name},01/04/2022,7\n").rows[0].name == name


def test_marks_of_a_web_page_in_a_name_are_read() -> None:
    assert read("Supplier,Amount\nB&amp;E Boys Ltd,5\n").rows[0].name == "B&E Boys Ltd"


def test_list_without_headings_and_few_firms_is_refused() -> None:
    rows = "".join(f"{n},Flood works {n},£{n}.10,Various,01/01/2012\n" for n in range(9))
    with pytest.raises(ListUnreadable, match="names the suppliers"):
        read(f"{rows}9,Moss works Ltd,£1.00,Public,01/01/2012\n")


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Suplier Name", Field.SUPPLIER), ("Benificiary Name", Field.SUPPLIER),
     ("Expenses Type", Field.CATEGORY_TEXT), ("Expenditure Catergory", Field.CATEGORY_TEXT),
     ("Payment Dte", Field.PAYMENT_DATE)],
)  # fmt: skip
def test_heading_misspelt_by_one_letter_is_read(heading: str, field: Field) -> None:
    names = [heading if field is each else each.value for each in Field]
    texts = {"amount": "5.50", "payment_date": "13/02/2024", "payment dte": "13/02/2024"}
    wanted = ["supplier", "category_text", "payment_date", "amount"]
    chosen = [name for each, name in zip(Field, names, strict=True) if each.value in wanted]
    cells = [
        texts.get(each.value, "Fern Ltd" if each is Field.SUPPLIER else "Desks")
        for each in Field
        if each.value in wanted
    ]
    listed = read(f"{','.join(chosen)}\n{','.join(cells)}\n")
    assert held(listed)[field] == heading


def test_part_of_the_buyer_is_read_as_what_was_bought_only_where_nothing_else_says_it() -> None:
    row = "Fern Ltd,Streets,Desks,13/02/2024,5\n"
    both = read(f"Supplier,Service Area,Expenses Type,Payment Date,Amount\n{row}")
    assert both.rows[0].category_text == "Desks"
    alone = read("Supplier,Service Area,Payment Date,Amount\nFern Ltd,Streets,13/02/2024,5\n")
    assert alone.rows[0].category_text == "Streets"
    sector = read(
        "Supplier,Sector,Payment Date,Amount\nFern Ltd,Central Government,13/02/2024,5\n"
    )
    assert sector.rows[0].category_text == ""


def test_open_contracting_in_an_old_encoding_is_read() -> None:
    award = {"id": "a", "suppliers": [{"id": "s", "name": "Café Fern Ltd"}]}
    data = json.dumps({"ocid": "o", "awards": [award]}, ensure_ascii=False).encode("cp1252")
    assert read_supplier_list(data, name="o.json").rows[0].name == "Café Fern Ltd"
