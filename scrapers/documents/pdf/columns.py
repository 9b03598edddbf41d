"""Reading order: which parts of a page stand side by side, and which is read first.

A page is cut into bands wherever no word crosses a level line. Bands that share an upright strip
without words (a gutter) are columns and read one after the other, each cut again in the same
way; bands that share none are read line by line, from top to bottom.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scrapers.documents.pdf.shapes import Segment, Token

_WORD_GAP = 0.5
_GUTTER, _USUAL_GUTTER, _WIDE_GUTTER = 0.55, 0.9, 1.8
_TALLEST = 14.0
_EVERYWHERE = (-1e6, 1e6)
_DEEPEST = 6
MARK = re.compile(
    r"[•●○◦▪▫■□–—*\-·✓✔➢➤►▶o§]|\(?(\d{1,2}(\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]?"
)
_LABEL = re.compile(r"(signed|signature|name|date|title|position|role|for and on behalf)\b", re.I)
_ROLE = re.compile(
    r"\b(director|chief|officer|chair\w*|secretary|manager|partner|president)\b", re.I
)

Gap = tuple[float, float]


@dataclass(slots=True)
class Region:
    """Segments that are read line by line; `cells` where wide gaps part the cells of a table."""

    segments: list[Segment]
    cells: bool = False


def segments_of(lines: list[list[Token]]) -> list[Segment]:
    """Cut pdfium's lines wherever the gap between two words is wider than any space."""
    segments: list[Segment] = []
    for line in lines:
        run = [line[0]]
        for token in line[1:]:
            before = run[-1]
            if token.top == before.top and 0 <= token.x0 - before.x1 <= _WORD_GAP * token.height:
                run.append(token)
                continue
            height = max(before.bottom - before.top, token.bottom - token.top)
            lower = min(before.bottom, token.bottom) - max(before.top, token.top)
            apart = token.x0 - before.x1
            if apart > _WORD_GAP * height or apart < -1.5 * height or lower < 0.2 * height:
                segments.append(Segment.around(run))
                run = [token]
            else:
                run.append(token)
        segments.append(Segment.around(run))
    return segments


def regions_of(segments: list[Segment], depth: int = 0) -> list[Region]:
    """Return the regions of a page in the order in which a person reads them."""
    if not segments:
        return []
    regions: list[Region] = []
    for group, gutters in _groups(_bands(segments)):
        if not gutters or depth >= _DEEPEST:
            regions.append(Region(group))
        elif _is_table(group, gutters):
            regions.append(Region(group, cells=True))
        else:
            for column in _columns(group, gutters):
                regions.extend(regions_of(column, depth + 1))
    return regions


def _bands(segments: list[Segment]) -> list[list[Segment]]:
    """Part segments wherever a level line crosses none (type may overlap by a third)."""
    bands: list[list[Segment]] = []
    bottom = float("-inf")
    for segment in sorted(segments, key=lambda s: (s.top + s.bottom) / 2):
        slack = 0.0 if segment.table else 0.33 * segment.height
        if bands and segment.top + slack < bottom:
            bands[-1].append(segment)
            bottom = max(bottom, segment.bottom)
        else:
            bands.append([segment])
            bottom = segment.bottom
    return bands


def _groups(bands: list[list[Segment]]) -> list[tuple[list[Segment], list[Gap]]]:
    """Gather neighbouring bands that share a gutter, and those that share none."""
    groups: list[tuple[list[list[Segment]], list[Gap]]] = []
    current: list[list[Segment]] = []
    free: list[Gap] = []
    gutters: list[Gap] = []
    reach: Gap = _EVERYWHERE
    for band in bands:
        if gutters:
            left = _left_of(free, band)
            reach = _reach(band, reach)
            shared = [gap for gap in left if gap[0] >= reach[0] and gap[1] <= reach[1]]
            if shared:
                current.append(band)
                free, gutters = left, shared
                continue
            back = _trailing(current)
            groups.append((current[: len(current) - back], gutters))
            current = [*current[len(current) - back :], band]
        elif current and (own := _gutters([band])):
            tail = _narrow_tail(current, band, own)
            if tail < len(current):
                groups.append((current[: len(current) - tail], []))
            current = [*current[len(current) - tail :], band]
        else:
            current.append(band)
            if len(current) > 1:
                continue
        gutters = _gutters(current)
        all_of = [s for band in current for s in band]
        free, reach = _left_of([_EVERYWHERE], all_of), _reach(all_of)
    if current:
        groups.append((current, gutters))
    done: list[tuple[list[Segment], list[Gap]]] = []
    for part, gaps in groups:
        flat = [segment for band in part for segment in band]
        own_gutters = [gap for gap in gaps if _is_gutter(flat, gap)]
        if not own_gutters and done and not done[-1][1]:
            done[-1][0].extend(flat)
        else:
            done.append((flat, own_gutters))
    return done


def _reach(band: list[Segment], before: Gap | None = None) -> Gap:
    """Return the outermost edges of a band's words, and of those before."""
    first, last = before or (band[0].x0, band[0].x1)
    return min([first, *[s.x0 for s in band]]), max([last, *[s.x1 for s in band]])


