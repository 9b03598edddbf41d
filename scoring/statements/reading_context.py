"""What leads a sentence where its own words do not say it all: heading, stem, table head."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scoring.text import BlockKind, Document

_CELL = " | "
_HEADING_WORDS = 8
_ENDED = (".", ";", ":", ",", "!", "?", ")")
_YEAR = re.compile(r"\b(?:FY ?)?(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?\b")
_FOLLOWS_ON = re.compile(
    r"^(?:We|I|They) (?:\w+ ){1,3}(?:this|these|that|them|it)\b(?= (?:from|by|after|in|on|at"
    r"|with|to"
    r"|every|each|because|through|view)\b|[.,;])|^(?:It(?! is (?:the|our|important|essential"
    r"|vital|clear|a|an)\b)|They|Them|These|Those|This|Each|Both|All|One|Two|Three|Four|None"
    r"|Of (?:these|them)"
    r"|(?:Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen"
    r"|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Half|Several"
    r"|Some|He|She|We then|I then|That)"
    r"|\d[\d,]* (?:had|have|has|were|was|did|came|rang|said|of them)|The (?:rest|others?)"
    r"|After(?:wards)?|Since then|Before (?:it|that)|So|Then|In the end|As a result)\b"
    r"|^(?:The|Our|Its|An?) [^.;,]{0,50}\b(?:owns?|for|amend\w*|review\w*|approv\w*|updat\w*|after"
    r"|keeps?|repeat\w*|runs?|check\w*|visit\w*) (?:it|them|this|both|each of them)\b"
)

_NAMES_AGAIN = re.compile(
    r"^(?:The|That|Those|These|In the|At the|Auditors) (?:[\w-]+ ){0,2}[\w-]+"
)
_WORD = re.compile(r"[a-z]{5,}")
_STEM = 5
"""Letters by which a noun is known again: audit, audited, auditors."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads one sentence.

    Attributes:
        label: It is a heading or a table's head itself, so it reports nothing.
        heading: The heading above it, given or recognised; empty where there is none.
        stem: The line that its list hangs on; empty outside a list.
        text: Its text, and for a row of a table each cell behind the head of its column.
        follows_on: It goes on from the sentence before: "It is renewed every three years".
    """

    label: bool
    heading: str
    stem: str
    text: str
    follows_on: bool


def leads(document: Document) -> Mapping[int, Lead]:
    """Return what leads each sentence of a document, by the sentence's index.

    Running text carries no headings of its own, so a short line without a full stop or a figure,
    over a longer one, is recognised as one. No sentence but these bears on another.
    """
    given = {heading for each in document.sentences for heading in each.headings}
    items = {
        block.text
        for page in document.pages
        for block in page.blocks
        if block.kind is BlockKind.LIST_ITEM
    }
    by_sentence: dict[int, Lead] = {}
    heading = stem = before = ""
    head: list[str] = []
    sentences = document.sentences
    for place, sentence in enumerate(sentences):
        text = sentence.text
        if stem and text not in items and before in items:
            stem = ""
        following = sentences[place + 1].text if place + 1 < len(sentences) else ""
        cells = text.split(_CELL)
        is_head = len(cells) > 1 and not head and _is_head(cells) and _CELL in following
        head = cells if is_head else head if len(cells) > 1 else []
        label = (
            text in given
            or is_head
            or (
                not stem and text not in items and len(cells) == 1 and _is_heading(text, following)
            )
        )
        if label and not is_head:
            heading = text
        by_sentence[sentence.index] = Lead(
            label,
            sentence.headings[-1] if sentence.headings else heading,
            stem,
            _row(head, cells) if head and not is_head else text,
            _follows_on(text, before),
        )
        before = text.rstrip()
        stem = _stem_after(text, stem)
    return by_sentence


def _follows_on(text: str, before: str) -> bool:
    """Whether a sentence goes on from the one before, by its opening or by a noun of it.

    "The red supplier has a plan" goes on from "one supplier came out red".
    """
    if before.endswith(";") or _FOLLOWS_ON.match(text):
        return True
    named = _NAMES_AGAIN.match(text)
    if named is None:
        return False
    stems = {word[:_STEM] for word in _WORD.findall(before.lower())}
    return any(word[:_STEM] in stems for word in _WORD.findall(named[0].lower()))


def _is_heading(text: str, following: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _HEADING_WORDS
        and text[:1].isupper()
        and not text.rstrip().endswith(_ENDED)
        and not any(character.isdigit() for character in text)
        and bool(following)
    )


def _is_head(cells: list[str]) -> bool:
    """Whether cells are heads of columns: no figure in them but years."""
    return not any(character.isdigit() for cell in cells for character in _YEAR.sub("", cell))


def _row(head: list[str], cells: list[str]) -> str:
    if len(head) == len(cells) - 1 and all(_YEAR.fullmatch(each.strip()) for each in head):
        head = ["", *head]
    if len(head) != len(cells):
        return _CELL.join(cells)
    pairs = zip(head[1:], cells[1:], strict=True)
    return "; ".join((cells[0], *(f"{name.strip()}: {cell.strip()}" for name, cell in pairs)))


def _stem_after(text: str, stem: str) -> str:
    if text.rstrip().endswith(":"):
        return text
    return "" if text.rstrip().endswith((".", "!", "?")) else stem
