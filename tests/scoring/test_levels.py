"""Levels of a statement's evidence: a table at each count of elements, and what is weighed."""

import pytest

from scoring.findings import Evidence
from scoring.reference.vocabulary import Criterion, EvidenceStatus, Level
from scoring.statements.criteria import DEFINITIONS
from scoring.statements.elements import ElementWords
from scoring.statements.levels import Weighed, level_of, weigh

TRAINING = next(each for each in DEFINITIONS if each.criterion is Criterion.TRAINING)
DEED = Evidence("We train buyers.", "statement")
DONE, PLANNED = EvidenceStatus.DONE, EvidenceStatus.PLANNED


def said(quote: str, status: EvidenceStatus = DONE, **more: object) -> Evidence:
    return Evidence(quote, "statement", criterion=Criterion.TRAINING, status=status, **more)


@pytest.mark.parametrize(
    ("count", "plain", "with_result"),
    [
        (0, Level.NONE, Level.NONE),
        (1, Level.NONE, Level.NONE),
        (2, Level.DESCRIBED, Level.DESCRIBED),
        (3, Level.DESCRIBED, Level.EVIDENCED),
        (4, Level.EVIDENCED, Level.EVIDENCED),
        (5, Level.EVIDENCED, Level.EVIDENCED),
    ],
)
def test_level_of_by_the_number_of_elements(count: int, plain: Level, with_result: Level) -> None:
    words = tuple(ElementWords(f"element {n}", "words", False, n) for n in range(count))
    assert level_of(Weighed((), words, (), (), ())) is plain
    ended = (*words[:-1], ElementWords("a figure", "42", True, 9)) if words else ()
    assert level_of(Weighed((), ended, (), (), ())) is with_result


@pytest.mark.parametrize(
    ("deeds", "promises", "level"),
    [
        ((), (), Level.NONE),
        ((DEED,), (), Level.MENTIONED),
        ((), (DEED,), Level.MENTIONED),
        ((DEED,), (DEED,), Level.MENTIONED),
    ],
)
def test_level_of_with_less_than_two_elements_needs_a_deed_or_a_promise(
    deeds: tuple[Evidence, ...], promises: tuple[Evidence, ...], level: Level
) -> None:
    one = (ElementWords("element", "words", True, 0),)
    assert level_of(Weighed(deeds, (), promises, (), ())) is level
    assert level_of(Weighed(deeds, one, promises, (), ())) is level
    assert level_of(Weighed(deeds, one, promises, (DEED,), (DEED,))) is level


def test_weigh_sorts_by_status_and_leaves_out_repeats_and_the_acts_words() -> None:
    deed, plan = said("We train all buyers."), said("We will train them.", PLANNED)
    vague = said("We value training.", EvidenceStatus.VAGUE)
    denial = said("We do not train.", EvidenceStatus.DENIED)
    act = said("the training about slavery and human trafficking available to its staff")
    again = said("  we TRAIN all  buyers!")
    weighed = weigh((deed, plan, again, act, vague, denial), TRAINING)
    assert weighed.deeds == (deed,)
    assert (weighed.promises, weighed.vague, weighed.denials) == ((plan,), (vague,), (denial,))
    assert weighed.all == (deed, plan, vague, denial)
    assert weighed.elements


@pytest.mark.parametrize(
    ("quote", "criterion", "counts"),
    [
        ("We are a low-risk business.", Criterion.TRAINING, False),
        ("We are a low risk business.", Criterion.TRAINING, False),
        ("There is no significant risk.", Criterion.TRAINING, False),
        ("All 42 buyers of our low-risk business took a two-hour course.",
         Criterion.TRAINING, True),
        ("We are a low-risk business.", None, True),
        ("We train our buyers.", Criterion.TRAINING, True),
    ],
)  # fmt: skip
def test_weigh_a_claim_of_low_risk_counts_only_with_something_named(
    quote: str, criterion: Criterion | None, counts: bool
) -> None:
    evidence = Evidence(quote, "statement", criterion=criterion, status=DONE)
    assert bool(weigh((evidence,), TRAINING).deeds) is counts
