"""The packaged classifier of names: a supplier's name → how likely each sector is its trade."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from scoring.companies.names import normalise
from scoring.companies.pinned import DIGEST

FILE = "trade.npz"
FORMAT = "trade-2"

Floats = NDArray[np.float64]


class TradeModelRefused(ValueError):
    """The model file is not the one that this version was made with."""


@dataclass(frozen=True, eq=False)
class TradeModel:
    """A linear model over words, pairs of words and runs of letters of a normalised name.

    Attributes:
        sectors: Identifiers of the sectors, in the order of the columns of `weights`.
        features: The words and runs of letters, in the order of the rows of `weights`.
        rarity: Weight of each feature by how few names have it.
        weights: What a feature adds to the log odds of each sector.
        bias: The log odds of each sector before anything is read.
        temperature: What log odds are divided by, so that chances are what held-out names show.
    """

    sectors: tuple[str, ...]
    features: tuple[str, ...]
    rarity: Floats
    weights: Floats
    bias: Floats
    temperature: float

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {feature: place for place, feature in enumerate(self.features)}

    def chances(self, name: str) -> Mapping[str, float]:
        """Return the probability of each sector for a name; they sum to 1.

        A name of which no word is known gives what is likely of any name.
        """
        counts: dict[int, int] = {}
        for feature in features_of(name):
            if (place := self._place.get(feature)) is not None:
                counts[place] = counts.get(place, 0) + 1
        odds = self.bias.copy()
        if counts:
            places = np.fromiter(counts, dtype=np.int64)
            times = np.fromiter(counts.values(), dtype=np.float64)
            values = (1 + np.log(times)) * self.rarity[places]
            values /= np.linalg.norm(values)
            odds += values @ self.weights[places]
        odds /= self.temperature
        odds = np.exp(odds - odds.max())
        return dict(zip(self.sectors, (odds / odds.sum()).tolist(), strict=True))


_WORD = re.compile(r"\b\w\w+\b")
_LETTERS = range(3, 6)


def features_of(name: str) -> list[str]:
    """Return the words, pairs of words and runs of letters of a name.

    They are those of scikit-learn's CountVectorizer, which the model was trained with: words and
    pairs of them (`ngram_range=(1, 2)`), and runs of 3 to 5 letters within a word and the spaces
    around it (`char_wb`). They are written out here because importing scikit-learn takes seconds,
    and every list of suppliers needs this model; a test holds the two to the same.
    """
    plain = normalise(name)
    words = _WORD.findall(plain)
    pairs = [" ".join(pair) for pair in pairwise(words)]
    runs = [run for word in plain.split() for run in _runs(f" {word} ")]
    return [f"w {each}" for each in (*words, *pairs)] + [f"c {each}" for each in runs]


def _runs(word: str) -> Iterator[str]:
    """Yield the runs of letters of a word with its spaces; one that is shorter is a run itself."""
    for length in _LETTERS:
        for start in range(max(1, len(word) - length + 1)):
            yield word[start : start + length]
        if len(word) <= length:
            return


@lru_cache(65_536)
def chances_of_name(name: str) -> Mapping[str, float]:
    """Return the packaged model's probability of each sector for a name."""
    return packaged().chances(name)


@cache
def packaged() -> TradeModel:
    """Return the packaged model; its file is read and checked once.

    Raises:
        TradeModelRefused: The file was changed.
    """
    packed = (files("scoring.companies") / "data" / FILE).read_bytes()
    if sha256(packed).hexdigest() != DIGEST:
        raise TradeModelRefused("The trade model file was changed. Install Candour again.")
    return opened(packed)


def opened(packed: bytes) -> TradeModel:
    """Return the model in a file's bytes: NumPy's arrays, which can run no code.

    Raises:
        TradeModelRefused: The bytes are no such file, or hold another format.
    """
    try:
        with np.load(BytesIO(packed), allow_pickle=False) as stored:
            if str(stored["format"]) != FORMAT:
                raise TradeModelRefused(f"The trade model file is not in the format {FORMAT}.")
            return TradeModel(
                tuple(stored["sectors"].tolist()),
                tuple(stored["features"].tobytes().decode().split("\n")),
                stored["rarity"].astype(np.float64),
                stored["weights"].astype(np.float64),
                stored["bias"].astype(np.float64),
                float(stored["temperature"]),
            )
    except (ValueError, KeyError, OSError, BadZipFile) as error:
        if isinstance(error, TradeModelRefused):
            raise
        raise TradeModelRefused("The trade model file cannot be read as arrays.") from error


def packed(model: TradeModel) -> bytes:
    """Return a model as the bytes of a file that `opened` reads."""
    file = BytesIO()
    np.savez_compressed(
        file,
        format=np.array(FORMAT),
        sectors=np.array(model.sectors),
        features=np.frombuffer("\n".join(model.features).encode(), dtype=np.uint8),
        rarity=model.rarity.astype(np.float32),
        weights=model.weights.astype(np.float16),
        bias=model.bias.astype(np.float32),
        temperature=np.array(model.temperature),
    )
    return file.getvalue()
