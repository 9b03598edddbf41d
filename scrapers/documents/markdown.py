"""Markdown and plain text: headings, lists, tables and paragraphs by marks and blank lines."""

import re

from scoring.text import BlockKind
from scrapers.documents.characters import cleaned, decoded
from scrapers.documents.html import read_markup
from scrapers.documents.limits import ReadLimits
from scrapers.documents.page_batch import PageBatch
from scrapers.documents.passages import Passage, RawPage
from scrapers.documents.wrapping import unwrapped

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_UNDERLINE = re.compile(r"(=|-){3,}")
_ITEM = re.compile(r"(?:[-*+•]\s+(?:\[[ xX]\]\s+)?|(\d{1,3}[.)]\s+))(.*)")
_ROW = re.compile(r"\|.*\|")
_RULE = re.compile(r"[-*_=|:\s]{3,}")
_FRONT_MATTER = re.compile(r"\A\s*---\r?\n(.*?)\r?\n---\s*(\r?\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*:(.*)$", re.MULTILINE)
_MARKUP = re.compile(r"<(p|div|h[1-6]|ul|ol|table|section|article)\b[^<>]*>", re.IGNORECASE)
_MARKS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`|^>\s*")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^)\[]*\)")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]\(([^)\[]*)\)|<img\b[^<>]*>|\ufffc")
_FURNITURE = re.compile(r"logo|icon|badge|banner|header|shields\.io", re.IGNORECASE)
_TAG = re.compile(r"</?(a|b|br|em|i|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_WRAPPED_FROM = 50


def read_markdown(data: bytes, limits: ReadLimits) -> PageBatch:  # noqa: ARG001 (one shape for all)
    """Read Markdown or plain text as one page without places.

    Front matter is the site builder's and not the reader's: only its title is used.
    """
    text = decoded(data)
    matter = _FRONT_MATTER.match(text)
    named = _TITLE.search(matter[1]) if matter else None
    title = cleaned(named[1].strip().strip("\"'")) if named else ""
    text = text[matter.end() :] if matter else text
    if len(_MARKUP.findall(text)) >= 2:
        return read_markup(text, title)
    pictures = [m.group() for m in _PICTURE.finditer(text) if not _FURNITURE.search(m.group())]
    notices = ["The text holds a picture that we could not read."] if pictures else []
    passages = _passages(_PICTURE.sub(" ", text))
    if not title:
        title = next((p.text for p in passages if p.kind is BlockKind.HEADING), "")
    return PageBatch([RawPage(1, 0.0, 0.0, tuple(passages))], notices, title=title)


def _passages(text: str) -> list[Passage]:
    passages: list[Passage] = []
    lines: list[str] = []
    kind = BlockKind.PARAGRAPH

    def flush() -> None:
        nonlocal kind
        for words in unwrapped(lines, short=_WRAPPED_FROM):
            if plain := _plain(words):
                passages.append(Passage(kind, plain))
        lines.clear()
        kind = BlockKind.PARAGRAPH

    for line in map(str.strip, text.splitlines()):
        if heading := _HEADING.match(line):
            flush()
            words = _plain(heading[2].rstrip("#"))
            passages.append(Passage(BlockKind.HEADING, words, level=len(heading[1])))
        elif _UNDERLINE.fullmatch(line) and len(lines) == 1 and kind is BlockKind.PARAGRAPH:
            level = 1 if line[0] == "=" else 2
            passages.append(Passage(BlockKind.HEADING, _plain(lines.pop()), level=level))
        elif _ROW.fullmatch(line):
            flush()
            cells = [_plain(cell) for cell in line.strip("|").split("|")]
            if not _RULE.fullmatch(line):
                row = " | ".join(cell for cell in cells if cell)
                passages.append(Passage(BlockKind.TABLE_ROW, row))
        elif item := _ITEM.match(line):
            flush()
            kind = BlockKind.LIST_ITEM
            lines.append((item[1] or "") + item[2])
        elif line and not _RULE.fullmatch(line):
            lines.append(line)
        else:
            flush()
    flush()
    return [passage for passage in passages if passage.text]


def _plain(text: str) -> str:
    return cleaned(_MARKS.sub("", _LINK.sub(r"\1", _TAG.sub(" ", text))))
