"""The same figures in the list, the risk map, the board, the workbook, the PDF and over REST."""

import io
import re
from collections import Counter
from datetime import UTC, datetime

import openpyxl
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.features.reports.as_pdf import as_pdf
from app.features.reports.figures import report_of
from app.installation import Installation
from app.terminal.context import default_tenant
from scoring.reference.vocabulary import RiskBand
from tests.app.reports import renderings

OF = re.compile(r"\((\d+) of (\d+)\)")
HEADINGS = {
    band: f"{band.value.replace('_', ' ').capitalize()} residual risk" for band in RiskBand
}


def by_rest(client: TestClient) -> tuple[Counter[RiskBand], dict[str, str]]:
    """How many suppliers are in each band, and the residual risk of each by its name."""
    items, link = [], "/v1/suppliers?limit=100"
    while link:
        answer = client.get(link)
        items += answer.json()["items"]
        link = answer.links.get("next", {}).get("url", "")
    judged = [each for each in items if each["assessment"]]
    bands = Counter(RiskBand(each["assessment"]["band"]) for each in judged)
    return bands, {each["name"]: each["assessment"]["risk"] for each in judged}


def number_listed(client: TestClient, band: RiskBand) -> int:
    words = LexborHTMLParser(client.get("/", params={"band": band.value}).text).css_first("main")
    said = re.search(r"([\d,]+) suppliers? that fits? the filter", words.text())
    return int(said[1].replace(",", "")) if said else 0


def shares(rows: list[list[str]]) -> dict[str, tuple[int, int]]:
    """The base of each row's first percentage, by the row's heading."""
    found = {row[0]: OF.search(row[1]) for row in rows if len(row) > 1}
    return {name: (int(each[1]), int(each[2])) for name, each in found.items() if each}


def cells(table: LexborNode) -> list[list[str]]:
    return [
        [renderings.plain(cell.text()) for cell in row.css("th, td")]
        for row in table.css("tbody tr")
    ]


def test_figures_agree_in_list_map_board_workbook_pdf_and_rest(client: TestClient) -> None:
    bands, risks = by_rest(client)
    assert bands.total() > 15
    assert {band: number_listed(client, band) for band in RiskBand if bands[band]} == bands

    on_map = LexborHTMLParser(client.get("/risk-map").text).css("tbody td")
    assert sum(int(each.text().split()[0]) for each in on_map) == bands.total()

    board = LexborHTMLParser(client.get("/board").text).css_first("#table-bands")
    expected = {HEADINGS[band]: (bands[band], bands.total()) for band in RiskBand}
    assert shares(cells(board)) == expected

    book = client.post("/chosen", data={"which": "all", "deed": "workbook"}).content
    head, *lines = openpyxl.load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True)
    column = {name: place for place, name in enumerate(head)}
    judged = [each for each in lines if each[column["Candour: risk band"]]]
    assert bands == Counter(
        RiskBand(each[column["Candour: risk band"]].replace(" ", "_")) for each in judged
    )
    in_book = {
        each[column["Supplier"]]: f"{each[column['Candour: residual risk of 100']]:.2f}"
        for each in judged
    }
    assert in_book == risks

    home: Installation = client.app.state.home  # type: ignore[attr-defined]
    with home.database.session() as session:
        report = report_of(session, default_tenant(home), datetime.now(UTC).date())
    tables = renderings.of_pdf(as_pdf(report))
    printed = [shares(rows) for rows in tables]
    assert expected in printed
