"""Findings and risk → the decision that a check proposes; a named person takes it."""

from dataclasses import dataclass
from datetime import date, timedelta

from scoring.findings import Finding
from scoring.risk import Risk, band_of
from scoring.vocabulary import Decision, Outcome, RiskBand, Severity

VERSION = "decision.2"
LONGEST = timedelta(days=183)
"""How long a proposal holds at most: half a year, our choice."""

HOLD_ALWAYS = frozenset({"identity.company", "statement.readable"})
"""Unknown here may mean that the judgement is of the wrong company or of nothing, so a person
looks even where the risk is low; a company merely not found (low severity) does not hold."""

HOLD_ABOVE_LOW = frozenset(
    {"pay.minimum_wage", "pay.living_wage", "law.duty_to_publish", "statement.kind"}
)
"""Unknown here holds a proposal up unless the risk is low: proportionate, as PPN 009 asks."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, and the findings that led to it.

    Attributes:
        decision: clear, refer or stop.
        summary: Why, in a sentence or two.
        reasons: The findings that weigh for stop or refer, heaviest first. Where the risk itself
            is what refers, all that was found not met; if there would be no reason at all, what
            is not known. The figure is made of them, and a person judges facts and no figure.
        unknown: What is not known, with how to make it known in each finding's remedy.
        valid_until: Last day on which the proposal may be used.
    """

    decision: Decision
    summary: str
    reasons: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    valid_until: date


def propose(findings: tuple[Finding, ...], risk: Risk, *, at: date) -> Proposal:
    """Return the decision to propose.

    Stop where a critical finding is not met: the law on pay, exclusion, or people who may be being
    exploited now. Refer where a heavy finding is not met, the residual risk is high or for all
    that is known may be very high, or something that matters for this risk is unknown. Otherwise
    clear, with all that is unknown listed. No figure alone decides: a high band refers to a person
    and never stops.

    Source: Procurement Act 2023 ss57-58 (a person judges each ground); PPN 009 (proportionate).
    """
    failed = [each for each in findings if each.outcome is Outcome.NOT_MET]
    unknown = tuple(each for each in findings if each.outcome is Outcome.UNKNOWN)
    critical = sorted(
        (each for each in failed if each.severity is Severity.CRITICAL),
        key=lambda each: not each.urgent,
    )
    heavy = tuple(each for each in failed if each.severity is Severity.HIGH)
    holding = tuple(each for each in unknown if _holds(each, risk.band))
    until = valid_until(at)
    if critical:
        titles = dict.fromkeys(
            f"“{each.title}”" for each in critical if each.rule != "urgent.route"
        )
        text = f"Not met, and critical: {', '.join(titles)}."
        if critical[0].urgent:
            text = f"A named person must look today. {text}"
        return Proposal(Decision.STOP, text, (*critical, *heavy), unknown, until)
    risky = risk.band.rank >= RiskBand.HIGH.rank
    vague = not risky and band_of(risk.high) is RiskBand.VERY_HIGH
    if heavy or risky or vague or holding:
        parts = [
            *([f"{_count(len(heavy), 'heavy finding')} to look at"] if heavy else []),
            *([f"the residual risk is {risk.band.value.replace('_', ' ')}"] if risky else []),
            *(["too little is known: the risk may be very high"] if vague else []),
            *([f"what matters here is not known ({len(holding)})"] if holding else []),
        ]
        text = f"A person should look: {'; '.join(parts)}."
        reasons = (*heavy, *holding, *(_lighter(failed) if risky or vague else ()))
        return Proposal(Decision.REFER, text, reasons or unknown, unknown, until)
    text = (
        f"Nothing found speaks against it, and the residual risk is "
        f"{risk.band.value.replace('_', ' ')}. That nothing was found does not show that there is "
        "nothing."
    )
    return Proposal(Decision.CLEAR, text, (), unknown, until)


def valid_until(at: date) -> date:
    """Return the last day of a proposal: half a year, or the day before wage rates next change.

    Minimum wage rates change on 1 April (National Minimum Wage Regulations 2015 as amended), the
    Living Wage must be paid by 1 May (Living Wage Foundation).
    """
    changes = (date(at.year + more, month, 1) for more in (0, 1) for month in (4, 5))
    return min(at + LONGEST, min(day for day in changes if day > at) - timedelta(days=1))


def _holds(finding: Finding, band: RiskBand) -> bool:
    if finding.rule in HOLD_ALWAYS:
        return finding.severity.rank >= Severity.MEDIUM.rank
    return finding.rule in HOLD_ABOVE_LOW and band is not RiskBand.LOW


def _lighter(failed: list[Finding]) -> list[Finding]:
    lighter = (each for each in failed if each.severity is not Severity.HIGH)
    return sorted(lighter, key=lambda each: -each.severity.rank)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
