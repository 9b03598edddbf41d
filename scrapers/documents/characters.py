"""Characters of text formats: decoded from bytes, and rid of those that print nothing."""

import re

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
_UNPRINTED: dict[int, str | None] = (
    dict.fromkeys(
        [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(9), *range(14, 32)],
        None,
    )
    | _LIGATURES
)


def decoded(data: bytes) -> str:
    """Return the text of bytes: by their byte order mark, by UTF-8, by the charset they name.

    UTF-8 is tried before the named charset, since pages that name the wrong one are many and
    bytes that are valid UTF-8 by chance are few.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:4096])
    encoding = named[1].decode("ascii", "replace") if named else "cp1252"
    if encoding.casefold() in {"utf-8", "utf8", "iso-8859-1", "latin-1", "latin1", "ascii"}:
        encoding = "cp1252"
    try:
        return data.decode(encoding, errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")


def cleaned(text: str) -> str:
    """Return text on one line, white space collapsed, without characters that print nothing."""
    return " ".join(text.translate(_UNPRINTED).split())
