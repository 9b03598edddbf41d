from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scoring.escalation.urgency import hold_questions, urgent
from scoring.facts import Answer, AnswerValue, SupplierFacts
from scoring.findings import Finding
from scoring.payroll.payslips import minimum_wage, unpaid_hours
from scoring.payroll.working_time import weekly_average
from scoring.payroll.young import young_day
from scoring.questionnaires.questions import QUESTIONS, Question
from scoring.reference.vocabulary import Outcome, Severity
from scoring.rules import RULEBOOK, judge, recruitment

AT = date(2026, 11, 24)
OTHER = {AnswerValue.YES: AnswerValue.NO, AnswerValue.NO: AnswerValue.YES}
SPECIAL = {
    "supply.labour_provider",
    "supply.licensed_work",
    "supply.subcontracted",
    "accommodation.provided",
    "exclusion.self_cleaning",
    "pay.living_wage_accredited",
}
PLAIN = [each for each in QUESTIONS if each.id not in SPECIAL]


def found(question: str, *answers: Answer, at: date = AT) -> Finding:
    rule = next(each.rule for each in QUESTIONS if each.id == question)
    facts = SupplierFacts("Example", answers=answers)
    return next(each for each in judge(facts, at=at) if each.rule == rule)


@pytest.mark.parametrize("question", PLAIN, ids=lambda each: each.id)
def test_the_other_answer_is_a_concern_and_no_answer_is_unknown(question: Question) -> None:
    bad = found(question.id, Answer(question.id, OTHER[question.good]))
    assert (bad.outcome, bad.severity) == (Outcome.NOT_MET, question.severity)
    assert bad.urgent is question.urgent
    assert bad.evidence
    assert found(question.id).outcome is Outcome.UNKNOWN
    unsure = found(question.id, Answer(question.id, AnswerValue.NOT_KNOWN))
    assert unsure.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    "question",
    [each for each in PLAIN if each.rule != "exclusion.discretionary"],
    ids=lambda each: each.id,
)
def test_the_good_answer_meets_the_rule(question: Question) -> None:
    assert found(question.id, Answer(question.id, question.good)).outcome is Outcome.MET


def test_partly_is_a_lighter_concern() -> None:
    part = found("recruitment.fees", Answer("recruitment.fees", AnswerValue.PARTLY))
    assert (part.outcome, part.severity) == (Outcome.NOT_MET, Severity.MEDIUM)


def test_where_questionnaire_and_audit_disagree_the_worse_stands_and_both_are_shown() -> None:
    said = Answer("recruitment.fees", AnswerValue.NO, source="questionnaire")
    seen = Answer("recruitment.fees", AnswerValue.YES, source="audit")
    both = found("recruitment.fees", said, seen)
    assert both.outcome is Outcome.NOT_MET
    assert {each.source for each in both.evidence} == {"questionnaire", "audit"}
    assert "disagree" in both.detail


@pytest.mark.parametrize(
    ("gate", "question"),
    [
        ("accommodation.provided", "accommodation.tied"),
        ("accommodation.provided", "accommodation.decent"),
        ("supply.subcontracted", "supply.tiers"),
    ],
)
def test_a_rule_that_concerns_nobody_is_not_applicable(gate: str, question: str) -> None:
    no, yes = Answer(gate, AnswerValue.NO), Answer(gate, AnswerValue.YES)
    assert found(question, no).outcome is Outcome.NOT_APPLICABLE
    assert found(question, yes).outcome is Outcome.UNKNOWN
    bad = Answer(question, OTHER[good_of(question)])
    assert found(question, no, bad).outcome is Outcome.NOT_MET


def test_an_answer_given_later_is_not_known_yet() -> None:
    later = Answer("recruitment.fees", AnswerValue.YES, as_at=date(2026, 11, 25))
    assert found("recruitment.fees", later).outcome is Outcome.UNKNOWN


