import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from scoring.reference.vocabulary import DocumentKind
from scoring.text import Document
from scrapers.documents import read_document
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy
from scrapers.websites import Absence, FoundStatement, NotFound, Prominence, find_statement
from tests.places import SHARED as DATA
from tests.places import needs_real_files
from tests.scrapers.loopback import Reply, Web, page

FOLDER = DATA / "statements" / "html"
PAGES = sorted(path.name for path in FOLDER.glob("*.html")) if FOLDER.is_dir() else []
# The year in which the financial year ends that a page's words name; the others name none.
YEARS = {
    "agilists.html": 2025,
    "family_capital.html": 2026,
    "the_confident.html": 2024,
    "wfy_solutions.html": 2025,
    "yrr.html": 2024,
}
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


@needs_real_files
@pytest.mark.parametrize("name", PAGES)
def test_the_real_page_is_found_with_its_year_approval_and_signature(
    name: str, web: Web, client: Client
) -> None:
    served(web, name)
    result = find_statement(client, web.url(), read=read_document)
    assert isinstance(result, FoundStatement), result
    assert result.url == web.url(f"/legal/{name}")
    assert result.prominence is Prominence.PROMINENT
    assert result.year == YEARS.get(name)
    read = words_of(result.document)
    for passage in passages(name):
        assert passage in read


@needs_real_files
@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("modern_slavery_act_2015_itself.pdf", {DocumentKind.LAW}),
        ("carbon_reduction_plan.pdf", {DocumentKind.OTHER}),
        ("ch_steel.html", {DocumentKind.EMPTY, DocumentKind.OTHER}),
        ("wildfig.html", {DocumentKind.EMPTY, DocumentKind.OTHER, DocumentKind.TEMPLATE}),
    ],
)
def test_a_real_document_that_is_no_statement_is_named_as_what_it_is(
    name: str, kinds: set[DocumentKind], web: Web, client_for, policy: FetchPolicy
) -> None:
    data = (DATA / "not_statements" / name).read_bytes()
    web.pages["/"] = page(f'<footer><a href="/{name}">Modern slavery statement</a></footer>')
    web.pages[f"/{name}"] = Reply(data)
    client = client_for(replace(policy, max_bytes=5_000_000, total_s=20))
    result = find_statement(client, web.url(), read=read_document)
    assert isinstance(result, NotFound), result
    assert result.absence is Absence.ONLY_WRONG_DOCUMENTS
    assert result.others[0].kind in kinds
    assert result.others[0].reason in result.reason
