"""Names with a known sector → the trade model, and what it says of names it has not seen."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import KFold

from scoring.companies.model import Floats, TradeModel, features_of

FOLDS = 3
SEED = 0
ALPHA = 1e-5
EPOCHS = 12
LEAST = 3
"""Names, or titles, that must have a feature for it to count."""

MOST_FEATURES = 24_000
_TEMPERATURES = np.linspace(0.3, 3.0, 55)


@dataclass(frozen=True, slots=True)
class Sample:
    """A name or title, its sector, and whether it is one that the model is measured on."""

    words: str
    sector: str
    held_out: bool


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """A model, and for each name held out the chances given by a model that had not seen it."""

    model: TradeModel
    samples: tuple[Sample, ...]
    held_out: Floats


def train(samples: Sequence[Sample]) -> Trained:
    """Return the model of all samples, calibrated on those held out; the same each time."""
    measured = [place for place, each in enumerate(samples) if each.held_out]
    others = [place for place, each in enumerate(samples) if not each.held_out]
    sectors = tuple(sorted({each.sector for each in samples}))
    held = np.zeros((len(measured), len(sectors)))
    for seen, unseen in KFold(FOLDS, shuffle=True, random_state=SEED).split(measured):
        model = _fit([samples[place] for place in (*others, *(measured[i] for i in seen))])
        order = [sectors.index(sector) for sector in model.sectors]
        for at in unseen:
            chances = model.chances(samples[measured[at]].words)
            held[at, order] = [chances[sector] for sector in model.sectors]
    truth = np.array([sectors.index(samples[place].sector) for place in measured])
    temperature = _temperature(held, truth)
    model = _fit(samples)
    calibrated = TradeModel(
        model.sectors, model.features, model.rarity, model.weights, model.bias, temperature
    )
    return Trained(calibrated, tuple(samples[p] for p in measured), _cooled(held, temperature))


def _fit(samples: Sequence[Sample]) -> TradeModel:
    bags = [Counter(features_of(each.words)) for each in samples]
    times = Counter(feature for bag in bags for feature in bag)
    known = sorted(times.items(), key=lambda each: (-each[1], each[0]))[:MOST_FEATURES]
    features = tuple(feature for feature, count in known if count >= LEAST)
    place = {feature: at for at, feature in enumerate(features)}
    rarity = np.array([np.log((1 + len(bags)) / (1 + times[f])) + 1 for f in features])
    rows, columns, values = [], [], []
    for row, bag in enumerate(bags):
        known_here = [(place[f], count) for f, count in bag.items() if f in place]
        weighed = np.array([(1 + np.log(c)) * rarity[p] for p, c in known_here])
        norm = np.linalg.norm(weighed) or 1.0
        rows += [row] * len(known_here)
        columns += [p for p, _ in known_here]
        values += (weighed / norm).tolist()
    matrix = csr_matrix((values, (rows, columns)), shape=(len(bags), len(features)))
    sectors = [each.sector for each in samples]
    frequency = Counter(sectors)
    weight = np.array([(len(samples) / frequency[s]) ** 0.5 for s in sectors])
    fitted = SGDClassifier(
        loss="log_loss", alpha=ALPHA, max_iter=EPOCHS, tol=None, random_state=SEED, average=True
    ).fit(matrix, sectors, sample_weight=weight / weight.mean())
    return TradeModel(
        tuple(map(str, fitted.classes_)),
        features,
        rarity.astype(np.float32).astype(np.float64),
        fitted.coef_.T.astype(np.float16).astype(np.float64),
        fitted.intercept_.astype(np.float32).astype(np.float64),
        1.0,
    )


def _temperature(chances: Floats, truth: NDArray[np.int64]) -> float:
    """The temperature at which held-out names are most likely to have the sectors they have."""

    def surprise(temperature: float) -> float:
        cooled = _cooled(chances, temperature)[np.arange(len(truth)), truth]
        return float(-np.log(np.maximum(cooled, 1e-9)).mean())

    return float(min(_TEMPERATURES, key=surprise))


def _cooled(chances: Floats, temperature: float) -> Floats:
    cooled = np.maximum(chances, 1e-12) ** (1 / temperature)
    sums: Floats = cooled.sum(axis=1, keepdims=True)
    result: Floats = cooled / sums
    return result
