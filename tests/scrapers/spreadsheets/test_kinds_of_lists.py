"""Kinds of lists that publishers write and that were once misread, in small files of our own."""

import json
from decimal import Decimal

import pytest
import xlsxwriter

from scrapers.errors import ColumnsUnclear, ListUnreadable
from scrapers.spreadsheets import Field, SupplierList, read_supplier_list
from scrapers.spreadsheets.headings import scores_of
from tests.scrapers.spreadsheets.books import book


def read(text: str, **more: object) -> SupplierList:
    return read_supplier_list(text.encode(), name="list.csv", **more)  # type: ignore[arg-type]


def held(listed: SupplierList) -> dict[Field, str]:
    return {column.field: column.heading for column in listed.columns if column.field}


def paid(listed: SupplierList) -> Decimal:
    return sum((row.paid for row in listed.rows if row.paid is not None), Decimal(0))


BUYER_FIRST = (
    "Organisation Name,Payment Date,Net Amount,{supplier}\n"
    + "".join(f"Fenland Council,0{n}/13/2024,{n}.50,Moss {n} Ltd\n" for n in range(1, 9))
).replace("/13/", "/03/")


@pytest.mark.parametrize(
    "heading",
    ["Supplier Name", "SupplierName", "Vendor", "Payee", "Beneficiary", "Contractor",
     "Provider name", "supplier_name", "[Supplier] ERP Supplier", "Cyflenwr / Supplier",
     "Supplier(Beneficiary) Name", "Creditor", "Merchant Name"],
)  # fmt: skip
def test_supplier_heading_beside_buyer_gives_supplier(heading: str) -> None:
    listed = read(BUYER_FIRST.format(supplier=heading))
    assert held(listed)[Field.SUPPLIER] == heading
    assert len({row.name for row in listed.rows}) == 8


@pytest.mark.parametrize(
    "heading",
    ["Amount", "Total", "£", "Gross", "Nett", "Cost", "Paid Amount", "Line Total",
     "Invoice Total", "NetAmount", "Amount in LC", "Expenditure", "Invoiced Value",
     "Invoice Line Value (net of VAT)", "Amount (excludes VAT)", "Amount excl. VAT £",
     "sum(Invoice Spend)", "Swm / Amount (£)", "INVOICE_AMT", "Transaction Value",
     "Total (£)", "Value (£)", "Spend 2023/24", "2023/24", "Payment Amount", "Net £",
     "Amount (including irrecoverable VAT)", "Cyfanswm", "Sum of Amount", "Total Payments"],
)  # fmt: skip
def test_money_heading_is_read(heading: str) -> None:
    listed = read(f"Supplier,Payment Date,{heading}\nFern Ltd,13/02/2024,5.50\n")
    assert paid(listed) == Decimal("5.50")


@pytest.mark.parametrize(
    "heading", ["VAT", "VAT Number", "Irrecoverable VAT", "VAT Amount", "Tax amount", "TAW"]
)
def test_vat_is_never_the_money(heading: str) -> None:
    assert not scores_of(heading).keys() & {Field.AMOUNT, Field.TOTAL_VALUE}


def test_net_is_read_before_gross_and_said() -> None:
    listed = read("Supplier,Invoice Date,Gross,VAT,Net\nFern Ltd,2021-12-13,120.00,20.00,100.00\n")
    assert paid(listed) == 100
    assert "net of VAT" in listed.notices[0]


def test_list_without_money_says_so_first() -> None:
    assert "No amount column" in read("Supplier,Postcode\nFern Ltd,N1 9GU\n").notices[0]


def test_money_under_an_unknown_heading_is_asked_and_taken_as_answered() -> None:
    text = "Supplier,Payment Date,Wert\nFern Ltd,13/02/2024,5.50\nMoss Ltd,14/02/2024,1.25\n"
    with pytest.raises(ColumnsUnclear, match="Wert") as caught:
        read(text)
    assert (caught.value.field, caught.value.choices) == ("amount", (2,))
    assert paid(read(text, columns={2: Field.AMOUNT})) == Decimal("6.75")
    assert read(text, columns={2: None}).rows[0].paid is None


