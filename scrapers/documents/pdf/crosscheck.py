"""The second reader: what looks wrong in the fast lane's words is read again by pdfplumber."""

import re
from typing import Any

from scrapers.documents.pdf.shapes import Token

_LOST = re.compile(r"[\ufffd\ue000-\uf8ff]|\(cid:")
_BULLETS = dict.fromkeys([f"(cid:{code})" for code in (127, 129, 141, 143, 144, 157)], "•")
"""Codes that WinAnsiEncoding leaves without a letter: they show a bullet (ISO 32000-1, D.2)."""
_LONG = re.compile(r"\b[^\W\d_]{29,}\b")
_LONE = re.compile(r"(?<!\S)\S(?!\S)")
_VOICELESS = re.compile(r"\b(?![A-Z]+\b)[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{4,}\b")
_LEAST_WORDS = 12


def faults_of(tokens: list[Token]) -> str:
    """Return what is wrong with a page's words as a reader would say it, or nothing."""
    text = " ".join([token.text for token in tokens])
    many = len(tokens)
    fault = ""
    if len(_LOST.findall(text)) * 25 > len(text):
        fault = "its font does not say which letters it shows"
    elif many < _LEAST_WORDS:
        fault = ""
    elif len(_LONG.findall(text)) * 12 > many:
        fault = "its words run together"
    elif many >= 2 * _LEAST_WORDS and len(_LONE.findall(text)) * 5 > 2 * many:
        fault = "its letters are spaced apart"
    elif text.isascii() and len(_VOICELESS.findall(text)) * 4 > many:
        fault = "its letters make no words"
    return fault


def read_again(page: Any) -> list[list[Token]]:
    """Return a pdfplumber page's words by its lines, in the frame of the page as shown."""
    left, top = float(page.bbox[0]), float(page.bbox[1])
    lines: list[list[Token]] = []
    for word in page.extract_words(x_tolerance_ratio=0.15):
        token = Token(
            _BULLETS.get(str(word["text"]), str(word["text"])),
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
