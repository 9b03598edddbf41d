"""What is enough grows with exposure and value, and a clearance always has its ground."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.decisions.needs import needed, needs
from scoring.facts import SupplierFacts
from scoring.matching import CompanyRecord, MatchState
from scoring.reference.tables import table
from scoring.reference.vocabulary import Decision, RiskBand
from scoring.reference.weights import section
from scoring.rules import RULEBOOK
from scoring.rules.company import MatchedCompany
from tests.places import ROOT
from tests.scoring.decisions.made import (
    ANSWERED,
    AT,
    COMPANY,
    NO_COMPANY,
    assessed,
    paid,
    supplier,
    trade,
)

LOW, MEDIUM, HIGH, VERY_HIGH = RiskBand
METHOD = (ROOT / "docs" / "method.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("exposure", "value", "more"),
    [
        (LOW, 0, ""), (LOW, 999_999, ""), (LOW, 1_000_000, "publication exclusion"),
        (MEDIUM, 0, ""), (MEDIUM, 249_999, ""),
        (MEDIUM, 250_000, "workers publication exclusion"),
        (HIGH, 0, "pay"), (HIGH, 24_999, "pay"), (HIGH, 25_000, "pay workers origin publication"),
        (HIGH, 249_999, "pay workers origin publication"),
        (HIGH, 250_000, "pay workers recruitment origin publication exclusion"),
        (VERY_HIGH, 0, "pay workers"), (VERY_HIGH, 24_999, "pay workers"),
        (VERY_HIGH, 25_000, "pay workers recruitment origin publication"),
        (VERY_HIGH, 250_000, "pay workers recruitment origin publication exclusion"),
        (VERY_HIGH, None, "pay workers recruitment origin publication exclusion"),
        (LOW, None, ""),
    ],
)  # fmt: skip
def test_needed_at_each_threshold(exposure: RiskBand, value: int | None, more: str) -> None:
    found = [each.id for each in needed(exposure, None if value is None else Decimal(value))]
    assert found == ["identity", "match", "trade", *more.split()]


def test_needed_never_shrinks_with_exposure_or_value() -> None:
    for each in needs().values():
        amounts = [each.least[band] for band in RiskBand]
        known = [Decimal("Infinity") if amount is None else amount for amount in amounts]
        assert known == sorted(known, reverse=True)


def test_method_prints_the_table_of_needs() -> None:
    for row in table("enough.csv"):
        cells = [
            f"£{int(row[b]):,}" if row[b] else "–" for b in ("low", "medium", "high", "very_high")
        ]
        cells = ["always" if each == "£0" else each for each in cells]
        assert f"| {row['missing']} | {' | '.join(cells)} |" in METHOD


def test_every_rule_has_words_for_its_reason() -> None:
    worded = {row["rule"] for row in table("reasons.csv")}
    assert {each.card.id for each in RULEBOOK} <= worded


def test_assess_legal_services_with_company_clears_with_its_ground() -> None:
    proposal = assessed(supplier("legal", 90_000)).proposal
    assert proposal.decision is Decision.CLEAR
    assert proposal.headline == "Cleared on: company matched, low-risk trade"


@pytest.mark.parametrize(
    ("facts", "matched", "missing"),
    [
        (supplier("legal", 90_000), NO_COMPANY, "which company it is"),
        (supplier("legal", 90_000, trade=trade(legal=".5")), COMPANY, "what it sells"),
        (SupplierFacts("Fern Ltd"), COMPANY, "what it sells"),
        (supplier("legal", 1_000_000), COMPANY, "statement"),
        (supplier("cleaning", 5_000), COMPANY, "lowest pay"),
    ],
)
def test_assess_without_a_need_asks_for_it(
    facts: SupplierFacts, matched: MatchedCompany, missing: str
) -> None:
    proposal = assessed(facts, matched).proposal
    assert proposal.decision is Decision.ASK
    assert missing in proposal.headline


def test_assess_public_body_is_known_without_a_company() -> None:
    facts = supplier("public", 3_900_000, name="Fenland County Council")
    proposal = assessed(facts, NO_COMPANY).proposal
    assert proposal.decision is Decision.CLEAR
    assert proposal.headline.startswith("Cleared on: public body")


def test_assess_firm_that_only_sounds_public_is_not_cleared() -> None:
    facts = supplier("public", 3_900_000, name="Lambton Mutual Local Government")
    proposal = assessed(facts, NO_COMPANY).proposal
    assert proposal.decision is Decision.ASK
    assert "which company it is" in proposal.headline


def test_assess_company_struck_off_is_not_enough() -> None:
    record = CompanyRecord("1", "Fern Ltd", "01234567", "", standing="in liquidation")
    gone = MatchedCompany(MatchState.ACCEPTED, record, ("same number",))
    assert assessed(supplier("legal", 90_000), gone).proposal.decision is Decision.ASK


def test_assess_person_trading_alone_is_known_by_a_decision() -> None:
    alone = MatchedCompany(MatchState.NONE, None, (), "Sam Officer")
    proposal = assessed(supplier("legal", 90_000), alone).proposal
    assert proposal.decision is Decision.CLEAR
    assert "as Sam Officer decided" in proposal.headline


def test_assess_cleaning_with_all_its_needs_clears() -> None:
    facts = supplier(
        "cleaning",
        400_000,
        answers=ANSWERED,
        turnover=Decimal(9_000_000),
        contracts=(paid("15.20"),),
    )
    found = assessed(facts)
    assert found.proposal.decision is Decision.CLEAR, found.proposal.summary
    assert [turn.decision for turn in found.turns] == [Decision.ASK] * len(found.turns)


def test_assess_pay_below_the_minimum_is_named_in_the_reason() -> None:
    facts = supplier("cleaning", 400_000, contracts=(paid("7.80"),))
    proposal = assessed(facts).proposal
    assert proposal.decision is Decision.REFER
    assert proposal.headline == "£7.80 an hour on Cleaning of libraries; minimum £12.71"


def test_assess_ended_contract_gets_no_finding() -> None:
    ended = replace(paid("7.80"), end=AT.replace(year=2025))
    proposal = assessed(supplier("cleaning", 400_000, contracts=(ended,))).proposal
    assert proposal.decision is Decision.ASK


def test_questions_are_few_and_the_best_comes_first() -> None:
    proposal = assessed(supplier("clothing", 900_000), NO_COMPANY).proposal
    assert proposal.questions[0].need == "identity"
    assert len(proposal.questions) <= section("enough")["questions"]


def test_turns_name_the_single_fact_that_is_missing() -> None:
    found = assessed(supplier("legal", 90_000), NO_COMPANY)
    assert [(each.fact, each.decision) for each in found.turns] == [
        ("Known: which company it is", Decision.CLEAR)
    ]