def test_repeated_name_under_a_weak_heading_is_asked() -> None:
    rows = "".join(f"Fenland Council,0{n}/03/2024,{n}.50\n" for n in range(1, 9))
    with pytest.raises(ColumnsUnclear, match="names the supplier"):
        read(f"Organisation,Payment Date,Amount\n{rows}")


def test_headings_short_of_the_data_are_asked() -> None:
    rows = "".join(
        f"Health,0{n}/03/2024,Extra,FERN {n} LTD,008004183{n},5{n}.00,E1 6DX\n"
        for n in range(1, 7)
    )
    with pytest.raises(ColumnsUnclear, match="one column short"):
        read(f"Family,Date,Supplier,Transaction number,Amount,Post Code,\n{rows}")


def test_rows_that_name_no_one_are_counted_with_their_money() -> None:
    listed = read(
        "Supplier,Payment Date,Amount\nVarious - Expenses,13/01/2024,5\n"
        "ONE TIME VENDOR,13/01/2024,6\nStaff expenses,13/01/2024,7\nPetty cash,13/01/2024,8\n"
        "Foster carer,13/01/2024,9\nCommercially Sensitive,13/01/2024,10\n"
        "See Ability,13/01/2024,1\nSee Tickets Ltd,13/01/2024,2\nSupplier,Payment Date,Amount\n"
        "Grand Total,,48\nNote: without VAT,,\n"
    )
    assert [row.name for row in listed.rows] == ["See Ability", "See Tickets Ltd"]
    assert paid(listed) == 3
    assert listed.notices[0] == "6 rows, £45.00, name no supplier."
    assert "1 row with a total, 1 row with a heading, 1 row with a note" in listed.notices[1]


@pytest.mark.parametrize(
    ("cells", "pounds"),
    [
        (["1 200,50", "3,10"], "1203.60"),
        (["1.200,50", "1.000,00", "2.500"], "4700.50"),
        (["£1,200.50", "(200.50)"], "1000.00"),
        (["1,200.50CR", "1200.50-", "£1,200.50 DR"], "-1200.50"),
    ],
)
def test_figures_are_read_in_the_columns_own_style(cells: list[str], pounds: str) -> None:
    rows = "".join(f"Fern Ltd;13/02/2024;{cell}\n" for cell in cells)
    assert paid(read(f"Supplier;Payment Date;Amount\n{rows}")) == Decimal(pounds)


def test_other_currencies_enter_no_sum_in_pounds() -> None:
    listed = read(
        "Supplier,Payment Date,Amount,Currency\nFern Ltd,13/02/2024,5,GBP\n"
        "Moss GmbH,13/02/2024,7,EUR\n"
    )
    assert paid(listed) == 5
    assert "1 row in EUR, 7.00 in all" in listed.notices[0]
    headed = read("Supplier,Payment Date,Amount (EUR)\nFern GmbH,13/02/2024,5\n")
    assert headed.rows[0].paid is None
    assert "EUR" in headed.notices[0]


def test_money_of_one_cell_in_another_currency_is_counted_apart() -> None:
    listed = read(
        "Supplier,Payment Date,Amount\nFern Ltd,13/02/2024,£5.50\nMoss Ltd,13/02/2024,€7.00\n"
        "Reed Ltd,14/02/2024,USD 9\n"
    )
    assert paid(listed) == Decimal("5.50")
    assert listed.notices[:2] == (
        "1 row in EUR, 7.00 in all, is in no sum in pounds.",
        "1 row in USD, 9.00 in all, is in no sum in pounds.",
    )


def test_money_that_is_no_figure_is_named_by_row_first() -> None:
    listed = read(
        "Supplier,Payment Date,Amount\nFern Ltd,13/02/2024,1200.50 (credit)\n"
        'Moss Ltd,13/02/2024,"1,20,000"\nReed Ltd,14/02/2024,#REF!\nOak Ltd,14/02/2024\n'
    )
    assert paid(listed) == Decimal("-1200.50")
    assert listed.notices[:2] == (
        "2 rows with money that is not one figure, in no sum: row 3, 4.",
        "1 row without an amount: row 5.",
    )
    assert all("not one figure" in row.notes[0] for row in listed.rows[1:3])


