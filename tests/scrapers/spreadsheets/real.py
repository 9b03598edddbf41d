"""Where the real lists stand, and what a person reading them found there."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from scrapers.spreadsheets import Field, SupplierList, read_supplier_list

PROCUREMENT = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "procurement"


@dataclass(frozen=True)
class Real:
    """One real list: its columns, and how many of its rows are taken and reported."""

    file: str
    columns: dict[int, Field]
    taken: int
    reported: int
    header_row: int = 1


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
        taken=15_019,
        reported=1157,
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


def read(file: str) -> SupplierList:
    path = PROCUREMENT / file
    if not path.exists():
        pytest.skip(f"the shared data has no {file} here")
    return read_supplier_list(path.read_bytes(), name=file)
