"""The price page and command: an empty workbook, and a filled one judged by year."""

import html
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from app.cli import commands
from tests.examples.test_price_cases import Field, filled

START = {"start-day": "1", "start-month": "4", "start-year": "2026"}
TERM = START | {"end-day": "31", "end-month": "3", "end-year": "2029"}


def test_price_page_gives_a_workbook_for_the_term(client: TestClient) -> None:
    sent = client.post("/check-price/workbook", data={**TERM, "place": "Leeds"})
    assert sent.status_code == 200
    years = openpyxl.load_workbook(BytesIO(sent.content))["Years"]
    assert [years.cell(row, 1).value.date().year for row in (2, 3, 4)] == [2026, 2027, 2028]
    assert years["C2"].value == 12.71


def test_price_page_shows_a_line_for_each_year(client: TestClient) -> None:
    cells = {Field.PRICE: 300_000, Field.RISE: 2, Field.TENDERER: "Example <b> Ltd"}
    data = filled([("Cleaner", 10, 40, 52)], cells, end=date(2028, 3, 31))
    shown = client.post("/check-price", files=[("workbook", ("price.xlsx", data))])
    assert shown.status_code == 200
    text = html.unescape(shown.text)
    assert "£302,582.24 to £340,231.89" in text
    assert "£306,000" in text
    assert "below what its labour costs" in text
    assert "Example &lt;b&gt; Ltd" in shown.text


def test_price_page_names_what_is_wrong_at_the_field(client: TestClient) -> None:
    assert 'href="#workbook"' in client.post("/check-price", data={"x": "y"}).text
    bad = client.post("/check-price", files=[("workbook", ("price.xlsx", b"no workbook"))])
    assert bad.status_code == 422
    wrong = client.post("/check-price/workbook", data={**TERM, "end-year": "2020"})
    assert wrong.status_code == 422
    assert 'href="#end"' in wrong.text
    assert 'href="#start"' in client.post("/check-price/workbook", data={"start-day": "x"}).text


def test_check_price_command_makes_reads_and_judges(tmp_path: Path) -> None:
    empty, ready = tmp_path / "empty.xlsx", tmp_path / "ready.xlsx"
    run = CliRunner()
    term = ["--new", "--start", "2026-04-01", "--end", "2027-03-31", "--place", "Leeds"]
    assert run.invoke(commands, ["check-price", str(empty), *term]).exit_code == 0
    refused = run.invoke(commands, ["check-price", str(empty)])
    assert refused.exit_code == 1
    assert "no post" in refused.stderr
    ready.write_bytes(filled([("Cleaner", 10, 40, 52)], {Field.PRICE: 310_000}))
    ran = run.invoke(commands, ["check-price", str(ready), "--at", "2026-11-30"])
    assert ran.exit_code == 0
    assert "Labour at the legal minimum: £302,582.24 to £340,231.89" in ran.stdout
    assert run.invoke(commands, ["check-price", str(tmp_path / "none.xlsx")]).exit_code == 1