@pytest.mark.parametrize(("total", "said"), [("7.50", True), ("6.75", False)])
def test_total_that_its_rows_do_not_come_to_is_said(total: str, said: bool) -> None:
    listed = read(f"Supplier,Amount\nFern Ltd,5.50\nMoss Ltd,1.25\nGrand Total,{total}\n")
    words = "The list’s own total is £7.50; its rows come to £6.75."
    assert (words in listed.notices) == said


def test_month_first_is_told_by_the_whole_column() -> None:
    listed = read("Supplier,Payment Date,Amount\nFern Ltd,02/01/2024,5\nMoss Ltd,02/13/2024,6\n")
    assert [str(row.paid_on) for row in listed.rows] == ["2024-02-01", "2024-02-13"]


def test_numbers_kept_as_text_are_read() -> None:
    listed = read(
        'Supplier,Company Number,Amount\nA Ltd,"=""01234567""",1\nB Ltd,\'01234567,1\n'
        "C Ltd,1.23E+07,1\nD Ltd,01234567 - Ltd,1\nE Trust,1016876 (charity),1\n"
    )
    numbers = [row.company_numbers for row in listed.rows]
    assert numbers == [("01234567",), ("01234567",), (), ("01234567",), ()]
    assert listed.rows[2].notes
    assert [str(each) for each in listed.rows[4].identifiers] == ["GB-CHC-1016876"]


def test_mac_roman_is_told_from_windows() -> None:
    text = "Supplier,Amount\nCafé Fern Ltd,5\nHôtel Moss,6\n"
    for encoding in ("mac_roman", "cp1252", "utf-8"):
        names = [r.name for r in read_supplier_list(text.encode(encoding), name="a.csv").rows]
        assert names == ["Café Fern Ltd", "Hôtel Moss"]


def test_blanks_and_apostrophes_that_an_export_lost_are_put_back() -> None:
    data = "Supplier,Amount\nWomen¿s Aid,5\nMoss Plc\xa0,6\nFern\xa0\xa0Ltd,7\n"
    listed = read_supplier_list(data.encode("cp1252"), name="a.csv")
    assert [row.name for row in listed.rows] == ["Women’s Aid", "Moss Plc", "Fern Ltd"]


def test_sound_quoted_cell_with_lines_of_commas_is_one_cell() -> None:
    listed = read(
        'Supplier,Description,Amount\nFern Ltd,"Desks, chairs, lamps\nPaper, pens, ink",100.00\n'
        "Moss Ltd,Offices,250.00\n"
    )
    assert paid(listed) == 350
    assert len(listed.rows) == 2


def test_sheets_of_one_shape_are_read_together_and_hidden_ones_left() -> None:
    def write(made: xlsxwriter.Workbook) -> None:
        for name, amount in (("Old", 9), ("Apr", 1), ("May", 2)):
            sheet = made.add_worksheet(name)
            sheet.write_row("A1", ["Supplier", "Amount"])
            sheet.write_row("A2", [f"{name} Ltd", amount])
            if name == "Old":
                sheet.hide()
        made.get_worksheet_by_name("Apr").activate()

    listed = read_supplier_list(book(write), name="months.xlsx")
    assert [row.name for row in listed.rows] == ["Apr Ltd", "May Ltd"]
    assert any("hidden sheet “Old”" in notice for notice in listed.notices)


def test_reference_of_payments_is_a_contract_and_payments_stay() -> None:
    listed = read(
        "Supplier,Payment Date,Amount,Contract Ref\nFern Ltd,2020-11-26,80.00,C123\n"
        "Fern Ltd,2020-12-26,80.00,C123\nMoss Ltd,2020-11-26,20.00,Not yet available\n"
    )
    assert paid(listed) == 180
    assert [row.contract.reference for row in listed.rows if row.contract] == ["C123"]


