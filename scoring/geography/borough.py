"""The borough in which a supplier's contracts are worked, as their records tell it."""

from collections.abc import Iterable
from functools import lru_cache

from scoring.geography.london import in_london, london_borough

NOT_KNOWN = "Not known"
LONDON = "London, borough not known"
OUTSIDE = "Outside London"
SEVERAL = "More than one place"


@lru_cache(maxsize=10_000)
def borough_of(place: str) -> str:
    """Return the borough that a place as written names, or how far its place is known.

    Args:
        place: An address, a borough, a district, a postcode; empty where none is given.
    """
    boroughs = london_borough(place)
    if len(boroughs) > 1:
        return SEVERAL
    if boroughs:
        return boroughs[0]
    return {True: LONDON, False: OUTSIDE, None: NOT_KNOWN}[in_london(place) if place else None]


def borough_of_all(places: Iterable[str]) -> str:
    """Return the one borough of several places; unknown places are left out where others tell."""
    boroughs = {borough_of(each) for each in places} - {NOT_KNOWN}
    if not boroughs:
        return NOT_KNOWN
    return boroughs.pop() if len(boroughs) == 1 else SEVERAL
