import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from scoring.text import Document
from scrapers.archive import Archive
from scrapers.client import Client
from scrapers.documents import read_document
from scrapers.websites import FoundStatement, Prominence, find_statement
from tests.scrapers.loopback import Reply, Web, page
from tests.scrapers.registers.shared import DATA, needs_data

FOLDER = DATA / "statements" / "html"
PAGES = sorted(path.name for path in FOLDER.glob("*.html")) if FOLDER.is_dir() else []
TOLD = re.compile(r"\bapprov\w*|\bsign(ed|ature|atory)\b", re.IGNORECASE)


def served(web: Web, name: str) -> None:
    """A home page with what home pages have, and the real page behind a link in its footer."""
    web.pages["/"] = page(
        '<html><body><header><a href="/">Home</a><a href="/about">About us</a></header>'
        "<main><h1>Welcome</h1><p>We supply goods and services.</p></main>"
        '<footer><a href="/privacy">Privacy</a><a href="/policies">Policies</a>'
        f'<a href="/legal/{name}">Modern slavery statement</a></footer></body></html>'
    )
    web.pages["/about"] = web.pages["/policies"] = page("<main><p>All about us.</p></main>")
    web.pages[f"/legal/{name}"] = Reply(
        (FOLDER / name).read_bytes(), headers={"Content-Type": "text/html"}
    )


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def passages(name: str) -> list[str]:
    """Every run of text of the page that speaks of approval or signature, scripts left out."""
    tree = LexborHTMLParser((FOLDER / name).read_bytes())
    for node in tree.css("script, style, template, head, nav, button, form"):
        node.decompose()
    runs = tree.body.text(separator="\n").split("\n") if tree.body else []
    return [plain(run) for run in runs if TOLD.search(run)]


def words_of(document: Document) -> str:
    return plain(" ".join(sentence.text for sentence in document.sentences))


@needs_data
@pytest.mark.parametrize("name", PAGES)
def test_the_real_page_is_found_and_keeps_approval_and_signature(
    name: str, web: Web, client: Client, archive: Archive
) -> None:
    served(web, name)
    result = find_statement(client, web.url(), read=read_document)
    if isinstance(result, FoundStatement):
        assert result.prominence is Prominence.PROMINENT
        url, sha256 = result.url, result.sha256
    else:  # What the page's words make it is for `identify` to say; it was found all the same.
        [offered] = result.others
        url, sha256 = offered.url, offered.sha256
    assert url == web.url(f"/legal/{name}")
    read = words_of(read_document(archive.read(sha256)))
    for passage in passages(name):
        assert passage in read
