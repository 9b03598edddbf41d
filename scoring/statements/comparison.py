"""What changed between two versions of a statement, sentence by sentence."""

import re
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from scoring.text import Document, Sentence

REWORDED = 65.0
_FIGURE = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the earlier version and its counterpart in the later; likeness 0 to 1."""

    earlier: Sentence
    later: Sentence
    likeness: float

    @property
    def figures_changed(self) -> bool:
        """Whether the two give different numbers: a new count, date, share or amount."""
        return _figures(self.earlier) != _figures(self.later)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the later version differs: every sentence of both is in exactly one of the four."""

    added: tuple[Sentence, ...]
    removed: tuple[Sentence, ...]
    reworded: tuple[Pair, ...]
    unchanged: tuple[Pair, ...]

    @property
    def unchanged_share(self) -> float:
        """Share of the later version's sentences that stood so in the earlier, 0 to 1."""
        later = len(self.added) + len(self.reworded) + len(self.unchanged)
        return len(self.unchanged) / later if later else 0.0


def compare(earlier: Document, later: Document) -> Comparison:
    """Align the sentences of two versions, best likeness first, nearest in place at a tie.

    A sentence is unchanged only if its words are the same, case and marks apart: one new figure
    is a rewording. At 65 of 100 alike two sentences are still one, reworded: our own choice,
    below which pairs read as different sentences.
    """
    if not earlier.sentences or not later.sentences:
        return Comparison(later.sentences, earlier.sentences, (), ())
    before = [_plain(sentence) for sentence in earlier.sentences]
    after = [_plain(sentence) for sentence in later.sentences]
    scores = process.cdist(before, after, scorer=fuzz.ratio, score_cutoff=REWORDED)
    pairs: list[Pair] = []
    unchanged: list[Pair] = []
    free_later = set(range(len(after)))
    free_earlier = set(range(len(before)))
    rows, columns = np.nonzero(scores)
    order = np.lexsort((np.abs(rows - columns), -scores[rows, columns]))
    for place in order.tolist():
        row, column = int(rows[place]), int(columns[place])
        if row in free_earlier and column in free_later:
            free_earlier.remove(row)
            free_later.remove(column)
            likeness = float(scores[row, column]) / 100
            pair = Pair(earlier.sentences[row], later.sentences[column], likeness)
            (unchanged if before[row] == after[column] else pairs).append(pair)
    return Comparison(
        added=tuple(later.sentences[i] for i in sorted(free_later)),
        removed=tuple(earlier.sentences[i] for i in sorted(free_earlier)),
        reworded=tuple(sorted(pairs, key=lambda pair: pair.later.index)),
        unchanged=tuple(sorted(unchanged, key=lambda pair: pair.later.index)),
    )


def _plain(sentence: Sentence) -> str:
    """Return the words alone: figures keep their points, so that 1.5 is not 15."""
    return " ".join(re.findall(r"\d[\d.,]*\d|\w+", sentence.text.casefold())) or sentence.text


def _figures(sentence: Sentence) -> list[str]:
    return [figure.strip(".,") for figure in _FIGURE.findall(sentence.text)]
