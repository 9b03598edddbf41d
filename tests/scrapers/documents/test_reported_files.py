"""Files that readers were reported to misread: the kind of each, made small here.

The report is named beside each: docs/evidence.md lists them.
"""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from scoring.text import Document
from scrapers.documents import read_document

SPACES = " ".join(
    f'xmlns:{name}="{uri}"'
    for name, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)


def words(document: Document) -> str:
    return " ".join(sentence.text for sentence in document.sentences)


def drawn(draw: Callable[[Canvas], object]) -> Document:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.save()
    return read_document(out.getvalue())


def without_spaces(canvas: Canvas) -> None:
    x = 72.0
    for word in ("We", "visited", "nine", "farms", "this", "year."):
        canvas.drawString(x, 700, word)
        x += pdfmetrics.stringWidth(word, "Helvetica", 11) + 3


def letter_spaced(canvas: Canvas) -> None:
    text = canvas.beginText(72, 700)
    text.setCharSpace(1.1)
    text.textLine("We visited nine farms this year.")
    canvas.drawText(text)


def kerned(canvas: Canvas) -> None:
    x = 72.0
    for letter in "We visited nine farms this year.":
        canvas.drawString(x, 700, letter)
        x += pdfmetrics.stringWidth(letter, "Helvetica", 11) * 0.97


def justified(canvas: Canvas) -> None:
    text = canvas.beginText(72, 700)
    text.setWordSpace(9)
    text.textLine("We visited nine farms this year.")
    canvas.drawText(text)


def false_bold(canvas: Canvas) -> None:
    for shift in (0, 0.3, 0.6):
        canvas.drawString(72 + shift, 700, "We visited nine farms this year.")


def turned_page(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(300, 72)
    canvas.rotate(90)
    canvas.drawString(0, 0, "We visited nine farms this year.")


def close_columns(canvas: Canvas) -> None:
    for row, (count, what) in enumerate((("9", "farms"), ("34", "mills"), ("2", "docks"))):
        canvas.drawRightString(100, 700 - 16 * row, count)
        canvas.drawString(103, 700 - 16 * row, what)


def bottom_first(canvas: Canvas) -> None:
    canvas.drawString(72, 684, "farms this year.")
    canvas.drawString(72, 700, "We visited nine")


def hyphenated(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "We visited nine farms and asked each about forced la\xad")
    canvas.drawString(72, 686, "bour and about pay this year, and so we learnt of two cases.")


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("part")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 700, "We visited nine farms this year.")
    canvas.endForm()
    canvas.doForm("part")


def beside_a_watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.setFont("Helvetica", 60)
    canvas.translate(150, 400)
    canvas.rotate(45)
    canvas.drawString(0, 0, "DRAFT")
    canvas.restoreState()
    canvas.drawString(72, 700, "We visited nine farms this year.")


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(without_spaces, id="pdfplumber 115, 334, 752; pypdf 3978: no space drawn"),
        pytest.param(letter_spaced, id="pypdf 4113: letters set apart"),
        pytest.param(kerned, id="pdfplumber 896: each letter placed by itself"),
        pytest.param(justified, id="pypdf 2336, pdfplumber 1066: wide gaps between words"),
        pytest.param(false_bold, id="PyMuPDF 497: bold by printing three times"),
        pytest.param(turned_page, id="pdfplumber 848: a turned page"),
        pytest.param(bottom_first, id="pdfplumber 680: drawn from the bottom up"),
        pytest.param(in_a_form, id="pdfplumber 243: words in a form object"),
        pytest.param(beside_a_watermark, id="pdfplumber 848: words at an angle beside"),
    ],
)
def test_sentence_of_a_pdf_is_read_as_printed(draw: Callable[[Canvas], object]) -> None:
    said = words(drawn(draw))
    assert "We visited nine farms this year." in said, said


