"""Whether a statement is published where one is due, and whether what is offered can be read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from scoring.facts import ListedStatement, SupplierFacts
from scoring.findings import Evidence, Finding, rule
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules.registry_rows import registry_evidence, years_words
from scoring.rules.section54 import MONTHS_UNTIL_NEXT, months_later

THRESHOLD = Decimal(36_000_000)
"""Pounds of total turnover a year from which the duty binds (SI 2015/1833, regulation 2)."""

_NO_DUTY = "Turnover is below £36 million, so the Act asks for no statement."


@dataclass(frozen=True, slots=True)
class Unread:
    """A document offered as a statement that could not be read, and why."""

    name: str
    reason: str
    document: str = ""


@rule(
    "law.duty_to_publish",
    version=2,
    theme=Theme.LAW,
    title="A statement is published where the Act asks for one",
    source="Modern Slavery Act 2015, section 54(1)-(2); SI 2015/1833, regulation 2",
    valid_from=date(2015, 10, 29),
)
def duty_to_publish(facts: SupplierFacts, offered: int, at: date) -> Finding:
    """An organisation with a turnover of £36 million or more publishes a statement every year.

    `offered` counts the documents that we hold. A row of the statement registry for the latest
    year is a published statement too. One that we do not hold may still be published, so the
    organisation is asked for it. One below the threshold has no duty, and one whose turnover is
    not known may or may not have it.
    """
    proof = _turnover_evidence(facts)
    if offered:
        held = Evidence(f"{offered} on file on {at:%d %B %Y}", "statements that we hold")
        return duty_to_publish.finding(
            Outcome.MET, "We hold a statement.", evidence=(held, *proof)
        )
    listed = _newest_listed(facts)
    if listed:
        return _listed_only(facts, listed, proof, at)
    if facts.turnover is None:
        return duty_to_publish.finding(
            Outcome.UNKNOWN,
            "We hold no statement, and do not know the turnover that decides the duty.",
            severity=Severity.LOW,
            remedy="Look in the statement registry and on the website; ask for the turnover.",
        )
    if facts.turnover < THRESHOLD:
        return duty_to_publish.finding(Outcome.NOT_APPLICABLE, _NO_DUTY, evidence=proof)
    return duty_to_publish.finding(
        Outcome.NOT_MET,
        "Turnover is £36 million or more and we hold no statement. One may be published that we "
        "did not find.",
        severity=Severity.HIGH,
        remedy="Look in the statement registry and on the home page, then ask for it in writing.",
        evidence=proof,
    )


def _listed_only(
    facts: SupplierFacts,
    listed: tuple[ListedStatement, ...],
    proof: tuple[Evidence, ...],
    at: date,
) -> Finding:
    """Judge by the registry's newest rows, where we hold no statement."""
    first = listed[0]
    where = f"The registry lists a statement for {years_words(first)} at {_addresses(listed)}"
    rows = tuple(registry_evidence(each, years_words(each)) for each in listed)
    named = "" if first.same_number else " Only the name leads to it: check the company number."
    evidence = (*rows, *proof)
    if first.end is not None and at <= months_later(first.end, MONTHS_UNTIL_NEXT):
        known = Outcome.MET if first.same_number else Outcome.UNKNOWN
        return duty_to_publish.finding(
            known,
            f"{where}. We have not read it.{named}",
            severity=Severity.INFO if first.same_number else Severity.LOW,
            remedy="Load the statement from that address, so that it can be assessed.",
            evidence=evidence,
        )
    detail = f"{where}; nothing newer.{named}"
    if facts.turnover is not None and facts.turnover < THRESHOLD:
        return duty_to_publish.finding(
            Outcome.NOT_APPLICABLE, f"{_NO_DUTY} {detail}", evidence=evidence
        )
    due = facts.turnover is not None
    return duty_to_publish.finding(
        Outcome.NOT_MET if due else Outcome.UNKNOWN,
        f"{detail} A newer one may be published that we did not find."
        + ("" if due else " We do not know the turnover that decides the duty."),
        severity=Severity.HIGH if due else Severity.LOW,
        remedy="Load newer years of the registry and look on the website, then ask for the "
        + ("statement in writing." if due else "turnover."),
        evidence=evidence,
    )


def _newest_listed(facts: SupplierFacts) -> tuple[ListedStatement, ...]:
    """Return the registry's rows of the latest year: several where several groups cover it."""
    first = next(iter(facts.listed), None)
    if first is None:
        return ()
    return tuple(
        each
        for each in facts.listed
        if (each.registry_year, each.end, each.same_number)
        == (first.registry_year, first.end, first.same_number)
    )


def _addresses(listed: tuple[ListedStatement, ...]) -> str:
    urls = dict.fromkeys(each.url or "an address that it does not give" for each in listed)
    return " and ".join(urls)


def _turnover_evidence(facts: SupplierFacts) -> tuple[Evidence, ...]:
    if facts.turnover is None:
        return ()
    if facts.turnover_row is not None:
        return (registry_evidence(facts.turnover_row, f"{facts.turnover_row.turnover} a year"),)
    return (Evidence(f"£{facts.turnover:,.0f} a year", "supplier list"),)


def weighed_by_duty(findings: Iterable[Finding], facts: SupplierFacts) -> tuple[Finding, ...]:
    """Return findings on a statement, heavier where the supplier must publish one.

    A statement that is out of date, or for another year, breaks the duty of whoever has it: it
    weighs high. Source: Modern Slavery Act 2015, section 54(1), a statement each financial year.
    """
    must = facts.turnover is not None and facts.turnover >= THRESHOLD
    return tuple(
        replace(each, severity=Severity.HIGH)
        if must and each.rule == "law.yearly" and each.outcome is Outcome.NOT_MET
        else each
        for each in findings
    )


@rule(
    "statement.readable",
    version=1,
    theme=Theme.STATEMENT,
    title="The document offered as a statement can be read",
    source="Home Office, Transparency in supply chains guidance (2025), on accessible publication",
)
def readable(unread: Unread) -> Finding:
    """What could not be read is not judged: the statement is unknown, never a failure."""
    return readable.finding(
        Outcome.UNKNOWN,
        f"{unread.name} could not be read: {unread.reason}. Nothing is concluded from it.",
        severity=Severity.MEDIUM,
        remedy="Ask for the statement as text: a web page, a Word document or a PDF with text.",
        subject=unread.name,
        evidence=(Evidence(unread.reason, unread.name, document=unread.document),),
    )
