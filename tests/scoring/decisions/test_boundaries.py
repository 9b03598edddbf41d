"""Tables at each threshold of a proposal: the value just below, at and just above it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from scoring.decisions import LONGEST, Proposal, message_of, propose, valid_until
from scoring.decisions.change import SHOWN, turns_of
from scoring.decisions.grounds import failed
from scoring.decisions.needs import needs
from scoring.decisions.reasons import MOST_WORDS, listed, reason_of, reasons_in_words
from scoring.decisions.stages import Stage, next_steps
from scoring.escalation.indicators import indicator, indicators_of
from scoring.escalation.route import labour_authority, urgent_route
from scoring.escalation.urgency import WAIT, hold_questions, urgent
from scoring.findings import Evidence, Finding
from scoring.matching import MatchState
from scoring.reference.vocabulary import Decision, Outcome, Severity, Theme
from scoring.reference.weights import section
from scoring.risk import Risk, band_of
from scoring.rules.company import MatchedCompany
from tests.scoring.decisions.made import (
    AT,
    COMPANY,
    KNOWN,
    assessed,
    finding,
    need,
    risk,
    supplier,
)

NOT_MET = Outcome.NOT_MET
INFO, LOW, MEDIUM, HIGH, CRITICAL = Severity
CLEAR, ASK, REFER, STOP = (
    Decision.CLEAR,
    Decision.ASK,
    Decision.REFER,
    Decision.STOP,
)


def proposed(*findings: Finding, at: Risk | None = None) -> Proposal:
    return propose((*KNOWN, *findings), at or risk(10), at=AT)


@pytest.mark.parametrize(
    ("rule", "theme", "decisions"),
    [
        ("exclusion.mandatory", Theme.LAW, (CLEAR, CLEAR, CLEAR, REFER, STOP)),
        ("exclusion.debarment", Theme.LAW, (CLEAR, CLEAR, CLEAR, REFER, STOP)),
        ("exclusion.discretionary", Theme.LAW, (CLEAR, CLEAR, CLEAR, REFER, REFER)),
        ("payslip.net_pay", Theme.PAY, (CLEAR, CLEAR, ASK, REFER, STOP)),
        ("hours.breaks", Theme.CONDITIONS, (CLEAR, CLEAR, ASK, REFER, STOP)),
        ("workers.shared", Theme.CONDITIONS, (CLEAR, CLEAR, ASK, REFER, STOP)),
        ("pay.minimum_wage", Theme.PAY, (CLEAR, CLEAR, ASK, REFER, REFER)),
        ("price.minimum_wage_floor", Theme.PAY, (CLEAR, CLEAR, ASK, REFER, REFER)),
        ("contradiction.hours", Theme.CONDITIONS, (REFER,) * 5),
        ("law.approval", Theme.LAW, (CLEAR, CLEAR, CLEAR, REFER, REFER)),
        ("statement.criterion", Theme.STATEMENT, (CLEAR, CLEAR, CLEAR, REFER, REFER)),
    ],
)
def test_propose_each_kind_of_finding_at_each_severity(
    rule: str, theme: Theme, decisions: tuple[Decision, ...]
) -> None:
    for severity, decision in zip(Severity, decisions, strict=True):
        found = finding(NOT_MET, severity, rule, theme=theme)
        assert proposed(found).decision is decision, severity
        for outcome in (Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE):
            assert proposed(replace(found, outcome=outcome)).decision is CLEAR, outcome


@pytest.mark.parametrize(
    ("low", "decision"),
    [("44.99", CLEAR), ("45", REFER), ("45.01", REFER)],
)
def test_propose_at_the_least_risk_that_is_high(low: str, decision: Decision) -> None:
    least = Decimal(low)
    at = Risk(low=least, figure=Decimal(50), high=Decimal(90), band=band_of(Decimal(50)))
    proposal = proposed(at=at)
    assert proposal.decision is decision
    if decision is REFER:
        assert proposal.headline == f"Risk at least {low} of 100, whatever the unknown turns out"
        assert proposal.reasons == KNOWN


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("44.99", "If no answer comes in 28 days, ask once more; until then it is not cleared."),
        ("45", "If no answer comes in 28 days, this is referred to a named person."),
        ("65", "If no answer comes in 28 days, this is referred to a named person."),
    ],
)
def test_propose_without_an_answer_by_the_band(figure: str, words: str) -> None:
    at = Risk(Decimal(1), Decimal(figure), Decimal(90), band_of(Decimal(figure)))
    assert proposed(need("pay", known=False), at=at).without_answer == words


def test_propose_refer_with_a_question_leaves_it_to_a_named_person() -> None:
    adverse = finding(NOT_MET, HIGH, "law.duty_to_publish", theme=Theme.LAW)
    asked = proposed(adverse, need("pay", known=False))
    assert asked.without_answer == (
        "If no answer comes in 28 days, a named person decides on what is known."
    )
    assert proposed(adverse).without_answer == ""
    assert proposed().without_answer == ""


def test_propose_stop_without_urgent_signs_asks_but_waits_for_nobody() -> None:
    ground = finding(NOT_MET, CRITICAL, "exclusion.mandatory", theme=Theme.LAW)
    proposal = proposed(ground, need("pay", known=False))
    assert proposal.decision is STOP
    assert [each.need for each in proposal.questions] == ["pay"]
    assert proposal.without_answer == ""
    assert not proposal.summary.startswith("A named person must look today.")


def test_propose_asks_no_more_questions_than_the_limit_prices_first() -> None:
    price = finding(NOT_MET, MEDIUM, "price.living_wage_floor", subject="C1")
    open_one = finding(NOT_MET, MEDIUM, "voice.union", theme=Theme.CONDITIONS, detail="No union.")
    missing = [need(id, known=False) for id in needs()]
    proposal = proposed(open_one, *missing, price)
    most = int(section("enough")["questions"])
    asked = [each.need for each in proposal.questions]
    assert len(asked) == min(most, 2 + len(missing))
    assert asked[:3] == ["price.living_wage_floor", "voice.union", "identity"]
    assert proposal.questions[1].text == "How and by when will you put this right: No union."


def test_propose_names_what_is_missing_in_twelve_words_and_all_in_the_summary() -> None:
    missing = [need(id, known=False) for id in needs()]
    proposal = proposed(*missing)
    words = [needs()[each.subject].missing for each in missing]
    assert len(proposal.headline.split()) <= MOST_WORDS
    shown = proposal.headline.removeprefix("Not known: ").split(" and ")[0].split(", ")
    assert proposal.headline.endswith(f" and {len(words) - len(shown)} more")
    assert shown == words[: len(shown)]
    assert proposal.summary == f"Not known: {', '.join(words)}."
    assert proposal.unknown == tuple(missing)


def test_propose_without_who_and_what_says_so() -> None:
    assert propose((), risk(1), at=AT).headline == "Not known: who it is and what it sells"


def test_propose_urgent_route_alone_has_a_headline() -> None:
    route = finding(NOT_MET, CRITICAL, "urgent.route", urgent=True)
    assert proposed(route).headline == "Signs that people may be exploited now"


def test_propose_the_urgent_comes_before_the_heavier_and_a_record_before_a_price() -> None:
    price = finding(NOT_MET, CRITICAL, "price.minimum_wage_floor")
    record = finding(NOT_MET, CRITICAL, "pay.minimum_wage")
    high = finding(NOT_MET, HIGH, "law.duty_to_publish")
    sign = finding(NOT_MET, LOW, "observed.signs", urgent=True)
    assert proposed(price, high, record, sign).reasons == (sign, record, price, high)


def test_failed_the_urgent_then_the_heavier_and_a_record_before_a_price() -> None:
    price = finding(NOT_MET, CRITICAL, "price.minimum_wage_floor")
    record = finding(NOT_MET, CRITICAL, "pay.minimum_wage")
    high = finding(NOT_MET, HIGH, "law.duty_to_publish")
    sign = finding(NOT_MET, LOW, "observed.signs", urgent=True)
    assert failed((price, high, record, sign, KNOWN[0])) == (sign, record, price, high)


def test_indicators_of_a_rule_are_those_that_name_it() -> None:
    assert indicators_of("freedom.threats") == ("ilo.violence", "ilo.intimidation", "sign.threats")
    assert indicators_of("no.such_rule") == ()
    assert indicator("ilo.isolation").name == "Isolation"


@pytest.mark.parametrize(
    ("state", "company", "known"),
    [
        (MatchState.ACCEPTED, True, True),
        (MatchState.ACCEPTED, False, False),
        (MatchState.REVIEW, True, False),
        (MatchState.REVIEW, False, False),
        (MatchState.NONE, True, False),
        (MatchState.NONE, False, False),
    ],
)
def test_enough_a_company_is_known_only_where_it_was_matched(
    state: MatchState, company: bool, known: bool
) -> None:
    record = COMPANY.company if company else None
    found = assessed(supplier("legal", 90_000), MatchedCompany(state, record, ())).proposal
    assert (found.decision is CLEAR) is known
    assert ("company matched" in found.headline) is known


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-04-01", "2026-04-30"),
        ("2026-04-30", "2026-04-30"),
        ("2026-05-01", "2026-10-31"),
        ("2026-09-29", "2027-03-31"),
        ("2026-09-30", "2027-03-31"),
        ("2026-10-01", "2027-03-31"),
        ("2026-12-31", "2027-03-31"),
        ("2027-01-01", "2027-03-31"),
        ("2028-02-29", "2028-03-31"),
    ],
)
def test_valid_until_on_a_day(at: str, until: str) -> None:
    assert valid_until(date.fromisoformat(at)) == date.fromisoformat(until)


def test_valid_until_is_half_a_year_at_most() -> None:
    assert timedelta(days=183) == LONGEST
    assert valid_until(date(2026, 9, 28)) == date(2027, 3, 30)


@pytest.mark.parametrize(
    ("at", "first"),
    [
        (date(2026, 4, 6), "the Gangmasters and Labour Abuse Authority"),
        (date(2026, 4, 7), "the Fair Work Agency"),
    ],
)
def test_labour_authority_on_the_day_it_changed(at: date, first: str) -> None:
    assert labour_authority(at).startswith(first)
    route = urgent_route(at)
    assert f"Tell {first}" in route.do[2]
    assert all(each in route.text for each in (route.headline, *route.do, *route.do_not))


@pytest.mark.parametrize("stage", Stage)
def test_next_steps_are_there_at_each_stage(stage: Stage) -> None:
    assert len(next_steps(stage)) == 2


def sign(
    *indicators: str, severity: Severity = HIGH, rule: str = "recruitment.fees", **more: object
) -> Finding:
    return finding(NOT_MET, severity, rule, indicators=indicators, **more)


DEBT, ALONE, MOVES = "ilo.debt_bondage", "ilo.isolation", "ilo.restriction_of_movement"


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param((sign(DEBT),), False, id="one sign"),
        pytest.param((sign(DEBT), sign(ALONE)), True, id="two of different kinds"),
        pytest.param((sign(DEBT), sign(DEBT)), False, id="the same twice"),
        pytest.param((sign(DEBT, ALONE),), False, id="two kinds in one finding"),
        pytest.param((sign(DEBT, ALONE), sign(DEBT)), False, id="one within the other"),
        pytest.param((sign(DEBT, ALONE), sign(DEBT, MOVES)), True, id="each shows one more"),
        pytest.param((sign(DEBT), sign(ALONE, severity=MEDIUM)), False, id="one of medium weight"),
        pytest.param((sign(DEBT), sign(ALONE, severity=CRITICAL)), True, id="high and critical"),
        pytest.param((sign(DEBT), sign("appendix.sign")), False, id="one that is not the ILO's"),
        pytest.param(
            (sign(DEBT), sign(ALONE, rule="payslip.net_pay")), False, id="one a sum of pay"
        ),
        pytest.param(
            (sign(DEBT), replace(sign(ALONE), outcome=Outcome.UNKNOWN)), False, id="one unknown"
        ),
        pytest.param(
            (sign(DEBT, subject="Worker 1"), sign(ALONE, subject="Worker 2")),
            False,
            id="two people",
        ),
        pytest.param(
            (sign(DEBT, subject="Worker 1"), sign(ALONE, subject="Worker 1")),
            True,
            id="one person",
        ),
        pytest.param(
            (sign(DEBT, subject="Worker 1"), sign(ALONE)), True, id="one person and all"
        ),
        pytest.param((sign(DEBT, severity=LOW, urgent=True),), True, id="urgent by itself"),
    ],
)  # fmt: skip
def test_urgent_by_the_signs(findings: tuple[Finding, ...], expected: bool) -> None:
    raised = urgent(findings, AT)
    assert bool(raised) is expected
    if raised:
        (route,) = raised
        assert (route.urgent, route.severity, route.outcome) == (True, CRITICAL, NOT_MET)
        assert "999" in route.remedy
        assert set(route.indicators) == {each for one in findings for each in one.indicators}


def test_urgent_gathers_each_proof_once_and_fifty_at_most() -> None:
    proofs = tuple(Evidence(f"Line {n}", "records") for n in range(60))
    (route,) = urgent((sign(DEBT, urgent=True, evidence=proofs + proofs[:3]),), AT)
    assert route.evidence == proofs[:50]


@pytest.mark.parametrize(
    "advice", ["Ask for records.", "Agree a plan.", "Write to the supplier.", "What is your name?"]
)
def test_hold_questions_only_beside_an_urgent_finding_that_is_not_met(advice: str) -> None:
    plain = sign(DEBT, remedy=advice)
    alarm = sign(ALONE, urgent=True, remedy="Ask nobody; call 999.")
    held = hold_questions((plain, alarm, replace(plain, remedy="Keep the records.")))
    assert [each.remedy for each in held] == [WAIT, alarm.remedy, "Keep the records."]
    calm = replace(alarm, outcome=Outcome.MET)
    assert hold_questions((plain, calm)) == (plain, calm)


def test_message_is_answered_within_the_days() -> None:
    message = message_of(
        proposed(need("pay", known=False)), supplier="Fern Ltd", sender="A council", at=AT
    )
    by = AT + timedelta(days=int(section("enough")["days_to_answer"]))
    assert f"Please answer by {by:%-d %B %Y}." in message


def turns(*findings: Finding, at: Risk | None = None) -> list[tuple[str, Decision]]:
    every, left = (*KNOWN, *findings), at or risk(10)
    proposal = propose(every, left, at=AT)
    found = turns_of(proposal, every, lambda _: left, at=AT)
    return [(each.fact, each.decision) for each in found]


def test_turns_name_what_would_change_each_proposal() -> None:
    missing = need("pay", known=False)
    adverse = finding(NOT_MET, HIGH, "law.duty_to_publish", theme=Theme.LAW)
    route = finding(NOT_MET, CRITICAL, "urgent.route", urgent=True)
    alarm = finding(NOT_MET, CRITICAL, "documents.identity_kept", urgent=True)
    assert turns(missing) == [(f"Known: {needs()['pay'].missing}", CLEAR)]
    assert turns(adverse) == [(f"Put right: {reason_of(adverse)}", CLEAR)]
    assert turns(adverse, missing) == [(f"Put right: {reason_of(adverse)}", ASK)]
    assert turns(alarm, route) == [(f"Put right: {reason_of(alarm)}", CLEAR)]
    assert turns() == [
        (f"No longer known: {needs()[id].missing}", ASK) for id in ("identity", "trade")
    ]
    assert turns(missing, need("workers", known=False)) == []


def test_turns_shows_the_first_few_only() -> None:
    held = [need(id) for id in needs() if id not in ("identity", "trade")]
    assert len(turns(*held)) == SHOWN == 5


def test_reasons_count_what_a_statement_leaves_out_and_skip_the_route() -> None:
    silent = finding(NOT_MET, LOW, "statement.criterion")
    route = finding(NOT_MET, CRITICAL, "urgent.route")
    late = finding(NOT_MET, MEDIUM, "law.approval")
    one = "Statement does not describe 1 thing it is asked"
    assert reasons_in_words((route, silent)) == (one,)
    assert reasons_in_words((silent, late, silent, late)) == (
        "Statement without approval by the board",
        "Statement does not describe 2 things it is asked",
    )


def test_reason_in_at_most_twelve_words_keeps_the_start_of_a_long_title() -> None:
    short = finding(
        NOT_MET, CRITICAL, "pay.minimum_wage", subject="C1",
        detail="£7.80 an hour; the minimum wage is £12.71.",
    )  # fmt: skip
    assert reason_of(short) == "£7.80 an hour on C1; minimum £12.71"
    fits = "Cleaning of libraries, halls and baths"
    assert reason_of(short, {"C1": fits}) == f"£7.80 an hour on {fits}; minimum £12.71"
    title = "Cleaning of libraries and halls and schools and baths and parks"
    long = reason_of(short, {"C1": title})
    assert len(long.split()) == MOST_WORDS
    assert long == "£7.80 an hour on Cleaning of libraries and halls and…; minimum £12.71"
    unnamed = finding(NOT_MET, LOW, "no.such_rule", title=" ".join("abcdefghijklmn"))
    assert reason_of(unnamed) == "Not met: a b c d e f g h i …"


def test_listed_writes_out_the_first_and_counts_the_rest() -> None:
    assert listed(["One"]) == "One"
    assert listed(["One", "Two", "Three"]) == "One; two; three"
    assert listed(["One", "Two", "Three", "Four"]) == "One; two; three; and 1 more"
