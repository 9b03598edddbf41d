"""Web pages: the words of the main content, with headings, lists, dates and signatures kept."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scoring.text import BlockKind
from scrapers.documents.limits import ReadLimits
from scrapers.documents.passages import Leaf, Passage
from scrapers.documents.sheaf import Sheaf

_DROPPED = "script, style, noscript, template, svg, nav, form, iframe, button, head"
_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp"
    r"|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(data: bytes, limits: ReadLimits) -> Sheaf:  # noqa: ARG001 (one shape for all readers)
    """Read a web page's main content as one page without places."""
    tree = LexborHTMLParser(data)
    title = tree.css_first("title")
    heading = " ".join(title.text().split()) if title else ""
    for node in tree.css(_DROPPED):
        node.decompose()
    root = tree.css_first("main") or tree.body or tree.root
    passages: list[Passage] = []
    if root is not None:
        _walk(root, passages)
    return Sheaf([Leaf(1, 0.0, 0.0, tuple(passages))], title=heading)


def _walk(node: LexborNode, passages: list[Passage]) -> None:
    kind, level = _kind(node.tag)
    pending: list[str] = []

    def flush() -> None:
        text = re.sub(r"\s+", " ", "".join(pending)).strip()
        pending.clear()
        if text:
            passages.append(Passage(kind, text, level=level))

    for child in node.iter(include_text=True):
        if child.tag == "-text":
            pending.append(child.text_content or "")
        elif _INLINE.fullmatch(child.tag or ""):
            pending.append(child.text(deep=True))
        elif child.tag == "br":
            flush()
        else:
            flush()
            _walk(child, passages)
    flush()


def _kind(tag: str | None) -> tuple[BlockKind, int]:
    if tag in _HEADINGS:
        return BlockKind.HEADING, _HEADINGS[tag]
    if tag in {"li", "dd", "dt"}:
        return BlockKind.LIST_ITEM, 0
    return BlockKind.PARAGRAPH, 0
