"""Make the example council's statements and workbook from the plain texts beside this file.

Run `python examples/council/make.py`: it writes `statements/` and `suppliers.xlsx` again from
`sources/*.md` and `suppliers.csv`, the same each time. A text is headings (`#`), paragraphs,
`- ` items and `|` tables; how it is dressed up, and under which name, is the table `MADE`.
Everything told there is invented.
"""

import csv
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path
from random import Random

import docx
import pypdfium2
import xlsxwriter
from PIL import Image, ImageDraw
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Table,
)

HERE = Path(__file__).parent
INVENTED = "An invented example: this organisation does not exist."
MADE_ON = datetime(2026, 11, 1, tzinfo=UTC)
NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
HEADER_ROW = 3  # from 0: two title rows and an empty one stand above it


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a text: a heading of a level, a paragraph, an item, or a table's rows."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a source text in order."""
    for part in text.strip().split("\n\n"):
        lines = part.splitlines()
        if part.startswith("#"):
            marks, _, words = part.partition(" ")
            yield Block("heading", words, level=len(marks))
        elif part.startswith("|"):
            cells = (tuple(c.strip() for c in line.strip("|").split("|")) for line in lines)
            yield Block("table", rows=tuple(row for row in cells if set(row) != {"---"}))
        elif part.startswith("- "):
            yield from (Block("item", line.removeprefix("- ")) for line in lines)
        else:
            yield Block("paragraph", " ".join(lines))


def pdf(text: str, *, columns: int = 1, font: str = "Helvetica", accent: str = "#1d3557") -> bytes:
    """Return the text as a PDF with headings, tables, a footer and page numbers."""
    out, parts = BytesIO(), list(blocks(text))
    margin, gap = 20 * mm, 8 * mm
    width = (A4[0] - 2 * margin - gap * (columns - 1)) / columns
    frames = [
        Frame(margin + n * (width + gap), margin, width, A4[1] - 2.2 * margin, 0, 0, 0, 0)
        for n in range(columns)
    ]

    def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFillColor(HexColor(accent))
        canvas.rect(0, A4[1] - 6 * mm, A4[0], 6 * mm, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#555555"))
        canvas.setFont(font if font != "Times" else "Times-Roman", 7.5)
        canvas.drawString(margin, 10 * mm, INVENTED)
        canvas.drawRightString(A4[0] - margin, 10 * mm, f"Page {document.page}")

    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=parts[0].text,
        author="Candour's example council",
        lang="en-GB",
        invariant=1,
    )
    document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
    document.build([_flowable(part, font, accent, width) for part in parts])
    return out.getvalue()


def _flowable(block: Block, font: str, accent: str, width: float) -> Flowable:
    plain = {"Times": "Times-Roman"}.get(font, font)
    body = ParagraphStyle("body", fontName=plain, fontSize=10, leading=13.5, spaceAfter=6)
    if block.kind == "heading":
        size = {1: 20, 2: 13, 3: 11}[block.level]
        style = ParagraphStyle(
            "heading",
            fontName=f"{font}-Bold",
            fontSize=size,
            leading=size * 1.2,
            spaceBefore=size * 0.6,
            spaceAfter=size * 0.35,
            textColor=HexColor(accent),
            keepWithNext=1,
        )
        return Paragraph(escape(block.text, quote=False), style)
    if block.kind == "table":
        cell = ParagraphStyle("cell", parent=body, fontSize=8.5, leading=10.5, spaceAfter=0)
        head = ParagraphStyle("head", parent=cell, fontName=f"{font}-Bold")
        rows = [
            [Paragraph(escape(c, quote=False), cell if n else head) for c in row]
            for n, row in enumerate(block.rows)
        ]
        count = len(block.rows[0])
        first = width * (0.4 if count > 2 else 0.5)
        table = Table(rows, [first] + [(width - first) / (count - 1)] * (count - 1), repeatRows=1)
        table.setStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.4, HexColor("#999999")),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e8ecef")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
        table.spaceBefore, table.spaceAfter = 4, 10
        return table
    if block.kind == "item":
        item = ParagraphStyle("item", parent=body, leftIndent=12, bulletIndent=2, spaceAfter=3)
        return Paragraph(escape(block.text, quote=False), item, bulletText="•")
    return Paragraph(escape(block.text, quote=False), body)


def scanned(text: str) -> bytes:
    """Return the text as a PDF of pictures only: a slightly crooked, speckled photocopy."""
    out, chance = BytesIO(), Random(54)  # noqa: S311 (specks on paper, the same each time)
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle("scan_0042")
    printed = pypdfium2.PdfDocument(pdf(text, font="Times", accent="#000000"))
    for page in printed:
        sheet = page.render(scale=150 / 72).to_pil().convert("L")
        draw = ImageDraw.Draw(sheet)
        for _ in range(500):
            x, y = chance.randrange(sheet.width), chance.randrange(sheet.height)
            draw.ellipse((x, y, x + chance.choice((0, 0, 1)), y + 1), fill=chance.randrange(160))
        crooked = sheet.rotate(chance.uniform(0.4, 0.9), Image.Resampling.BICUBIC, fillcolor=246)
        picture = BytesIO()
        crooked.save(picture, "JPEG", quality=38)
        picture.seek(0)
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    printed.close()
    canvas.save()
    return out.getvalue()


