"""What a person sees of a web page: parts that open are kept, hidden words go with a notice.

Tabs, accordions, shadow roots, inner pages and filled form fields are words of the page. Words
that no one can bring to light (screen-reader text, size or opacity 0, off the page, the colour
of their ground) are no evidence.
"""

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrapers.documents.leads import leads_of
from scrapers.documents.unread_markup import TOPIC, unread_notices

_SHADOW = re.compile(
    r"<template\b[^>]*\bshadowroot(?:mode)?\s*=[^>]*>(.*?)</template>", re.I | re.S
)
_SRCDOC = re.compile(
    r"<iframe\b[^>]*?\bsrcdoc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')[^>]*>.*?</iframe>", re.I | re.S
)
_NOSCRIPT = re.compile(r"<noscript\b[^>]*>(.*?)</noscript>", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(r".*<body\b[^>]*>|</body>.*", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DROPPED = "script, style, template, head, canvas, audio, video, option:not([selected])"
_CONDITION = re.compile(r"@(?:media|supports|container)\b(?!\s*(?:all|screen)\s*\{)[^{}]*\{")
_SHOWN = re.compile(r"display\s*:\s*(?!none)\w", re.IGNORECASE)
_GONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_UNSEEN = re.compile(
    r"font-size\s*:\s*(?:0(?:\.\d+)?|[01](?:\.\d+)?px)(?![\d.])(?!\s*r?em\b)"
    r"|(?:^|[;{\s])opacity\s*:\s*(?:0(?:\.0\d*)?|\.0\d*)\s*(?=;|$|!|\})"
    r"|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:^|[;{\s])(?:max-)?height\s*:\s*0(?:px)?\s*;[^}]*overflow\s*:\s*hidden"
    r"|color\s*:\s*transparent",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([#\w(),.% -]+)", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([#\w(),.% -]+)", re.IGNORECASE)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader|govuk-visually-hidden"
    r"|u-hidden-visually|a11y-hidden|element-invisible)(?:\s|$)",
    re.IGNORECASE,
)
_OPENS_CLASS = re.compile(
    r"accordion|collaps|(?:^|[\s_-])tab(?:s|[\s_-]|$|panel|content)|panel|toggle|expand|faq|drawer"
    r"|read-?more|more-?content|reveal|slide|carousel|step|modal|dropdown-content|details",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?[.#][\w-]+", re.IGNORECASE)
_FIELDS = {
    "",
    "text",
    "date",
    "email",
    "number",
    "tel",
    "url",
    "month",
    "datetime-local",
    "search",
}
_LEAST_NOSCRIPT = 60


def seen_markup(markup: str) -> tuple[LexborHTMLParser, list[str], tuple[str, ...]]:
    """Return a page's tree as a person sees it, notices of what was left out, and its leads."""
    markup = _SHADOW.sub(r"<div>\1</div>", markup)
    markup = _SRCDOC.sub(lambda m: f"<div>{_inner(unescape(m[1] or m[2] or ''))}</div>", markup)
    markup = _with_noscript(markup)
    tree = LexborHTMLParser(markup)
    leads = leads_of(tree)
    notices = unread_notices(tree)
    _write_out_drawings(tree)
    _fill_in(tree)
    styles = [node.text() for node in tree.css("style")]
    _open_ids(tree)
    hidden = _hide(tree, styles)
    for node in tree.css(_DROPPED):
        node.decompose()
    if hidden:
        words = "word" if hidden == 1 else "words"
        notices.append(
            f"The page holds {hidden} {words} that a reader cannot see; they were left out."
        )
    return tree, notices, leads


def _inner(markup: str) -> str:
    return _BODY.sub("", markup)


def _with_noscript(markup: str) -> str:
    """Keep what a page says without scripts where it says little or nothing with them."""
    bare = LexborHTMLParser(_NOSCRIPT.sub("", _COMMENT.sub("", markup)))
    for node in bare.css("script, style, head, nav, footer"):
        node.decompose()
    words = len(bare.body.text(separator=" ").split()) if bare.body else 0
    few = words < _LEAST_NOSCRIPT

    def shown(match: re.Match[str]) -> str:
        about = TOPIC.search(match[1]) and len(match[1].split()) > 15
        return f"<div>{match[1]}</div>" if few or about else ""

    return _NOSCRIPT.sub(shown, markup)


def _write_out_drawings(tree: LexborHTMLParser) -> None:
    """Put the words of vector drawings in their place; titles and descriptions are not shown."""
    for node in tree.css("svg"):
        words = " ".join(text.text(separator=" ") for text in node.css("text"))
        node.replace_with(f" {words} ")


def _fill_in(tree: LexborHTMLParser) -> None:
    """Put the values of form fields in the place of the fields."""
    for node in tree.css("input, textarea, select"):
        kind = (node.attributes.get("type") or "").casefold()
        value = ""
        if node.tag == "input" and kind in _FIELDS:
            value = node.attributes.get("value") or ""
        elif node.tag == "textarea":
            value = node.text()
        elif node.tag == "select":
            chosen = node.css_first("option[selected]")
            value = chosen.text() if chosen is not None else ""
        node.replace_with(f" {value} ")


def _open_ids(tree: LexborHTMLParser) -> None:
    """Mark what a control of the page opens, so that it is not taken for hidden."""
    for node in tree.css("[aria-controls], [data-target], [data-bs-target], [role=tab], summary"):
        for key in ("aria-controls", "data-target", "data-bs-target", "href"):
            for name in (node.attributes.get(key) or "").replace("#", " ").split():
                opened = next(iter(tree.css(f'[id="{name}"]')), None) if name.isascii() else None
                if opened is not None:
                    opened.attrs["data-opens"] = "yes"


def _by_condition(sheet: str) -> tuple[str, str]:
    """Part a style sheet into what always holds and what holds on some screens or on paper only.

    A rule that hides a menu on a narrow screen hides nothing from a reader on a wide one.
    """
    always, sometimes, start = [], [], 0
    for match in _CONDITION.finditer(sheet):
        if match.start() < start:
            continue
        always.append(sheet[start : match.start()])
        depth, start = 1, match.end()
        while depth and start < len(sheet):
            depth += {"{": 1, "}": -1}.get(sheet[start], 0)
            start += 1
        sometimes.append(sheet[match.end() : start - 1])
    return "".join([*always, sheet[start:]]), "".join(sometimes)


def _mark_shown(tree: LexborHTMLParser, rules: str) -> None:
    """Mark what a rule shows on some screens, so that it is not taken for hidden."""
    for selectors, body in _RULE.findall(rules):
        if not _SHOWN.search(body):
            continue
        for selector in selectors.split(","):
            if _SIMPLE.fullmatch(selector.strip()):
                for node in tree.css(selector.strip()):
                    node.attrs["data-opens"] = "yes"


def _hide(tree: LexborHTMLParser, styles: list[str]) -> int:
    """Take out what no one sees; return how many words went."""
    for sheet in styles:
        always, sometimes = _by_condition(_COMMENT.sub("", sheet))
        _mark_shown(tree, sometimes)
        for selectors, rules in _RULE.findall(always):
            if not (_GONE.search(rules) or _is_unseen(rules)):
                continue
            for selector in selectors.split(","):
                if _SIMPLE.fullmatch(selector.strip()):
                    for node in tree.css(selector.strip()):
                        style = node.attributes.get("style") or ""
                        node.attrs["style"] = f"{rules};{style}"
    hidden = 0
    for node in tree.css("[hidden], [style], [class], [aria-hidden]"):
        if node.parent is None:
            continue
        style = node.attributes.get("style") or ""
        gone = "hidden" in node.attributes or _GONE.search(style)
        unseen = _is_unseen(style) or _UNSEEN_CLASS.search(node.attributes.get("class") or "")
        if (gone and not _opens(node)) or unseen:
            hidden += len(node.text(separator=" ").split())
            node.decompose()
    return hidden


def _is_unseen(style: str) -> bool:
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    same = colour and ground and _plain(colour[1]) == _plain(ground[1])
    return bool(same) or _UNSEEN.search(style) is not None


def _plain(colour: str) -> str:
    colour = "".join(colour.casefold().split())
    if re.fullmatch(r"#[0-9a-f]{3}", colour):
        colour = "#" + "".join(letter * 2 for letter in colour[1:])
    return {"white": "#ffffff", "black": "#000000"}.get(colour, colour)


def _opens(node: LexborNode) -> bool:
    """Whether a person can open this part of the page: a tab, an accordion, a details box."""
    above: LexborNode | None = node
    for _ in range(4):
        if above is None or above.tag in {"body", "html", "main"}:
            break
        attributes = above.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if (
            attributes.get("role") == "tabpanel"
            or "data-opens" in attributes
            or above.tag == "details"
            or _OPENS_CLASS.search(names)
        ):
            return True
        above = above.parent
    before = node.prev
    while before is not None and (before.tag or "-").startswith("-"):
        before = before.prev
    return before is not None and (
        before.tag == "button"
        or before.css_first("button, [aria-expanded], [onclick]") is not None
        or "aria-expanded" in before.attributes
    )
