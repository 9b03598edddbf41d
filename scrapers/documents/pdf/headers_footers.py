"""Repeated headers and footers, and page numbers, which are no part of what a document says."""

import re
from collections import defaultdict

from scrapers.documents.pdf.shapes import Segment

_ZONE = 0.13
_PAGE_NUMBER = re.compile(
    r"(page\s*\|?\s*)?[-–—|\s]*(\d{1,4}|[ivxlc]{1,6})[-–—|\s]*((of|/)\s*\d{1,4})?(\s*\|?\s*page)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_LEAST_PAGES = 3


def headers_footers_of(pages: list[tuple[float, list[Segment]]]) -> list[set[int]]:
    """Return for each page (its height and segments) the places of the segments that repeat.

    A segment is a header or footer where it lies in the outer eighth of the page, at the height
    of one with the same words, numbers apart, on at least three pages (or on both of two); or
    where it is a page number alone at the very top or foot.
    """
    seen: dict[str, list[tuple[int, int, float, float]]] = defaultdict(list)
    repeated: list[set[int]] = [set() for _ in pages]
    for number, (height, segments) in enumerate(pages):
        for place, segment in enumerate(segments):
            if segment.table or _ZONE * height < (segment.top + segment.bottom) / 2 < (
                (1 - _ZONE) * height
            ):
                continue
            text = " ".join([token.text for token in segment.tokens]).casefold()
            if _PAGE_NUMBER.fullmatch(text) and _outermost(segment, segments):
                repeated[number].add(place)
            else:
                key = _NUMBERS.sub("#", text)
                seen[key].append((number, place, segment.top, segment.x0))
    needed = min(_LEAST_PAGES, max(2, len(pages)))
    for places in seen.values():
        for number, place, top, x0 in places:
            alike = {
                n
                for n, _, t, x in places
                if abs(t - top) < 8 and (abs(x - x0) < 40 or len(pages) > 4)
            }
            if len(alike) >= needed:
                repeated[number].add(place)
    return repeated


def _outermost(segment: Segment, segments: list[Segment]) -> bool:
    return all(
        other.bottom <= segment.bottom + 3 for other in segments if other.table is None
    ) or all(other.top >= segment.top - 3 for other in segments if other.table is None)
