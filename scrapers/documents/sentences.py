"""Sentences within one passage, as character ranges, so that their places are kept."""

import re

from syntok import segmenter
from syntok.tokenizer import Tokenizer

_TOKENIZER = Tokenizer()
_MAY_END = re.compile(r"[.!?:;…]\S*\s+\S")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence of a passage, without the space around it."""
    if not text.strip():
        return []
    if not _MAY_END.search(text):
        return [_trim(text, 0, len(text))]
    ranges = []
    for sentence in segmenter.split(iter(_TOKENIZER.split(text))):
        first, last = sentence[0], sentence[-1]
        ranges.append(_trim(text, first.offset, last.offset + len(last.value)))
    return ranges


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
