"""Findings and risk → one of four proposals; a named person decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scoring.decisions.grounds import (
    PRICE,
    adverse_facts,
    failed,
    held_needs,
    held_words,
    high_on_known_facts,
    legal_grounds,
    missing_needs,
    open_actions,
    urgent_signs,
    who_and_what_known,
)
from scoring.decisions.needs import Question, needs
from scoring.decisions.reasons import MOST_WORDS, listed, reasons_in_words
from scoring.decisions.validity import valid_until
from scoring.findings import Finding
from scoring.reference.vocabulary import Decision, Outcome, RiskBand
from scoring.reference.weights import section
from scoring.risk.records import Risk

VERSION = "decision.3"

FOUR: Mapping[Decision, str] = {
    Decision.STOP: (
        "A ground in law or a sign that people may be exploited now: a debarment entry, a "
        "mandatory exclusion ground, pay records below the legal minimum, an urgent sign. A price "
        "never stops; section 19 of the Procurement Act 2023 has the supplier asked first."
    ),
    Decision.REFER: (
        "A serious issue: a finding of high severity that is not met, a contradiction or a "
        "discretionary exclusion ground. Or a risk that is high even in the best case."
    ),
    Decision.ASK: (
        "Too little is known for this exposure and value, or a finding on pay or conditions of "
        "medium severity is not met. The few questions go to the supplier in one message."
    ),
    Decision.CLEAR: (
        "All that the exposure and value call for is known, and nothing adverse. It always "
        "includes who the supplier is and what it sells."
    ),
}
"""The four rules of the method, in the order in which they are tried."""

_NOT_KNOWN = "Not known: "


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, and the findings that led to it.

    Attributes:
        decision: clear, ask, refer or stop.
        headline: Why, in a few words that name the thing.
        summary: Why, with everything that is not met.
        reasons: The findings that it rests on, heaviest first: those not met, or for a clearance
            what is known, or where something must be asked what is not.
        unknown: What is not known, with how to make it known in each finding's remedy.
        questions: What to ask, best first; none while urgent signs forbid to ask.
        without_answer: What happens if no answer comes, or empty.
        valid_until: Last day on which the proposal may be used.
    """

    decision: Decision
    headline: str
    summary: str
    reasons: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    questions: tuple[Question, ...]
    without_answer: str
    valid_until: date


def propose(
    findings: tuple[Finding, ...],
    risk: Risk,
    *,
    at: date,
    titles: Mapping[str, str] | None = None,
) -> Proposal:
    """Return the decision to propose: the first of stop, refer, ask and clear that has a ground.

    Source: Procurement Act 2023 ss19, 57-58 (the supplier is heard, a person judges each ground);
    PPN 009 (in proportion to risk and value). `FOUR` gives each rule in words.

    Args:
        findings: What the rules concluded, the needs of `enough` among them.
        risk: What is left after control, with its range.
        at: The day.
        titles: What contracts are for, by reference, for the words of the reasons.
    """
    urgent = urgent_signs(findings)
    stop = tuple(dict.fromkeys((*urgent, *legal_grounds(findings))))
    adverse = adverse_facts(findings)
    if stop:
        decision, grounds = Decision.STOP, tuple(dict.fromkeys((*stop, *adverse)))
    elif adverse or high_on_known_facts(risk):
        decision, grounds = Decision.REFER, adverse or failed(findings) or held_needs(findings)
    elif missing_needs(findings) or open_actions(findings) or not who_and_what_known(findings):
        decision, grounds = Decision.ASK, (*open_actions(findings), *missing_needs(findings))
    else:
        decision, grounds = Decision.CLEAR, held_needs(findings)
    headline = _headline(decision, grounds, findings, risk, titles)
    questions = () if urgent else _questions(findings, grounds)
    waits = bool(questions) and decision in (Decision.ASK, Decision.REFER)
    return Proposal(
        decision=decision,
        headline=headline,
        summary=_summary(headline, decision, findings, bool(urgent), titles),
        reasons=grounds,
        unknown=tuple(each for each in findings if each.outcome is Outcome.UNKNOWN),
        questions=questions,
        without_answer=_without_answer(decision, risk) if waits else "",
        valid_until=valid_until(at),
    )


