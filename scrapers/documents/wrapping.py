"""Lines of text formats: which end a thought and which are only wrapped."""

import re

_ENDS = re.compile(r"[.:;!?…][\"'”’)\]]*$")


def unwrapped(lines: list[str], *, short: int) -> list[str]:
    """Join wrapped lines and keep apart those that stand for themselves.

    A line goes on in the next where that opens in lower case and the line did not end a
    sentence, or where the line is `short` letters or longer, and so was broken for width.
    """
    out: list[str] = []
    for text in map(str.strip, lines):
        if not text:
            continue
        if out and _goes_on(out[-1], text, short):
            out[-1] += " " + text
        else:
            out.append(text)
    return out


def _goes_on(before: str, text: str, short: int) -> bool:
    if short and len(before) >= short:
        return True
    return text[0].islower() and not _ENDS.search(before)
