"""Sentences within one passage, as character ranges, so that their places are kept."""

import re
from collections.abc import Iterator

from syntok import segmenter
from syntok.tokenizer import Tokenizer

LONGEST = 2_000
"""Characters of a sentence; what runs on is parted at a space (ours: some 300 words).

Rules and patterns look at one sentence at a time, so that their cost grows with the number of
sentences and not with the square of a text that has no full stop.
"""
LONGEST_WORD = 250
"""Characters without a space; a longer run is no word, and is parted like a sentence too long."""
_TOO_LONG = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
_TOKENIZER = Tokenizer()
_TITLE = re.compile(r"(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|Rev|Hon|Messrs)\.$")
_FORM = re.compile(r"(?:Ltd|Limited|LTD|LIMITED|plc|PLC|LLP|Inc)\b")
_MAY_END = re.compile(r"[.!?:;…][^\s.!?:;…]*\s+\S")
_TITLE_LENGTH = 12


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence of a passage, without the space around it."""
    return [part for start, end in _sentences(text) for part in _parts(text, start, end)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or where it is too long, in parts that are not."""
    if end - start <= LONGEST_WORD:
        yield start, end
        return
    cuts = [match.end() for match in _TOO_LONG.finditer(text, start, end)]
    for stop in [*cuts, end]:
        while stop - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            yield _trim(text, start, cut if cut > 0 else start + LONGEST)
            start = cut if cut > 0 else start + LONGEST
        if text[start:stop].strip():
            yield _trim(text, start, stop)
        start = stop


def _sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences as they are punctuated, whatever their length."""
    if not text.strip():
        return []
    if not _MAY_END.search(text):
        return [_trim(text, 0, len(text))]
    ranges: list[tuple[int, int]] = []
    for sentence in segmenter.split(iter(_TOKENIZER.split(text))):
        first, last = sentence[0], sentence[-1]
        start, end = _trim(text, first.offset, last.offset + len(last.value))
        if ranges and _goes_on(
            text[max(ranges[-1][1] - _TITLE_LENGTH, ranges[-1][0]) : ranges[-1][1]],
            text[start:end],
        ):
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
