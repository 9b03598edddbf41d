"""The packaged classifier of names: a supplier's name → how likely each sector is its trade."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.companies.names import normalise
from scoring.companies.pinned import DIGEST

FILE = "trade.skops"
FORMAT = "trade-1"

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


def features_of(name: str) -> list[str]:
    """Return the words, pairs of words and runs of letters of a name."""
    words, letters = _analyzers()
    plain = normalise(name)
    return [*(f"w {each}" for each in words(plain)), *(f"c {each}" for each in letters(plain))]


@cache
def _analyzers() -> tuple[Any, Any]:
    from sklearn.feature_extraction.text import CountVectorizer  # noqa: PLC0415 (the same)

    return (
        CountVectorizer(ngram_range=(1, 2)).build_analyzer(),
        CountVectorizer(analyzer="char_wb", ngram_range=(3, 5)).build_analyzer(),
    )


@lru_cache(65_536)
def chances_of_name(name: str) -> Mapping[str, float]:
    """Return the packaged model's probability of each sector for a name."""
    return packaged().chances(name)


@cache
def packaged() -> TradeModel:
    """Return the packaged model; its file is read and checked once.

    Raises:
        TradeModelRefused: The file was changed, or holds types that could run code.
    """
    packed = (files("scoring.companies") / "data" / FILE).read_bytes()
    if sha256(packed).hexdigest() != DIGEST:
        raise TradeModelRefused("The trade model file was changed. Install Candour anew.")
    return opened(packed)


def opened(packed: bytes) -> TradeModel:
    """Return the model in a file's bytes.

    Raises:
        TradeModelRefused: The bytes hold another format, or types that could run code.
    """
    from skops.io import get_untrusted_types, loads  # noqa: PLC0415 (seconds to load)

    if get_untrusted_types(data=packed):
        raise TradeModelRefused("The trade model file holds types that may run code.")
    stored = loads(packed)
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise TradeModelRefused(f"The trade model file is not in the format {FORMAT}.")
    return TradeModel(
        tuple(stored["sectors"]),
        tuple(stored["features"].split("\n")),
        stored["rarity"].astype(np.float64),
        stored["weights"].astype(np.float64),
        stored["bias"].astype(np.float64),
        float(stored["temperature"]),
    )
