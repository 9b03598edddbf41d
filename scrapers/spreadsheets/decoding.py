"""Bytes → text: the encodings that spreadsheets come in, tried in order and never guessed."""

import codecs
import re

from scrapers.errors import ListUnreadable

_TWICE_ENCODED_MARK = "ï»¿"
_LOST_LEAD = re.compile("\x80([\x93\x94\x98\x99\x9c\x9d\xa6])")
_LOST_APOSTROPHE = re.compile("(?<=[A-Za-z])¿(?=[a-z])")
_USUAL = re.compile(
    r"(?<=[A-Za-z ])[àáâäãåçèéêëìíîïñòóôöõøùúûüßŵŷ](?=[a-z ,.\-\n]|$)"
    r"|(?<=[A-Z ])[ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜ](?=[A-Z ])"
    r"|\xa0|(?<=\w)’(?=\w)|(?<=\s)[–—](?=\s)|£(?=\d)|[“‘](?=\w)|(?<=[\w.])”"
)
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

    UTF-16 is told by its mark or by its zero bytes; then UTF-8 is tried strictly. What is not
    UTF-8 is Windows-1252 or Mac Roman, whichever gives more letters and marks that people write;
    a file that is UTF-8 but for a few bytes keeps what is. Detectors are not used: on real
    council files they answer ASCII from a sample and are wrong.

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
            text, encoding = _not_utf8(data)
            notices.append(f"The file is not UTF-8; it was read as {encoding}.")
    if "\x00" in text[:5000]:
        raise ListUnreadable(f"{name} is not a spreadsheet or a text file that can be read.")
    if text.startswith(_TWICE_ENCODED_MARK):
        text = text.removeprefix(_TWICE_ENCODED_MARK)
        notices.append("A byte order mark, encoded twice, was left out of the first heading.")
    return text, tuple(notices)


def _not_utf8(data: bytes) -> tuple[str, str]:
    """The text of bytes that are not UTF-8, and the encoding's name."""
    loose = data.decode("utf-8-sig", errors="surrogateescape")
    lost = sum("\udc80" <= character <= "\udcff" for character in loose)
    sound = sum(character > "\x7f" for character in loose) - lost
    if sound > lost:
        mended = "".join(
            bytes([ord(c) - 0xDC00]).decode("cp1252", errors="replace")
            if "\udc80" <= c <= "\udcff"
            else c
            for c in loose
        )
        return mended, f"UTF-8 with {lost} odd bytes, which were read as Windows-1252"
    windows, mac = (data.decode(e, errors="replace") for e in ("cp1252", "mac_roman"))
    if _usual(mac) > _usual(windows):
        return mac, "Mac Roman"
    return windows, "Windows-1252"


def _usual(text: str) -> int:
    """How many letters with accents and marks stand where people write them."""
    return len(_USUAL.findall(text))


def mend(text: str) -> str:
    """Put back the quotation marks and dashes that an export lost, whole or their first byte."""
    if "¿" in text:
        text = _LOST_APOSTROPHE.sub("’", text)
    return _LOST_LEAD.sub(lambda lost: _MENDED[lost[1]], text) if "\x80" in text else text


def _zeros(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: zero bytes on one side only."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head):
        return None
    return "le" if odd > even else "be"
