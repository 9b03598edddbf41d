from datetime import date, timedelta

import pytest

from scoring.catalogue import CARDS
from scoring.escalation.indicators import INDICATORS, indicators_of
from scoring.facts import ContractFacts, SupplierFacts
from scoring.findings import RuleCard
from scoring.rules import PER_CONTRACT, PER_SUPPLIER, RULEBOOK, judge

IDS = {each.id for each in CARDS}
PLAIN = [each.card for each in (*PER_CONTRACT, *PER_SUPPLIER)]


@pytest.mark.parametrize("card", [each.card for each in RULEBOOK], ids=lambda card: card.id)
def test_every_rule_says_what_it_rests_on_and_since_when(card: RuleCard) -> None:
    assert card.version >= 1
    assert card.source
    assert card.doc
    assert card.title
    assert card.valid_from is not None


def test_no_two_rules_have_one_name() -> None:
    assert len({each.card.id for each in RULEBOOK}) == len(RULEBOOK)
    assert {each.card.id for each in RULEBOOK} < IDS
    assert {"law.approval", "statement.criterion"} <= IDS


@pytest.mark.parametrize("card", PLAIN, ids=lambda card: card.id)
def test_a_rule_is_judged_from_the_day_that_it_holds_and_not_before(card: RuleCard) -> None:
    facts = SupplierFacts("Example", contracts=(ContractFacts("C1"),))
    assert card.valid_from
    on, before = (
        {each.rule for each in judge(facts, at=day)}
        for day in (card.valid_from, card.valid_from - timedelta(days=1))
    )
    assert card.id in on - before


def test_the_eleven_ilo_indicators_and_the_thirteen_signs_each_have_rules_that_exist() -> None:
    ilo = [each for each in INDICATORS if each.id.startswith("ilo.")]
    signs = [each for each in INDICATORS if each.id.startswith("sign.")]
    assert (len(ilo), len(signs)) == (11, 13)
    for each in INDICATORS:
        assert each.rules
        assert set(each.rules) <= IDS, each.id


def test_a_rule_tells_which_signs_it_can_show() -> None:
    assert indicators_of("payslip.share_taken") == (
        "ilo.withholding_of_wages",
        "ilo.debt_bondage",
        "sign.debt",
    )
    assert indicators_of("price.indexation") == ()


def test_unknown_facts_judge_to_unknown_and_never_to_met() -> None:
    facts = SupplierFacts("Example", contracts=(ContractFacts("C1"),))
    outcomes = {each.outcome.value for each in judge(facts, at=date(2026, 11, 24))}
    assert "met" not in outcomes
    assert "unknown" in outcomes
