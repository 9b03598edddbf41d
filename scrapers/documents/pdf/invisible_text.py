"""Words that no one sees: outside the page, without ink, white on white, covered, too small."""

import numpy as np
import pypdfium2

from scrapers.documents.pdf.drawings import Edges
from scrapers.documents.pdf.shapes import Token
from scrapers.documents.pdf.words import Frame
from scrapers.documents.rendering import picture_of

_LEAST_CONTRAST = 24
_LEAST_HEIGHT = 2.2


def seen_of(
    page: pypdfium2.PdfPage,
    frame: Frame,
    lines: list[list[Token]],
    covers: list[Edges],
    *,
    layered: bool = False,
) -> tuple[list[list[Token]], int]:
    """Return the lines without the words that a person cannot see, and how many those are.

    Words that may be hidden are held against the page as it is painted: faint ones, those below
    a shape or picture that was painted later, and all of a document with optional layers.

    A word printed without ink over a picture of itself, as in a scan with a text layer, has ink
    where it stands and is kept.
    """
    picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] | None = None
    visible: list[list[Token]] = []
    hidden = 0
    for line in lines:
        doubtful = layered or line[0].faint or _below(line, covers)
        small = min(token.height for token in line) < _LEAST_HEIGHT
        if not doubtful and not small and _inside(line[0], frame) and _inside(line[-1], frame):
            visible.append(line)
            continue
        seen: list[Token] = []
        for token in line:
            if not _inside(token, frame) or token.height < _LEAST_HEIGHT:
                hidden += 1
                continue
            if doubtful:
                if picture is None:
                    picture = np.asarray(picture_of(page, 1.0).convert("L"), dtype=np.uint8)
                if not _has_ink(picture, frame, _edges(token)):
                    hidden += 1
                    continue
            seen.append(token)
        if seen:
            visible.append(seen)
    return visible, hidden


def _below(line: list[Token], covers: list[Edges]) -> bool:
    """Whether a shape that was painted after words lies over some of the line."""
    if not covers:
        return False
    edges = [_edges(token) for token in line]
    x0, x1 = min(e[0] for e in edges), max(e[2] for e in edges)
    top, bottom = min(e[1] for e in edges), max(e[3] for e in edges)
    return any(
        left < x1 and right > x0 and upper < bottom and lower > top
        for left, upper, right, lower in covers
    )


def _edges(token: Token) -> tuple[float, float, float, float]:
    return token.box or (token.x0, token.top, token.x1, token.bottom)


def _inside(token: Token, frame: Frame) -> bool:
    """Whether the middle of a word is on the page."""
    x0, top, x1, bottom = _edges(token)
    return 0 <= x0 + x1 <= 2 * frame.width and 0 <= top + bottom <= 2 * frame.height


def _has_ink(
    picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    frame: Frame,
    box: tuple[float, float, float, float],
) -> bool:
    down, across = picture.shape[0] / frame.height, picture.shape[1] / frame.width
    patch = picture[
        max(int(box[1] * down), 0) : int(box[3] * down) + 1,
        max(int(box[0] * across), 0) : int(box[2] * across) + 1,
    ]
    return patch.size > 0 and int(patch.max()) - int(patch.min()) >= _LEAST_CONTRAST