def test_several_suppliers_in_one_cell_share_the_value() -> None:
    listed = read(
        "Notice Identifier,Organisation Name,Title,Awarded Value,Contract start date,"
        "Supplier [Name|Address|Ref type|Ref Number]\n"
        'A1,Fenland Council,Law,100,01/04/2024,"[FERN LLP|1 Row, London, EC1Y 8YZ|'
        'COMPANIES_HOUSE|OC337852][MOSS|2 Row|NONE|]"\n'
        'A2,Fenland Council,Desks,70,01/04/2024,"[Reed Ltd|3 Row|NONE|]"\n'
    )
    assert [(row.row, row.name) for row in listed.rows] == [
        (2, "FERN LLP"),
        (2, "MOSS"),
        (3, "Reed Ltd"),
    ]
    assert listed.rows[0].company_numbers == ("OC337852",)
    values = [row.contract and row.contract.total_value for row in listed.rows]
    assert values == [None, None, 70]
    assert "£100.00 in all" in " ".join(listed.notices)


def test_export_of_open_notices_names_no_supplier_and_is_refused() -> None:
    with pytest.raises(ListUnreadable, match="are buyers"):
        read(
            "Notice Identifier,Notice Type,Organisation Name,Status,Title,Cpv Codes,Value Low\n"
            "A1,Contract,Fenland Council,Open,Desks,39000000,100\n"
            "A2,Contract,Mosston Council,Open,Chairs,39000000,100\n"
        )


def release(**more: object) -> SupplierList:
    whole = {"ocid": "o", "id": "1", "tag": ["award"], **more}
    return read_supplier_list(json.dumps({"releases": [whole]}).encode(), name="o.json")


def test_framework_value_is_counted_once() -> None:
    suppliers = [{"id": str(n), "name": f"Fern {n} Ltd"} for n in range(3)]
    award = {"id": "a", "value": {"amount": 90, "currency": "GBP"}, "suppliers": suppliers}
    listed = release(awards=[award])
    contracts = [row.contract for row in listed.rows if row.contract]
    assert [(c.total_value, c.award_value, c.sharing) for c in contracts] == [(None, 90, 3)] * 3
    assert "£90.00 in all" in " ".join(listed.notices)


def test_lots_give_their_own_codes_and_terminated_contracts_no_figure() -> None:
    def item(lot: str, code: str) -> dict[str, object]:
        return {"id": lot, "relatedLot": lot, "classification": {"scheme": "CPV", "id": code}}

    def award(lot: str) -> dict[str, object]:
        value = {"amount": 5, "currency": "GBP"}
        supplier = {"id": f"s{lot}", "name": f"Fern {lot} Ltd"}
        return {"id": lot, "relatedLots": [lot], "value": value, "suppliers": [supplier]}

    tender = {
        "lots": [{"id": "1"}, {"id": "2"}],
        "items": [item("1", "90910000"), item("2", "79710000")],
    }
    contract = {"id": "c", "awardID": "1", "status": "terminated"}
    listed = release(tender=tender, awards=[award("1"), award("2")], contracts=[contract])
    codes = {row.name: row.category_codes for row in listed.rows}
    assert codes == {"Fern 1 Ltd": ("90910000",), "Fern 2 Ltd": ("79710000",)}
    live = [row.name for row in listed.rows if row.contract]
    assert live == ["Fern 2 Ltd"]


@pytest.mark.parametrize(
    ("status", "runs"),
    [("Live", True), ("Active", True), ("Extended", True), ("Awarded", True), ("", True),
     ("Expired - still in use", True), ("On hold", True), ("N/A", True), ("Amber", True),
     ("Terminated", False), ("Closed", False), ("EXPIRED", False), ("Cancelled", False),
     ("Draft", False), ("Contract ended", False), ("Completed 31/03/2023", False),
     ("Inactive", False), ("Not yet started", False), ("Pipeline", False)],
)  # fmt: skip
@pytest.mark.parametrize("heading", ["Status", "Contract Status", "Contract current status"])
def test_status_of_a_register_says_whether_a_contract_runs(
    heading: str, status: str, runs: bool
) -> None:
    listed = read(
        f"Supplier,Contract title,Contract value,End date,{heading}\n"
        f"Fern Ltd,Cleaning,100,31/03/2090,{status}\n"
        + "Moss Ltd,Guarding,200,31/03/2090,Live\n"
        * 3
    )
    assert [row.name for row in listed.rows][:2] == ["Fern Ltd", "Moss Ltd"]
    assert (listed.rows[0].contract is not None) == runs
    assert any("in no figure" in note for note in listed.rows[0].notes) == (not runs)
    assert any("does not run" in notice for notice in listed.notices) == (not runs)


