from datetime import date

import pytest

from scoring.facts import SupplierFacts
from scoring.findings import Evidence, Finding
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules import contradictions
from scoring.statements.status import status_of

AT = date(2026, 11, 24)
MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
NEITHER = Outcome.NOT_APPLICABLE


def said(*sentences: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(each, "statement", status=status_of(each)) for each in sentences)


def shown(rule: str, outcome: Outcome, **more: object) -> Finding:
    facts: dict[str, object] = {
        "version": 1,
        "theme": Theme.PAY,
        "title": f"Title of {rule}",
        "outcome": outcome,
        "severity": Severity.HIGH,
        "detail": "Detail.",
        "source": "an Act",
        "evidence": (Evidence("what is on record", "payslips", row=7),),
    }
    return Finding(rule=rule, **(facts | more))


def judged(
    rule: str, sentence: str, *findings: Finding, verified: bool | None = None
) -> list[Finding]:
    facts = SupplierFacts("Example", accreditation_verified=verified)
    found = contradictions(said(sentence), findings, facts, at=AT)
    return [each for each in found if each.rule == rule]


LIVING = "We pay all our staff the London Living Wage."


@pytest.mark.parametrize(
    ("sentence", "findings", "outcome"),
    [
        pytest.param(LIVING, [shown("pay.living_wage", NOT_MET)], NOT_MET, id="a contract"),
        pytest.param(LIVING, [shown("payslip.living_wage", NOT_MET)], NOT_MET, id="payslips"),
        pytest.param(LIVING, [shown("pay.living_wage", MET)], MET, id="borne out"),
        pytest.param(LIVING, [shown("pay.living_wage", UNKNOWN)], UNKNOWN, id="pay unknown"),
        pytest.param(LIVING, [], UNKNOWN, id="no pay on record"),
        pytest.param(
            "We pay at least the National Living Wage.",
            [shown("pay.living_wage", NOT_MET)],
            NEITHER,
            id="the statutory rate is another",
        ),
        pytest.param(
            "We will pay the Living Wage from next year.",
            [shown("pay.living_wage", NOT_MET)],
            NEITHER,
            id="a promise",
        ),
        pytest.param(
            "We do not currently pay the Living Wage.",
            [shown("pay.living_wage", NOT_MET)],
            NEITHER,
            id="a denial",
        ),
        pytest.param(
            "We encourage our suppliers to pay the Living Wage.",
            [shown("pay.living_wage", NOT_MET)],
            NEITHER,
            id="what is asked of others",
        ),
    ],
)
def test_the_living_wage_said_and_shown(
    sentence: str, findings: list[Finding], outcome: Outcome
) -> None:
    found = judged("contradiction.living_wage", sentence, *findings)
    assert [each.outcome for each in found] == [outcome]


def test_both_sides_are_in_the_evidence() -> None:
    found = judged("contradiction.living_wage", LIVING, shown("pay.living_wage", NOT_MET))[0]
    assert [each.quote for each in found.evidence] == [LIVING, "what is on record"]
    assert found.indicators == ("ilo.deception",)


def test_each_contract_that_pays_less_has_its_own_finding() -> None:
    two = [shown("pay.living_wage", NOT_MET, subject=each) for each in ("C1", "C2")]
    found = judged("contradiction.living_wage", LIVING, *two)
    assert [each.subject for each in found] == ["C1", "C2"]


@pytest.mark.parametrize(
    ("rule", "sentence", "denied_by"),
    [
        (
            "contradiction.fees",
            "We do not charge recruitment fees to any worker.",
            "payslip.repeated_deductions",
        ),
        ("contradiction.fees", "We follow the Employer Pays Principle.", "recruitment.fees"),
        (
            "contradiction.documents",
            "No worker's passport is retained by us or an agency.",
            "documents.identity_kept",
        ),
        ("contradiction.freedom", "Employment is freely chosen.", "freedom.to_leave"),
        (
            "contradiction.hours",
            "Working hours comply with the Working Time Regulations.",
            "hours.weekly_average",
        ),
        ("contradiction.hours", "Weekly hours do not exceed 48.", "hours.days_in_a_row"),
    ],
)
def test_what_is_said_and_denied(rule: str, sentence: str, denied_by: str) -> None:
    for outcome in (NOT_MET, MET, UNKNOWN):
        assert judged(rule, sentence, shown(denied_by, outcome))[0].outcome is outcome
    elsewhere = judged(rule, "Our offices are in Leeds.", shown(denied_by, NOT_MET))
    assert elsewhere[0].outcome is NEITHER


def test_a_savings_plan_does_not_deny_that_there_are_no_fees() -> None:
    plan = shown("payslip.repeated_deductions", NOT_MET, severity=Severity.MEDIUM)
    found = judged("contradiction.fees", "We never charge recruitment fees.", plan)
    assert found[0].outcome is UNKNOWN


def test_where_people_may_be_in_danger_nobody_is_told_to_ask_the_supplier() -> None:
    kept = shown("documents.identity_kept", NOT_MET, urgent=True, severity=Severity.CRITICAL)
    found = judged("contradiction.documents", "Passports are never retained.", kept)[0]
    assert (found.urgent, found.severity) == (True, Severity.CRITICAL)
    assert "999" in found.remedy
    assert "Ask the supplier" not in found.remedy


@pytest.mark.parametrize(("verified", "outcome"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_accreditation_said_and_in_the_register(verified: bool | None, outcome: Outcome) -> None:
    sentence = "We are an accredited Living Wage Employer."
    found = judged("contradiction.accreditation", sentence, verified=verified)
    assert [each.outcome for each in found] == [outcome]
    none = judged("contradiction.accreditation", LIVING, verified=verified)
    assert [each.outcome for each in none] == [NEITHER]


def test_without_a_statement_nothing_is_compared() -> None:
    assert contradictions((), (), SupplierFacts("Example"), at=AT) == ()
