"""Levels follow content: the examination, and pairs that an expert would order at a glance."""

import pytest

from scoring.reference.vocabulary import Criterion, Level
from tests.scoring.examination.examined import examined, levels_in, score_text, variants

HEAD = "Modern Slavery Statement\n\nThis statement is made by Brackley Ltd for the year 2025.\n\n"
RICH = "All 42 supervisors took a two-hour course on the signs of slavery; 100% passed."
THIN = "We trained staff on modern slavery. "


@pytest.mark.parametrize(
    ("part", "exact", "within_one"),
    [
        ("tuned", 0.75, 0.95),
        ("unseen", 0.75, 0.95),
        ("voices", 0.75, 0.95),
        ("fresh", 0.75, 0.95),
        ("second", 0.75, 0.95),
        ("third", 0.75, 0.92),
        ("fourth", 0.75, 0.92),
        ("fifth", 0.75, 0.95),
        ("sixth", 0.75, 0.95),
        ("seventh", 0.75, 0.95),
    ],
)
def test_levels_of_invented_statements_are_mostly_exact(
    part: str, exact: float, within_one: float
) -> None:
    distances = [
        abs(level.rank - levels_in_text[criterion].rank)
        for each in examined(part)
        for levels_in_text in (levels_in(each.text),)
        for criterion, level in each.levels.items()
    ]
    assert distances.count(0) / len(distances) >= exact
    assert sum(each <= 1 for each in distances) / len(distances) >= within_one


def test_padding_is_below_one_rich_sentence() -> None:
    assert levels_in(HEAD + RICH)[Criterion.TRAINING] is Level.EVIDENCED
    assert levels_in(HEAD + THIN * 3)[Criterion.TRAINING] is Level.MENTIONED


def test_low_risk_without_a_named_risk_is_none() -> None:
    text = HEAD + "We consider that our business is low risk."
    assert levels_in(text)[Criterion.RISK_DESCRIPTION] is Level.NONE


def test_repeated_statement_scores_the_same() -> None:
    for each in examined("tuned")[:3]:
        assert score_text(variants(each.text)["repeated"]).score == score_text(each.text).score
