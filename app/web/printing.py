"""Print a page of words as a tagged PDF (PDF/UA-1): headings, words, lists and boxes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.typesetting import TypesetDocument

TEMPLATE = Path(__file__).parent / "templates" / "printed_page.typ"
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_LISTS = ("ul", "ol")


def print_page(html: str) -> bytes:
    """Return a page as a PDF; it has a title and one main heading.

    Pictures, tables and forms are not printed: the pages that are printed have none.
    """
    page = LexborHTMLParser(html)
    title = page.css_first("title")
    data = {
        "title": _words(title) if title else "",
        "blocks": list(_blocks(page.body)) if page.body else [],
    }
    with TypesetDocument(TEMPLATE, data) as document:
        return document.pdf()


def _blocks(parent: LexborNode) -> Iterator[dict[str, Any]]:
    for node in parent.iter():
        if node.tag in _HEADINGS:
            yield {"kind": "heading", "level": _HEADINGS[node.tag], "text": _words(node)}
        elif node.tag == "p":
            yield {"kind": "words", "spans": list(_spans(node))}
        elif node.tag == "pre":
            for line in node.text().strip().splitlines():
                yield {"kind": "words", "spans": [{"text": line, "bold": False}]}
        elif node.tag in _LISTS:
            items = [list(_spans(each)) for each in node.iter() if each.tag == "li"]
            yield {"kind": "list", "numbered": node.tag == "ol", "items": items}
        elif node.tag == "section":
            yield {"kind": "box", "blocks": list(_blocks(node))}
        else:
            yield from _blocks(node)


def _spans(node: LexborNode, *, bold: bool = False) -> Iterator[dict[str, Any]]:
    """The words of a paragraph, those in bold apart; space is kept as one blank."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield {"text": child.text(), "bold": bold}
        else:
            yield from _spans(child, bold=bold or child.tag in ("strong", "b"))


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())
