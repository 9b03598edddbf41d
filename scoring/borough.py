"""The borough in which a supplier's contracts are worked, as their records tell it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from scoring.london import BOROUGHS, in_london

NOT_KNOWN = "Not known"
LONDON = "London, borough not told"
OUTSIDE = "Outside London"
SEVERAL = "More than one place"

_NAMES = re.compile(rf"\b({'|'.join(sorted(map(re.escape, BOROUGHS), key=len, reverse=True))})\b")
_SMALL = {"And", "Of", "Upon"}


@lru_cache(maxsize=10_000)
def borough_of(place: str) -> str:
    """Return the borough that a place as written names, or how far its place can be told.

    Args:
        place: An address, a borough, a postcode; empty where none is told.
    """
    found = set(_NAMES.findall(re.sub(r"\s+", " ", place.lower().replace("&", "and"))))
    if len(found) > 1:
        return SEVERAL
    if found:
        words = found.pop().title().split()
        return " ".join(each.lower() if each in _SMALL else each for each in words)
    return {True: LONDON, False: OUTSIDE, None: NOT_KNOWN}[in_london(place) if place else None]


def borough_of_all(places: Iterable[str]) -> str:
    """Return the one borough of several places; unknown places are left out where others tell."""
    told = {borough_of(each) for each in places} - {NOT_KNOWN}
    if not told:
        return NOT_KNOWN
    return told.pop() if len(told) == 1 else SEVERAL