def test_numbers_close_to_the_next_column_are_words_of_their_own() -> None:
    """pdfplumber 177."""
    read = words(drawn(close_columns))
    assert all(pair in read for pair in ("9 farms", "34 mills", "2 docks"))


def test_soft_hyphen_at_a_line_end_joins_the_word() -> None:
    """pypdf 598 and its likes: marks of the printer within words."""
    assert "forced labour and" in words(drawn(hyphenated))


def word(*xml: str) -> Document:
    made = docx.Document()
    for at, part in enumerate(xml):
        made.element.body.insert(at, parse_xml(part.replace(">", f" {SPACES}>", 1)))
    out = BytesIO()
    made.save(out)
    return read_document(out.getvalue())


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


BOX = (
    "<wp:inline><a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/"
    "wordprocessingShape'><wps:wsp><wps:txbx><w:txbxContent><w:p>{}</w:p></w:txbxContent>"
    "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
)
CELL = "<w:tc><w:p>{}</w:p></w:tc>"


@pytest.mark.parametrize(
    ("xml", "read"),
    [
        pytest.param(
            f"<w:p>{run('We ')}<w:smartTag w:element='Name'>{run('visited')}</w:smartTag>"
            f"{run(' farms.')}</w:p>",
            "We visited farms.",
            id="python-docx 225, 328, 339, 825: smart tag",
        ),
        pytest.param(
            f"<w:p>{run('We ')}<w:customXml w:element='x'>{run('visited')}</w:customXml>"
            f"{run(' farms.')}</w:p>",
            "We visited farms.",
            id="python-docx-ng 119: custom XML",
        ),
        pytest.param(
            f"<w:p>{run('We ')}<w:hyperlink w:anchor='x'>{run('visited')}</w:hyperlink>"
            f"{run(' farms.')}</w:p>",
            "We visited farms.",
            id="xagent 2472: hyperlink",
        ),
        pytest.param(
            f"<w:p>{run('We ')}<w:fldSimple w:instr='DATE'>{run('visited')}</w:fldSimple>"
            f"{run(' farms.')}</w:p>",
            "We visited farms.",
            id="python-docx 803: field",
        ),
        pytest.param(
            f"<w:p>{run('We ')}<w:ins w:id='1' w:author='a'>{run('visited')}</w:ins>"
            f"{run(' farms.')}</w:p>",
            "We visited farms.",
            id="python-docx 1123: insertion",
        ),
        pytest.param(
            f"<w:p>{run('We checked ')}<m:oMath><m:r><m:t>9</m:t></m:r></m:oMath>"
            f"{run(' farms.')}</w:p>",
            "We checked 9 farms.",
            id="python-docx-ng 95: equation",
        ),
        pytest.param(
            f"<w:p><w:r><w:drawing>{BOX.format(run('Approved by the board.'))}</w:drawing></w:r>"
            "</w:p>",
            "Approved by the board.",
            id="mammoth.js 32, markitdown 2514: text box",
        ),
        pytest.param(
            f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f"{BOX.format(run('Approved by the board.'))}</w:drawing></mc:Choice>"
            "</mc:AlternateContent></w:r></w:p>",
            "Approved by the board.",
            id="python-mammoth 163: a choice without a fallback",
        ),
        pytest.param(
            f"<w:p>{run('Checked ')}<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"
            f"{run(' 9 farms')}</w:p>",
            "Checked • 9 farms",
            id="python-mammoth 55: symbol",
        ),
        pytest.param(
            f"<w:p>{run('zero')}<w:r><w:noBreakHyphen/></w:r>{run('tolerance')}</w:p>",
            "zero-tolerance",
            id="python-docx 803: hyphen that does not break",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent><w:tbl><w:tr>"
            + CELL.format(run("Visits"))
            + CELL.format(run("9"))
            + "</w:tr></w:tbl></w:sdtContent></w:sdt>",
            "Visits | 9",
            id="all2md 487: control around a table",
        ),
        pytest.param(
            "<w:tbl><w:sdt><w:sdtContent><w:tr>"
            + CELL.format(run("Visits"))
            + CELL.format(run("9"))
            + "</w:tr></w:sdtContent></w:sdt></w:tbl>",
            "Visits | 9",
            id="all2md 487: control around a row",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:sdt><w:sdtContent>"
            + CELL.format(run("Visits"))
            + "</w:sdtContent></w:sdt>"
            + CELL.format(f"<w:sdt><w:sdtContent>{run('9')}</w:sdtContent></w:sdt>")
            + "</w:tr></w:tbl>",
            "Visits | 9",
            id="all2md 487: control around a cell, and within one",
        ),
    ],
)
def test_words_of_a_word_document_are_read_wherever_they_are(xml: str, read: str) -> None:
    said = words(word(xml))
    assert read in said, said


