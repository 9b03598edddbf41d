"""Each proposal has its ground: tables at every threshold."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.decisions import FOUR, Proposal, message_of, propose
from scoring.decisions.reasons import MOST_WORDS
from scoring.findings import Finding
from scoring.reference.vocabulary import Decision, Outcome, Severity, Theme
from tests.scoring.decisions.made import AT, FINDING, KNOWN, finding, need, risk

NOT_MET, UNKNOWN = Outcome.NOT_MET, Outcome.UNKNOWN
CRITICAL, HIGH, MEDIUM, LOW = Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW


def proposed(*findings: Finding, low: int = 10, figure: int = 10) -> Proposal:
    return propose((*KNOWN, *findings), risk(figure, low), at=AT)


@pytest.mark.parametrize(
    ("found", "decision"),
    [
        (finding(NOT_MET, CRITICAL, "exclusion.debarment"), Decision.STOP),
        (finding(NOT_MET, CRITICAL, "exclusion.mandatory"), Decision.STOP),
        (finding(NOT_MET, CRITICAL, "payslip.minimum_wage"), Decision.STOP),
        (finding(NOT_MET, HIGH, "payslip.minimum_wage"), Decision.REFER),
        (finding(NOT_MET, LOW, "payslip.minimum_wage"), Decision.CLEAR),
        (finding(NOT_MET, CRITICAL, "hours.child"), Decision.STOP),
        (finding(NOT_MET, LOW, "observed.signs", urgent=True), Decision.STOP),
        (finding(NOT_MET, CRITICAL, "price.minimum_wage_floor"), Decision.REFER),
        (finding(NOT_MET, CRITICAL, "pay.minimum_wage"), Decision.REFER),
        (finding(NOT_MET, CRITICAL, "exclusion.discretionary"), Decision.REFER),
        (finding(NOT_MET, HIGH, "law.duty_to_publish"), Decision.REFER),
        (finding(NOT_MET, MEDIUM, "contradiction.hours"), Decision.REFER),
        (finding(NOT_MET, MEDIUM, "conditions.safety", theme=Theme.CONDITIONS), Decision.ASK),
        (finding(NOT_MET, MEDIUM, "law.approval", theme=Theme.LAW), Decision.CLEAR),
        (finding(NOT_MET, LOW, "voice.union", theme=Theme.CONDITIONS), Decision.CLEAR),
        (finding(UNKNOWN, CRITICAL, "exclusion.mandatory"), Decision.CLEAR),
        (need("pay", known=False), Decision.ASK),
        (FINDING, Decision.CLEAR),
    ],
)  # fmt: skip
def test_propose_by_one_finding(found: Finding, decision: Decision) -> None:
    assert proposed(found).decision is decision


@pytest.mark.parametrize(
    ("low", "figure", "decision"),
    [(44, 99, Decision.CLEAR), (45, 45, Decision.REFER), (45, 99, Decision.REFER)],
)
def test_propose_refers_only_where_the_least_risk_is_high(
    low: int, figure: int, decision: Decision
) -> None:
    assert proposed(low=low, figure=figure).decision is decision


@pytest.mark.parametrize("held", [(), KNOWN[:1], KNOWN[1:], (FINDING,), (need("pay"),)])
def test_propose_without_identity_and_trade_never_clears(held: tuple[Finding, ...]) -> None:
    assert propose(held, risk(1), at=AT).decision is Decision.ASK


def test_propose_clear_says_what_it_rests_on_and_what_is_not_met() -> None:
    late = finding(NOT_MET, MEDIUM, "law.approval", theme=Theme.LAW)
    proposal = proposed(late)
    assert proposal.headline == "Cleared on: identity known, trade known"
    assert (
        proposal.summary
        == f"{proposal.headline}. Not met: Statement without approval by the board."
    )
    assert proposal.reasons == KNOWN


def test_propose_price_refers_with_the_question_drafted() -> None:
    price = finding(
        NOT_MET, CRITICAL, "price.minimum_wage_floor", subject="C1",
        detail="The price is £9,000.00 a year. Least labour cost by year: a sum.",
    )  # fmt: skip
    proposal = proposed(price)
    assert "show how your price pays" in proposal.questions[0].text
    assert "£9,000.00" in proposal.questions[0].text
    assert "C1: please show" in message_of(proposal, supplier="Fern", sender="A council", at=AT)


def test_propose_urgent_asks_nothing() -> None:
    sign = finding(NOT_MET, CRITICAL, "documents.identity_kept", urgent=True)
    proposal = proposed(sign, need("pay", known=False))
    assert proposal.questions == ()
    assert proposal.without_answer == ""
    assert proposal.headline == "Identity documents kept from workers"
    assert proposal.summary.startswith("A named person must look today.")
    assert message_of(proposal, supplier="Fern", sender="A council", at=AT) == ""


def test_propose_ask_groups_every_question_in_one_message() -> None:
    asked = [need(each, known=False) for each in ("pay", "workers", "recruitment")]
    proposal = proposed(*asked)
    message = message_of(proposal, supplier="Fern Ltd", sender="A council", at=AT)
    assert [line[:2] for line in message.splitlines() if line[:1].isdigit()] == ["1.", "2.", "3."]
    assert "Please answer by 23 December 2026" in message
    assert proposal.without_answer


def test_message_leaves_out_what_an_officer_answers() -> None:
    proposal = proposed(need("match", known=False))
    assert proposal.decision is Decision.ASK
    assert message_of(proposal, supplier="Fern", sender="A council", at=AT) == ""


FINDINGS = st.builds(
    finding,
    st.sampled_from(Outcome),
    st.sampled_from(Severity),
    st.sampled_from(["pay.minimum_wage", "exclusion.mandatory", "payslip.minimum_wage",
                     "contradiction.fees", "a.rule", "conditions.safety"]),
    urgent=st.booleans(),
)  # fmt: skip


@given(st.lists(FINDINGS, max_size=8), FINDINGS, st.integers(0, 100))
def test_propose_one_more_finding_never_makes_it_milder(
    findings: list[Finding], more: Finding, figure: int
) -> None:
    before = proposed(*findings, low=figure, figure=figure).decision
    after = proposed(*findings, more, low=figure, figure=figure).decision
    assert after.rank >= before.rank


@given(st.lists(FINDINGS, min_size=1, max_size=8), st.integers(0, 100))
def test_propose_names_everything_that_is_not_met(findings: list[Finding], figure: int) -> None:
    proposal = proposed(*findings, low=figure, figure=figure)
    assert len(proposal.headline.split()) <= MOST_WORDS
    failed = {each.rule for each in findings if each.outcome is NOT_MET}
    if failed:
        assert "ot met" in proposal.summary or len(failed) == 1
    assert Decimal(proposal.valid_until.year) >= AT.year


def test_four_rules_are_in_the_order_of_weight() -> None:
    assert [each.rank for each in FOUR] == [3, 2, 1, 0]
