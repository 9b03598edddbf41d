"""Web pages, Word documents, Markdown and text: the same Document, nothing of weight lost."""

from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from scoring.text import BlockKind, Document
from scrapers.documents import read_document


def said(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


def web(body: str, head: str = "") -> Document:
    return read_document(f"<!doctype html><html><head>{head}</head><body>{body}</body>".encode())


def test_menus_and_page_feet_are_kept_but_say_nothing() -> None:
    document = web(
        "<header><nav><a href='/'>Home</a><a href='/a'>About</a></nav></header>"
        "<div class='site-menu'>Our services</div>"
        "<main><h1>Statement</h1><p>We visit farms.</p></main>"
        "<footer>© 2026 Acorn Foods Ltd, registered in England</footer>"
    )
    assert said(document) == ["Statement", "We visit farms."]
    boilerplate = [b.text for b in document.pages[0].blocks if b.kind is BlockKind.BOILERPLATE]
    assert boilerplate == [
        "Home About",
        "Our services",
        "© 2026 Acorn Foods Ltd, registered in England",
    ]


def test_approval_signature_date_and_address_are_kept_wherever_they_stand() -> None:
    document = web(
        "<article><h1>Statement</h1><p>We pay wages.</p><table><tr><td>Signed</td><td>Ada Stone"
        "</td></tr><tr><td>Director</td><td>3 May 2024</td></tr></table>"
        "<footer>Approved by the board.</footer><address>1 Mill Lane<br>Leeds</address></article>"
    )
    assert said(document)[2:] == [
        "Signed | Ada Stone",
        "Director | 3 May 2024",
        "Approved by the board.",
        "1 Mill Lane",
        "Leeds",
    ]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    document = web(
        "<p hidden>Old.</p><p style='display: none'>Hidden.</p><script>x='No.'</script>"
        "<template><p>Later.</p></template><p>Shown <b>whole</b>.</p><select><option>One</select>"
    )
    assert said(document) == ["Shown whole."]


def test_a_line_break_within_a_sentence_does_not_cut_it() -> None:
    document = web(
        "<p>We speak with workers<br>away from their managers.<br>Ada Stone<br>Chair</p>"
    )
    assert said(document) == [
        "We speak with workers away from their managers.",
        "Ada Stone",
        "Chair",
    ]


def test_letters_are_read_by_what_they_are_and_not_by_what_the_page_claims() -> None:
    page = (
        "<meta charset='iso-8859-1'><main><p>We don’t use forced la\u00adbour – ever.</p></main>"
    )
    for encoding in ("utf-8", "utf-16", "cp1252"):
        assert said(read_document(page.encode(encoding))) == ["We don’t use forced labour – ever."]


def test_a_page_nested_without_end_is_read_or_refused_in_time() -> None:
    document = read_document(b"<html>" + b"<div>" * 20_000 + b"Deep words." + b"</div>" * 20_000)
    assert said(document) in (["Deep words."], [])


def word(fill: object) -> Document:
    made = docx.Document()
    fill(made)  # type: ignore[operator]
    out = BytesIO()
    made.save(out)
    return read_document(out.getvalue())


def test_a_word_document_keeps_headings_lists_tables_and_headers() -> None:
    def fill(made: docx.document.Document) -> None:
        made.core_properties.title = "Our statement"
        made.sections[0].header.paragraphs[0].text = "Acorn Foods Ltd"
        made.add_heading("Modern slavery statement", 1)
        made.add_paragraph("We visit farms. We pay wages.")
        made.add_paragraph("Visit each farm", style="List Bullet")
        table = made.add_table(2, 2)
        for cell, text in zip(
            (c for row in table.rows for c in row.cells),
            ("KPI", "2024", "Visits", "40"),
            strict=True,
        ):
            cell.text = text
        made.add_paragraph("Ada Stone\nManaging Director")

    document = word(fill)
    assert document.title == "Our statement"
    assert said(document) == [
        "Modern slavery statement",
        "We visit farms.",
        "We pay wages.",
        "Visit each farm",
        "KPI | 2024",
        "Visits | 40",
        "Ada Stone",
        "Managing Director",
    ]
    assert document.sentences[-1].headings == ("Modern slavery statement",)
    assert document.pages[0].blocks[0].kind is BlockKind.BOILERPLATE


def test_what_word_keeps_in_controls_insertions_and_text_boxes_is_read() -> None:
    def fill(made: docx.document.Document) -> None:
        paragraph = made.add_paragraph("Signed by ")._p
        inserted = OxmlElement("w:ins")
        inserted.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>Ada Stone</w:t></w:r>"))
        paragraph.append(inserted)
        removed = OxmlElement("w:del")
        removed.append(parse_xml(f"<w:r {nsdecls('w')}><w:delText>Ben</w:delText></w:r>"))
        paragraph.append(removed)
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>3 May 2024</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        )
        made.element.body.insert(1, control)
        box = parse_xml(
            f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>Approved by the board."
            "</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        )
        made.add_paragraph("Beside the box.")._p.append(box)

    assert said(word(fill)) == [
        "Signed by Ada Stone",
        "3 May 2024",
        "Beside the box.",
        "Approved by the board.",
    ]


def test_markdown_keeps_headings_items_tables_and_short_lines() -> None:
    document = read_document(
        b"---\ntitle: Our statement\nlayout: page\n---\n"
        b"# Slavery\n\nWe **visit** [farms](x) each\nspring. We pay.\n\n"
        b"* One farm\n* Two\n  farms\n\n| KPI | 2024 |\n|---|---|\n| Visits | 40 |\n\n"
        b"Next steps\n----------\n\nAda Stone\nDirector\n"
    )
    assert document.title == "Our statement"
    assert said(document) == [
        "Slavery",
        "We visit farms each spring.",
        "We pay.",
        "One farm",
        "Two farms",
        "KPI | 2024",
        "Visits | 40",
        "Next steps",
        "Ada Stone",
        "Director",
    ]
    assert document.sentences[-1].headings == ("Slavery", "Next steps")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We pay all, e.g. Acorn Ltd. is paid.", ["We pay all, e.g. Acorn Ltd. is paid."]),
        ("EDAN (UK) Ltd. is ours. It pays.", ["EDAN (UK) Ltd. is ours.", "It pays."]),
        ("See section 3.2 and No. 5. Then act.", ["See section 3.2 and No. 5.", "Then act."]),
        ("Dr. A. Stone signed. She is chair.", ["Dr. A. Stone signed.", "She is chair."]),
        ("1. Introduction", ["1. Introduction"]),
    ],
)
def test_sentences_end_where_they_end(text: str, sentences: list[str]) -> None:
    assert said(read_document(f"Words.\n\n{text}\n".encode()))[1:] == sentences


