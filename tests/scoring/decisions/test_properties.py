"""Good facts never worsen a proposal, bad ones never improve it, a new name changes nothing."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import Answer, AnswerValue, SupplierFacts
from scoring.questionnaires.questions import QUESTIONS
from scoring.reference.sectors import sectors
from scoring.reference.vocabulary import Decision, Outcome
from scoring.rules.company import MatchedCompany
from tests.scoring.decisions.made import (
    COMPANY,
    NO_COMPANY,
    assessed,
    paid,
    supplier,
    trade,
)

SECTORS = st.sampled_from(sorted(sectors()))
SPEND = st.sampled_from([None, 4_000, 26_000, 300_000, 2_000_000])
MATCHED = st.sampled_from([COMPANY, NO_COMPANY])
ASKED = [each for each in QUESTIONS if each.id != "accommodation.provided"]
ANSWERS = st.lists(
    st.builds(
        lambda asked, value: Answer(asked.id, value),
        st.sampled_from(ASKED),
        st.sampled_from([AnswerValue.YES, AnswerValue.NO]),
    ),
    max_size=6,
    unique_by=lambda each: each.question,
).map(tuple)
SUPPLIERS = st.builds(
    lambda sector, spend, answers, pay, turnover: supplier(
        sector, spend, answers=answers, contracts=() if pay is None else (paid(pay),),
        turnover=turnover,
    ),
    SECTORS, SPEND, ANSWERS, st.sampled_from([None, "9.00", "13.00", "15.20"]),
    st.sampled_from([None, Decimal(9_000_000), Decimal(90_000_000)]),
)  # fmt: skip
# answers that say how the work is done, not whether it is done well
NEUTRAL = {"supply.labour_provider", "supply.subcontracted", "supply.licensed_work"}
JUDGING = [each for each in ASKED if each.id not in NEUTRAL]


def without(facts: SupplierFacts, question: str) -> SupplierFacts:
    return replace(facts, answers=tuple(a for a in facts.answers if a.question != question))


@given(SUPPLIERS, MATCHED, st.sampled_from(JUDGING))
def test_propose_a_good_answer_never_worsens_nor_a_bad_one_improves(
    facts: SupplierFacts, matched: MatchedCompany, asked: object
) -> None:
    question = asked
    silent = without(facts, question.id)  # type: ignore[attr-defined]
    good = question.good  # type: ignore[attr-defined]
    bad = AnswerValue.NO if good is AnswerValue.YES else AnswerValue.YES

    def rank(value: AnswerValue) -> int:
        answer = Answer(question.id, value)  # type: ignore[attr-defined]
        told = replace(silent, answers=(*silent.answers, answer))
        return assessed(told, matched).proposal.decision.rank

    before = assessed(silent, matched).proposal.decision.rank
    assert rank(good) <= before <= rank(bad)


@given(SUPPLIERS)
def test_propose_a_matched_company_never_worsens(facts: SupplierFacts) -> None:
    known, unknown = assessed(facts, COMPANY), assessed(facts, NO_COMPANY)
    assert known.proposal.decision.rank <= unknown.proposal.decision.rank


@given(SUPPLIERS)
def test_propose_higher_pay_never_worsens(facts: SupplierFacts) -> None:
    ranks = [
        assessed(replace(facts, contracts=(paid(pay),))).proposal.decision.rank
        for pay in ("9.00", "13.00", "15.20")
    ]
    assert ranks == sorted(ranks, reverse=True)


@given(SUPPLIERS, MATCHED)
def test_propose_clear_always_has_its_ground(
    facts: SupplierFacts, matched: MatchedCompany
) -> None:
    proposal = assessed(facts, matched).proposal
    if proposal.decision is Decision.CLEAR:
        held = {each.subject for each in proposal.reasons if each.outcome is Outcome.MET}
        assert held >= {"identity", "trade"}
        assert proposal.headline.startswith("Cleared on: ")


@given(ANSWERS, SPEND)
def test_propose_nothing_known_never_clears(
    answers: tuple[Answer, ...], spend: int | None
) -> None:
    worth = None if spend is None else Decimal(spend)
    facts = SupplierFacts("Fern", answers=answers, spend=worth, trade=trade())
    assert assessed(facts, NO_COMPANY).proposal.decision is not Decision.CLEAR


@given(SUPPLIERS, MATCHED, st.sampled_from(["Moss Ltd", "A", "The Quick & Ready Group PLC"]))
def test_assess_under_another_name_gives_the_same(
    facts: SupplierFacts, matched: MatchedCompany, name: str
) -> None:
    one, other = assessed(facts, matched), assessed(replace(facts, name=name), matched)
    assert (one.risk, one.proposal.decision) == (other.risk, other.proposal.decision)