@pytest.mark.parametrize(
    ("body", "read"),
    [
        pytest.param(
            "<table><tr><td>Mon</td><td><ul><li>10 am</li><li>8 pm</li></ul></td></tr></table>",
            ["Mon", "10 am", "8 pm"],
            id="trafilatura 531, 335: a list in a table",
        ),
        pytest.param(
            "<ol><li>We visit farms.</li><li>We pay wages.</li></ol><h3>Next</h3>",
            ["We visit farms.", "We pay wages.", "Next"],
            id="trafilatura 10: an ordered list and a small heading",
        ),
        pytest.param(
            "<ul><li><span tabindex='0'>We visit farms.</span></li></ul>",
            ["We visit farms."],
            id="trafilatura 431: a list item of spans",
        ),
        pytest.param(
            "<div>" * 60 + "<p>We visit farms.</p>" + "</div>" * 60,
            ["We visit farms."],
            id="trafilatura 430: deep nesting",
        ),
        pytest.param(
            "<div>Before.</div><main><section><p>We visit farms.</p></section></main>",
            ["We visit farms."],
            id="trafilatura 588: main left out",
        ),
        pytest.param(
            "<table><tr><td class='sidebar'><a href='/'>Home</a></td><td class='content'><p>We "
            "<i>visit</i> farms and <b>pay</b> wages.</td></tr></table>",
            ["We visit farms and pay wages."],
            id="trafilatura 890: a layout table",
        ),
        pytest.param(
            "<h3>Foo</h3><p>Bar</p><ol><li><span>One</span></li><li><span>Two</span></li></ol>",
            ["Foo", "Bar", "One", "Two"],
            id="readability 779, 939: neighbours run together",
        ),
        pytest.param(
            "<div><span>We <em>visit</em> farms</span></div>",
            ["We visit farms"],
            id="python-readability 143: inline parts broken up",
        ),
        pytest.param(
            "<p>Some text <a href='x'>like this</a>, with commas</p>",
            ["Some text like this, with commas"],
            id="ReadabiliPy 39: a space before the comma",
        ),
        pytest.param(
            "<p>Ada Stone<br/>Chair</p>",
            ["Ada Stone", "Chair"],
            id="jsoup 76: a break that is lost",
        ),
        pytest.param(
            "<table><tr><td>Issue date:</td><td>1 Oct 2014</td></tr></table><p>Passengers</p>",
            ["Issue date: | 1 Oct 2014", "Passengers"],
            id="html-to-text 52: a table and what follows",
        ),
        pytest.param(
            "<table><tr><td>Ada<br>Stone</td><td>Chair</td></tr></table>",
            ["Ada Stone | Chair"],
            id="pandas 29528: a break in a cell",
        ),
    ],
)
def test_words_of_a_web_page_are_read_as_shown(body: str, read: list[str]) -> None:
    page = f"<!doctype html><html><body>{body}</body></html>"
    document = read_document(page.encode())
    said = [sentence.text for sentence in document.sentences]
    for each in read:
        assert each in said, said
