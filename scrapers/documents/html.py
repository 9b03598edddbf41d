"""Web pages: the words of the main content, with headings, lists, dates and signatures kept.

Navigation, page headers and footers are kept as furniture: they are words of the page, but no
sentence comes from them.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scoring.text import BlockKind
from scrapers.documents.characters import cleaned, decoded
from scrapers.documents.limits import ReadLimits
from scrapers.documents.passages import Leaf, Passage
from scrapers.documents.sheaf import Sheaf
from scrapers.documents.wrapping import unwrapped

_DROPPED = (
    "script, style, noscript, template, svg, iframe, button, head, select, option, textarea,"
    " input, object, canvas, audio, video, [hidden]"
)
_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp"
    r"|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|picture|img|center-inline"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = {"li", "dd", "dt"}
_FURNITURE = re.compile(
    r"(^|[\s_-])(nav|navbar|navigation|topbar|menu|menus|breadcrumbs?|cookies?|site-?(header|footer)"
    r"|page-?footer|global-?(header|footer)|footer|social|skip-?link|sidebar)([\s_-]|$)",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES = {"navigation", "banner", "contentinfo", "search"}
_DEEPEST = 200
_LEAST_MAIN = 0.3


def read_html(data: bytes, limits: ReadLimits) -> Sheaf:  # noqa: ARG001 (one shape for all readers)
    """Read a web page as one page without places."""
    return read_markup(decoded(data))


def read_markup(markup: str, title: str = "") -> Sheaf:
    """Read a page's markup; `title` is used where the markup names none."""
    tree = LexborHTMLParser(markup)
    named = tree.css_first("title")
    heading = cleaned(named.text()) if named else ""
    for node in tree.css(_DROPPED):
        node.decompose()
    for node in tree.css("[style]"):
        if _UNSEEN.search(node.attributes.get("style") or ""):
            node.decompose()
    root = tree.body or tree.root
    passages = Walk(tree).passages(root) if root is not None else []
    return Sheaf([Leaf(1, 0.0, 0.0, tuple(passages))], title=heading or title)


class Walk:
    """One walk through a page's tree, in the order of the page."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._passages: list[Passage] = []
        main = tree.css_first("main, [role=main]")
        root = tree.body or tree.root
        if main is not None and root is not None:
            share = len(main.text().split()) / max(len(root.text().split()), 1)
            main = main if share >= _LEAST_MAIN else None
        self._main = main

    def passages(self, root: LexborNode) -> list[Passage]:
        """Return the passages below a node."""
        self._walk(root, BlockKind.PARAGRAPH, 0, inside=self._main is None, depth=0)
        return self._passages

    def _walk(
        self, node: LexborNode, kind: BlockKind, level: int, *, inside: bool, depth: int
    ) -> None:
        inside = inside or node == self._main
        if kind is not BlockKind.FURNITURE and _is_furniture(node, inside=inside):
            kind, level = BlockKind.FURNITURE, 0
        shown = kind if inside else BlockKind.FURNITURE
        if depth > _DEEPEST:
            self._add(node.text(separator=" "), shown, level)
            return
        pending: list[str] = []
        after_link = False
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag == "-text":
                pending.append(child.text_content or "")
                after_link = False
            elif tag == "br":
                pending.append("\n")
                after_link = False
            elif _INLINE.fullmatch(tag) and not _holds_blocks(child):
                if tag == "a" and after_link:
                    pending.append(" ")
                pending.append(_inline_text(child))
                after_link = tag == "a"
            elif not tag.startswith(("-", "!")):
                self._flush(pending, shown, level)
                self._child(child, kind, inside=inside, depth=depth)
                after_link = False
        self._flush(pending, shown, level)

    def _child(self, child: LexborNode, kind: BlockKind, *, inside: bool, depth: int) -> None:
        tag = child.tag or ""
        level = 0
        if kind is not BlockKind.FURNITURE:
            if tag in _HEADINGS:
                kind, level = BlockKind.HEADING, _HEADINGS[tag]
            elif tag in _ITEMS:
                kind = BlockKind.LIST_ITEM
            elif tag in {"p", "div", "section", "article", "blockquote"} and kind not in {
                BlockKind.LIST_ITEM,
                BlockKind.TABLE_ROW,
            }:
                kind = BlockKind.PARAGRAPH
        if tag == "tr" and not any(_holds_blocks(cell) for cell in child.iter()):
            cells = [cleaned(cell.text(separator=" ")) for cell in child.iter()]
            row = kind if kind is BlockKind.FURNITURE or not inside else BlockKind.TABLE_ROW
            self._add(" | ".join(cell for cell in cells if cell), row, 0)
            return
        self._walk(child, kind, level, inside=inside, depth=depth + 1)

    def _flush(self, pending: list[str], kind: BlockKind, level: int) -> None:
        text = "".join(
            part if part == "\n" else re.sub(r"[^\S\xa0]+", " ", part) for part in pending
        )
        pending.clear()
        for stretch in unwrapped(text.split("\n"), short=0):
            self._add(stretch, kind, level)

    def _add(self, text: str, kind: BlockKind, level: int) -> None:
        text = cleaned(text)
        if text:
            self._passages.append(Passage(kind, text, level=level))


def _inline_text(node: LexborNode) -> str:
    """Return an inline node's words, a break kept as a new line."""
    parts: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            parts.append(re.sub(r"[^\S\xa0]+", " ", child.text_content or ""))
        elif child.tag == "br":
            parts.append("\n")
        elif not (child.tag or "-").startswith(("-", "!")):
            parts.append(_inline_text(child))
    return "".join(parts)


def _holds_blocks(node: LexborNode) -> bool:
    return node.css_first(
        "p, div, ul, ol, li, table, tr, section, article, h1, h2, h3, h4, h5, h6, dl, blockquote,"
        " form, header, footer, address, figure"
    ) not in (None, node)


def _is_furniture(node: LexborNode, *, inside: bool) -> bool:
    """Whether a part of the page serves the site rather than the reader of this page."""
    tag = node.tag or ""
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    if tag == "nav" or (node.attributes.get("role") or "") in _ROLES:
        return True
    if tag == "header":
        return node.css_first("h1, h2") is None
    if tag == "footer":
        ends_page = node.css_first("nav") is not None or "©" in node.text()
        return not inside or ends_page or _link_share(node) > 0.5
    if tag not in {"div", "ul", "ol", "section", "aside", "table"}:
        return False
    named = bool(_FURNITURE.search(names)) and node.css_first("h1") is None
    links = len(node.css("a")) >= 4 and _link_share(node) > 0.8
    return named or links or (tag == "aside" and not inside)


def _link_share(node: LexborNode) -> float:
    """Return what share of a node's letters stand in links."""
    letters = len("".join(node.text().split()))
    linked = sum(len("".join(link.text().split())) for link in node.css("a"))
    return linked / letters if letters else 0.0
