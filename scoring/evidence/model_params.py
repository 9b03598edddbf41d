"""What a trained model is made of, and how it becomes plain arrays and text and back."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from scoring.evidence.features import Lexicon
from scoring.evidence.nearest import Examples

Floats: TypeAlias = NDArray[np.float32]
Stored: TypeAlias = dict[
    str, str | NDArray[np.float16] | NDArray[np.int8] | NDArray[np.bool_] | Floats
]

FORMAT = "candour-evidence-3"


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """A linear model over words, letters, neighbours and length.

    Attributes:
        lexicon: What it knows of words and letters.
        words: Weight of each word (rows) for each class, one block of classes per view.
        chars: Weight of each run of letters for each class; neighbours' letters are not read.
        length: Weight of the length of a sentence for each class.
        bias: Where each class starts from.
        slope: Calibration of each class: probability = logistic(slope × score + shift).
        shift: See `slope`.
        thresholds: Probability from which a sentence is offered as evidence, for each class.
        beside: The calibration of the model with the encoder beside it: `slope`, `shift` and
            `thresholds`, a row each; None where it was trained without one.
        sklearn: Version of scikit-learn that the model was made with.
        examples: The labelled sentences it learnt from, without their words; None before they
            are added.
    """

    lexicon: Lexicon
    words: Floats
    chars: Floats
    length: Floats
    bias: Floats
    slope: Floats
    shift: Floats
    thresholds: Floats
    sklearn: str
    beside: Floats | None = None
    examples: Examples | None = None


_EIGHT_BITS = ("words", "chars")
_FULLEST = 127
_FULL = ("length", "bias", "slope", "shift", "thresholds")


def stored(parts: Parts) -> Stored:
    """Return a model as text and arrays that need no trusted types to be read back.

    Weights are kept in eight bits each, as parts of their column's largest: a score is a sum of
    hundreds, in which the rounding cancels out.
    """
    lexicon = parts.lexicon
    arrays: Stored = {
        "format": FORMAT,
        "sklearn": parts.sklearn,
        "word_list": "\n".join(lexicon.words),
        "char_list": "\n".join(lexicon.chars),
        "word_idf": lexicon.word_idf.astype(np.float16),
        "char_idf": lexicon.char_idf.astype(np.float16),
    }
    for name in _EIGHT_BITS:
        weights = getattr(parts, name)
        largest = np.maximum(np.abs(weights).max(axis=0), 1e-9).astype(np.float32)
        arrays[name] = np.rint(weights / largest * _FULLEST).astype(np.int8)
        arrays[f"{name}_largest"] = largest
    arrays |= {name: getattr(parts, name).astype(np.float32) for name in _FULL}
    if parts.beside is not None:
        arrays["beside"] = parts.beside
    if parts.examples is not None:
        arrays |= {
            "places": parts.examples.places,
            "labels": parts.examples.labels,
            "vectors": parts.examples.vectors,
        }
    return arrays


def restored(stored_arrays: Stored) -> Parts:
    """Return the model that was stored."""
    lexicon = Lexicon(
        tuple(_text(stored_arrays, "word_list").split("\n")),
        tuple(_text(stored_arrays, "char_list").split("\n")),
        _array(stored_arrays, "word_idf"),
        _array(stored_arrays, "char_idf"),
    )
    arrays = {name: _array(stored_arrays, name) for name in _FULL}
    for name in _EIGHT_BITS:
        share = _array(stored_arrays, f"{name}_largest") / _FULLEST
        arrays[name] = np.asarray(_array(stored_arrays, name) * share, dtype=np.float32)
    beside = _array(stored_arrays, "beside") if "beside" in stored_arrays else None
    return Parts(
        lexicon,
        sklearn=_text(stored_arrays, "sklearn"),
        beside=beside,
        examples=_examples(stored_arrays),
        **arrays,
    )


def _examples(arrays: Stored) -> Examples | None:
    if "places" not in arrays:
        return None
    labels, vectors = arrays["labels"], arrays["vectors"]
    return Examples(
        _text(arrays, "places"), np.asarray(labels, dtype=bool), np.asarray(vectors, dtype=np.int8)
    )


def _text(arrays: Stored, name: str) -> str:
    value = arrays[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} should be text")
    return value


def _array(arrays: Stored, name: str) -> Floats:
    return np.asarray(arrays[name], dtype=np.float32)