@pytest.mark.parametrize(
    ("body", "leads_to"),
    [
        ("<a href='/ms.pdf'>Modern slavery statement</a><a href='/cookies'>Cookies</a>",
         ("/ms.pdf",)),
        ("<h1>Modern slavery</h1><a href='/1.pdf'>Download our statement</a>", ("/1.pdf",)),
        ("<a href='/1.pdf'>Download our statement</a>", ()),
        ("<a href='/docs/modern-slavery_2025.pdf'>Read it</a>",
         ("/docs/modern-slavery_2025.pdf",)),
        ("<iframe src='https://docs.google.com/viewer?url=https%3A%2F%2Fa.example%2F1.pdf'>"
         "</iframe>", ("https://a.example/1.pdf",)),
        ("<object data='/f/9' type='application/pdf'></object>", ("/f/9",)),
        ("<iframe src='https://maps.example/embed'></iframe>", ()),
        ("<a href='https://www.legislation.gov.uk/ukpga/2015/30'>Modern Slavery Act</a>", ()),
        ("<a href='#slavery'>Modern slavery</a>", ()),
        ("<p>We wash linen.</p><footer><a href='/ms'>Modern slavery</a></footer>", ("/ms",)),
        ("<h1>Modern slavery</h1><footer><a href='/ms'>Modern slavery</a></footer>", ()),
    ],
)  # fmt: skip
def test_page_names_the_addresses_that_lead_to_a_statement(
    body: str, leads_to: tuple[str, ...]
) -> None:
    assert web(body).leads_to == leads_to
