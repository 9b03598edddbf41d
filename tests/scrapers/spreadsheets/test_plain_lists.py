"""Supplier lists come in whole: every filled row is a row or an error."""

import csv
import io
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import Field, RowKind, SupplierList, read_supplier_list
from scrapers.spreadsheets.cells import day, money

LIST = "Supplier,Postcode,Annual spend\nCafé Fern Ltd,N1 9GU,£1\nMoss – Co,E8 1EA,2\n"


def read(text: str, **more: object) -> SupplierList:
    return read_supplier_list(text.encode(), name="list.csv", **more)  # type: ignore[arg-type]


def test_a_plain_list_gives_suppliers_with_padded_numbers() -> None:
    [row] = read("Supplier,Company Number\nAcme Ltd,1234567\n").rows
    assert (row.row, row.name, row.company_numbers) == (2, "Acme Ltd", ("01234567",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_encodings_and_delimiters_make_no_difference(
    encoding: str, delimiter: str, ending: str
) -> None:
    text = LIST.replace(",", delimiter).replace("\n", ending)
    rows = read_supplier_list(text.encode(encoding), name="list.csv").rows
    assert [(r.row, r.name, r.postcode, r.paid) for r in rows] == [
        (2, "Café Fern Ltd", "N1 9GU", Decimal(1)),
        (3, "Moss – Co", "E8 1EA", Decimal(2)),
    ]


def test_a_mark_encoded_twice_is_no_part_of_the_heading() -> None:
    read_twice = read("ï»¿Supplier,Amount\nFern Ltd,3\n")
    assert read_twice.columns[0].field is Field.SUPPLIER
    assert read_twice.notices


def test_headings_are_found_under_titles_and_over_two_lines() -> None:
    told = read(
        "Register of contracts,,,\nAs at 1 April 2026,,,\n,,,\n"
        "Supplier,,Contract,\nName,Postcode,Start date,End date\n"
        "Fern Ltd,N1 9GU,01/04/2026,31/03/2027\n"
    )
    assert told.header_row == 5
    assert [c.field for c in told.columns] == [
        Field.SUPPLIER,
        Field.POSTCODE,
        Field.START,
        Field.END,
    ]
    contract = told.rows[0].contract
    assert contract is not None
    assert (contract.start, contract.end) == (date(2026, 4, 1), date(2027, 3, 31))


def test_a_list_without_headings_is_told_by_its_cells() -> None:
    told = read("Fern Ltd,N1 9GU,12.50\nMoss Ltd,E8 1EA,8.00\nReed plc,E8 1EB,9.99\n")
    assert told.header_row == 0
    assert [(c.field, c.confidence >= 0.5) for c in told.columns] == [
        (Field.SUPPLIER, True),
        (Field.POSTCODE, True),
        (Field.AMOUNT, True),
    ]
    assert [row.row for row in told.rows] == [1, 2, 3]


def test_cells_overrule_a_heading_and_a_person_overrules_both() -> None:
    text = "Supplier,Vendor Name,Ref\n10001,Fern Ltd,A\n10002,Moss Ltd,B\n"
    assert [row.name for row in read(text).rows] == ["Fern Ltd", "Moss Ltd"]
    said = read(text, columns={0: Field.SUPPLIER, 1: None})
    assert [row.name for row in said.rows] == ["10001", "10002"]
    assert said.columns[0].confidence == 1.0
    assert said.columns[1].field is None


def test_a_register_with_pay_gives_what_the_pay_rules_need() -> None:
    told = read(
        "Supplier,Contract title,CPV code,Hourly rate,Weekly hours,Number of workers,"
        "Place of work,Modern slavery statement,Subcontractors,Country,Employees\n"
        'Fern Ltd,Cleaning,90910000-9,£12.60,37.5,"1,200",London N1,https://fern.example/msa,'
        '"Moss Ltd (40%); Reed Ltd",Turkey,3000\n'
    )
    [row] = told.rows
    assert row.kind is RowKind.CONTRACT
    assert row.contract is not None
    assert row.contract.pay == Decimal("12.60")
    assert row.contract.weekly_hours == Decimal("37.5")
    assert (row.contract.workers, row.contract.place) == (1200, "London N1")
    assert row.contract.category_codes == ("90910000-9",)
    assert (row.country, row.employees, row.statement) == ("TR", 3000, "https://fern.example/msa")
    assert row.sub_suppliers == ("Moss Ltd", "Reed Ltd")
    assert row.sub_shares == (Decimal("0.4"), None)


def test_rows_that_name_no_one_are_reported_and_their_contracts_kept() -> None:
    told = read(
        "Supplier,Amount,Date\nFern Ltd,-20,01/02/2026\n"
        "Redacted Personal Information,5,01/02/2026\nVarious,6,01/02/2026\n"
        ",7,01/02/2026\nTotal,18,\n,,\n"
    )
    assert [row.paid for row in told.rows] == [Decimal(-20)]
    assert [error.row for error in told.errors] == [3, 4, 5, 6]
    assert told.rows_in == 5
    register = read("Supplier,Contract title\nVarious Providers,Home care\nRedacted,Carer\n")
    assert [(row.no_one, row.contract is not None) for row in register.rows] == [(True, True)] * 2


@pytest.mark.parametrize(
    ("name", "taken", "person"),
    [
        ("Redacted Data", False, False),
        ("REDACTED PERSONAL DATA", False, False),
        ("Name withheld", False, False),
        ("Individual", False, False),
        ("Multiple suppliers", False, False),
        ("N/A", False, False),
        ("Confidential Waste Ltd", True, False),
        ("Personal Data Solutions Limited", True, False),
        ("Total Gas & Power Ltd", True, False),
        ("Mr J Fern", True, True),
        ("A D Moss", True, True),
        ("Helen Reed", True, True),
        ("Helen Reed t/a Reed Cleaning", True, True),
        ("Reed Cleaning Services", True, False),
        ("LB Camden", True, False),
    ],
)
def test_firms_are_kept_people_pointed_out_and_no_one_reported(
    name: str, taken: bool, person: bool
) -> None:
    told = read(f"Supplier,Amount,Date\n{name},5,01/02/2026\nFern Ltd,1,01/02/2026\n")
    assert (told.rows[0].name == name) == taken
    assert len(told.errors) == (not taken)
    assert told.rows[0].likely_person == person


def test_a_ragged_row_keeps_what_it_has() -> None:
    told = read("Supplier,Company number,Postcode\nFern Ltd\nMoss Ltd,01234567,N1 9GU,more\n")
    assert [row.name for row in told.rows] == ["Fern Ltd", "Moss Ltd"]
    assert told.rows[1].cells == ("Moss Ltd", "01234567", "N1 9GU", "more")


def test_an_unclosed_quotation_mark_swallows_nothing() -> None:
    rows = "".join(f"Fern {n} Ltd,{n}\n" for n in range(50))
    told = read(f'Supplier,Amount\n"The Dulwich, 1\n{rows}')
    assert told.rows_in == 51


@pytest.mark.parametrize(
    "data",
    [b"", b"  \n ", b"Colour,Size\nred,2\n", b"%PDF-1.7\n\x00\x01", b"<html><p>x</p></html>",
     bytes(range(256)) * 20, "Supplier\n".encode("utf-16")[:5]],
)  # fmt: skip
def test_what_is_no_list_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ListUnreadable, match=r"odd\.csv"):
        read_supplier_list(data, name="odd.csv")


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(ListUnreadable, match="columns"):
        read(",".join(["Supplier"] * 501))


@pytest.mark.parametrize(
    ("cell", "pounds"),
    [("£1,234.56", "1234.56"), ("(65,000.00)", "-65000"), ("1234.50-", "-1234.50"),
     ("12 CR", "-12"), ("£1.2m", "1200000"), ("£50k", "50000"), ("1.234,56", "1234.56"),
     ("-£5", "-5"),
     ("£ 20", "20"), ("1e9", None), ("10 - 20", None), ("Various", None), ("-", None), ("", None),
     ("NaN", None), ("1,2,3 apples", None)],
)  # fmt: skip
def test_money_is_read_or_left_unknown(cell: str, pounds: str | None) -> None:
    assert money(cell) == (Decimal(pounds) if pounds else None)


@pytest.mark.parametrize(
    ("cell", "iso"),
    [("2026-04-01", "2026-04-01"), ("01/04/2026", "2026-04-01"), ("1.4.26", "2026-04-01"),
     ("1st April 2026", "2026-04-01"), ("01-Apr-26", "2026-04-01"), ("46113", "2026-04-01"),
     ("2026-04-01T00:00:00Z", "2026-04-01"), ("31/02/2026", None), ("22/04/222", None),
     ("04/13/2026", None), ("TBC", None)],
)  # fmt: skip
def test_days_are_read_day_first_or_left_unknown(cell: str, iso: str | None) -> None:
    assert day(cell) == (date.fromisoformat(iso) if iso else None)


cells = st.text(
    st.characters(
        blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\x85\u2028\u2029"
    ),
    max_size=12,
)


@given(
    st.binary(max_size=60),
    st.sampled_from([b"", b"{", b"[", b"\xff\xfe", b'{"releases":[{"ocid":"o",', b"Supplier,"]),
)
def test_any_bytes_are_read_or_refused_in_words(data: bytes, before: bytes) -> None:
    # anything else raised fails the test
    with suppress(ListUnreadable):
        assert read_supplier_list(before + data, name="odd.csv").columns


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=20))
def test_no_row_is_ever_lost(rows: list[list[str]]) -> None:
    out = io.StringIO()
    written = csv.writer(out)
    written.writerows([["Supplier", "Amount", "Payment date"], *rows])
    told = read(out.getvalue())
    filled = [n for n, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    assert sorted([r.row for r in told.rows] + [e.row for e in told.errors]) == filled


@pytest.mark.parametrize(
    ("cell", "third_party"),
    [
        ("Directly employed", False),
        ("Permanent, no agency staff", False),
        ("Third party", True),
        ("Agency", True),
        ("Subcontractors and labour agencies", True),
        ("Directly employed (sponsored visas), agency cover", None),
        ("Directly employed; weekends subcontracted", None),
        ("Self-employed", None),
        ("", None),
    ],
)
def test_who_employs_the_workers_reaches_the_contract(cell: str, third_party: bool | None) -> None:
    heading = "Directly employed or agency/third party"
    told = read(f'Supplier,Contract title,{heading}\nFern Ltd,Cleaning,"{cell}"\n')
    assert told.rows[0].contract is not None
    assert told.rows[0].contract.third_party is third_party
