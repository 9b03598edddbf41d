from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.decision import LONGEST, propose, valid_until
from scoring.findings import Finding
from scoring.risk import Risk, band_of
from scoring.vocabulary import Decision, Outcome, RiskBand, Severity, Theme

AT = date(2026, 11, 25)
FINDING = Finding(
    rule="pay.living_wage",
    version=1,
    theme=Theme.PAY,
    title="Pay is at least the Living Wage",
    outcome=Outcome.MET,
    severity=Severity.INFO,
    detail="",
    source="",
)


def risk(figure: int, high: int | None = None) -> Risk:
    at = Decimal(figure)
    return Risk(low=at, figure=at, high=Decimal(high or figure), band=band_of(at))


def finding(outcome: Outcome, severity: Severity, rule: str = "a.rule") -> Finding:
    return replace(FINDING, rule=rule, outcome=outcome, severity=severity)


@pytest.mark.parametrize(
    ("findings", "left", "decision"),
    [
        ((), risk(10), Decision.CLEAR),
        ((FINDING,), risk(10), Decision.CLEAR),
        ((finding(Outcome.NOT_MET, Severity.CRITICAL),), risk(10), Decision.STOP),
        ((finding(Outcome.UNKNOWN, Severity.CRITICAL),), risk(10), Decision.CLEAR),
        ((finding(Outcome.NOT_MET, Severity.HIGH),), risk(10), Decision.REFER),
        ((finding(Outcome.NOT_MET, Severity.MEDIUM),), risk(10), Decision.CLEAR),
        ((), risk(99), Decision.REFER),
        ((), risk(30, high=99), Decision.REFER),
        (
            (finding(Outcome.UNKNOWN, Severity.MEDIUM, "statement.readable"),),
            risk(10),
            Decision.REFER,
        ),
        ((finding(Outcome.UNKNOWN, Severity.LOW, "identity.company"),), risk(10), Decision.CLEAR),
        ((finding(Outcome.UNKNOWN, Severity.INFO, "pay.living_wage"),), risk(10), Decision.CLEAR),
        ((finding(Outcome.UNKNOWN, Severity.INFO, "pay.living_wage"),), risk(40), Decision.REFER),
    ],
    ids=[
        "nothing found and low risk is clear",
        "all met and low risk is clear",
        "one critical finding stops",
        "an unknown is never a stop",
        "one heavy finding refers",
        "a medium finding alone does not hold",
        "a very high risk refers and never stops",
        "a risk that may be very high refers",
        "a statement that could not be read refers even at low risk",
        "a company merely not found does not hold at low risk",
        "unknown pay does not hold at low risk",
        "unknown pay holds above low risk",
    ],
)
def test_what_is_proposed(findings: tuple[Finding, ...], left: Risk, decision: Decision) -> None:
    assert propose(findings, left, at=AT).decision is decision


FINDINGS = st.builds(finding, st.sampled_from(Outcome), st.sampled_from(Severity))


@given(st.lists(FINDINGS, max_size=8), FINDINGS, st.integers(0, 100))
def test_one_more_finding_never_makes_the_proposal_milder(
    findings: list[Finding], more: Finding, figure: int
) -> None:
    before = propose(tuple(findings), risk(figure), at=AT).decision
    after = propose((*findings, more), risk(figure), at=AT).decision
    assert after.rank >= before.rank


@given(st.lists(FINDINGS, max_size=8), st.integers(0, 100))
def test_no_figure_alone_stops(findings: list[Finding], figure: int) -> None:
    critical = [
        each
        for each in findings
        if each.outcome is Outcome.NOT_MET and each.severity is Severity.CRITICAL
    ]
    stopped = propose(tuple(findings), risk(figure), at=AT).decision is Decision.STOP
    assert stopped == bool(critical)


@given(st.lists(FINDINGS, max_size=8), st.integers(60, 100), st.integers(0, 1))
def test_a_referral_for_risk_tells_all_that_the_risk_rests_on(
    findings: list[Finding], figure: int, vague: int
) -> None:
    left = risk(30, high=99) if vague else risk(figure)
    proposal = propose(tuple(findings), left, at=AT)
    if proposal.decision is not Decision.REFER:
        return
    failed = [each for each in findings if each.outcome is Outcome.NOT_MET]
    assert all(each in proposal.reasons for each in failed)
    assert proposal.reasons or not (failed or proposal.unknown)
    weights = [each.severity.rank for each in proposal.reasons if each.outcome is Outcome.NOT_MET]
    assert weights == sorted(weights, reverse=True)


@given(st.dates(date(2016, 1, 1), date(2100, 1, 1)))
def test_a_proposal_never_outlives_the_wage_rates_it_rests_on(at: date) -> None:
    until = valid_until(at)
    assert at <= until <= at + LONGEST
    days = (at + timedelta(days=n) for n in range(1, (until - at).days + 1))
    assert not any((day.month, day.day) in ((4, 1), (5, 1)) for day in days)


def test_bands_used_by_the_table_are_what_it_says() -> None:
    assert risk(10).band is RiskBand.LOW
    assert risk(40).band is not RiskBand.LOW
