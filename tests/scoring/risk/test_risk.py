"""What is left after control: sums, bands, floors, and never a worse figure for better facts."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring.exposure import exposure_of
from scoring.facts import SupplierFacts
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome, RiskBand, Severity, Theme
from scoring.risk import (
    Risk,
    band_of,
    control_of,
    digits_of_worth,
    place_in_ranking,
    residual_risk,
    worth_asking,
)
from tests.scoring.risk.made import AT, FACTS, FINDINGS, SCORES, VERIFIED, finding

CLEANER = SupplierFacts("Fern Ltd", company_number="01234567", category_codes=("90910000",))
BETTER = {
    Outcome.NOT_MET: (Outcome.UNKNOWN, Outcome.MET),
    Outcome.UNKNOWN: (Outcome.MET,),
    Outcome.NOT_APPLICABLE: (Outcome.MET,),
    Outcome.MET: (Outcome.MET,),
}


def risk_of(
    facts: SupplierFacts = CLEANER,
    score: Decimal | None = None,
    findings: tuple[Finding, ...] = (),
    verified: bool | None = None,
) -> Risk:
    control = control_of(score, findings, accreditation_verified=verified)
    return residual_risk(exposure_of(facts, at=AT), control)


@given(FACTS, SCORES, FINDINGS, VERIFIED)
def test_contributions_sum_to_the_figure_and_its_range(
    facts: SupplierFacts,
    score: Decimal | None,
    findings: tuple[Finding, ...],
    verified: bool | None,
) -> None:
    risk = risk_of(facts, score, findings, verified)
    assert sum(p.points for p in risk.contributions) == risk.figure
    assert sum(p.low for p in risk.contributions) == risk.low
    assert sum(p.high for p in risk.contributions) == risk.high
    assert 0 <= risk.low <= risk.figure <= risk.high <= 100
    assert risk.band is band_of(risk.figure)
    assert risk == risk_of(facts, score, findings, verified)
    assert all(s.band is not risk.band for s in risk.sensitivity)
    assert all(c.points and c.band is band_of(risk.figure + c.points)
               for c in risk.what_would_change_it_most)  # fmt: skip


@given(FACTS, SCORES, FINDINGS, VERIFIED, st.data())
def test_better_facts_never_raise_risk(
    facts: SupplierFacts,
    score: Decimal | None,
    findings: tuple[Finding, ...],
    verified: bool | None,
    data: st.DataObject,
) -> None:
    before = risk_of(facts, score, findings, verified)
    ways: list[Callable[[], Risk]] = [
        lambda: risk_of(facts, max(score or Decimal(0), Decimal(70)), findings, verified),
        lambda: risk_of(facts, score, findings, True),
        lambda: risk_of(replace(facts, workforce=(*facts.workforce, "permanent staff")), score,
                        findings, verified),
        lambda: risk_of(replace(facts, spend=Decimal(1), contracts=()), score, findings, verified),
    ]  # fmt: skip
    if findings:
        at = data.draw(st.integers(0, len(findings) - 1))
        to = data.draw(st.sampled_from(BETTER[findings[at].outcome]))
        mended = (*findings[:at], replace(findings[at], outcome=to), *findings[at + 1 :])
        ways.append(lambda: risk_of(facts, score, mended, verified))
    for way in ways:
        assert way().figure <= before.figure


@given(FACTS, SCORES, FINDINGS)
def test_what_is_learned_stays_within_the_range(
    facts: SupplierFacts, score: Decimal | None, findings: tuple[Finding, ...]
) -> None:
    assume(any(each.outcome is Outcome.UNKNOWN for each in findings))
    before = risk_of(facts, score, findings)
    best = tuple(
        replace(f, outcome=Outcome.MET) if f.outcome is Outcome.UNKNOWN else f for f in findings
    )
    assert before.low <= risk_of(facts, score, best).figure <= before.figure


@pytest.mark.parametrize(
    ("figure", "band"),
    [("0", RiskBand.LOW), ("24.99", RiskBand.LOW), ("25", RiskBand.MEDIUM),
     ("44.99", RiskBand.MEDIUM),
     ("45", RiskBand.HIGH), ("65", RiskBand.VERY_HIGH), ("100", RiskBand.VERY_HIGH)],
)  # fmt: skip
def test_a_threshold_belongs_to_the_band_above(figure: str, band: RiskBand) -> None:
    assert band_of(Decimal(figure)) is band


def test_no_statement_lifts_what_a_serious_finding_sets() -> None:
    met = tuple(finding(t, Outcome.MET) for t in (Theme.PAY, Theme.CONDITIONS, Theme.LAW))
    clean = risk_of(score=Decimal(100), findings=met, verified=True)
    assert clean.band is RiskBand.MEDIUM
    kept = finding(Theme.CONDITIONS, Outcome.NOT_MET, Severity.CRITICAL)
    risk = risk_of(score=Decimal(100), findings=(*met, kept), verified=True)
    assert (risk.figure, risk.band) == (Decimal(65), RiskBand.VERY_HIGH)
    assert risk.contributions[-1].reason == "Not met: A rule"
    assert risk.what_would_change_it_most[0].what == "Putting right: A rule"
    today = finding(Theme.CONDITIONS, Outcome.NOT_MET, Severity.LOW, urgent=True)
    assert risk_of(score=Decimal(100), findings=(today,), verified=True).figure == Decimal(65)
    high = finding(Theme.PAY, Outcome.NOT_MET, Severity.HIGH)
    assert risk_of(score=Decimal(100), findings=(high,), verified=True).figure >= Decimal(45)


def test_unknown_is_not_shown_and_not_against() -> None:
    nothing, unknown, against = (
        control_of(None, findings, accreditation_verified=None)
        for findings in (
            (),
            (finding(Theme.PAY, Outcome.UNKNOWN),),
            (finding(Theme.PAY, Outcome.NOT_MET),),
        )
    )
    assert nothing.figure == unknown.figure == against.figure == 0
    assert nothing.high == unknown.high > against.high
    assert control_of(None, (), accreditation_verified=None).unknown == (
        "statement", "conditions", "pay", "law", "accreditation"
    )  # fmt: skip


def test_what_does_not_judge_conduct_does_not_count() -> None:
    of_statement = finding(Theme.STATEMENT, Outcome.NOT_MET)
    assert risk_of(findings=(of_statement,)).figure == risk_of().figure


def test_the_same_data_has_the_same_order() -> None:
    risks = [(risk_of(score=Decimal(score)), name, name) for score, name in
             ((10, "Moss"), (90, "fern"), (10, "élan"), (10, "Fern"))]  # fmt: skip
    for listed in (risks, risks[::-1], risks[2:] + risks[:2]):
        order = [name for _, name, _ in sorted(listed, key=lambda each: place_in_ranking(*each))]
        assert order == ["Fern", "Moss", "élan", "fern"]


def test_ties_of_risk_are_broken_by_what_is_worth_asking() -> None:
    risk, exposure = risk_of(), exposure_of(CLEANER, at=AT)
    worth = [worth_asking(exposure, spend, risk) for spend in (None, Decimal(9), Decimal(900))]
    assert worth == sorted(worth)
    names = [("Ash", worth[0]), ("Birch", worth[2]), ("Cedar", worth[1])]
    order = sorted(names, key=lambda each: place_in_ranking(risk, each[0], "", worth=each[1]))
    assert [name for name, _ in order] == ["Birch", "Cedar", "Ash"]
    digits = [digits_of_worth(each) for each in (Decimal(0), *worth, Decimal(10) ** 20)]
    assert digits == sorted(digits)
    assert 0 <= digits[0] <= digits[-1] <= 999
