"""Documents made for the tests, from words of our own, so that the truth is known."""

import re
from collections.abc import Callable, Iterable
from io import BytesIO

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from weasyprint import HTML

from scoring.text import Document

WIDTH, HEIGHT = A4
SENTENCES = (
    "Forty firms clean our offices, cook our lunches and sew our uniforms.",
    "Our buyers visit each firm every spring and speak with its workers alone.",
    "Two cooks in Leeds told us of wages that were held back for a month.",
    "The wages were paid within a week, and the caterer repaid every fee.",
    "Agency workers make up a third of our staff from June to September.",
    "No agency may charge a worker for a job, a uniform or a bed.",
    "Drivers learn to see the signs of forced labour before their first trip.",
    "Nine of ten suppliers now pay the real Living Wage to all their people.",
    "Two trade unions review our list of risks with us each November.",
    "The helpline took eleven calls, and nobody who called lost a shift.",
    "Cotton from one mill could not be traced, so we stopped buying it.",
    "Next year we will map the farms behind our flowers and our fruit.",
    "Our directors read the report of each visit and ask what changed.",
    "Whoever reports a worry keeps their job, their hours and their room.",
)


def pdf(draw: Callable[[Canvas], None], *, pages: int = 1, **size: tuple[float, float]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=size.get("pagesize", A4), invariant=True)
    for _ in range(pages):
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def printed(html: str, css: str = "") -> bytes:
    """Print a web page of our own to PDF; nothing is fetched."""
    style = f"@page {{ size: A4; margin: 2cm }} body {{ font: 11pt sans-serif }} {css}"
    page = HTML(string=f"<style>{style}</style>{html}", url_fetcher=refused)
    made: bytes = page.write_pdf()
    return made


def refused(url: str, *_: object) -> dict[str, object]:
    raise ValueError(f"nothing is fetched in tests: {url}")


def wrapped(
    canvas: Canvas, words: str, x: float, y: float, width: float, size: float = 10
) -> float:
    """Draw words as a paragraph from the baseline y down; return the next free baseline."""
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if canvas.stringWidth(longer, "Helvetica", size) > width:
            canvas.drawString(x, y, line)
            y, line = y - 1.25 * size, word
        else:
            line = longer
    canvas.drawString(x, y, line)
    return y - 1.25 * size


def in_columns(canvas: Canvas, sentences: Iterable[str], columns: int) -> None:
    """Draw sentences as paragraphs of two, column after column, below a heading over all."""
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(50, HEIGHT - 60, "How we look for forced labour")
    canvas.setFont("Helvetica", 10)
    paragraphs = [" ".join(pair) for pair in pairs(list(sentences))]
    share = -(-len(paragraphs) // columns)
    gutter = 20.0
    width = (WIDTH - 100 - gutter * (columns - 1)) / columns
    for column in range(columns):
        y = HEIGHT - 100
        for paragraph in paragraphs[column * share : (column + 1) * share]:
            y = wrapped(canvas, paragraph, 50 + column * (width + gutter), y, width) - 8


def pairs(sentences: list[str]) -> list[list[str]]:
    return [sentences[place : place + 2] for place in range(0, len(sentences), 2)]


def scanned(data: bytes, *, turn: int = 0, scale: float = 2.5) -> bytes:
    """Return a PDF whose one page is a picture of the first page of another, turned."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    picture: Image.Image = document[0].render(scale=scale).to_pil().convert("L")
    document.close()
    picture = picture.rotate(turn, expand=True)
    size = (picture.width / scale, picture.height / scale)
    return pdf(
        lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, *size) and None, pagesize=size
    )


def turned(data: bytes, turn: int) -> bytes:
    """Return the PDF with its pages to be shown turned clockwise."""
    import pypdf

    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    for page in writer.pages:
        page.rotate(turn)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def recall(document: Document, sentences: Iterable[str]) -> float:
    """Return the share of sentences read whole, as sentences, white space and marks apart."""
    wanted = [letters(sentence) for sentence in sentences]
    read = {letters(sentence.text) for sentence in document.sentences}
    return sum(sentence in read for sentence in wanted) / len(wanted)


def order(document: Document, sentences: Iterable[str]) -> list[int]:
    """Return the places at which sentences were read, in the order in which they were meant."""
    read = [letters(sentence.text) for sentence in document.sentences]
    return [read.index(letters(s)) for s in sentences if letters(s) in read]
