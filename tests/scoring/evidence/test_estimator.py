"""The packaged model as a scikit-learn estimator gives what the fast path gives."""

import csv
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from scoring.evidence import CLASSES, load
from scoring.evidence.estimator import load_estimator

STATEMENT = (
    "Modern slavery statement for the year to 31 March 2026.",
    "We trained 43 of 47 buyers in London on the signs of modern slavery.",
    "The board of Alder Works Ltd approved this statement on 1 May 2026.",
    "Suppliers sign our code of conduct; we audited 12 sites & two lost their orders.",
    "",
    "x",
    "Café workers’ passports — £12.71 an hour, 100% checked.",
    "We will visit every factory in 2027.",
)
DEVELOPMENT = Path(__file__).resolve().parents[4] / "shared" / "data" / "aims" / "dev_uk.csv"


def documents() -> list[list[str]]:
    """The sentences of the development set, a list a statement."""
    with DEVELOPMENT.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [
            [row["sentence"] for row in rows]
            for _, rows in groupby(rows, key=lambda row: row["statement_id"])
        ]


def test_the_estimator_gives_a_probability_for_each_class() -> None:
    estimator = load_estimator()
    probabilities = estimator.predict_proba(STATEMENT)
    assert probabilities.shape == (len(STATEMENT), len(CLASSES))
    assert list(estimator.classes_) == [each.value for each in CLASSES]
    assert estimator.predict(STATEMENT)[2, list(estimator.classes_).index("approval")]


def test_the_fast_path_equals_the_estimator() -> None:
    expected = load_estimator().predict_proba(STATEMENT)
    assert np.abs(load().probabilities([STATEMENT]) - expected).max() <= 1e-6


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="needs the labelled sentences")
def test_the_fast_path_equals_the_estimator_on_the_development_set() -> None:
    fast, estimator = load(), load_estimator()
    statements = documents()
    assert sum(map(len, statements)) > 1000
    for sentences in statements:
        expected = estimator.predict_proba(sentences)
        assert np.abs(fast.probabilities([sentences]) - expected).max() <= 1e-6
