"""Pages that readers stumble over, made from our own words: every sentence must be read whole."""

from importlib.util import find_spec

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from scoring.reference.vocabulary import ReadBy
from scoring.text import BlockKind
from scrapers.documents import read_document
from tests.scrapers.documents.made import (
    HEIGHT,
    SENTENCES,
    WIDTH,
    in_columns,
    order,
    pdf,
    printed,
    recall,
    scanned,
    turned,
    wrapped,
)

ocr = pytest.mark.skipif(find_spec("rapidocr") is None, reason="recognition is not installed")


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    document = read_document(pdf(lambda canvas: in_columns(canvas, SENTENCES, columns)))
    assert recall(document, SENTENCES) == 1.0
    places = order(document, SENTENCES)
    assert places == sorted(places)
    assert document.sentences[0].text == "How we look for forced labour"
    assert document.sentences[1].headings == ("How we look for forced labour",)


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_of_a_printed_web_page_with_words_parted_by_hyphens(columns: int) -> None:
    body = "".join(f"<p>{' '.join(SENTENCES[n : n + 3])}</p>" for n in range(0, 14, 3))
    css = f"main {{ columns: {columns}; text-align: justify; hyphens: auto }}"
    document = read_document(printed(f'<html lang="en"><h1>Steps</h1><main>{body}</main>', css))
    assert recall(document, SENTENCES) >= 0.98
    places = order(document, SENTENCES)
    assert places == sorted(places)


def test_a_side_bar_does_not_break_the_sentences_beside_it() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 80.0
        for sentence in SENTENCES[:8]:
            y = wrapped(canvas, sentence, 220, y, WIDTH - 270) - 3
        y = HEIGHT - 84.0
        for sentence in SENTENCES[8:12]:
            y = wrapped(canvas, sentence, 50, y, 140)

    document = read_document(pdf(draw))
    assert recall(document, SENTENCES[:12]) == 1.0


