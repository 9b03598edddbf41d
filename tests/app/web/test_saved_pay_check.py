"""A check of pay is kept under a name, compared with the last, and downloaded."""

import html
import re
from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.main import create_app
from app.settings import Access, Settings
from models.person import Role
from tests.app.api.tenants import Tenants
from tests.app.reports.tagged import problems_of
from tests.places import ROOT

PETER = ROOT / "examples" / "peter"
WORKERS = (
    "employee,name,date of birth,apprentice,place of work\nE77,Zofia Example,1985-01-01,no,Leeds"
)
HEAD = "employee,period start,period end,hours,gross,uniform"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(home=tmp_path_factory.mktemp("pay"), access=Access.OPEN)
    with TestClient(create_app(settings, works=False), follow_redirects=False) as opened:
        yield opened


def send(office: TestClient, gross: str, **given: str) -> Response:
    slips = f"{HEAD}\nE77,2026-07-06,2026-07-12,40,{gross},10.00"
    files = [("payslips.csv", slips.encode()), ("workers.csv", WORKERS.encode())]
    return office.post("/check-pay", data=given, files=[("files", each) for each in files])


def plain(response: Response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


def test_check_with_a_name_is_kept_without_names_of_workers(office: TestClient) -> None:
    sent = send(office, "508.40", name="July cleaning", assigned_to="Ada Example")
    assert sent.status_code == 303
    address = sent.headers["location"]
    shown = office.get(address)
    assert "Paid £10.00 less than the legal minimum in all." in plain(shown)
    assert 'value="Ada Example"' in shown.text
    assert "Zofia" not in shown.text
    assert "E77" not in shown.text
    assert "08000 121 700" in shown.text
    assert address in office.get("/check-pay").text
    assert office.post(f"{address}/assignment", data={"assigned_to": "Bo"}).status_code == 303
    assert 'value="Bo"' in office.get(address).text


def test_check_without_a_name_is_not_kept(office: TestClient) -> None:
    before = office.get("/check-pay").text.count("/check-pay/")
    shown = send(office, "508.40")
    assert shown.status_code == 200
    assert "We did not store your files" in plain(shown)
    assert office.get("/check-pay").text.count("/check-pay/") == before


def test_workbook_gives_each_payslips_sum_as_formulas(office: TestClient) -> None:
    address = send(office, "508.40", name="=HYPERLINK(A1)").headers["location"]
    got = office.get(f"{address}/xlsx")
    assert got.status_code == 200
    book = openpyxl.load_workbook(BytesIO(got.content))
    assert book["About"]["B1"].value == "=HYPERLINK(A1)"
    assert book["About"]["B1"].data_type == "s"
    sheet = book["Payslips"]
    assert sheet["A2"].value == "Worker 001"
    assert str(sheet["L2"].value).startswith("=F2-G2")
    values = openpyxl.load_workbook(BytesIO(got.content), data_only=True)["Payslips"]
    row = [cell.value for cell in values[2]]
    assert row[3:10] == [40, 40, 508.4, 0, 10, 0, 0]
    assert row[11:19] == [498.4, 498.4, 12.71, 12.71, 508.4, 508.4, 10, 10]
    said = [cell.value for cell in book["Findings"]["E"]]
    assert "Paid £10.00 less than the legal minimum in all." in said


def test_printed_check_is_a_pdf(office: TestClient) -> None:
    address = send(office, "508.40", name="July").headers["location"]
    got = office.get(f"{address}/pdf")
    assert got.headers["content-type"] == "application/pdf"
    assert problems_of(got.content) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"supplier": "Nobody Ltd", "name": "x"}, "as your list has it"),
        ({"contract": "C1", "name": "x"}, "Say which supplier's contract this is"),
        ({"supplier": "Nobody Ltd"}, "Give the check a name"),
    ],
)
def test_check_that_cannot_be_kept_says_why_at_the_field(
    office: TestClient, given: dict[str, str], said: str
) -> None:
    shown = send(office, "508.40", **given)
    assert shown.status_code == 422
    assert said in plain(shown)


def test_no_such_check_or_file_is_not_found(office: TestClient) -> None:
    none = "/check-pay/00000000-0000-0000-0000-000000000000"
    assert office.get(none).status_code == 404
    assert office.get(f"{none}/xlsx").status_code == 404
    address = send(office, "508.40", name="July").headers["location"]
    assert office.get(f"{address}/docx").status_code == 404


def test_urgent_check_asks_nobody_anything(office: TestClient) -> None:
    files = sorted(each for each in PETER.glob("*.csv") if each.name != "answers.csv")
    sent = office.post(
        "/check-pay",
        data={"name": "Peter"},
        files=[("files", (each.name, each.read_bytes())) for each in files],
    )
    address = sent.headers["location"]
    shown = plain(office.get(address))
    assert "A named person must look today" in shown
    assert "call 999" in shown
    book = openpyxl.load_workbook(BytesIO(office.get(f"{address}/xlsx").content))
    advice = {str(cell.value or "") for cell in book["Findings"]["F"][1:]}
    texts = [each for each in advice if not each.startswith("These are signs")]
    assert not [each for each in texts if re.search(r"\b[Aa]sk\b|\b[Aa]gree\b", each)]


def test_second_check_of_a_supplier_says_what_changed(tenants: Tenants) -> None:
    headers = tenants.ours.headers[Role.OFFICER]
    office = tenants.client({**headers, "accept": "text/html"})
    supplier = {"supplier": "Larkmere Cleaning Ltd"}
    first = send(office, "508.40", name="July", **supplier).headers["location"]
    second = send(office, "518.40", name="August", **supplier).headers["location"]
    shown = plain(office.get(second))
    assert "Since the last check" in shown
    assert "not met: Paid £10.00 less than the legal minimum in all. met" in shown
    assert "Since the last check" not in plain(office.get(first))
    stranger = tenants.client(tenants.theirs.headers[Role.OFFICER] | {"accept": "text/html"})
    assert stranger.get(second).status_code == 404
    assert stranger.get(f"{second}/xlsx").status_code == 404
    reader = tenants.client(tenants.ours.headers[Role.BOARD_READER] | {"accept": "text/html"})
    assert send(reader, "508.40", name="Board").status_code == 403
