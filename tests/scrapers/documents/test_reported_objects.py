"""Pictures, frames, diagrams and inserted files that readers were reported to lose.

Each is read, or a notice says that it was not: docs/evidence.md lists the reports.
"""

from io import BytesIO

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from scoring.identity import ApprovalState, SignatureState, identify
from scoring.text import Document
from scrapers.documents import read_document

SPACES = " ".join(
    f'xmlns:{name}="{uri}"'
    for name, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
STATEMENT = (
    "Modern slavery statement of Elm Limited for the year ended 31 March 2025",
    "This statement is made by Elm Limited under section 54 of the Modern Slavery Act 2015.",
    "We asked our ten largest suppliers about slavery and forced labour and visited three.",
)


def word(
    xml: str, blob: bytes = b"", kind: str = "image/png", name: str = "media/p.png"
) -> Document:
    """Return a statement with one more element; PART in it is the relation to a part."""
    made = docx.Document()
    for line in STATEMENT:
        made.add_paragraph(line)
    part = Part(PackURI(f"/word/{name}"), kind, blob or b"x" * 400, made.part.package)
    relation = made.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    element = parse_xml(xml.replace("PART", relation).replace(">", f" {SPACES}>", 1))
    made.element.body.insert(len(STATEMENT), element)
    out = BytesIO()
    made.save(out)
    return read_document(out.getvalue())


def web(body: str) -> Document:
    return read_document(f"<!doctype html><html><body>{body}</body></html>".encode())


def said(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize(
    ("xml", "notice"),
    [
        pytest.param(
            "<w:p><w:r><w:pict><v:shape><v:imagedata r:id='PART'/></v:shape></w:pict></w:r></w:p>",
            "a picture that we could not read",
            id="pandoc 4735, docxjs 32: a picture in the older drawing language",
        ),
        pytest.param(
            "<w:p><w:r><w:object><v:shape><v:imagedata r:id='PART'/></v:shape>"
            "<o:OLEObject ProgID='AcroExch.Document'/></w:object></w:r></w:p>",
            "an inserted file not read here",
            id="mammoth-wordpress-plugin 20: an inserted file",
        ),
        pytest.param(
            "<w:p><w:r><w:drawing><wp:inline><a:blip r:link='PART'/></wp:inline></w:drawing>"
            "</w:r></w:p>",
            "a linked picture that we could not read",
            id="markitdown 1405: a linked picture",
        ),
        pytest.param(
            "<w:p><w:r><w:drawing><wp:inline><a:blip r:embed='PART'/></wp:inline></w:drawing>"
            "</w:r></w:p>",
            "a picture that we could not read",
            id="python-mammoth 31: a picture of a kind that no reader opens",
        ),
        pytest.param(
            "<w:p><w:r><w14:contentPart r:id='PART'/></w:r></w:p>",
            "handwriting that we could not read",
            id="mammoth.js 63: ink",
        ),
        pytest.param(
            "<w:p><w:r><w:pict><v:shape><o:signatureline o:suggestedsigner='Ada Elm' "
            "o:suggestedsigner2='Chair'/></v:shape></w:pict></w:r></w:p>",
            "a signature line for Ada Elm, Chair. We could not read if it is signed.",
            id="mammoth.js 46: a signature line",
        ),
        pytest.param(
            "<w:altChunk r:id='PART'></w:altChunk>",
            "an inserted file not read here",
            id="office_oxide 155: an inserted part of another kind",
        ),
    ],
)
def test_object_that_may_be_a_signature_makes_a_negative_unknown(xml: str, notice: str) -> None:
    document = word(xml)
    assert any(notice in each for each in document.notices), document.notices
    identity = identify(document)
    assert identity.approval.state is ApprovalState.UNKNOWN
    assert identity.signature.state is SignatureState.UNKNOWN


def test_word_document_without_objects_has_no_approval_and_no_signature() -> None:
    document = word("<w:p></w:p>")
    assert document.notices == ()
    identity = identify(document)
    assert identity.approval.state is ApprovalState.NO
    assert identity.signature.state is SignatureState.NO


@pytest.mark.parametrize(
    ("kind", "blob"),
    [
        ("text/html", b"<html><body><p>The board approved this statement.</p></body></html>"),
        ("text/plain", b"The board approved this statement."),
    ],
)
def test_web_page_put_into_a_word_document_is_read_in_its_place(kind: str, blob: bytes) -> None:
    """office_oxide 155: mail merges put whole bodies in as another part."""
    document = word("<w:altChunk r:id='PART'></w:altChunk>", blob, kind, "chunk.htm")
    assert "The board approved this statement." in said(document)
    assert identify(document).approval.state is ApprovalState.YES


def test_words_of_a_diagram_are_read() -> None:
    """python-docx 1486, markitdown 76, office_oxide 271: SmartArt."""
    points = "".join(
        f"<dgm:pt><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for words in ("Elm Holdings owns Elm Limited", "Elm Limited owns Ash Limited")
    )
    document = word(
        "<w:p><w:r><w:drawing><wp:inline><dgm:relIds r:dm='PART'/></wp:inline></w:drawing></w:r>"
        "</w:p>",
        f"<dgm:dataModel {SPACES}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>".encode(),
        "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        "diagrams/data1.xml",
    )
    assert "Elm Limited owns Ash Limited" in said(document)


def test_description_of_a_picture_is_no_word_of_the_document() -> None:
    """python-docx 1374: alternative text is not shown."""
    document = word(
        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' name='p' descr='Signed by the board'/>"
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    assert not any("Signed by the board" in each for each in said(document))


SHORT = "<main><h1>Modern slavery statement</h1>{}</main>"


@pytest.mark.parametrize(
    ("body", "notice"),
    [
        pytest.param(
            "<iframe src='/content/12'></iframe>",
            "another page that was not read here: /content/12",
            id="trafilatura 175, 272: a frame",
        ),
        pytest.param(
            "<img src='page1.jpg'><img src='page2.jpg'><img src='logo.png'>",
            "2 pictures; words within a picture were not read",
            id="pages as pictures",
        ),
        pytest.param(
            "<script>window.d = {a: 'slavery, slavery and trafficking'}</script>",
            "its words by a script, so they were not read",
            id="words in a script",
        ),
        pytest.param(
            "<p>Signed:</p><p><img src='data:image/png;base64,AAAA'></p>",
            "holds a picture that we could not read.",
            id="a picture after Signed",
        ),
        pytest.param(
            "<p>Approved by the board on:</p><div><svg aria-label='x'><path/></svg></div>",
            "holds a picture that we could not read",
            id="a drawing after Approved by",
        ),
    ],
)
def test_page_that_shows_more_than_words_says_so(body: str, notice: str) -> None:
    document = web(SHORT.format(body))
    assert any(notice in each for each in document.notices), document.notices
    assert document.notices[0] in identify(document).reason


def test_video_and_map_in_frames_are_no_part_of_a_statement() -> None:
    frames = "<iframe src='https://www.youtube.com/embed/x'></iframe><iframe src='about:blank'>"
    assert web(SHORT.format(frames)).notices == ()


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        pytest.param(
            "<p>We visit farms.</p><script>console.log('No.')</script>", ["We visit farms."],
            id="trafilatura 184: a script is no text",
        ),
        pytest.param(
            "<main><article><p>We visit farms.</p></article><article><p>We pay wages.</p>"
            "</article></main>", ["We visit farms.", "We pay wages."],
            id="trafilatura 432: several articles",
        ),
        pytest.param(
            "<section>We visit farms.</section><section>We pay wages.</section>",
            ["We visit farms.", "We pay wages."],
            id="trafilatura 432: sections alone",
        ),
        pytest.param(
            "<div><div class='text-image'><p>Wir sehen Unter\xadnehmen.</p></div></div>",
            ["Wir sehen Unternehmen."], id="trafilatura 43: soft hyphens",
        ),
        pytest.param(
            "<p>It&rsquo;s our &amp; their duty.</p>", ["It’s our & their duty."],
            id="trafilatura 627: entities",
        ),
        pytest.param(
            "<svg><title>A</title><text>Elm Limited</text><text>owns Ash Limited</text></svg>",
            ["Elm Limited owns Ash Limited"], id="words of a vector drawing",
        ),
        pytest.param(
            "<iframe srcdoc=\"<p>We visit farms.</p>\"></iframe>", ["We visit farms."],
            id="trafilatura 175: a page within the page",
        ),
    ],
)  # fmt: skip
def test_words_of_a_page_are_read_as_shown(markup: str, read: list[str]) -> None:
    assert said(web(markup)) == read


def test_fragment_without_html_is_read_whole() -> None:
    """OpenViking 5102: a body alone."""
    document = read_document(b"<body><h1>Statement</h1><p>We visit farms.</p></body>")
    assert said(document) == ["Statement", "We visit farms."]


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Signed\n\n![Ada Elm, Chair](signature.png)", True),
        ("Signed\n\n<img src='s.png'>", True),
        ("Signed\n\n\ufffc", True),
        ("![logo](logo.png)\n\nSigned", False),
    ],
)
def test_picture_in_text_is_no_words_and_makes_approval_unknown(
    text: str,
    unread: bool,
) -> None:
    document = read_document("\n\n".join([*STATEMENT, text]).encode())
    assert not any("Ada Elm" in each or "img" in each for each in said(document))
    state = ApprovalState.UNKNOWN if unread else ApprovalState.NO
    assert identify(document).approval.state is state
