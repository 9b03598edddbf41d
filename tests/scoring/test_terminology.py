"""Advice on words: what is found, what is left alone, and what to say instead."""

import pytest

from scoring.statements.terminology import TERMS, advise
from scoring.text import Sentence


def found_in(text: str) -> list[str]:
    return [each.wording.lower() for each in advise([Sentence(text, 1)])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We rescued nobody this year.", ["rescued"]),
        ("Rescue is not our word.", ["rescue"]),
        ("We protect vulnerable workers.", ["vulnerable workers"]),
        ("Support for the vulnerable, first.", ["the vulnerable"]),
        ("Two victims were found.", ["victims"]),
        ("Modern slaves are not seen.", ["modern slaves"]),
        ("A child prostitute is a child.", ["child prostitute"]),
        ("Help for prostitutes and sex workers.", ["prostitutes"]),
        ("The flat was a brothel.", ["brothel"]),
        ("People smuggling and trafficking differ.", ["people smuggling"]),
    ],
)
def test_words_advised_against_are_found(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "People who are vulnerable to exploitation come first.",
        "We speak of victims and survivors with respect.",
        "Each victim/survivor decides.",
        "A potential victim may enter the National Referral Mechanism.",
        "The Victim Care Contract gives support.",
        "Women involved in prostitution were offered support.",
        "Human trafficking is a crime against a person.",
        "Slavery is not acceptable.",
        "Workers far from home are vulnerable to exploitation.",
    ],
)
def test_approved_words_are_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_every_advice_says_something_else_than_it_advises_against() -> None:
    for term in TERMS:
        assert term.why.endswith(".")
        assert not term.pattern.search(term.say.replace("potential victim", ""))
