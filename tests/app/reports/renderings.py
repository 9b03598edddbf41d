"""The tables of a report as each rendering shows them: its id, then rows of headings and cells."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import orjson
import pdfplumber
from openpyxl import load_workbook
from pdfplumber.structure import PDFStructElement, PDFStructTree
from selectolax.lexbor import LexborHTMLParser

from app.features.reports.as_xlsx import FIRST_ROW
from app.features.reports.table_types import Cell, Unit

Rows = list[list[str]]


def plain(words: str) -> str:
    return " ".join(words.split())


def of_json(data: bytes) -> dict[str, Rows]:
    return {
        table["id"]: [
            [plain(row["heading"]), *(plain(cell["text"]) for cell in row["cells"])]
            for row in table["rows"]
        ]
        for section in orjson.loads(data)["sections"]
        for table in section["tables"]
    }


def of_html(page: str) -> dict[str, Rows]:
    return {
        table.id.removeprefix("table-"): [
            [plain(cell.text()) for cell in row.css("th, td")] for row in table.css("tbody tr")
        ]
        for table in LexborHTMLParser(page).css("table")
        if table.id
    }


def of_xlsx(data: bytes, units: dict[str, list[list[Unit]]]) -> dict[str, Rows]:
    """Return the cells as they would be shown, by the unit that each has."""
    book = load_workbook(BytesIO(data))
    told: dict[str, Rows] = {}
    for id, of_rows in units.items():
        lines = list(book[id[:31]].iter_rows(min_row=FIRST_ROW + 2))
        told[id] = [
            [
                plain(str(line[0].value)),
                *(_shown(each, unit) for each, unit in zip(line[1:], row, strict=False)),
            ]
            for line, row in zip(lines, of_rows, strict=True)
        ]
    return told


def _shown(cell: Any, unit: Unit) -> str:
    """A number as its format shows it: a percentage with its base in brackets."""
    if isinstance(cell.value, str):
        return plain(cell.value)
    base = re.search(r"\(([^)]*)\)", cell.number_format) if unit is Unit.PERCENT else None
    return Cell(unit, cell.value, base=base[1] if base else "").text


def of_pdf(data: bytes) -> list[Rows]:
    """Return the tables in order, by the tags that a screen reader goes by."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        words: dict[tuple[int, object], list[str]] = {}
        for page in pdf.pages:
            for char in page.chars:
                words.setdefault((page.page_number, char.get("mcid")), []).append(char["text"])
            page.close()
        found = list(_of_type(PDFStructTree(pdf), "Table"))
        return [
            [
                [plain(_text(cell, words)) for cell in row.children]
                for body in _of_type(table.children, "TBody")
                for row in _of_type(body.children, "TR")
            ]
            for table in found
        ]


def _of_type(elements: Any, kind: str) -> Iterator[PDFStructElement]:
    for each in elements:
        if each.type == kind:
            yield each
        else:
            yield from _of_type(each.children, kind)


def _text(element: PDFStructElement, words: dict[tuple[int, object], list[str]]) -> str:
    own = " ".join("".join(words.get((element.page_number or 0, m), [])) for m in element.mcids)
    return " ".join([own, *(_text(child, words) for child in element.children)])
