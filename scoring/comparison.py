"""What changed between two versions of a statement, sentence by sentence."""

from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from scoring.text import Document, Sentence

SAME = 97.0
REWORDED = 65.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the earlier version and its counterpart in the later; likeness 0 to 1."""

    earlier: Sentence
    later: Sentence
    likeness: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the later version differs: every sentence of both is in exactly one of the four."""

    added: tuple[Sentence, ...]
    removed: tuple[Sentence, ...]
    reworded: tuple[Pair, ...]
    unchanged: tuple[Pair, ...]


def compare(earlier: Document, later: Document) -> Comparison:
    """Align the sentences of two versions, best likeness first."""
    if not earlier.sentences or not later.sentences:
        return Comparison(later.sentences, earlier.sentences, (), ())
    scores = process.cdist(
        [s.text.casefold() for s in earlier.sentences],
        [s.text.casefold() for s in later.sentences],
        scorer=fuzz.ratio,
        score_cutoff=REWORDED,
    )
    pairs: list[Pair] = []
    free_later = set(range(len(later.sentences)))
    free_earlier = set(range(len(earlier.sentences)))
    rows, columns = np.nonzero(scores)
    order = np.lexsort((np.abs(rows - columns), -scores[rows, columns]))
    for place in order.tolist():
        row, column = int(rows[place]), int(columns[place])
        if row in free_earlier and column in free_later:
            free_earlier.remove(row)
            free_later.remove(column)
            likeness = float(scores[row, column]) / 100
            pairs.append(Pair(earlier.sentences[row], later.sentences[column], likeness))
    pairs.sort(key=lambda pair: pair.later.index)
    return Comparison(
        added=tuple(later.sentences[i] for i in sorted(free_later)),
        removed=tuple(earlier.sentences[i] for i in sorted(free_earlier)),
        reworded=tuple(pair for pair in pairs if pair.likeness * 100 < SAME),
        unchanged=tuple(pair for pair in pairs if pair.likeness * 100 >= SAME),
    )