def test_a_ruled_table_of_indicators_is_read_by_rows() -> None:
    rows = [
        ("Indicator", "Target", "2023", "2024"),
        ("Suppliers visited", "40", "31", "40"),
        ("Buyers trained in the signs of forced labour", "100%", "82%", "97%"),
        ("Cases found and put right", "all", "1 of 2", "2 of 2"),
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    css = "table { border-collapse: collapse; width: 12cm } td { border: 1px solid; padding: 4px }"
    html = f"<p>{SENTENCES[0]}</p><table>{cells}</table><p>{SENTENCES[1]}</p>"
    document = read_document(printed(html, css))
    read = [block.text for block in document.pages[0].blocks if block.kind is BlockKind.TABLE_ROW]
    assert read == [" | ".join(row) for row in rows]
    assert recall(document, SENTENCES[:2]) == 1.0
    places = order(document, [SENTENCES[0], " ".join(rows[1]), SENTENCES[1]])
    assert places == sorted(places)


def test_a_table_without_rules_is_read_by_rows() -> None:
    rows = [("Year", "Visits", "Cases"), ("2022", "18", "0"), ("2023", "31", "2")]

    def draw(canvas: Canvas) -> None:
        wrapped(canvas, SENTENCES[0], 50, HEIGHT - 60, 450)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                canvas.drawString(50 + 120 * column, HEIGHT - 100 - 16 * line, cell)
        wrapped(canvas, SENTENCES[1], 50, HEIGHT - 180, 450)

    document = read_document(pdf(draw))
    assert recall(document, SENTENCES[:2]) == 1.0
    assert [s.text for s in document.sentences[1:-1]] == [" | ".join(row) for row in rows]


def test_two_people_signing_side_by_side_are_two_people() -> None:
    left = ("Signed", "Ada Stone", "Managing Director", "Date: 3 May 2024")
    right = ("Signed", "Ben Marsh", "Finance Director", "Date: 3 May 2024")

    def draw(canvas: Canvas) -> None:
        wrapped(canvas, SENTENCES[0], 50, HEIGHT - 60, 450)
        for line, (one, other) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(50, HEIGHT - 120 - 14 * line, one)
            canvas.drawString(320, HEIGHT - 120 - 14 * line, other)

    document = read_document(pdf(draw))
    assert tuple(s.text for s in document.sentences[1:]) == (*left, *right)


def test_ligatures_are_parted_and_bullets_are_signs() -> None:
    def draw(canvas: Canvas) -> None:
        wrapped(
            canvas, "Our o\ufb03ce \ufb01nds tra\ufb03cking by \ufb02agging fees.", 50, 700, 450
        )
        canvas.drawString(60, 660, "\u2022")
        canvas.drawString(74, 660, "Staff of the agency are trained")
        canvas.drawString(74, 646, "before they start.")
        canvas.drawString(60, 632, "\u2022")
        canvas.drawString(74, 632, "Fees are paid back.")

    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = next(
        (
            path
            for path in (
                "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                "/usr/share/fonts/dejavu/DejaVuSans.ttf",
            )
            if __import__("pathlib").Path(path).exists()
        ),
        None,
    )
    if font is None:
        pytest.skip("no font with ligatures is installed")
    pdfmetrics.registerFont(TTFont("DejaVu", font))

    def with_font(canvas: Canvas) -> None:
        canvas.setFont("DejaVu", 10)
        draw(canvas)

    document = read_document(pdf(with_font))
    assert [s.text for s in document.sentences] == [
        "Our office finds trafficking by flagging fees.",
        "Staff of the agency are trained before they start.",
        "Fees are paid back.",
    ]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("We look for forced labour and exploi-", "tation."), "exploitation."),
        (("We keep our word and our anti-", "slavery policy."), "anti-slavery policy."),
        (("The co-operation grew. We value co-", "operation."), "co-operation."),
        (("A well-run and risk-", "based plan."), "risk-based plan."),
        (("Visits in 2023-", "2024 were open."), "2023-2024 were open."),
        (("We buy from Anglo-", "Dutch firms."), "Anglo-Dutch firms."),
    ],
)
def test_a_word_parted_at_the_line_s_end_is_mended(lines: tuple[str, str], read: str) -> None:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(50, 700 - 12 * number, line)

    document = read_document(pdf(draw))
    assert document.sentences[-1].text.endswith(read)
    assert len(document.sentences[-1].boxes) == 2 or "co-" in read


def test_footnotes_stay_apart_from_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 80.0
        for sentence in SENTENCES[:6]:
            y = wrapped(canvas, sentence, 50, y, 420)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(50, 100, "1 Counted on the last day of each month.")
        canvas.drawString(50, 91, "2 Without those on leave.")

    document = read_document(pdf(draw))
    assert recall(document, SENTENCES[:6]) == 1.0
    assert recall(document, ["1 Counted on the last day of each month."]) == 1.0


def test_text_over_a_picture_is_read_from_the_text() -> None:
    picture = Image.effect_noise((600, 400), 60)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 40, 300, 500, 500)
        canvas.setFillColorRGB(1, 1, 1)
        y = HEIGHT - 80.0
        for sentence in SENTENCES:
            y = wrapped(canvas, sentence, 60, y, 440)

    document = read_document(pdf(draw))
    assert recall(document, SENTENCES) == 1.0
    assert not document.read_by_ocr


def test_white_on_white_and_words_off_the_page_are_left_out_and_told() -> None:
    def draw(canvas: Canvas) -> None:
        wrapped(canvas, SENTENCES[0], 50, 700, 450)
        canvas.setFillColorRGB(1, 1, 1)
        wrapped(canvas, "Our board approved this hidden promise.", 50, 500, 450)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(50, -40, "Beneath the edge.")

    document = read_document(pdf(draw))
    assert [s.text for s in document.sentences] == [SENTENCES[0]]
    assert any("cannot see" in notice for notice in document.notices)


