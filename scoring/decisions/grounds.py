"""What a proposal may rest on: each ground by name, as a test of findings and risk."""

from decimal import Decimal

from scoring.decisions.needs import KNOWN, RULE
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.reference.weights import section
from scoring.risk.records import Risk

LEGAL_GROUNDS = frozenset({"exclusion.mandatory", "exclusion.debarment"})
"""Procurement Act 2023 ss57, 59-65 and Schedule 6: grounds that self-cleaning does not lower."""

SHOWN_BY_RECORDS = ("payslip.", "hours.", "workers.")
"""Rules on payslips and rotas: what they find critical is shown by records of the work itself."""

PRICE = "price."
"""Rules on whether a price can pay for its labour."""

ROUTE = "urgent.route"
"""The finding that gathers the urgent ones; it adds the route, not a ground."""


def urgent_signs(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return signs that people may be exploited now: a named person must look today.

    Source: ILO Indicators of Forced Labour; Ending Modern Slavery strategy 2021-2026.
    """
    return tuple(each for each in failed(findings) if each.urgent)


def legal_grounds(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return grounds in law to stop: a mandatory ground, a debarment entry, pay records below law.

    A price that cannot pay for its labour is none: section 19 of the Procurement Act 2023 has the
    supplier asked first. Pay on a contract's own record is none either: it may be a slip. Nor is a
    record that only has the same name (`high`, not critical): a person compares it first.
    """
    return tuple(
        each
        for each in failed(findings)
        if each.severity is Severity.CRITICAL
        and (each.rule in LEGAL_GROUNDS or each.rule.startswith(SHOWN_BY_RECORDS))
    )


def adverse_facts(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return facts that a named person must weigh: high or critical findings, contradictions.

    A discretionary ground (Procurement Act 2023 s57(2), Schedule 7) is one.
    """
    return tuple(
        each
        for each in failed(findings)
        if each.severity.rank >= Severity.HIGH.rank or each.rule.startswith("contradiction.")
    )


def open_actions(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return medium findings on pay and conditions: the supplier says how it puts them right."""
    return tuple(
        each
        for each in failed(findings)
        if each.severity is Severity.MEDIUM and each.theme in (Theme.PAY, Theme.CONDITIONS)
    )


def high_on_known_facts(risk: Risk) -> bool:
    """Return whether the risk is high even if all that is not known turns out well.

    The least figure of the range rests on what is known alone.
    """
    return risk.low >= high_from()


def missing_needs(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the needs for which not enough is known."""
    return tuple(
        each for each in findings if each.rule == RULE and each.outcome is Outcome.UNKNOWN
    )


def held_needs(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the needs for which enough is known."""
    return tuple(each for each in findings if each.rule == RULE and each.outcome is Outcome.MET)


def held_words(need: Finding) -> str:
    """Return what is held of a need, in a few words."""
    return need.detail.removeprefix(KNOWN).removesuffix(".")


def who_and_what_known(findings: tuple[Finding, ...]) -> bool:
    """Return whether it is known who the supplier is and what it sells: no clearance without."""
    return {"identity", "trade"} <= {each.subject for each in held_needs(findings)}


def failed(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return every finding that is not met: the urgent first, then the heaviest.

    Of one weight a fact on record comes before a sum about a price.
    """
    failures = (each for each in findings if each.outcome is Outcome.NOT_MET)

    def order(each: Finding) -> tuple[bool, int, bool]:
        return (not each.urgent, -each.severity.rank, each.rule.startswith(PRICE))

    return tuple(sorted(failures, key=order))


def high_from() -> Decimal:
    """Return the figure from which a risk is high."""
    return section("bands")["high"]