def test_every_question_feeds_a_rule_that_exists() -> None:
    assert {each.rule for each in QUESTIONS} <= {each.card.id for each in RULEBOOK}
    assert len({each.id for each in QUESTIONS}) == len(QUESTIONS)
    assert all(each.text and each.guidance and each.matters for each in QUESTIONS)


@pytest.mark.parametrize(
    ("at", "first"),
    [
        pytest.param(
            date(2026, 4, 6), "Gangmasters and Labour Abuse Authority (from", id="before"
        ),
        pytest.param(date(2026, 4, 7), "Fair Work Agency (before", id="on the day"),
    ],
)
def test_the_licence_finding_names_both_authorities_by_date(at: date, first: str) -> None:
    assert first in found("supply.licence", at=at).detail


def test_no_licence_is_needed_outside_the_licensed_sectors() -> None:
    grounds = Answer("supply.licensed_work", AnswerValue.NO)
    assert found("supply.licence", grounds).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("at", "count"),
    [
        pytest.param(date(2025, 2, 23), 0, id="the day before the Act was in force"),
        pytest.param(date(2025, 2, 24), 6, id="the day the Act came into force"),
    ],
)
def test_exclusion_is_judged_only_under_the_act(at: date, count: int) -> None:
    rules = [each.rule for each in judge(SupplierFacts("Example"), at=at)]
    assert len([each for each in rules if each.startswith("exclusion.")]) == count


def test_an_exclusion_ground_is_put_to_a_person_and_never_decided() -> None:
    ground = found("exclusion.convicted", Answer("exclusion.convicted", AnswerValue.YES))
    assert "may apply: verify" in ground.detail
    assert "self-cleaning" in ground.remedy
    assert "is excluded" not in ground.detail


@pytest.mark.parametrize(
    ("question", "value", "cleaned", "severity"),
    [
        ("exclusion.order", AnswerValue.YES, AnswerValue.NO, Severity.CRITICAL),
        ("exclusion.order", AnswerValue.YES, AnswerValue.PARTLY, Severity.CRITICAL),
        ("exclusion.order", AnswerValue.YES, AnswerValue.YES, Severity.HIGH),
        ("exclusion.conduct", AnswerValue.YES, AnswerValue.YES, Severity.HIGH),
        ("exclusion.misconduct", AnswerValue.YES, AnswerValue.YES, Severity.HIGH),
        ("exclusion.convicted", AnswerValue.YES, AnswerValue.YES, Severity.CRITICAL),
        ("exclusion.debarred", AnswerValue.YES, AnswerValue.YES, Severity.CRITICAL),
        ("exclusion.convicted", AnswerValue.PARTLY, AnswerValue.NO, Severity.HIGH),
        ("exclusion.debarred", AnswerValue.PARTLY, AnswerValue.NO, Severity.HIGH),
    ],
)
def test_full_self_cleaning_lowers_a_discretionary_ground_alone(
    question: str, value: AnswerValue, cleaned: AnswerValue, severity: Severity
) -> None:
    ground = found(question, Answer(question, value), Answer("exclusion.self_cleaning", cleaned))
    assert (ground.outcome, ground.severity) == (Outcome.NOT_MET, severity)
    assert "is excluded" not in ground.detail


@pytest.mark.parametrize(
    ("ground", "cleaned", "outcome"),
    [
        (AnswerValue.YES, AnswerValue.YES, Outcome.MET),
        (AnswerValue.YES, AnswerValue.NO, Outcome.NOT_MET),
        (AnswerValue.YES, AnswerValue.NOT_KNOWN, Outcome.UNKNOWN),
        (AnswerValue.NOT_KNOWN, AnswerValue.NO, Outcome.UNKNOWN),
        (AnswerValue.NO, AnswerValue.NO, Outcome.NOT_APPLICABLE),
    ],
)
def test_self_cleaning_matters_where_a_ground_may_apply(
    ground: AnswerValue, cleaned: AnswerValue, outcome: Outcome
) -> None:
    words = ("convicted", "order", "conduct", "misconduct", "debarred")
    answers = [Answer(f"exclusion.{each}", ground) for each in words]
    answers.append(Answer("exclusion.self_cleaning", cleaned))
    assert found("exclusion.self_cleaning", *answers).outcome is outcome