def test_status_of_payments_or_suppliers_says_nothing_of_contracts() -> None:
    listed = read("Supplier,Payment Date,Amount,Status\nFern Ltd,13/02/2024,5.50,Closed\n")
    assert paid(listed) == Decimal("5.50")
    assert held(read("Supplier,Supplier Status,Title\nFern Ltd,Closed,Desks\n")).keys() == {
        Field.SUPPLIER,
        Field.TITLE,
    }


def test_json_lines_are_releases() -> None:
    supplier = [{"id": "s", "name": "Fern Ltd"}]
    lines = [json.dumps({"ocid": f"o{n}", "awards": [{"suppliers": supplier}]}) for n in (1, 2)]
    listed = read_supplier_list("\n".join(lines).encode(), name="o.jsonl")
    assert [row.row for row in listed.rows] == [1, 2]


def test_addresses_of_the_british_government_leave_the_money_in_pounds() -> None:
    body = "http://statistics.data.gov.uk/doc/local-authority/00DA"
    listed = read(f"Body,Supplier,Payment Date,Amount\n{body},Fern Ltd,13/02/2024,5.50\n")
    assert paid(listed) == Decimal("5.50")
    canadian = body.replace("data.gov.uk", "oag.gc.ca")
    listed = read(f"Body,Supplier,Payment Date,Amount\n{canadian},Fern Ltd,13/02/2024,5.50\n")
    assert paid(listed) == 0
    assert "CAD" in listed.notices[0]


def test_bounds_of_an_estimate_are_not_the_money_of_an_award() -> None:
    listed = read(
        "title,status,value_low,value_high,awarded_value,awarded_supplier\n"
        "Printing,awarded,100.00,250.00,150.00,Fern Ltd\n"
        "Fleet,awarded,300.00,0,299.50,Moss Ltd\n"
    )
    contracts = [row.contract for row in listed.rows]
    assert [each and each.total_value for each in contracts] == [
        Decimal("150.00"),
        Decimal("299.50"),
    ]


def test_recipients_of_grants_are_read_by_the_headings_of_the_360giving_standard() -> None:
    listed = read(
        "Identifier,Title,Amount Awarded,Recipient Org:Identifier,Recipient Org:Name,"
        "Recipient Org:Charity Number,Recipient Org:Postal Code,Funding Org:Name\n"
        "360G-1,Lunch club,500.00,GB-CHC-1,Fern Trust,1000001,W1A 1AA,Fenland Council\n"
        "360G-2,Allotment,250.00,GB-CHC-2,Moss Trust,1000002,W1A 1AB,Fenland Council\n"
    )
    assert [row.name for row in listed.rows] == ["Fern Trust", "Moss Trust"]
    assert [row.postcode for row in listed.rows] == ["W1A 1AA", "W1A 1AB"]


def test_month_of_a_payment_gives_the_list_its_period() -> None:
    listed = read("Supplier,For_Month,Total_Charge\nFern Ltd,2013-01-01,5.50\n")
    assert held(listed)[Field.PAYMENT_DATE] == "For_Month"


def test_figures_without_suppliers_are_no_list_though_no_heading_is_understood() -> None:
    figures = "".join(
        f"Fenland Council,https://data.example.org/fenland,201{n}-03-31,9{n}.50,{n}00.25\n"
        for n in range(1, 9)
    )
    with pytest.raises(ListUnreadable, match=r"names the suppliers\. Its headings are"):
        read(
            f"OrganisationLabel,OrganisationURI,EffectiveDate,ProportionOnTime,Interest\n{figures}"
        )