def _headline(
    decision: Decision,
    grounds: tuple[Finding, ...],
    findings: tuple[Finding, ...],
    risk: Risk,
    titles: Mapping[str, str] | None,
) -> str:
    """Why, in a few words: the heaviest ground, what is missing, or what is held."""
    if decision is Decision.CLEAR:
        return _fitted("Cleared on: ", [held_words(each) for each in grounds])
    adverse = reasons_in_words(
        (each for each in grounds if each.outcome is Outcome.NOT_MET), titles
    )
    if adverse:
        return adverse[0]
    if decision is Decision.ASK:
        missing = [needs()[each.subject].missing for each in missing_needs(findings)]
        return _fitted(_NOT_KNOWN, missing or ["who it is and what it sells"])
    if decision is Decision.STOP:
        return "Signs that people may be exploited now"
    return f"Risk at least {risk.low} of 100, whatever the unknown turns out"


def _fitted(start: str, things: list[str]) -> str:
    """As many things as go into twelve words, and how many more there are."""
    items = [things[0]]
    room = MOST_WORDS - len(["and", "9", "more"])
    for each in things[1:]:
        if len(f"{start}{', '.join([*items, each])}".split()) > room:
            break
        items.append(each)
    more = len(things) - len(items)
    return f"{start}{', '.join(items)}" + (f" and {more} more" if more else "")


def _summary(
    headline: str,
    decision: Decision,
    findings: tuple[Finding, ...],
    urgent: bool,
    titles: Mapping[str, str] | None,
) -> str:
    """The headline, then every other finding that is not met."""
    parts = ["A named person must look today."] if urgent else []
    parts.append(f"{_in_full(headline, decision, findings)}.")
    others = [each for each in reasons_in_words(failed(findings), titles) if each != headline]
    if others:
        parts.append(f"{'Not met' if decision is Decision.CLEAR else 'Also not met'}: "
                     f"{listed(others, len(others))}.")  # fmt: skip
    return " ".join(parts)


def _in_full(headline: str, decision: Decision, findings: tuple[Finding, ...]) -> str:
    """The headline with all that is held, or all that is missing, where it was cut short."""
    if decision is Decision.CLEAR:
        return f"Cleared on: {', '.join(map(held_words, held_needs(findings)))}"
    missing = [needs()[each.subject].missing for each in missing_needs(findings)]
    if headline.startswith(_NOT_KNOWN) and missing:
        return f"{_NOT_KNOWN}{', '.join(missing)}"
    return headline


def _questions(
    findings: tuple[Finding, ...], grounds: tuple[Finding, ...]
) -> tuple[Question, ...]:
    """What to ask, best first: on each ground that has a question, then on each need."""
    most = int(section("enough")["questions"])
    prices = (
        Question(each.rule, f"{each.subject or 'This contract'}: {_price_question(each)}")
        for each in grounds
        if each.rule.startswith(PRICE) and each.outcome is Outcome.NOT_MET
    )
    mending = (
        Question(each.rule, f"How and by when will you put this right: {each.detail}")
        for each in grounds
        if each.outcome is Outcome.NOT_MET and not each.rule.startswith(PRICE)
        and each in open_actions(findings)
    )  # fmt: skip
    known_needs = (needs()[each.subject].question for each in missing_needs(findings))
    return tuple(dict.fromkeys((*prices, *mending, *known_needs)))[:most]


def _price_question(finding: Finding) -> str:
    return (
        "please show how your price pays for the hours of work, with holiday pay, National "
        f"Insurance and pension. {finding.detail.split(' Least labour cost')[0]}"
    )


def _without_answer(decision: Decision, risk: Risk) -> str:
    days = int(section("enough")["days_to_answer"])
    if decision is Decision.REFER:
        return f"If no answer comes in {days} days, a named person decides on what is known."
    if risk.band.rank >= RiskBand.HIGH.rank:
        return f"If no answer comes in {days} days, this is referred to a named person."
    return f"If no answer comes in {days} days, ask once more; until then it is not cleared."
