"""Every shared list gives what its notes, or a sum made by `csv` or `json` alone, say of it."""

import csv
import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scoring.companies.alike import bare_name
from scoring.periods import Period
from scrapers.errors import ColumnsUnclear
from scrapers.spreadsheets import SupplierList, read_supplier_list
from tests.places import SHARED

CASES = SHARED.parent / "cases" / "lists"
FUSED = re.compile(r"(.*?)(\d\d/\d\d/\d{4})(-?[\d,.]+)?\Z")


def read(path: Path) -> SupplierList:
    if not path.exists():
        pytest.skip(f"the shared material has no {path.name} here")
    return read_supplier_list(path.read_bytes(), name=path.name)


def months(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def parted(line: list[str]) -> list[str]:
    """A line whose supplier, date and money ran together, with a comma between them again."""
    cells = []
    for cell in line:
        match = FUSED.match(cell.strip())
        cells += [part for part in match.groups() if part] if match else [cell]
    return cells


@dataclass(frozen=True)
class Payments:
    """A list of payments: its columns, by heading, and the period that its publisher gives."""

    file: str
    supplier: str
    amount: str
    period: Period
    encoding: str = "utf-8"
    header_row: int = 1

    def sums(self, path: Path) -> tuple[int, set[str], Decimal, Decimal]:
        """Rows that name a supplier, their names, their money, and the money of the others."""
        text = path.read_text(self.encoding, errors="replace")
        lines = list(csv.reader(text.splitlines(keepends=True)))
        headings = lines[self.header_row - 1]
        name, money = headings.index(self.supplier), headings.index(self.amount)
        rows, names, paid, unnamed = 0, set[str](), Decimal(0), Decimal(0)
        for given in lines[self.header_row :]:
            line = parted(given) if 1 < len(given) < len(headings) else given
            if not line or not line[name].strip() or line[name].startswith("Grand Total"):
                continue
            cell = line[money] if money < len(line) else "0"
            amount = Decimal(re.sub(r"[£, ]", "", cell).replace("(", "-").rstrip(")"))
            if re.search(r"redacted|various - ", line[name], re.IGNORECASE):
                unnamed += amount
                continue
            rows, paid = rows + 1, paid + amount
            names.add(" ".join(line[name].split()))
        return rows, names, paid, unnamed


PAYMENTS = (
    Payments(
        "lists/calderdale_clean_2022-08.csv",
        "Supplier(Beneficiary) Name",
        "Net Amount",
        months("2022-08-01", "2022-08-31"),
    ),
    Payments(
        "lists/darlington_clean_2022-09.csv",
        "Supplier",
        "Invoice Line Value (net of VAT)",
        months("2022-09-01", "2022-09-30"),
    ),
    Payments(
        "lists/lambeth_2011-10.csv",
        "Supplier Name",
        "Total",
        months("2011-10-01", "2011-10-31"),
        header_row=3,
    ),
    Payments(
        "lists/leeds_2013-03_raw_head4000.csv",
        "SupplierName",
        "NetAmount",
        months("2013-03-01", "2013-03-31"),
    ),
    Payments(
        "lists/sheffield_2013-04_head2500.csv",
        "Supplier Name",
        "Invoiced Value",
        months("2013-04-01", "2013-04-30"),
    ),
    Payments(
        "lists/wakefield_2021-Q3-card_head600.csv",
        "Supplier Name",
        "Net Amount",
        months("2020-10-01", "2020-12-31"),
    ),
    Payments(
        "procurement/cabinetoffice_clean_2022-07.csv",
        "Supplier",
        "Amount",
        months("2022-07-01", "2022-07-31"),
    ),
    Payments(
        "procurement/lambeth_2012-06_payments.csv",
        "Supplier Name",
        "Invoice Nett Amount",
        months("2012-06-01", "2012-06-30"),
        header_row=10,
    ),
    Payments(
        "procurement/leeds_2020-06_raw.csv",
        "Beneficiary Name",
        "Amount",
        months("2020-06-01", "2020-06-30"),
        encoding="cp1252",
    ),
    Payments(
        "procurement/london_clean_2022-P13.csv",
        "Vendor Name",
        "Amount",
        months("2022-03-01", "2022-03-31"),
    ),
    Payments(
        "procurement/salford_processed_2022-06.csv",
        "Beneficiary Name",
        "Amount",
        months("2022-06-01", "2022-06-30"),
    ),
)


@pytest.mark.parametrize("payments", PAYMENTS, ids=lambda each: Path(each.file).stem)
def test_list_of_payments_gives_rows_suppliers_money_and_period(payments: Payments) -> None:
    path = SHARED / payments.file
    listed = read(path)
    rows, names, paid, unnamed = payments.sums(path)
    assert len(listed.rows) == rows
    assert len({row.name for row in listed.rows}) == len({n.replace("¿", "’") for n in names})
    assert listed.paid == paid
    assert sum((e.amount for e in listed.errors if e.amount is not None), Decimal(0)) == unnamed
    assert listed.period is not None
    assert listed.period.period == payments.period


def test_register_gives_every_value_to_the_penny() -> None:
    path = SHARED / "procurement" / "salford_contracts_register_2022-07.csv"
    listed = read(path)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for heading, member in (
        ("Annual Value", "annual_value"),
        ("Total Contract Value (including extensions)", "total_value"),
    ):
        values = [getattr(row.contract, member) for row in listed.rows]
        figures = [row[heading] for row in rows if re.fullmatch(r"[\d.]+", row[heading])]
        assert sum(v for v in values if v is not None) == sum(map(Decimal, figures))
    assert len(listed.rows) == len(rows)


@pytest.mark.parametrize(
    "file",
    ["lists/cf_raw_16089661.json", "lists/pcs_framework_award.json",
     "procurement/ocds_fictional_1_1.json", "procurement/fts_037689-2026_ocds.json"],
)  # fmt: skip
def test_open_contracting_gives_each_award_once(file: str) -> None:
    listed = read(SHARED / file)
    package = json.loads((SHARED / file).read_text("utf-8"), parse_float=Decimal)
    awards = {
        award["id"]: award
        for release in package.get("releases", [package])
        for award in release.get("awards", [])
    }
    names = {" ".join(s["name"].split()) for a in awards.values() for s in a["suppliers"]}
    values = [a["value"]["amount"] for a in awards.values() if a.get("value")]
    contracts = [row.contract for row in listed.rows if row.contract]
    shared = {c.award_value for c in contracts if c.award_value is not None}
    alone = [c.total_value for c in contracts if c.total_value is not None]
    assert {row.name for row in listed.rows} == names
    assert sorted([*shared, *alone]) == sorted(map(Decimal, values))


def test_list_without_money_gives_its_rows_and_says_so() -> None:
    listed = read(SHARED / "lists" / "osh_12.xls")
    assert len(listed.rows) == 15
    assert "No amount column" in listed.notices[0]


# rows, suppliers, pounds, rows that name no supplier
CASES_RIGHT: dict[str, tuple[int, int, str | None, int]] = {
    "amount_forms.csv": (19, 19, "8794.505", 0),
    "amount_two.csv": (1, 1, "728.27", 0),
    "amount_variants.csv": (1, 1, "1", 0),
    "ariba.csv": (1, 1, "500", 0),
    "bilingual.csv": (2, 2, "1100", 0),
    "blank_tail_2100.csv": (1, 1, "10", 0),
    "camelcase.csv": (2, 2, "604.12", 0),
    "canadian_dollars.csv": (2, 2, None, 0),
    "cf_tender_classification.json": (1, 1, "93007", 0),
    "contract_notyet.csv": (2, 2, "100", 0),
    "contract_ref_spend.csv": (3, 2, "180", 0),
    "contracts_finder_export.csv": (5, 5, "3712490", 0),
    "coupa.csv": (1, 1, "500", 0),
    # Fern Group and Fern (UK) are Fern until a company number says that they are not
    "dupes.csv": (8, 1, "482", 0),
    "excel_text_numbers.csv": (9, 9, "9", 0),
    "fts_lots_terminated.json": (2, 2, "240000", 0),
    "fullwidth.csv": (1, 1, "10", 0),
    "hidden_longest_sheet.xlsx": (12, 12, "1902.5", 0),
    "hidden_row.xlsx": (2, 2, "3", 0),
    "known_suppliers_by_name.csv": (24, 24, "19383000", 0),
    "lgtc.csv": (1, 1, "50000", 0),
    "macroman.csv": (1, 1, "10", 0),
    "net_of_vat.csv": (1, 1, "555.72", 0),
    "ocds_framework_3_suppliers.json": (3, 3, None, 0),
    "org_then_supplier.csv": (2, 2, "100", 0),
    "preamble.csv": (1, 1, "5", 2),
    "repeat_header.csv": (2, 2, "10", 1),
    "samename_diffnum.csv": (3, 3, "600", 0),
    "see_ability.csv": (3, 3, "12870.24", 0),
    "semicolon_eur.csv": (1, 1, "1200.50", 0),
    "supplier_code_first.csv": (2, 2, "11", 0),
    "supplier_total.csv": (2, 2, "3662.12", 1),
    "two_comma_lines_in_a_cell.csv": (2, 2, "350", 0),
    "utf16.csv": (1, 1, "10", 0),
    "various.csv": (1, 1, "1", 4),
    "vat_column.csv": (1, 1, "1", 0),
}
REFUSED = {"shifted_headings.csv"}


@pytest.mark.parametrize("file", sorted(CASES_RIGHT))
def test_case_gives_what_its_notes_say(file: str) -> None:
    listed = read(CASES / file)
    rows, suppliers, money, unnamed = CASES_RIGHT[file]
    known = {(bare_name(row.name), *row.company_numbers[:1]) for row in listed.rows}
    values = [row.paid for row in listed.rows]
    values += [row.contract.total_value for row in listed.rows if row.contract]
    figures = [each for each in values if each is not None]
    assert len(listed.rows) == rows
    assert len(known) == suppliers
    assert (sum(figures) if figures else None) == (Decimal(money) if money else None)
    assert len(listed.errors) == unnamed


def test_case_with_shifted_headings_is_asked() -> None:
    with pytest.raises(ColumnsUnclear, match="one column short"):
        read(CASES / "shifted_headings.csv")


def test_every_case_has_its_answer() -> None:
    if not CASES.is_dir():
        pytest.skip("the shared cases are not beside the project")
    lists = {path.name for path in CASES.iterdir()} - {"README.md"}
    assert lists == CASES_RIGHT.keys() | REFUSED
