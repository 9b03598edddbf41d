"""The period of a list of payments: by its rows first, then its title, then its file's name."""

from datetime import date
from pathlib import Path

import pytest

from scrapers.spreadsheets import read_supplier_list
from scrapers.spreadsheets.periods import PeriodSource, period_in
from tests.places import needs_real_files
from tests.scrapers.spreadsheets.real import PROCUREMENT

LISTS = PROCUREMENT.parent / "lists"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Spend over £500 April 2022.csv", "April 2022"),
        ("spend_2011-10.csv", "October 2011"),
        ("spend-2021-12.csv", "December 2021"),
        ("payments_202204.csv", "April 2022"),
        ("Apr-22 spend", "April 2022"),
        ("Council spend 2021-22", "April 2021 to March 2022"),
        ("Q3 2021/22 payments.xlsx", "October to December 2021"),
        ("2022 Q2", "April to June 2022"),
        ("October 2021 - March 2022", "October 2021 to March 2022"),
        ("payments 2020.xlsx", "January to December 2020"),
        # a month or a year: nobody can say which
        ("2011-12", "None"),
        ("2011/12", "April 2011 to March 2012"),
        ("suppliers.csv", "None"),
    ],
)
def test_period_in_a_name_is_its_month_quarter_or_year(text: str, words: str) -> None:
    assert str(period_in(text)) == words


def listed(*dates: str, name: str = "paid.csv", title: str = "") -> tuple[str, str]:
    rows = "".join(f"Fern {n} Ltd,10.00,{day}\n" for n, day in enumerate(dates))
    data = f"{title}Supplier,Amount,Payment date\n{rows}".encode()
    period = read_supplier_list(data, name=name).period
    return (str(period.period), period.source.name) if period else ("", "")


def test_period_of_a_list_is_that_of_its_dates() -> None:
    assert listed("01/06/2022", "12/06/2022", name="April 2022.csv") == ("June 2022", "DATES")


def test_period_of_a_list_leaves_out_stray_months() -> None:
    dates = ["12/06/2022"] * 40 + ["03/07/2022"] * 30 + ["01/02/2019"]
    assert listed(*dates) == ("June to July 2022", "DATES")


def test_period_of_late_invoices_is_the_month_that_the_file_is_of() -> None:
    dates = ["12/06/2022"] * 60 + ["30/05/2022"] * 40
    assert listed(*dates) == ("May to June 2022", "DATES")
    assert listed(*dates, name="spend 2022-06.csv") == ("June 2022", "FILE_NAME")
    # a name for a longer time says less than the dates do, unless they reach from end to end of it
    year = ["12/04/2022", "03/06/2022"] + ["12/02/2023"] * 60 + ["30/03/2023"] * 60
    assert listed(*year, name="spend.csv") == ("February to March 2023", "DATES")
    assert listed(*year, name="spend 2022-23.csv") == ("April 2022 to March 2023", "FILE_NAME")
    assert listed(*dates, name="spend 2022.csv") == ("May to June 2022", "DATES")


def test_period_without_dates_is_that_of_the_title_then_of_the_file_name() -> None:
    title = "Payments in April 2022,,\n,,\n"
    assert listed("", "", title=title, name="May 2022.csv") == ("April 2022", "TITLE")
    assert listed("", "", name="May 2022.csv") == ("May 2022", "FILE_NAME")
    assert listed("", "") == ("", "")


def test_period_of_a_contract_register_is_none() -> None:
    rows = "Supplier,Contract reference,Annual value,Start date,End date\nFern,C1,5,2022-01-01,\n"
    assert read_supplier_list(rows.encode(), name="contracts 2022-07.csv").period is None


@needs_real_files
@pytest.mark.parametrize(
    ("file", "month", "source"),
    [
        (PROCUREMENT / "cabinetoffice_clean_2022-07.csv", date(2022, 7, 1), PeriodSource.DATES),
        (PROCUREMENT / "lambeth_2012-06_payments.csv", date(2012, 6, 1), PeriodSource.DATES),
        (PROCUREMENT / "london_clean_2022-P13.csv", date(2022, 3, 1), PeriodSource.DATES),
        (PROCUREMENT / "salford_processed_2022-06.csv", date(2022, 6, 1), PeriodSource.DATES),
        (LISTS / "calderdale_clean_2022-08.csv", date(2022, 8, 1), PeriodSource.DATES),
        (LISTS / "darlington_clean_2022-09.csv", date(2022, 9, 1), PeriodSource.FILE_NAME),
        (LISTS / "lambeth_2011-10.csv", date(2011, 10, 1), PeriodSource.FILE_NAME),
        (LISTS / "leeds_2013-03_raw_head4000.csv", date(2013, 3, 1), PeriodSource.FILE_NAME),
        (LISTS / "sheffield_2013-04_head2500.csv", date(2013, 4, 1), PeriodSource.DATES),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_period_of_a_real_list_is_its_month(file: Path, month: date, source: PeriodSource) -> None:
    period = read_supplier_list(file.read_bytes(), name=file.name).period
    assert period is not None
    assert (period.period.start, period.period.days <= 31) == (month, True)
    assert period.source is source
