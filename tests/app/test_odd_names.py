"""A name with markup, a formula, marks of direction or 300 letters is text wherever it goes."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import openpyxl
import pypdfium2
import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser
from sqlmodel import select

from app import jobs
from app.features.reports.figures import report_of
from app.features.reports.files import files_of
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant
from models import Job
from tests.app.conftest import vetting

MARKUP = '<script>document.title="stolen"</script><b>Bold</b> Ltd'
FORMULA = "=HYPERLINK(A1) Ltd"
TURNED = "\u202eevil\u202c Ltd"
LONG = "W" * 300
MARKS = dict.fromkeys(map(ord, "\u202e\u202c"))
"""Marks that turn the direction: lists may hold them, and no field of a form."""
NAMES = (MARKUP, FORMULA, TURNED, LONG)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    settings = Settings(home=tmp_path_factory.mktemp("odd"), access=Access.OPEN)
    out = io.StringIO()
    csv.writer(out).writerows([["Supplier", "Annual value"], *([name, "5"] for name in NAMES)])
    with open_installation(settings) as opened, jobs.worker_runtime(opened, worker="tests"):
        job = vetting(opened)(("list.csv", out.getvalue().encode()))
        assert job.state == "done"
        yield opened


@pytest.fixture(scope="module")
def reader(home: Installation) -> Iterator[TestClient]:
    with TestClient(create_app(home.settings, works=False)) as opened:
        yield opened


def job_of(home: Installation) -> UUID:
    with home.database.session() as session:
        return session.exec(select(Job.id)).one()


def supplier(reader: TestClient, name: str) -> str:
    page = LexborHTMLParser(reader.get("/", params={"name": name[:200]}).text)
    return str(page.css_first("tbody th a").attributes["href"])


def shows(page: str, name: str) -> bool:
    tree = LexborHTMLParser(page)
    assert not any("stolen" in each.text() for each in tree.css("script"))
    return any(each.text(strip=True) == name for each in tree.css("bdi"))


@pytest.mark.parametrize("name", NAMES, ids=["markup", "formula", "turned", "long"])
def test_every_page_shows_it_as_text_kept_apart(
    reader: TestClient, home: Installation, name: str
) -> None:
    address, typed = supplier(reader, name), name.translate(MARKS)
    step = {"supplier": address.rsplit("/", 1)[1], "deed": "action"}
    due = {"due-day": "1", "due-month": "2", "due-year": "2099"}
    answers = [
        reader.get("/"),
        reader.get(address),
        reader.get(f"{address}/ask"),
        reader.get(f"/chosen?supplier={step['supplier']}"),
        reader.post("/chosen", data=step | due | {"title": typed, "owner": typed}),
        reader.post(f"{address}/check", data={"reference": typed, "title": typed}),
        reader.get(f"/jobs/{job_of(home)}/result"),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert shows(answer.text, name), answer.url


def cells(data: str) -> set[str]:
    return {cell for row in csv.reader(io.StringIO(data.lstrip("\ufeff"))) for cell in row}


def test_every_csv_holds_it_as_text(reader: TestClient, home: Installation) -> None:
    for name in NAMES:
        reader.post(f"{supplier(reader, name)}/check", data={"reference": name.translate(MARKS)})
    told = [
        reader.get(f"/jobs/{job_of(home)}/result.csv").text,
        reader.get("/v1/exports/suppliers.csv").text,
        reader.get("/v1/exports/checks.csv").text,
        reader.post("/chosen", data={"which": "all", "deed": "csv"}).text,
    ]
    for each in told:
        assert {MARKUP, f"'{FORMULA}", TURNED, LONG} <= cells(each)
        assert not any(cell.startswith("=") for cell in cells(each))


def texts(book: bytes) -> dict[str, str]:
    """Every cell of a workbook that holds words, with the kind that it is kept as."""
    sheets = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    every = (cell for sheet in sheets for row in sheet.iter_rows() for cell in row)
    return {str(cell.value): cell.data_type for cell in every if cell.value is not None}


def test_every_workbook_holds_it_as_text(
    reader: TestClient, home: Installation, report: dict[str, bytes]
) -> None:
    books = [
        reader.get(f"/jobs/{job_of(home)}/result.xlsx").content,
        reader.post("/chosen", data={"which": "all", "deed": "workbook"}).content,
        report["xlsx"],
    ]
    for book in books:
        held = texts(book)
        assert set(NAMES) <= set(held)
        assert "f" not in held.values()


@pytest.fixture(scope="module")
def report(home: Installation) -> dict[str, bytes]:
    """The board's report in every form, by the ending of its name."""
    at = datetime.now(UTC).date() + timedelta(days=1)
    with home.database.session() as session:
        files = files_of(report_of(session, default_tenant(home), at))
    return {name.rpartition(".")[2]: data for name, data in files.items() if "report" in name}


def test_the_printed_board_report_holds_it_as_text(report: dict[str, bytes]) -> None:
    document = pypdfium2.PdfDocument(report["pdf"])
    printed = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    printed = printed.translate(MARKS)
    assert "".join(MARKUP.split()) in printed
    assert "".join(FORMULA.split()) in printed
    assert LONG in printed
    assert "evil" in printed or "live" in printed
