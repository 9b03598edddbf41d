"""Bytes → text: the encodings that spreadsheets come in, tried in order and never guessed."""

import codecs
import re

from scrapers.errors import ListUnreadable

_TWICE_ENCODED_MARK = "ï»¿"
_LOST_LEAD = re.compile("\x80([\x93\x94\x98\x99\x9c\x9d\xa6])")
_MENDED = {
    "\x93": "–",
    "\x94": "—",
    "\x98": "‘",
    "\x99": "’",
    "\x9c": "“",
    "\x9d": "”",
    "\xa6": "…",
}


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file and what was repaired.

    UTF-16 is told by its mark or by its zero bytes; then UTF-8 is tried strictly, and what is not
    UTF-8 is Windows-1252, as old exports are. Detectors are not used: on real council files they
    answer ASCII from a sample and are wrong.

    Raises:
        ListUnreadable: The bytes are not text.
    """
    notices: list[str] = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    elif (order := _zeros(data[:2000])) is not None:
        text = data.decode(f"utf-16-{order}", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
            notices.append("The file is not UTF-8; it was read as Windows-1252.")
    if "\x00" in text[:5000]:
        raise ListUnreadable(f"{name} is not a spreadsheet or a text file that can be read.")
    if text.startswith(_TWICE_ENCODED_MARK):
        text = text.removeprefix(_TWICE_ENCODED_MARK)
        notices.append("A byte order mark, encoded twice, was left out of the first heading.")
    return text, tuple(notices)


def mend(text: str) -> str:
    """Put back the quotation marks and dashes whose first byte an export lost."""
    return _LOST_LEAD.sub(lambda lost: _MENDED[lost[1]], text) if "\x80" in text else text


def _zeros(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: zero bytes on one side only."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head):
        return None
    return "le" if odd > even else "be"
