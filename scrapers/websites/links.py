"""The links of a page: where each leads, what it says, where it stands, whether it is seen."""

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.documents.leads import embedded_documents
from scrapers.websites.records import Link, Place

_MOST = 3_000
# No honest page nests deeper; one that does would have us climb for hours.
_DEEPEST = 200
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BY_TAG = {
    "footer": Place.FOOTER,
    "nav": Place.NAVIGATION,
    "header": Place.HEADER,
    "main": Place.MAIN,
}
_BY_ROLE = {
    "contentinfo": Place.FOOTER,
    "navigation": Place.NAVIGATION,
    "menu": Place.NAVIGATION,
    "menubar": Place.NAVIGATION,
    "banner": Place.HEADER,
    "main": Place.MAIN,
}
_BY_NAME = (
    (re.compile(r"\b\w*footer"), Place.FOOTER),
    (re.compile(r"\bnav(bar|igation)?\b|\b\w*menu\b"), Place.NAVIGATION),
    (re.compile(r"\b\w*header\b|\btop-?bar\b"), Place.HEADER),
)


def links_of(page: bytes, url: str, sha256: str) -> tuple[Link, ...]:
    """Return the links of a page in its order, each address and wording once.

    Documents that the page shows in a frame come first, under the page's own heading.

    Args:
        page: The page's bytes.
        url: The address that answered with it, against which links are read.
        sha256: Digest of the bytes.
    """
    tree = LexborHTMLParser(page)
    for node in tree.css("script, style, template, noscript"):
        node.decompose()
    base = urljoin(url, _attribute(tree.css_first("base[href]"), "href"))
    links: dict[tuple[str, str], Link] = {}
    for address in embedded_documents(tree):
        if target := _target(base, address):
            heading = tree.css_first("h1, title")
            words = " ".join(heading.text().split())[:300] if heading is not None else ""
            links[target, words] = Link(target, words, Place.MAIN, False, url, sha256)
    for node in tree.css("a[href], area[href]")[:_MOST]:
        target = _target(base, _attribute(node, "href"))
        if not target:
            continue
        place, hidden = _standing(node)
        link = Link(target, _words(node), place, hidden, url, sha256)
        key = (target, link.words)
        if key not in links or (links[key].hidden and not hidden):
            links[key] = link
    return tuple(links.values())


def _target(base: str, href: str) -> str:
    try:
        target, _ = urldefrag(urljoin(base, href.strip()))
        return target if urlsplit(target).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _words(node: LexborNode) -> str:
    said = " ".join(node.text(separator=" ").split())
    labels = (_attribute(node, name) for name in ("aria-label", "title", "alt"))
    pictures = (_attribute(picture, "alt") for picture in node.css("img[alt]"))
    return (said or next(filter(None, (*labels, *pictures)), ""))[:300]


def _standing(node: LexborNode) -> tuple[Place, bool]:
    """Return the innermost part of the page that a link stands in, and whether it is hidden."""
    place: Place | None = None
    hidden = in_menu = False
    for each in _upwards(node):
        hidden = hidden or _is_hidden(each)
        part = _part(each)
        in_menu = in_menu or part is Place.NAVIGATION
        # A menu in the footer is the footer: that is where a reader looks.
        if place is None or part is Place.FOOTER:
            place = part or place
    return place or Place.MAIN, hidden and not in_menu


def _upwards(node: LexborNode) -> Iterator[LexborNode]:
    each: LexborNode | None = node
    for _ in range(_DEEPEST):
        if each is None or each.tag in ("body", "html", "-undef"):
            return
        yield each
        each = each.parent


def _part(node: LexborNode) -> Place | None:
    if node.tag in _BY_TAG:
        return _BY_TAG[node.tag]
    role = _attribute(node, "role").lower()
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    if node.tag in ("div", "section", "ul", "aside", "table"):
        names = f"{_attribute(node, 'id')} {_attribute(node, 'class')}".lower()
        return next((place for form, place in _BY_NAME if form.search(names)), None)
    return None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_UNSEEN.search(attributes.get("style") or ""))
    )


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "") if node is not None else ""
