"""The second reader: what looks wrong in the fast lane's words is read again by pdfplumber."""

import re
from typing import Any

from scrapers.documents.pdf.shapes import Token

_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouyàáâäåæèéêëìíîïòóôöøùúûüŵŷ]", re.IGNORECASE)
_LEAST_WORDS = 12


def faults_of(tokens: list[Token]) -> str:
    """Return what is wrong with a page's words as a reader would say it, or nothing."""
    if not tokens:
        return ""
    text = "".join(token.text for token in tokens)
    lost = sum(text.count(c) for c in ("\ufffd", "(cid:"))
    lost += sum(0xE000 <= ord(c) <= 0xF8FF for c in text)
    if lost * 25 > len(text):
        return "its font does not say which letters it shows"
    words = [match.group() for t in tokens if t.text.isascii() for match in
             [_LETTERS.fullmatch(t.text.strip(".,;:()'\""))] if match]  # fmt: skip
    long = [w for w in words if len(w) > 1]
    if len(tokens) >= _LEAST_WORDS and sum(len(w) > 28 for w in words) * 12 > len(tokens):
        return "its words run together"
    if len(tokens) >= 2 * _LEAST_WORDS and sum(len(t.text) == 1 for t in tokens) * 5 > 2 * len(
        tokens
    ):
        return "its letters stand apart"
    voiceless = sum(len(w) > 3 and not _VOWEL.search(w) and not w.isupper() for w in long)
    if len(long) >= _LEAST_WORDS and voiceless * 4 > len(long):
        return "its letters make no words"
    return ""


def read_again(page: Any) -> list[list[Token]]:
    """Return a pdfplumber page's words by its lines, in the frame of the page as shown."""
    left, top = float(page.bbox[0]), float(page.bbox[1])
    lines: list[list[Token]] = []
    for word in page.extract_words(x_tolerance_ratio=0.15):
        token = Token(
            str(word["text"]),
            float(word["x0"]) - left,
            float(word["top"]) - top,
            float(word["x1"]) - left,
            float(word["bottom"]) - top,
        )
        if lines and abs(lines[-1][-1].bottom - token.bottom) < 0.3 * token.height:
            lines[-1].append(token)
        else:
            lines.append([token])
    return lines