def html(text: str) -> bytes:
    """Return the text as a company's web page, with what stands around it there."""
    parts, body, listed = list(blocks(text)), [], False
    for part in parts:
        if listed != (part.kind == "item"):
            listed = not listed
            body.append("<ul>" if listed else "</ul>")
        words = escape(part.text, quote=False)
        if part.kind == "heading":
            body.append(f"<h{part.level}>{words}</h{part.level}>")
        elif part.kind == "item":
            body.append(f"<li>{words}</li>")
        else:
            body.append(f"<p>{words}</p>")
    title = escape(parts[0].text, quote=False)
    return f"""<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{title}</title>
<style>body {{ font-family: sans-serif; max-width: 44em; margin: auto }}</style></head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li>
<li><a href="/jobs">Jobs</a></li><li><a href="/contact">Contact</a></li></ul></nav></header>
<main>
{chr(10).join(body)}
</main>
<footer><p>{INVENTED}</p><p>Accept cookies?</p></footer>
</body>
</html>
""".encode()


def markdown(text: str) -> bytes:
    """Return the text as it is, with the note that it is invented."""
    return f"{text.strip()}\n\n{INVENTED}\n".encode()


def word(text: str) -> bytes:
    """Return the text as a Word document."""
    document, out = docx.Document(), BytesIO()
    for part in blocks(text):
        if part.kind == "heading":
            document.add_heading(part.text, level=part.level)
        else:
            document.add_paragraph(part.text, "List Bullet" if part.kind == "item" else "Normal")
    document.sections[0].footer.paragraphs[0].text = INVENTED
    document.core_properties.author = "Candour's example council"
    document.core_properties.title = next(blocks(text)).text
    document.save(out)
    return _without_clock(out)


def _without_clock(made: BytesIO) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, MADE_ON.timetuple()[:6]), old.read(name), 8)
    return out.getvalue()


def nothing(text: str) -> bytes:  # noqa: ARG001 (an upload that failed has no bytes)
    """Return the empty file that is left when an upload fails."""
    return b""


MADE: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "99000003_statement_2025.pdf": ("oakenstrand", partial(pdf, font="Times", accent="#333333")),
    "99000006-ms-statement-2025.pdf": ("stanchard", partial(pdf, accent="#8a3b12")),
    "99000014.html": ("tidewick", html),
    "99000015.pdf": ("", nothing),
    "brimblewick-cleaning-services.html": ("brimblewick", html),
    "pellowmere-cleaning-co-operative.md": ("pellowmere", markdown),
    "Larkvane Catering Group - Modern Slavery Statement 2026.pdf": (
        "larkvane",
        partial(pdf, columns=2, accent="#2a6f4e"),
    ),
    "Kestrelmoor Uniforms Ltd.pdf": (
        "kestrelmoor",
        partial(pdf, columns=2, font="Times", accent="#5b2a6f"),
    ),
    "quillhaven-protective-supplies-2025.pdf": ("quillhaven", partial(pdf, accent="#0b6e8a")),
    "Orrinvale_Staffing.md": ("orrinvale", markdown),
    "tamarisk-wharf-community-trust.html": ("tamarisk", html),
    "scan_0042.pdf": ("sudlebrook", scanned),
    "MSA-statement-FY26-signed.pdf": ("inkwillow", pdf),
    "Modern slavery v3 FINAL.docx": ("hollowmarsh", word),
    "statement.docx": ("saltmarrow", word),
    "OurPolicy.docx": ("ferrowdale", word),
    "GHL-CRP-2026.pdf": ("gantrydale", partial(pdf, accent="#3d6b1f")),
}
"""File name → the source it is made from and how; by these names it finds its supplier."""


def statement(name: str) -> bytes:
    """Return the bytes of one file of `statements/`."""
    source, make = MADE[name]
    return make((HERE / "sources" / f"{source}.md").read_text("utf-8") if source else "")


def workbook() -> bytes:
    """Return `suppliers.csv` as a workbook, its days and figures as a spreadsheet keeps them."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"author": "Candour's example council", "created": MADE_ON})
    sheet = book.add_worksheet("Register 2026")
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    money = book.add_format({"num_format": "£#,##0.00;-£#,##0.00"})
    lines = list(csv.reader((HERE / "suppliers.csv").read_text("utf-8-sig").splitlines()))
    for row, cells in enumerate(lines):
        for column, (heading, cell) in enumerate(zip(lines[HEADER_ROW], cells, strict=True)):
            if row <= HEADER_ROW:
                sheet.write_string(row, column, cell, bold)
            elif heading.endswith("date") and cell:
                when = datetime.strptime(cell, "%d/%m/%Y").replace(tzinfo=UTC)
                sheet.write_datetime(row, column, when.replace(tzinfo=None), day)
            elif NUMBER.fullmatch(cell):
                sheet.write_number(
                    row, column, float(cell.replace(",", "")), money if "." in cell else None
                )
            else:
                sheet.write_string(row, column, cell)
    sheet.set_column(0, len(lines[HEADER_ROW]) - 1, 18)
    sheet.freeze_panes(HEADER_ROW + 1, 1)
    book.close()
    return out.getvalue()


def main(folder: Path) -> None:
    """Write the statements and the workbook into a folder."""
    (folder / "statements").mkdir(parents=True, exist_ok=True)
    for name in MADE:
        (folder / "statements" / name).write_bytes(statement(name))
    (folder / "suppliers.xlsx").write_bytes(workbook())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
