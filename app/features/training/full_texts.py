"""Read whole statements: plain text into sentences, always divided the same way."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

FILE = "doc_training_tfs.csv"

_BULLET = re.compile(r"^\s*(?:[•▪●◦*·>\u2023\uf0b7-]|\(?[a-z0-9]{1,3}[.)])\s+")
_ENDS = re.compile(r"[.!?:;]['\")\u2019\u201d]?\s*$")
_SENTENCE = re.compile(r"(?<=[a-z0-9)\u2019\u201d\"%][.!?])\s+(?=[A-Z\u201c\"\u2018(])")
_NO_END = re.compile(r"\b(?:No|Inc|Ltd|Co|Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc)\.$")
_HEADING_WORDS = 9


def read_full_texts(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the sentences of each statement in a file of whole texts, by its identifier."""
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["answer_id"]: divided(row["text"]) for row in csv.DictReader(lines)}


def divided(text: str) -> tuple[str, ...]:
    """Return the sentences of a plain text: lines joined, headings and list items apart."""
    return tuple(sentence for passage in _passages(text) for sentence in _sentences(passage))


def _passages(text: str) -> Iterator[str]:
    held: list[str] = []
    for line in (each.strip() for each in text.splitlines()):
        starts_anew = not line or bool(_BULLET.match(line)) or _after_heading(held, line)
        if held and starts_anew:
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield " ".join(held)


def _after_heading(held: list[str], line: str) -> bool:
    """Whether what is held is a heading, or a finished paragraph that a heading follows."""
    if not held or not line[:1].isupper():
        return False
    if len(held) == 1 and _is_heading(held[0]):
        return True
    return bool(_ENDS.search(held[-1])) and _is_heading(line)


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _HEADING_WORDS and not _ENDS.search(line) and "," not in line


def _sentences(passage: str) -> Iterator[str]:
    held = ""
    for part in _SENTENCE.split(" ".join(passage.split())):
        held = f"{held} {part}".strip()
        if not _NO_END.search(held):
            if sum(letter.isalpha() for letter in held) > 2:
                yield held
            held = ""
    if held:
        yield held