def _left_of(gutters: list[Gap], band: list[Segment]) -> list[Gap]:
    """Return what a band leaves free of the strips above it, where that is still wide enough."""
    least = _GUTTER * min(_height(band), _TALLEST)
    left: list[Gap] = []
    for start, end in gutters:
        edge = start
        for s in sorted(band, key=lambda s: s.x0):
            if s.x1 <= edge or s.x0 >= end:
                continue
            if s.x0 - edge >= least:
                left.append((edge, s.x0))
            edge = max(edge, s.x1)
        if end - edge >= least:
            left.append((edge, end))
    return left


def _narrow_tail(bands: list[list[Segment]], band: list[Segment], own: list[Gap]) -> int:
    """Count the last bands, line on line above this one, that stand clear of its gutters."""
    count = 0
    below = band
    for above in reversed(bands):
        clear = [gap for gap in own if all(s.x1 <= gap[0] or s.x0 >= gap[1] for s in above)]
        if not clear or _apart([above], below) > 0.8 * _height(below):
            break
        count, below = count + 1, above
    return count


def _trailing(bands: list[list[Segment]]) -> int:
    """Count the last bands that lie on one side only, below a gap: they open what follows."""
    for count in range(1, min(len(bands), 4)):
        if _gutters(bands[-count:]):
            return 0
        if _apart(bands[:-count], bands[-count]) > 0.6 * _height(bands[-count]):
            return count
    return 0


def _apart(above: list[list[Segment]], below: list[Segment]) -> float:
    return min(s.top for s in below) - max(s.bottom for band in above[-2:] for s in band)


def _height(band: list[Segment]) -> float:
    return median(s.height for s in band)


def _gutters(bands: list[list[Segment]]) -> list[Gap]:
    """Return the upright strips free of words that have words on both sides."""
    spans = sorted((s.x0, s.x1) for band in bands for s in band)
    least = _GUTTER * min(median([s.height for band in bands for s in band]), _TALLEST)
    gaps: list[Gap] = []
    edge = spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - edge >= least:
            gaps.append((edge, x0))
        edge = max(edge, x1)
    return gaps


def _is_gutter(segments: list[Segment], gap: Gap) -> bool:
    """Tell columns from list marks and from chance gaps in a line or two."""
    left = [s for s in segments if s.x1 <= gap[0] + 0.5]
    right = [s for s in segments if s.x0 >= gap[1] - 0.5]
    if all(is_mark(s) for s in left):
        return False
    height = median(s.height for s in segments)
    rows, width = min(_rows(left), _rows(right)), (gap[1] - gap[0]) / height
    return (
        (rows >= 5 and width >= _GUTTER)
        or (rows >= 3 and width >= _USUAL_GUTTER)
        or (rows >= 2 and width >= _WIDE_GUTTER)
    )


def is_mark(segment: Segment) -> bool:
    """Whether a segment is nothing but the mark of a list item."""
    return len(segment.tokens) == 1 and bool(MARK.fullmatch(segment.tokens[0].text))


def _rows(segments: list[Segment]) -> int:
    return len(_bands(segments))


def _is_table(segments: list[Segment], gutters: list[Gap]) -> bool:
    """Tell rows of short cells, read across, from columns, read down."""
    columns = _columns(segments, gutters)
    if any(s.table for s in segments) or any(not column for column in columns):
        return False
    narrowest = min(columns, key=len)
    rest = [s for column in columns if column is not narrowest for s in column]
    level = [
        any(abs(s.bottom - other.bottom) < 0.3 * s.height for other in rest) for s in narrowest
    ]
    if sum(level) < 0.8 * len(level):
        return False
    words = [sum(len(s.tokens) for s in column) / _lines(column) for column in columns]
    if len(columns) == 2:
        if _are_signatures(columns[0], columns[1]):
            return False
        return words[0] <= 3.5 and (words[1] <= 6 or _lines(columns[0]) < 3)
    return sum(words) / len(words) <= 4.5


def _lines(column: list[Segment]) -> int:
    """Count the printed lines of a column, however many segments each is in."""
    bottoms = sorted(s.bottom for s in column)
    height = median(s.height for s in column)
    return 1 + sum(b - a > 0.3 * height for a, b in pairwise(bottoms))


def _are_signatures(left: list[Segment], right: list[Segment]) -> bool:
    """Whether the two sides are two people signing side by side."""
    texts = [
        {" ".join(t.text for t in s.tokens).casefold() for s in side} for side in (left, right)
    ]
    if any(len(text) > 4 for text in texts[0] & texts[1]):
        return True
    return all(any(_ROLE.search(text) for text in side) for side in texts) or all(
        sum(bool(_LABEL.match(text)) for text in side) >= 2 for side in texts
    )


def _columns(segments: list[Segment], gutters: list[Gap]) -> list[list[Segment]]:
    edges = [gap[1] - 0.5 for gap in gutters]
    columns: list[list[Segment]] = [[] for _ in range(len(edges) + 1)]
    for segment in segments:
        columns[sum(segment.x0 >= edge for edge in edges)].append(segment)
    return columns
