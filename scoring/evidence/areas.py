"""Which areas of mitigation each labelled sentence tells of: identifiers and labels, no words."""

from functools import cache
from importlib.resources import files
from typing import TypeAlias

from scoring.reference.vocabulary import Criterion

AreaKey: TypeAlias = tuple[str, str, int]
"""Collection, statement, sentence index."""


@cache
def labelled_areas() -> dict[AreaKey, frozenset[Criterion]]:
    """Return the areas of every mitigation sentence that was read for them."""
    text = (files("scoring.evidence") / "labels" / "areas.tsv").read_text(encoding="utf-8")
    by_sentence: dict[AreaKey, frozenset[Criterion]] = {}
    for line in text.splitlines()[1:]:
        collection, statement, index, areas = line.split("\t")
        by_sentence[collection, statement, int(index)] = frozenset(
            Criterion(area) for area in areas.split() if area
        )
    return by_sentence