def test_headers_footers_and_page_numbers_are_furniture() -> None:
    numbers = iter(range(1, 9))

    def draw(canvas: Canvas) -> None:
        number = next(numbers)
        canvas.drawString(50, HEIGHT - 30, "Acorn Foods Limited")
        canvas.drawRightString(WIDTH - 50, 30, f"Page {number} of 4")
        y = HEIGHT - 90.0
        for sentence in SENTENCES[3 * (number - 1) : 3 * number]:
            y = wrapped(canvas, sentence, 50, y, 450)

    document = read_document(pdf(draw, pages=4))
    assert [s.text for s in document.sentences] == list(SENTENCES[:12])
    boilerplate = [
        block.text
        for page in document.pages
        for block in page.blocks
        if block.kind is BlockKind.BOILERPLATE
    ]
    assert boilerplate.count("Acorn Foods Limited") == 4
    assert "Page 3 of 4" in boilerplate


def test_a_paragraph_that_flows_into_the_next_column_stays_one_sentence() -> None:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(
            ("Our buyers visit each firm in spring", "and speak with its workers alone, away",
             "from managers and owners, because a"),
        ):  # fmt: skip
            canvas.drawString(50, 700 - 12.5 * number, line)
        for number, line in enumerate(
            ("worker who is watched will not say", "what is wrong. We pay for the time that",
             "they spend with us, and for the bus."),
        ):  # fmt: skip
            canvas.drawString(310, 700 - 12.5 * number, line)

    document = read_document(pdf(draw))
    assert [s.text[-12:] for s in document.sentences] == ["at is wrong.", "for the bus."]
    assert len(document.sentences[0].boxes) == 5


def test_text_that_stands_on_its_side_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 80.0
        for sentence in SENTENCES[:6]:
            y = wrapped(canvas, sentence, 80, y, 420)
        canvas.saveState()
        canvas.translate(40, 200)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Printed on recycled paper in Leeds.")
        canvas.restoreState()

    document = read_document(pdf(draw))
    assert recall(document, [*SENTENCES[:6], "Printed on recycled paper in Leeds."]) == 1.0
    box = document.sentences[-1].boxes[0]
    assert box.x1 - box.x0 < 15 < box.bottom - box.top


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_has_its_boxes_where_they_are_shown(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        y = HEIGHT - 80.0
        for sentence in SENTENCES[:6]:
            y = wrapped(canvas, sentence, 80, y, 420)

    document = read_document(turned(pdf(draw), turn))
    assert recall(document, SENTENCES[:6]) == 1.0
    page = document.pages[0]
    assert (page.width > page.height) is (turn in {90, 270})
    for sentence in document.sentences:
        for box in sentence.boxes:
            assert 0 <= box.x0 < box.x1 <= page.width
            assert 0 <= box.top < box.bottom <= page.height


def test_a_landscape_page_is_read() -> None:
    document = read_document(
        pdf(lambda canvas: in_columns(canvas, SENTENCES, 2), pagesize=(HEIGHT, HEIGHT))
    )
    assert recall(document, SENTENCES) == 1.0


def test_right_to_left_words_keep_their_order() -> None:
    words = "نرفض العمل القسري في كل مكان"
    document = read_document(printed(f'<p dir="rtl" style="font-family: DejaVu Sans">{words}</p>'))
    if not document.sentences or "القسري" not in document.text:
        pytest.skip("no font with Arabic letters is installed")
    assert document.sentences[0].text.split() == words.split()


@ocr
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_a_scan_is_read_however_it_was_laid_on_the_glass(turn: int) -> None:
    page = pdf(lambda canvas: in_columns(canvas, SENTENCES[:6], 1))
    document = read_document(scanned(page, turn=turn))
    assert document.pages[0].read_by is ReadBy.OCR
    assert document.pages[0].confidence > 0.9
    assert recall(document, SENTENCES[:6]) == 1.0
    assert any("recognition" in notice for notice in document.notices)
    size = document.pages[0]
    for sentence in document.sentences:
        for box in sentence.boxes:
            assert -1 <= box.x0 < box.x1 <= size.width + 1
            assert -1 <= box.top < box.bottom <= size.height + 1
