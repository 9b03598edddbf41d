"""Where a web page leads to a statement: documents that it shows in a frame, and links to them."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NAMED = re.compile(
    r"slavery|traffick|transparency (?:in|of) (?:our |the )?supply chain|caethwasiaeth", re.I
)
_FILE = re.compile(r"\.(?:pdf|docx?)(?:$|[?#])", re.IGNORECASE)
_SHOWN = re.compile(r"slavery|statement|docs\.google|issuu|viewer|calameo|yumpu", re.IGNORECASE)
_NOT_THEIRS = re.compile(
    r"//[^/]*(?:legislation\.gov\.uk|modernslaveryhelpline\.org|unseenuk\.org|antislavery\.org"
    r"|gla\.gov\.uk|facebook\.com|linkedin\.com|twitter\.com|x\.com)(?:/|$)"
    r"|//[^/]*www\.gov\.uk/(?:government|guidance)",
    re.IGNORECASE,
)
_VIEWERS = ("url", "file", "src", "pdf", "document")
_MOST = 5
_DEEPEST = 200


def leads_of(tree: LexborHTMLParser) -> tuple[str, ...]:
    """Return the addresses of what may be the statement, as the page writes them, at most five.

    Documents shown in a frame come first, then links whose words or address name modern slavery,
    and links to "our statement" on a page that is headed so.
    """
    about = any(_NAMED.search(node.text()) for node in tree.css("title, h1"))
    links = (
        address
        for node in tree.css("a[href]")
        if (address := (node.attributes.get("href") or "").strip())
        and not address.startswith(("#", "mailto:", "tel:", "javascript:"))
        and _leads(node.text(), address, about=about)
        and not (about and _at_edge(node))
        and not _NOT_THEIRS.search(address)
    )
    addresses = dict.fromkeys([*embedded_documents(tree), *links])
    return tuple(address[:2_000] for address in addresses)[:_MOST]


def _at_edge(node: LexborNode) -> bool:
    """Whether a link is in a menu or foot, where a page on modern slavery links to itself."""
    above = node.parent
    for _ in range(_DEEPEST):
        if above is None or above.tag in {"nav", "header", "footer"}:
            return above is not None
        above = above.parent
    return False


def _leads(words: str, address: str, *, about: bool) -> bool:
    """Whether a link names modern slavery, or a statement on a page that is about it."""
    path = re.sub(r"[-_]", " ", unquote(address))
    return _NAMED.search(f"{words} {path}") is not None or (
        about and re.search(r"\bstatement\b", words, re.IGNORECASE) is not None
    )


def embedded_documents(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the addresses of documents that a page shows in a frame, without their viewer's."""
    for node in tree.css("iframe[src], object[data], embed[src]"):
        written = node.attributes.get("src") or node.attributes.get("data") or ""
        address = document_in_viewer(written.strip())
        kind = node.attributes.get("type") or ""
        if address and (_FILE.search(address) or _SHOWN.search(written) or "pdf" in kind):
            yield address


def document_in_viewer(address: str) -> str:
    """Return the address of the document that a viewer is asked to show, or the address itself.

    Viewers take it as a parameter: `…/viewer?url=https%3A%2F%2Facorn.example%2Fstatement.pdf`.
    """
    try:
        parameters = parse_qs(urlsplit(address).query)
    except ValueError:
        return address
    for name in _VIEWERS:
        for value in parameters.get(name, ()):
            if _FILE.search(value) or value.startswith(("http://", "https://")):
                return value
    return address
