import builtins
import ctypes.util
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.errors import Unusable
from app.features.reports.figures import FIRST, LAST, a_quarter_before, report_of
from app.features.reports.files import files_of
from app.features.reports.table_types import Report
from app.installation import Installation
from app.terminal.context import default_tenant
from scrapers.errors import ListUnreadable
from scrapers.referrals import read_referrals
from tests.app.conftest import Vet

TOMORROW = datetime.now(UTC).date() + timedelta(days=1)
HEADINGS = b"Supplier,Company Number,Contract ref,Title,Hourly rate,Annual value\n"


def made(home: Installation, at: date = TOMORROW) -> Report:
    organisation = default_tenant(home)
    with home.database.session() as session:
        return report_of(session, organisation, at)


def sentence(report: Report, id: str) -> str:
    return next(table.sentence for table in report.tables if table.id == id)


def test_an_installation_without_data_says_so_in_every_form(home: Installation) -> None:
    report = made(home)
    assert "no figures" in report.sections[0].words[0]
    assert sentence(report, "bands") == "No supplier had been assessed by this day."
    files = files_of(report)
    assert {name.rpartition(".")[2] for name in files} == {"json", "xlsx", "html", "pdf"}
    assert files[f"report-{TOMORROW}.pdf"].startswith(b"%PDF-1.7")


@pytest.mark.parametrize("name", ["Alder Works Ltd", "Ä" * 300, "<script>alert(1)</script> " * 12])
def test_one_supplier_of_any_name_makes_a_report(name: str, home: Installation, vet: Vet) -> None:
    vet(("list.csv", HEADINGS + f'"{name}",,C1,Cleaning,14.80,1000\n'.encode()))
    report = made(home)
    assert "1 suppliers were listed" in report.sections[0].words[0]
    for id in ("exposure_category", "exposure_country", "exposure_borough", "shared_category"):
        assert "no" in sentence(report, id).lower()
    files = files_of(report)
    page = files[f"report-{TOMORROW}.html"].decode()
    assert "<script>" not in page
    assert name.replace("<", "&lt;").replace(">", "&gt;").strip()[:50] in page
    shared = files[f"sharing-{TOMORROW}.json"].decode()
    assert name[:20] not in shared


def test_a_day_before_the_first_assessment_knows_nothing_of_it(
    home: Installation, vet: Vet
) -> None:
    vet(("list.csv", HEADINGS + b"Alder Works Ltd,,C1,Cleaning,14.80,1000\n"))
    report = made(home, date(2020, 2, 29))
    assert "no figures" in report.sections[0].words[0]
    assert not [row for table in report.tables if table.id == "top_risks" for row in table.rows]


@pytest.mark.parametrize("day", [FIRST, date(2004, 4, 6), LAST])
def test_any_day_has_its_report(day: date, home: Installation) -> None:
    assert "no figures" in made(home, day).sections[0].words[0]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_of_no_calendar_of_ours_is_refused(day: date, home: Installation) -> None:
    with pytest.raises(Unusable, match="is not between 1900-01-01 and 2199-12-31"):
        made(home, day)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 11, 25), date(2026, 8, 25)),
        (date(2026, 2, 28), date(2025, 11, 28)),
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2024, 5, 31), date(2024, 2, 29)),
        (date(2026, 3, 31), date(2025, 12, 31)),
    ],
)
def test_the_last_report_was_three_months_before(day: date, before: date) -> None:
    assert a_quarter_before(day) == before


def test_bad_rows_of_referrals_are_named_and_the_good_are_kept() -> None:
    table = read_referrals(
        b"area,start,end,adults,children\n"
        b"Westminster,2026-01-01,2026-09-30,3,14\n"
        b",2026-01-01,2026-09-30,1,1\n"
        b"Westminster,1 Jan,2026-09-30,1,1\n"
        b"Westminster,2026-09-30,2026-01-01,1,1\n"
        b"Westminster,2026-01-01,2026-09-30,few,1\n"
        b"Westminster,2026-01-01,2026-09-30,-1,1\n"
        b"\n"
        b"Kensington and Chelsea,2026-01-01,2026-09-30,,8\n",
        name="referrals.csv",
    )
    assert [(each.area, each.adults, each.children) for each in table.rows] == [
        ("Westminster", 3, 14),
        ("Kensington and Chelsea", None, 8),
    ]
    assert [(each.row, each.column) for each in table.errors] == [
        (3, "area"),
        (4, "start"),
        (5, "end"),
        (6, "adults"),
        (7, "adults"),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"fruit,colour\npear,green\n", b"\x89PNG\x00\xff", b"area,start,end\nx,y,z\n"]
)
def test_what_is_no_table_of_referrals_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ListUnreadable, match=r"referrals\.csv"):
        read_referrals(data, name="referrals.csv")


def test_files_of_without_the_systems_libraries_are_all_made(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No form of a report needs a library of the system: wheels bring all that is used."""

    def without_the_system(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] in ("weasyprint", "cairosvg", "gi"):
            raise OSError(f"cannot load a library of the system for {name}")
        return usual(name, *rest, **more)

    usual = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", without_the_system)
    monkeypatch.setattr(ctypes.util, "find_library", lambda _name: None)
    files = files_of(made(home))
    assert {name.rpartition(".")[2] for name in files} == {"json", "xlsx", "html", "pdf"}
    assert all(data.startswith(b"%PDF") for name, data in files.items() if name.endswith("pdf"))
