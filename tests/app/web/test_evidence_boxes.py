"""The boxes that the evidence page draws over a picture hold the sentence that they claim.

Boxes are taken from the page as it is served, laid over the picture as it is served, and what
stands inside them is read by PDFium, or by the character recogniser where the page is a scan.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from fastapi.testclient import TestClient
from PIL import Image, ImageDraw
from rapidfuzz.distance import LCSseq
from selectolax.lexbor import LexborHTMLParser, LexborNode

from app import jobs
from app.installation import open_installation
from app.main import create_app
from app.settings import Access, Settings
from scrapers.documents.recognition import engine, recognise
from tests.app.conftest import vetting
from tests.places import COUNCIL, SHARED, needs_real_files
from tests.scrapers.documents.made import turned

REAL = SHARED / "statements" / "pdf"
NO_STATEMENTS = {"ssg_policy.pdf"}
"""A policy: it is kept and read, and no finding may rest on its sentences."""
SCANNED = {"edan_uk_a.pdf"}
SMALLER = (20.0, 30.0, 575.0, 800.0)
"""A crop box with a margin of its own on each side, so that no offset can hide."""

Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it is served: its picture, and for each sentence its words and its boxes.

    Boxes are left, top, right and bottom in pixels of the picture.
    """

    number: int
    picture: Image.Image
    sentences: tuple[tuple[str, tuple[Rectangle, ...]], ...]


def cropped(data: bytes) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    for page in writer.pages:
        page.cropbox = pypdf.generic.RectangleObject(SMALLER)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def documents() -> dict[str, bytes]:
    """The real statements, and one of our own that is turned, cropped, and both."""
    ours = (COUNCIL / "statements" / "MSA-statement-FY26-signed.pdf").read_bytes()
    made = {
        "upright.pdf": ours,
        "turned.pdf": turned(ours, 90),
        "cropped.pdf": cropped(ours),
        "cropped and turned.pdf": turned(cropped(ours), 270),
    }
    real = sorted(REAL.glob("*.pdf")) if REAL.is_dir() else []
    return made | {path.name: path.read_bytes() for path in real}


def owner_of(name: str) -> str:
    return f"Owner of {Path(name).stem} Ltd"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service after every document was judged, each as the statement of its own supplier."""
    folder = tmp_path_factory.mktemp("boxes")
    given = documents()
    rows = ["Supplier,Statement", *(f"{owner_of(name)},{name}" for name in given)]
    with (
        open_installation(Settings(home=folder)) as home,
        jobs.worker_runtime(home, worker="tests"),
    ):
        job = vetting(home)(("list.csv", "\n".join(rows).encode()), statements=list(given.items()))
        assert job.state == "done"
    with TestClient(create_app(Settings(home=folder, access=Access.OPEN), works=False)) as opened:
        yield opened


def drawn_pages(reader: TestClient, name: str) -> Iterator[Drawn]:
    """Go from the list to the supplier to its statement, and through the pages with evidence."""
    listed = LexborHTMLParser(reader.get("/", params={"name": owner_of(name)}).text)
    supplier = listed.css_first("th[scope=row] a").attributes["href"]
    page = LexborHTMLParser(reader.get(f"{supplier}/findings").text)
    links = {str(each.attributes["href"]) for each in page.css("a[href*='sentence=']")}
    for address in sorted({each.partition("?")[0] for each in links}):
        yield _drawn(reader, address)


def _drawn(reader: TestClient, address: str) -> Drawn:
    page = LexborHTMLParser(reader.get(address).text)
    image, over = page.css_first("figure img"), page.css_first("figure svg")
    answer = reader.get(str(image.attributes["src"]))
    picture = Image.open(BytesIO(answer.content))
    _, _, width, height = map(float, str(over.attributes["viewBox"]).split())
    # The drawing is laid over the whole picture: both must have the same shape, to a pixel.
    assert picture.width / width == pytest.approx(picture.height / height, rel=0.003)
    scale = (picture.width / width, picture.height / height)
    quotes = [each.text() for each in page.css(".candour-sentence q")]
    groups = over.css("g")
    assert len(groups) == len(quotes)
    number = int(address.rsplit("/", 1)[1])
    told = tuple(
        (quote, tuple(_rectangle(each, scale) for each in group.css("rect")))
        for quote, group in zip(quotes, groups, strict=True)
    )
    return Drawn(number, picture, told)


def _rectangle(node: LexborNode, scale: tuple[float, float]) -> Rectangle:
    x, y, width, height = (float(str(node.attributes[n])) for n in ("x", "y", "width", "height"))
    across, down = scale
    return x * across, y * down, (x + width) * across, (y + height) * down


def words_within(page: pypdfium2.PdfPage, drawn: Drawn, box: Rectangle) -> str:
    """What PDFium reads inside a box of the picture, which is laid a point around the words."""
    text, scale = page.get_textpage(), drawn.picture.width / page.get_size()[0]
    place = page.render(scale=scale).get_posconv(page)
    edge = 1.2 * scale
    left, top, right, bottom = box
    corners = [
        place.to_page(round(left + edge), round(top + edge)),
        place.to_page(round(right - edge), round(bottom - edge)),
    ]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    read: str = text.get_text_bounded(across[0], down[0], across[1], down[1])
    return read


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def likeness(wanted: str, found: str) -> float:
    one, other = letters(wanted), letters(found)
    return LCSseq.similarity(one, other) / max(len(one), len(other))


@pytest.mark.parametrize("name", sorted(documents().keys() - NO_STATEMENTS - SCANNED))
def test_the_words_in_the_boxes_are_the_sentence(reader: TestClient, name: str) -> None:
    document = pypdfium2.PdfDocument(documents()[name])
    pages = list(drawn_pages(reader, name))
    assert sum(len(each.sentences) for each in pages) >= 5
    for drawn in pages:
        page = document[drawn.number - 1]
        for quote, boxes in drawn.sentences:
            found = "".join(words_within(page, drawn, box) for box in boxes)
            assert likeness(quote, found) >= 0.99, (name, drawn.number, quote, found)
    document.close()


@needs_real_files
@pytest.mark.skipif(engine() is None, reason="recognition is not installed")
@pytest.mark.parametrize("name", sorted(SCANNED))
def test_the_words_in_the_boxes_of_a_scan_are_the_sentence(reader: TestClient, name: str) -> None:
    pages = list(drawn_pages(reader, name))
    assert sum(len(each.sentences) for each in pages) >= 5
    for drawn in pages:
        ours = "".join(letters(quote) for quote, _ in drawn.sentences)
        boxes = [box for _, some in drawn.sentences for box in some]
        lines = recognise(only_within(drawn.picture, boxes)).lines
        found = Counter("".join(letters(word.text) for line in lines for word in line))
        same = (found & Counter(ours)).total() / max(found.total(), len(ours))
        assert same >= 0.99, (drawn.number, ours)


def only_within(picture: Image.Image, boxes: list[Rectangle]) -> Image.Image:
    """The picture with nothing left on it but what the boxes hold."""
    hidden = Image.new("L", picture.size, 0)
    for box in boxes:
        ImageDraw.Draw(hidden).rectangle(box, fill=255)
    return Image.composite(picture.convert("RGB"), Image.new("RGB", picture.size, "white"), hidden)
