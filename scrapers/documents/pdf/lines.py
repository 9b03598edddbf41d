"""Lines of a region: its words gathered by level, in the order of reading."""

import unicodedata
from itertools import pairwise

from scrapers.documents.pdf.columns import Region, is_mark
from scrapers.documents.pdf.shapes import Line, Segment, Table, Token

_CELL_GAP = 4.0


def lines_of(region: Region) -> list[Line | Table]:
    """Return a region's lines and tables from top to bottom."""
    out: list[Line | Table] = []
    rows: list[list[Segment]] = []
    for segment in sorted(region.segments, key=lambda s: (s.top + s.bottom) / 2):
        if segment.table is None and rows and _level(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    for row in rows:
        if row[0].table is not None:
            out.append(row[0].table)
            continue
        row.sort(key=lambda s: s.x0)
        if len(row) > 1 and (region.cells or _are_cells(row)):
            out.append(Table([[_ordered(segment.tokens) for segment in row]]))
        else:
            words = _ordered([t for segment in row for t in segment.tokens])
            out.append(Line.of(words, row[0] if len(row) == 1 else None))
    return out


def _are_cells(row: list[Segment]) -> bool:
    """Whether the gaps of a row are so wide that its parts are no one's sentence."""
    return any(
        right.x0 - left.x1 > _CELL_GAP * max(left.height, right.height) and not is_mark(left)
        for left, right in pairwise(row)
    )


def _level(row: list[Segment], segment: Segment) -> bool:
    """Whether the segment stands on the row's line: raised and lowered small type does."""
    if row[0].table is not None:
        return False
    main = max(row, key=lambda s: s.height)
    shared = min(main.bottom, segment.bottom) - max(main.top, segment.top)
    small = min(main.height, segment.height)
    if shared < 0.5 * small:
        return False
    return all(segment.x0 >= s.x1 - 0.3 * small or segment.x1 <= s.x0 + 0.3 * small for s in row)


def _ordered(tokens: list[Token]) -> list[Token]:
    """Sort words along the line, right to left where the script runs so."""
    tokens = sorted(tokens, key=lambda t: t.x0)
    if all(t.text.isascii() for t in tokens):
        return tokens
    leftward = [_runs_left(t.text) for t in tokens]
    if sum(leftward) * 2 <= len(tokens):
        return tokens
    ordered: list[Token] = []
    numbers: list[Token] = []
    for token, runs_left in zip(reversed(tokens), reversed(leftward), strict=True):
        if runs_left:
            ordered.extend(reversed(numbers))
            numbers.clear()
            ordered.append(token)
        else:
            numbers.append(token)
    return [*ordered, *reversed(numbers)]


def _runs_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
