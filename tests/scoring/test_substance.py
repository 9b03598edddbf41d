"""Concrete or boilerplate: the details a sentence gives, and the Act's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.statements.substance import details, is_the_acts_wording


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        pytest.param("We take this very seriously.", (), id="nothing"),
        pytest.param("We follow the Modern Slavery Act 2015, section 54(1).", (), id="the law"),
        pytest.param("This statement is for 2024/25.", (), id="a bare year"),
        pytest.param("95% of managers passed.", ("share",), id="a share"),
        pytest.param("We spent \u00a3 4 million.", ("money", "number"), id="money"),
        pytest.param("We visited 31 factories.", ("number",), id="a number"),
        pytest.param("We visited twelve factories.", ("count",), id="a number in words"),
        pytest.param("All sites hold SA8000.", ("standard",), id="a standard"),
        pytest.param("Audits were made in March 2025.", ("date",), id="a month"),
        pytest.param("Our tea comes from Kenya.", ("place",), id="a country"),
        pytest.param(
            "Reports rose by 12, up from 9 in the base year.",
            ("number", "comparison"),
            id="a figure against a base year",
        ),
    ],
)
def test_a_sentence_gives_details(sentence: str, kinds: tuple[str, ...]) -> None:
    assert details(sentence) == kinds


@pytest.mark.parametrize(
    ("sentence", "is_the_act"),
    [
        pytest.param(
            "The training about slavery and human trafficking available to its staff.",
            True,
            id="a line of section 54",
        ),
        pytest.param("We train all buyers about slavery every year.", False, id="own words"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_the_acts_wording_is_known(sentence: str, is_the_act: bool) -> None:
    assert is_the_acts_wording(sentence) is is_the_act


@given(st.text(max_size=300))
def test_any_text_is_weighed(text: str) -> None:
    assert isinstance(details(text), tuple)
    assert is_the_acts_wording(text) in (True, False)
