"""What a web page shows that is not text: documents in frames, pictures, words of a script."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.documents.leads import embedded_documents

TOPIC = re.compile(r"slavery|traffick|forced labour|caethwasiaeth", re.IGNORECASE)
_ABOUT = re.compile(
    r"\bsign(?:ature|ed|atory)|(?:^|[/_-])sign?at|approv|slavery|statement", re.IGNORECASE
)
_SIGNING = re.compile(
    r"\b(?:signed|signature|approved by|on behalf of|yours (?:sincerely|faithfully))\b[^.]{0,80}$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"logo|icon|avatar|banner|hero|header|footer|badge|flag|pixel|sprite", re.I
)
_WIDGETS = re.compile(
    r"youtube|youtu\.be|vimeo|google\.[a-z.]+/maps|maps\.google|recaptcha|googletagmanager"
    r"|doubleclick|facebook|twitter|linkedin|instagram|hotjar|hubspot|intercom|trustpilot"
    r"|cookie|consent|about:blank|^javascript|^data:",
    re.IGNORECASE,
)
_FEW_WORDS = 130
"""A page with fewer words says too little to be the statement itself (as for its kind)."""
_BARE = 20


def unread_notices(tree: LexborHTMLParser) -> list[str]:
    """Take frames out of a page; return notices of what it shows and we cannot read."""
    words = _words(tree)
    notices = [
        f"The page shows a document that was not read here: {address[:200]}. Read it too."
        for address in embedded_documents(tree)
    ]
    if words < _FEW_WORDS:
        notices.extend(_frames(tree))
        notices.extend(_pictures_instead_of_words(tree))
    if words < _FEW_WORDS and _scripted(tree, words):
        notices.append(
            "The page shows its words by a script, so they were not read. Save the page as PDF "
            "and send that."
        )
    for node in tree.css("iframe, object, embed, frame"):
        node.decompose()
    notices.extend(_pictures(tree))
    return list(dict.fromkeys(notices))


def _words(tree: LexborHTMLParser) -> int:
    """Count the words of a page without those of its edges and its scripts."""
    if tree.body is None:
        return 0
    edges = "script, style, noscript, template, nav, header, footer"
    within = sum(
        len(node.text(separator=" ").split())
        for node in tree.body.css(edges)
        if not _inside(node, edges)
    )
    return len(tree.body.text(separator=" ").split()) - within


def _inside(node: LexborNode, tags: str) -> bool:
    above = node.parent
    while above is not None:
        if (above.tag or "-") in tags.split(", "):
            return True
        above = above.parent
    return False


def _frames(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield a notice of each frame with another page, where this one says next to nothing."""
    known = {*embedded_documents(tree)}
    for node in tree.css("iframe[src], frame[src]"):
        address = (node.attributes.get("src") or "").strip()
        if address and address not in known and not _WIDGETS.search(address):
            yield (
                f"The page shows another page that was not read here: {address[:200]}. "
                "Read it too."
            )


def _pictures_instead_of_words(tree: LexborHTMLParser) -> list[str]:
    """Return a notice of pictures that may hold the page's words, as scanned pages do."""
    shown = [
        node
        for node in tree.css("img")
        if not _FURNITURE.search(_called(node)) and not _inside(node, "nav, header, footer, a")
    ]
    if not shown:
        return []
    held = "a picture" if len(shown) == 1 else f"{len(shown)} pictures"
    return [f"The page shows {held}; words within a picture were not read."]


def _scripted(tree: LexborHTMLParser, words: int) -> bool:
    """Whether a page with few words has them in its scripts, or is empty until one runs."""
    scripts = tree.css("script")
    topics = sum(len(TOPIC.findall(node.text())) for node in scripts)
    shell = words < _BARE and tree.css_first("#root, #app, #__next, #__nuxt, app-root") is not None
    return topics >= 3 or (shell and bool(scripts))


def _pictures(tree: LexborHTMLParser) -> list[str]:
    """Return a notice of a picture that may be a signature, an approval or the statement."""
    for node in tree.css("img, svg[aria-label], [role=img]"):
        called = _called(node)
        if _ABOUT.search(called) or _SIGNING.search(_before(node)):
            name = (node.attributes.get("alt") or node.attributes.get("src") or "").strip()
            shown = f": {name[:80]}" if name and not name.startswith("data:") else ""
            return [f"The page holds a picture that we could not read{shown}."]
    return []


def _called(node: LexborNode) -> str:
    """Return all names of a picture, without the picture itself where it is in the page."""
    names = (
        node.attributes.get(key) or ""
        for key in ("alt", "src", "title", "class", "id", "aria-label")
    )
    return " ".join(name[:300] for name in names if not name.startswith("data:"))


def _before(node: LexborNode) -> str:
    """Return the last words before a picture: of its own block, or of the one before."""
    words: list[str] = []
    near: LexborNode | None = node
    for _ in range(3):
        if near is None or near.tag in {"body", "main", "article"}:
            break
        before = near.prev
        while before is not None and sum(map(len, words)) < 200:
            words.insert(0, before.text(separator=" ").strip() or "")
            before = before.prev
        near = near.parent
    return " ".join(words).strip()[-160:]
