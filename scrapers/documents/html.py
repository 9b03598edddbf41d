"""Web pages: the words of the main content, with headings, lists, dates and signatures kept.

Navigation, page headers and footers are kept as boilerplate: they are words of the page, but no
sentence comes from them.
"""

import re
from email import message_from_bytes, policy
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scoring.text import BlockKind
from scrapers.documents.characters import cleaned, decoded
from scrapers.documents.limits import ReadLimits
from scrapers.documents.markup import seen_markup
from scrapers.documents.page_batch import PageBatch
from scrapers.documents.passages import Passage, RawPage
from scrapers.documents.unread_markup import TOPIC
from scrapers.documents.wrapping import unwrapped
from scrapers.errors import DocumentUnreadable

_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp"
    r"|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|picture|img|center-inline"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = {"li", "dd", "dt"}
_BOILERPLATE = re.compile(
    r"(^|\s)([\w]+[_-]{1,2})?(nav|navbar|navigation|topbar|menu|menus|breadcrumbs?|cookies?"
    r"|site-?(header|footer)|page-?footer|global-?(header|footer)|footer|social|skip-?link"
    r"|(?<!with-)(?<!has-)sidebar)([\s_-]|$)",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"cookie|consent|gdpr|onetrust|cc-(?:window|banner)|ccm-|truste|cybot", re.IGNORECASE
)
_APPROVED = re.compile(
    r"\bapproved by (?:the|our)\b|\b(?:board|trustees) (?:has |have )?approved\b"
    r"|\bsigned (?:by|on behalf)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"^\W*(?:©|\(c\)|copyright\b).{0,120}$", re.IGNORECASE)
_ROLES = {"navigation", "banner", "contentinfo", "search"}
_DEEPEST = 200
_LEAST_MAIN = 0.3
_LONG = 40
_LONGEST_BANNER = 400
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)


def read_html(data: bytes, limits: ReadLimits) -> PageBatch:  # noqa: ARG001 (one shape for all readers)
    """Read a web page as one page without places."""
    return read_markup(decoded(data))


def read_archive(data: bytes, limits: ReadLimits) -> PageBatch:
    """Read a web page that was saved with its parts in one file (.mht), or an e-mail.

    Raises:
        DocumentUnreadable: It holds no page and no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    for kind in ("text/html", "text/plain"):
        for part in message.walk():
            if part.get_content_type() == kind:
                body = part.get_payload(decode=True)
                if isinstance(body, bytes) and body.strip():
                    return read_html(body, limits)
    raise DocumentUnreadable("the saved web page holds no text; save it as PDF and send that")


def read_markup(markup: str, title: str = "") -> PageBatch:
    """Read a page's markup; `title` is used where the markup names none."""
    named = _TITLE.search(markup)
    heading = cleaned(unescape(named[1])) if named else ""
    tree, notices, leads = seen_markup(markup)
    root = tree.body or tree.root
    passages = Walk(tree).passages(root) if root is not None else []
    if (lost := _lost(passages)) > _LONG:
        notices.append(
            f"{lost} words on modern slavery in the page's edges were not read as the statement."
        )
    page = RawPage(1, 0.0, 0.0, tuple(passages))
    return PageBatch([page], notices, title=heading or title, leads_to=leads)


def _is_banner(node: LexborNode, names: str) -> bool:
    """Whether a part of the page asks for consent to cookies; the statement is never one."""
    return (
        _BANNER.search(names) is not None
        and not TOPIC.search(node.text())
        and len(node.text().split()) < _LONGEST_BANNER
    )


def _lost(passages: list[Passage]) -> int:
    """Return how many words about slavery stand in parts that yield no sentence."""
    return sum(
        len(passage.text.split())
        for passage in passages
        if passage.kind is BlockKind.BOILERPLATE
        and len(passage.text.split()) > 12
        and TOPIC.search(passage.text)
    )


class Walk:
    """One walk through a page's tree, in the order of the page."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._passages: list[Passage] = []
        main = tree.css_first("main, [role=main]")
        root = tree.body or tree.root
        if main is not None and root is not None:
            share = len(main.text().split()) / max(len(root.text().split()), 1)
            within, whole = (len(TOPIC.findall(part.text())) for part in (main, root))
            main = main if share >= _LEAST_MAIN and within * 2 >= whole else None
        self._main = main

    def passages(self, root: LexborNode) -> list[Passage]:
        """Return the passages below a node."""
        self._walk(root, BlockKind.PARAGRAPH, 0, inside=self._main is None, depth=0)
        return self._passages

    def _walk(
        self, node: LexborNode, kind: BlockKind, level: int, *, inside: bool, depth: int
    ) -> None:
        inside = inside or node == self._main
        if kind is not BlockKind.BOILERPLATE and _is_boilerplate(node, inside=inside):
            kind, level = BlockKind.BOILERPLATE, 0
        shown = kind if inside else BlockKind.BOILERPLATE
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
            elif tag == "button":
                if node.tag not in _HEADINGS and node.tag != "summary":
                    continue
                pending.append(_inline_text(child))
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
        if kind is not BlockKind.BOILERPLATE:
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
            row = kind if kind is BlockKind.BOILERPLATE or not inside else BlockKind.TABLE_ROW
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
        if _COPYRIGHT.match(text):
            kind, level = BlockKind.BOILERPLATE, 0
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


def _is_boilerplate(node: LexborNode, *, inside: bool) -> bool:
    """Whether a part of the page serves the site rather than the reader of this page."""
    tag = node.tag or ""
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    if _speaks(node):
        return False
    if tag == "nav" or (node.attributes.get("role") or "") in _ROLES:
        return True
    if tag == "header":
        return node.css_first("h1, h2") is None
    if tag == "footer":
        ends_page = node.css_first("nav") is not None
        return not _within_article(node) or ends_page or _link_share(node) > 0.5
    if tag not in {"div", "ul", "ol", "section", "aside", "table"}:
        return False
    named = bool(_BOILERPLATE.search(names)) and node.css_first("h1") is None
    links = len(node.css("a")) >= 4 and _link_share(node) > 0.8
    return named or links or _is_banner(node, names) or (tag == "aside" and not inside)


def _speaks(node: LexborNode) -> bool:
    """Whether a part speaks of slavery, or of approval of the statement, in more than links."""
    text = node.text(separator=" ")
    spoken = len(TOPIC.findall(text)) >= 2 and len(text.split()) > _LONG
    approved = _APPROVED.search(text) is not None and len(text.split()) < _LONGEST_BANNER
    return (spoken or approved) and _link_share(node) < 0.3


def _within_article(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in {"article", "main", "section", "blockquote"}:
            return True
        above = above.parent
    return False


def _link_share(node: LexborNode) -> float:
    """Return what share of a node's letters stand in links."""
    letters = len("".join(node.text().split()))
    linked = sum(len("".join(link.text().split())) for link in node.css("a"))
    return linked / letters if letters else 0.0
