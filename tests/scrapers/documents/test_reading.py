"""What any reader must do, whatever the format: the door as its callers meet it."""

import pytest

from scrapers.documents import ReadLimits, read_document
from scrapers.errors import DocumentUnreadable

PAGE = b"""<!doctype html><title>Ours</title><body><nav>Home About</nav><main>
<h1>Modern slavery statement</h1><p>We train staff. We check <b>suppliers</b>.</p>
<ul><li>Tier one</li></ul><h2>Approval</h2><p>Approved by the board.<br>A. Person, Director</p>
</main></body>"""


def test_a_web_page_keeps_its_words_headings_and_signature_and_drops_its_menu() -> None:
    document = read_document(PAGE)
    assert [sentence.text for sentence in document.sentences] == [
        "Modern slavery statement",
        "We train staff.",
        "We check suppliers.",
        "Tier one",
        "Approval",
        "Approved by the board.",
        "A. Person, Director",
    ]
    assert document.sentences[-1].headings == ("Modern slavery statement", "Approval")
    assert document.title == "Ours"


def test_the_same_bytes_are_the_same_document_whatever_their_name() -> None:
    assert read_document(PAGE, name="a.pdf") == read_document(PAGE, name="b.html")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="nothing at all is empty"),
        pytest.param(b"\0" * 5000, "empty", id="zeros alone are empty"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, "a picture", id="a picture"),
        pytest.param(b"%PDF-1.7\nhello", "does not open", id="a header alone does not open"),
        pytest.param(b"word " * 300, "at most", id="a file over the limit is refused"),
    ],
)
def test_bytes_that_cannot_be_read_are_refused_with_a_plain_reason(
    data: bytes, reason: str
) -> None:
    with pytest.raises(DocumentUnreadable, match=reason):
        read_document(data, limits=ReadLimits(bytes=1400 if b"word" in data else 50_000))
