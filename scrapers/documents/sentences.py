"""Sentences within one passage, as character ranges, so that their places are kept."""

import re

from syntok import segmenter
from syntok.tokenizer import Tokenizer

_TOKENIZER = Tokenizer()
_TITLE = re.compile(r"(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Messrs)\.$")
_FORM = re.compile(r"(?:Ltd|Limited|LTD|LIMITED|plc|PLC|LLP|Inc)\b")
_MAY_END = re.compile(r"[.!?:;…]\S*\s+\S")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence of a passage, without the space around it."""
    if not text.strip():
        return []
    if not _MAY_END.search(text):
        return [_trim(text, 0, len(text))]
    ranges: list[tuple[int, int]] = []
    for sentence in segmenter.split(iter(_TOKENIZER.split(text))):
        first, last = sentence[0], sentence[-1]
        start, end = _trim(text, first.offset, last.offset + len(last.value))
        if ranges and _goes_on(text[slice(*ranges[-1])], text[start:end]):
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return ranges


def _goes_on(before: str, after: str) -> bool:
    """Whether syntok parted a title from its name, or a name from its legal form."""
    return bool(_TITLE.search(before)) or bool(_FORM.match(after))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
