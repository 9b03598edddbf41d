"""Markdown and plain text: headings, lists and paragraphs by their marks and blank lines."""

import re

from scoring.text import BlockKind
from scrapers.documents.limits import ReadLimits
from scrapers.documents.passages import Leaf, Passage
from scrapers.documents.sheaf import Sheaf

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+(.*)")
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n---\r?\n", re.DOTALL)
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def read_markdown(data: bytes, limits: ReadLimits) -> Sheaf:  # noqa: ARG001 (one shape for all)
    """Read Markdown or plain text as one page without places."""
    text = _FRONT_MATTER.sub("", _decode(data))
    passages: list[Passage] = []
    paragraph: list[str] = []
    kind = BlockKind.PARAGRAPH

    def flush() -> None:
        nonlocal kind
        words = _plain(" ".join(paragraph))
        paragraph.clear()
        if words:
            passages.append(Passage(kind, words))
        kind = BlockKind.PARAGRAPH

    for line in map(str.strip, text.splitlines()):
        if heading := _HEADING.match(line):
            flush()
            level = len(heading[1])
            passages.append(Passage(BlockKind.HEADING, _plain(heading[2]), level=level))
        elif item := _ITEM.match(line):
            flush()
            kind = BlockKind.LIST_ITEM
            paragraph.append(item[1])
        elif line and not re.fullmatch(r"[-*_=]{3,}", line):
            paragraph.append(line)
        else:
            flush()
    flush()
    title = next((p.text for p in passages if p.kind is BlockKind.HEADING), "")
    return Sheaf([Leaf(1, 0.0, 0.0, tuple(passages))], title=title)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _MARKS.sub("", _LINK.sub(r"\1", text))).strip()
