"""Real statements: every word of an independent reader, each sentence's boxes upon its words."""

import re
from collections import Counter
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdf
import pypdfium2
import pytest
from rapidfuzz.distance import LCSseq
from selectolax.lexbor import LexborHTMLParser

from scoring.text import BlockKind, Document
from scrapers.documents import read_document
from scrapers.documents.pdf.crosscheck import read_again

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
SCANNED = "edan_uk_a.pdf"
PDFS = (
    "bluelime.pdf",
    "carbon_reduction_plan.pdf",
    "coke_1.pdf",
    "edan_uk_b.pdf",
    "modern_slavery_act_2015_itself.pdf",
    "ridgestone.pdf",
    "ssg_policy.pdf",
    "tesseract_gov.pdf",
    "vwr.pdf",
)
PAGES = (
    "agilists", "ch_steel", "connected_company", "datamitra", "family_capital", "kuroza",
    "mhc_aviation", "mvb_ventures", "nickuk84", "sorellon", "the_confident", "voltsecure",
    "wfy_solutions", "wildfig", "xnw", "yokahu", "yrr",
)  # fmt: skip
# The last lines of each, in the order in which a person reads them.
ENDINGS = {
    "coke_1.pdf": ("Damian Gammell", "Leendert den Hollander", "Huma Allana", "May 2019"),
    "vwr.pdf": ("Eilidh Robertson", "Managing Director", "Karen Pulford", "Signature:"),
    "ssg_policy.pdf": ("Approved By", "Ahmad Rafique (C.E.O.)", "Review Date: 7th May 2026"),
    "bluelime.pdf": ("Ian Martin", "Managing Director", "RSC Associates Limited"),
    "agilists.html": ("Signed,", "Amit Maheshwari", "Date: 31 December 2025"),
    "wfy_solutions.html": ("Signed: William Young", "Date: October 28, 2025"),
}


def data(name: str) -> bytes:
    path = next(DATA.glob(f"*statements/**/{name}"), None)
    if path is None:
        pytest.skip("the shared statements are not here")
    return path.read_bytes()


@cache
def the(name: str) -> Document:
    return read_document(data(name))


def words(text: str) -> Counter[str]:
    text = text.replace("\ufffe", "-").replace("\xad", "").replace("\ufeff", "")
    return Counter(re.findall(r"\w+", text.casefold()))


def share(found: Counter[str], wanted: Counter[str]) -> float:
    return (found & wanted).total() / max(wanted.total(), 1)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


@pytest.mark.parametrize("name", PDFS)
def test_every_word_of_a_pdf_is_read_and_none_is_made_up(name: str) -> None:
    document = pypdfium2.PdfDocument(data(name))
    wanted: Counter[str] = Counter()
    for page in document:
        wanted += words(page.get_textpage().get_text_range())
    document.close()
    found = words(the(name).text)
    assert share(found, wanted) >= 0.99
    assert share(wanted, found) >= 0.99


@pytest.mark.parametrize("name", ["bluelime.pdf", "coke_1.pdf", "vwr.pdf", "tesseract_gov.pdf"])
def test_a_reader_of_another_family_sees_the_same_words(name: str) -> None:
    reader = pypdf.PdfReader(DATA / "statements" / "pdf" / name) if data(name) else None
    assert reader is not None
    wanted: Counter[str] = Counter()
    for page in reader.pages:
        wanted += words(page.extract_text())
    assert share(words(the(name).text), wanted) >= 0.99


def test_a_bullet_that_has_no_letter_is_a_bullet_to_the_second_reader_too() -> None:
    with pdfplumber.open(BytesIO(data("tesseract_gov.pdf"))) as plumber:
        page = plumber.pages[1]
        assert "(cid:127)" in page.extract_text()
        tokens = [token.text for line in read_again(page) for token in line]
    assert "•" in tokens
    assert not any("(cid:" in text for text in tokens)


@pytest.mark.parametrize("name", PDFS)
def test_the_boxes_of_each_sentence_sit_on_its_words(name: str) -> None:
    document = pypdfium2.PdfDocument(data(name))
    same = total = 0
    for sentence in the(name).sentences:
        assert sentence.boxes
        page = document[sentence.page - 1]
        text_page, area = page.get_textpage(), page.get_bbox()
        inside = "".join(
            text_page.get_text_bounded(
                area[0] + box.x0 + 0.2,
                area[3] - box.bottom + 0.2,
                area[0] + box.x1 - 0.2,
                area[3] - box.top - 0.2,
            )
            for box in sentence.boxes
        )
        ours, theirs = letters(sentence.text), letters(inside)
        same += LCSseq.similarity(ours, theirs)
        total += max(len(ours), len(theirs))
    document.close()
    assert same / total >= 0.99


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="recognition is not installed")
def test_the_scanned_statement_says_what_its_later_edition_says() -> None:
    scanned, later = the(SCANNED), the("edan_uk_b.pdf")
    assert scanned.read_by_ocr
    assert min(page.confidence for page in scanned.pages) > 0.95
    assert share(words(scanned.text), words(later.text)) >= 0.99
    assert [s.text for s in scanned.sentences][-2:] == [s.text for s in later.sentences][-2:]


@pytest.mark.parametrize("name", PAGES)
def test_every_word_that_a_browser_shows_is_kept(name: str) -> None:
    tree = LexborHTMLParser(data(f"{name}.html"))
    for node in tree.css("script, style, noscript, svg, template, head, title, select, button"):
        node.decompose()
    for node in tree.css(".visually-hidden"):  # for screen readers only
        node.decompose()
    for node in tree.css("[style]"):
        if "display:none" in (node.attributes["style"] or "").replace(" ", ""):
            node.decompose()
    body = tree.body
    assert body is not None
    assert share(words(the(f"{name}.html").text), words(body.text(separator=" "))) >= 0.99


@pytest.mark.parametrize("name", PAGES)
def test_no_sentence_comes_from_a_menu(name: str) -> None:
    spoken = {sentence.text for sentence in the(f"{name}.html").sentences}
    assert not spoken & {"Home", "About Us", "Privacy Policy", "Cookie Policy", "Book Now →"}
    assert any(sentence.headings for sentence in the(f"{name}.html").sentences)


@pytest.mark.parametrize("name", ENDINGS)
def test_the_end_is_read_in_the_order_of_a_person(name: str) -> None:
    texts = [s.text for s in the(name).sentences]
    places = [len(texts) - 1 - texts[::-1].index(ending) for ending in ENDINGS[name]]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["tesseract_gov.pdf", "ssg_policy.pdf", "coke_1.pdf", "vwr.pdf"])
def test_what_repeats_at_the_edge_of_pages_makes_no_sentence(name: str) -> None:
    for page in the(name).pages:
        texts = [s.text for s in the(name).sentences if s.page == page.number]
        edges = [b.text for b in page.blocks if b.kind is BlockKind.BOILERPLATE]
        assert not set(texts) & set(edges)
        assert not any(re.fullmatch(r"(page\W*)?\d+( of \d+)?", t, re.IGNORECASE) for t in texts)


def test_a_document_keeps_its_places_in_order() -> None:
    document = the("coke_1.pdf")
    assert [s.index for s in document.sentences] == list(range(len(document.sentences)))
    assert [s.page for s in document.sentences] == sorted(s.page for s in document.sentences)
