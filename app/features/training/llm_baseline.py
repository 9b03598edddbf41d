"""The language model that ours is measured beside, on the very same sentences."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.features.training.dataset import COLUMNS
from scoring.evidence.calibration import choose_thresholds
from scoring.evidence.classes import CLASSES, CRITERIA
from scoring.evidence.dataset import Statement, areas_known, owners, truth
from scoring.evidence.measures import Measured, measure
from scoring.evidence.model_params import Floats

FILE = "llama_dev_uk.csv"
NAME = "Llama 3.2 3B, fine-tuned"
"""By Project AIMS; its probabilities on the development statements come with the data."""


@dataclass(frozen=True, slots=True)
class Rival:
    """The rival's figures on the same sentences.

    Attributes:
        at_half: Every criterion at threshold 0.5.
        tuned: Thresholds chosen as ours are, on the folds that a statement is not in.
    """

    at_half: Measured
    tuned: Measured


def rival(path: Path, held: tuple[Statement, ...], fold: NDArray[np.int64]) -> Rival | None:
    """Return the rival's figures on held-out statements, or None where its file is not there.

    Args:
        path: The file of its probabilities.
        held: The statements to measure on.
        fold: For every sentence of these its fold.

    Raises:
        KeyError: The file lacks one of the sentences.
    """
    if not path.is_file():
        return None
    chance = _probabilities(path, held)
    labels, known = truth(held), areas_known(held)
    nine = len(CRITERIA)
    chosen = np.zeros(chance.shape, dtype=bool)
    for out in sorted(set(fold.tolist())):
        inside = fold == out
        limits = choose_thresholds(chance[~inside], labels[~inside], known[~inside])
        chosen[inside] = chance[inside] >= limits
    true, owner = labels[:, :nine], owners(held)
    return Rival(
        measure(CRITERIA, true, chance[:, :nine] >= 0.5, chance[:, :nine], owner),
        measure(CRITERIA, true, chosen[:, :nine], chance[:, :nine], owner),
    )


def _probabilities(path: Path, held: tuple[Statement, ...]) -> Floats:
    with path.open(encoding="utf-8", newline="") as lines:
        said = {
            (row["statement_id"], int(row["sentence_index"])): [
                float(row[each]) for each in COLUMNS
            ]
            for row in csv.DictReader(lines)
        }
    chance = np.zeros((sum(len(each) for each in held), len(CLASSES)), dtype=np.float32)
    rows = [said[row.statement, row.index] for statement in held for row in statement]
    chance[:, : len(CRITERIA)] = np.array(rows, dtype=np.float32)
    return chance