@pytest.mark.parametrize(
    ("claimed", "verified", "outcome"),
    [
        (AnswerValue.YES, True, Outcome.MET),
        (AnswerValue.YES, False, Outcome.NOT_MET),
        (AnswerValue.YES, None, Outcome.UNKNOWN),
        (AnswerValue.NO, None, Outcome.NOT_APPLICABLE),
        (AnswerValue.NOT_KNOWN, None, Outcome.UNKNOWN),
    ],
)
def test_accreditation_is_shown_by_the_register(
    claimed: AnswerValue, verified: bool | None, outcome: Outcome
) -> None:
    facts = SupplierFacts(
        "Example",
        answers=(Answer("pay.living_wage_accredited", claimed),),
        accreditation_verified=verified,
    )
    rules = {each.rule: each for each in judge(facts, at=AT)}
    assert rules["pay.accreditation"].outcome is outcome


def test_one_urgent_answer_gives_the_route_and_what_not_to_do() -> None:
    kept = SupplierFacts("Example", answers=(Answer("documents.identity_kept", AnswerValue.YES),))
    route = next(each for each in judge(kept, at=AT) if each.rule == "urgent.route")
    assert route.urgent
    for words in ("999", "08000 121 700", "Fair Work Agency", "Do not confront", "tip them off"):
        assert words in route.remedy
    assert "not proof" in route.detail


def test_urgent_one_heavy_sign_is_not_enough_and_two_different_ones_are() -> None:
    ids = ("recruitment.fees", "freedom.contact")
    answers = tuple(Answer(id, OTHER[good_of(id)]) for id in ids)
    one = judge(SupplierFacts("Example", answers=answers[:1]), at=AT)
    two = judge(SupplierFacts("Example", answers=answers), at=AT)
    assert not [each for each in one if each.rule == "urgent.route"]
    assert [each for each in two if each.rule == "urgent.route"]


def test_urgent_shortfalls_of_pay_and_hours_never_add_up() -> None:
    def short(rule: Any, sign: str) -> Finding:
        return rule.finding(
            Outcome.NOT_MET, "", severity=Severity.CRITICAL, subject="A", indicators=(sign,)
        )

    sums = (
        short(minimum_wage, "ilo.withholding_of_wages"),
        short(unpaid_hours, "ilo.withholding_of_wages"),
        short(weekly_average, "ilo.excessive_overtime"),
        short(young_day, "ilo.abuse_of_vulnerability"),
    )
    assert not urgent(sums, AT)


def test_hold_questions_an_urgent_finding_leaves_no_advice_to_ask() -> None:
    plain = recruitment.fees.finding(Outcome.NOT_MET, "", remedy="Ask for the records.")
    alarm = replace(plain, urgent=True, remedy="Call 999.")
    assert hold_questions((plain,)) == (plain,)
    held = hold_questions((plain, alarm))
    assert "Ask" not in held[0].remedy
    assert held[1] == alarm


def test_single_slips_of_many_workers_do_not_add_up_and_those_of_one_do() -> None:
    signs = ["ilo.debt_bondage", "ilo.isolation", "ilo.excessive_overtime"]

    def about(*subjects: str) -> tuple[Finding, ...]:
        return tuple(
            recruitment.fees.finding(
                Outcome.NOT_MET, "", severity=Severity.HIGH, subject=who, indicators=(sign,)
            )
            for who, sign in zip(subjects, signs, strict=True)
        )

    assert not urgent(about("Worker 001", "Worker 002", "Worker 003"), AT)
    assert urgent(about("Worker 001", "Worker 001", "Worker 002"), AT)
    assert urgent(about("Worker 001", "Worker 002", ""), AT)


def good_of(id: str) -> AnswerValue:
    return next(each.good for each in QUESTIONS if each.id == id)
