"""Whether a statement is at hand where one is due, and whether what is offered can be read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from scoring.facts import SupplierFacts
from scoring.findings import Evidence, Finding, rule
from scoring.reference.vocabulary import Outcome, Severity, Theme

THRESHOLD = Decimal(36_000_000)
"""Pounds of total turnover a year from which the duty binds (SI 2015/1833, regulation 2)."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document offered as a statement that could not be read, and why."""

    name: str
    reason: str
    document: str = ""


@rule(
    "law.duty_to_publish",
    version=1,
    theme=Theme.LAW,
    title="A statement is published where the Act asks for one",
    source="Modern Slavery Act 2015, section 54(1)-(2); SI 2015/1833, regulation 2",
    valid_from=date(2015, 10, 29),
)
def duty_to_publish(facts: SupplierFacts, offered: int, at: date) -> Finding:
    """An organisation with a turnover of £36 million or more publishes a statement every year.

    `offered` counts the documents at hand. That none is at hand does not show that none is
    published: an organisation under the duty is asked for it. One below the threshold has no duty,
    and one whose turnover is not known may or may not have it.
    """
    turnover = facts.turnover
    turnover_evidence = (
        () if turnover is None else (Evidence(f"£{turnover:,.0f} a year", "supplier list"),)
    )
    if offered:
        statement_evidence = Evidence(f"{offered} on file on {at:%d %B %Y}", "statements at hand")
        return duty_to_publish.finding(
            Outcome.MET,
            "A statement is at hand.",
            evidence=(statement_evidence, *turnover_evidence),
        )
    if turnover is None:
        return duty_to_publish.finding(
            Outcome.UNKNOWN,
            "No statement is at hand, and the turnover that decides the duty is not known.",
            severity=Severity.LOW,
            remedy="Look in the statement registry and on the website; ask for the turnover.",
        )
    if turnover < THRESHOLD:
        return duty_to_publish.finding(
            Outcome.NOT_APPLICABLE,
            "Turnover is below £36 million, so the Act asks for no statement.",
            evidence=turnover_evidence,
        )
    return duty_to_publish.finding(
        Outcome.NOT_MET,
        "Turnover is £36 million or more and no statement is at hand. One may be published that "
        "has not been found.",
        severity=Severity.HIGH,
        remedy="Look in the statement registry and on the home page, then ask for it in writing.",
        evidence=turnover_evidence,
    )


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
