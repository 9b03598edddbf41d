"""Where the real lists stand, and what a person reading them found there."""

import csv
import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from scrapers.spreadsheets import Field, SupplierList, read_supplier_list

PROCUREMENT = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "procurement"


@dataclass(frozen=True)
class Real:
    """One real list: its columns, and how many of its rows are taken and reported.

    `contracts` are those of the rows taken that tell of a contract, the rest tell of a supplier.
    """

    file: str
    columns: dict[int, Field]
    taken: int
    reported: int
    header_row: int = 1
    contracts: int = 0

    @property
    def path(self) -> Path:
        return PROCUREMENT / self.file

    def rows(self) -> set[int]:
        """Numbers of the filled rows, counted by plain readers and not by ours.

        A row of a text file is one below the headings with anything in it; of open contracting
        data a row is a release, which a workbook spreads over its sheets.
        """
        data = self.path.read_bytes()
        if self.file.endswith(".json"):
            return set(range(1, 1 + len(json.loads(data)["releases"])))
        if self.file.endswith(".xlsx"):
            book = openpyxl.load_workbook(BytesIO(data), read_only=True)
            rows = [row for sheet in book for row in sheet.iter_rows(values_only=True) if row]
            releases = {row[:2] for row in rows if str(row[0]).startswith("ocds-")}
            return set(range(1, 1 + len(releases)))
        lines = csv.reader(data.decode("utf-8", errors="replace").splitlines(keepends=True))
        return {
            number
            for number, line in enumerate(lines, start=1)
            if number > self.header_row and any(cell.strip() for cell in line)
        }


SALFORD_REGISTER = Real(
    "salford_contracts_register_2022-07.csv",
    {
        3: Field.REFERENCE,
        4: Field.TITLE,
        5: Field.DESCRIPTION,
        6: Field.SUPPLIER,
        7: Field.POSTCODE,
        8: Field.ANNUAL_VALUE,
        9: Field.TOTAL_VALUE,
        11: Field.START,
        12: Field.END,
        18: Field.CURRENT_END,
        20: Field.CATEGORY_CODE,
        21: Field.CATEGORY_TEXT,
        22: Field.COMPANY_NUMBER,
        23: Field.VISIBILITY,
    },
    taken=360,
    reported=0,
    contracts=360,
)
REAL = (
    SALFORD_REGISTER,
    Real(
        "salford_processed_2022-06.csv",
        {
            0: Field.PAYMENT_DATE,
            1: Field.AMOUNT,
            3: Field.SUPPLIER,
            4: Field.COMPANY_NUMBER,
            5: Field.CHARITY_NUMBER,
        },
        taken=1570,
        reported=239,
    ),
    Real(
        "leeds_2020-06_raw.csv",
        {6: Field.CATEGORY_TEXT, 8: Field.PAYMENT_DATE, 11: Field.AMOUNT, 13: Field.SUPPLIER},
        taken=14_859,
        reported=1317,
    ),
    Real(
        "lambeth_2012-06_payments.csv",
        {2: Field.SUPPLIER, 3: Field.PAYMENT_DATE, 4: Field.AMOUNT, 5: Field.CATEGORY_TEXT},
        taken=3155,
        reported=2,
        header_row=10,
    ),
    Real(
        "london_clean_2022-P13.csv",
        {1: Field.SUPPLIER, 3: Field.CATEGORY_TEXT, 5: Field.AMOUNT, 6: Field.PAYMENT_DATE},
        taken=2553,
        reported=0,
    ),
    Real(
        "cabinetoffice_clean_2022-07.csv",
        {3: Field.PAYMENT_DATE, 4: Field.CATEGORY_TEXT, 6: Field.SUPPLIER, 8: Field.AMOUNT},
        taken=318,
        reported=0,
    ),
)

_OF_RELEASES = {
    0: Field.SUPPLIER,
    1: Field.IDENTIFIER,
    2: Field.POSTCODE,
    3: Field.COUNTRY,
    4: Field.REFERENCE,
    5: Field.TITLE,
    6: Field.TOTAL_VALUE,
    7: Field.START,
    8: Field.END,
    9: Field.CATEGORY_CODE,
    10: Field.PLACE,
}
RELEASES = (
    Real("ocds_fictional_1_1.json", _OF_RELEASES, 1, 5, header_row=0, contracts=1),
    Real("ocds_flattened_contract.xlsx", _OF_RELEASES, 1, 0, header_row=0, contracts=1),
    Real("fts_037689-2026_ocds.json", _OF_RELEASES, 0, 1, header_row=0),
)
ALL = (*REAL, *RELEASES)


def read(file: str) -> SupplierList:
    path = PROCUREMENT / file
    if not path.exists():
        pytest.skip(f"the shared data has no {file} here")
    return read_supplier_list(path.read_bytes(), name=file)
