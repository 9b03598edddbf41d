"""Figures of agreement: against scikit-learn's own, and at the edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score, precision_score, recall_score

from scoring.evidence import CRITERIA
from scoring.evidence.measures import Measured, calibration_error, measure

TWO = CRITERIA[:2]


def measured(truth: list[list[int]], said: list[list[int]], owner: list[int]) -> Measured:
    labels, judged = np.array(truth, dtype=bool), np.array(said, dtype=bool)
    return measure(TWO, labels, judged, judged.astype(np.float32), np.array(owner))


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=4, max_size=40))
def test_figures_agree_with_scikit_learn(rows: list[tuple[bool, bool, bool]]) -> None:
    truth = [[int(a), 1] for a, _, _ in rows]
    said = [[int(b), int(c)] for _, b, c in rows]
    found = measured(truth, said, [place // 2 for place in range(len(rows))])
    true, judged = np.array(truth), np.array(said)
    for column, each in enumerate(found.criteria):
        pair = (true[:, column], judged[:, column])
        assert each.f1.value == pytest.approx(f1_score(*pair, zero_division=0))
        assert each.precision == pytest.approx(precision_score(*pair, zero_division=0))
        assert each.recall == pytest.approx(recall_score(*pair, zero_division=0))
        assert each.f1.low <= each.f1.high


def test_a_criterion_that_nobody_labelled_is_not_in_the_mean() -> None:
    found = measured([[1, 0], [0, 0]], [[1, 0], [0, 0]], [0, 1])
    assert found.macro_f1.value == 1


def test_presence_is_judged_by_statement_not_by_sentence() -> None:
    found = measured([[1, 0], [0, 0]], [[0, 0], [1, 0]], [0, 0])
    assert found.presence.value == 1
    assert found.criteria[0].f1.value == 0


def test_no_sentences_give_figures_of_nothing() -> None:
    nothing = np.zeros((0, 2), dtype=bool)
    found = measure(TWO, nothing, nothing, nothing.astype(np.float32), np.zeros(0, dtype=int))
    assert (found.statements, found.sentences, found.macro_f1.value) == (0, 0, 0)


def test_a_sure_and_right_probability_has_no_error_and_a_sure_and_wrong_one_is_all_error() -> None:
    sure = np.array([1.0, 0.0], dtype=np.float32)
    assert calibration_error(sure, np.array([True, False])) == 0
    assert calibration_error(sure, np.array([False, True])) == 1


def test_half_right_at_one_half_is_calibrated() -> None:
    half = np.full(4, 0.5, dtype=np.float32)
    assert calibration_error(half, np.array([True, False, True, False])) == 0
