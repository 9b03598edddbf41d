"""Exclusion and debarment grounds that may apply: the authority verifies and decides, never this.

Procurement Act 2023, in force for procurements begun on or after 24 February 2025. A ground that
may apply is put to a person to verify; whether a supplier is excluded or excludable turns on
self-cleaning (s58) and is the contracting authority's decision.
"""

from datetime import date

from scoring.facts import AnswerValue, SupplierFacts
from scoring.findings import Finding, rule
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules.answers import AnswerRule, answer_evidence, answers_to, value_of

IN_FORCE = date(2025, 2, 24)
VERIFY = (
    "Verify against the court record, the enforcement body and the debarment list; ask the "
    "supplier for its evidence of self-cleaning (s58); take advice. The authority decides and "
    "notifies the Procurement Review Unit within 30 days of excluding."
)


@rule(
    "exclusion.mandatory",
    version=1,
    theme=Theme.LAW,
    title="No mandatory exclusion ground may apply",
    source="Procurement Act 2023 ss26, 57-58, Schedule 6 (Modern Slavery Act 2015 ss1, 2, 4, 30; "
    "Gangmasters (Licensing) Act 2004 ss12-13; National Minimum Wage Act 1998 s31; "
    "Immigration Act 2016 s27)",
    valid_from=IN_FORCE,
)
def mandatory(facts: SupplierFacts, at: date) -> Finding:
    """The supplier and its connected persons have no conviction that Schedule 6 lists.

    Convictions older than five years are ignored; for slavery and trafficking offences those from
    before the Act count too. A `yes` means that a ground may apply, to be verified; it never says
    that the supplier is excluded.
    """
    return _ground(mandatory, facts, at, ("exclusion.convicted",), "A mandatory exclusion ground")


@rule(
    "exclusion.discretionary",
    version=1,
    theme=Theme.LAW,
    title="No discretionary exclusion ground for labour market misconduct may apply",
    source="Procurement Act 2023 ss27, 57-58, Schedule 7 paras 1-3 (labour market misconduct)",
    valid_from=IN_FORCE,
)
def discretionary(facts: SupplierFacts, at: date) -> Finding:
    """No slavery, trafficking or labour market order or conduct is known of the supplier.

    Sufficient evidence of conduct, in the United Kingdom or abroad, that would be a slavery or
    trafficking offence is enough: no conviction is needed. What is sufficient is for the authority
    to judge, with the supplier heard.
    """
    questions = ("exclusion.order", "exclusion.conduct")
    return _ground(discretionary, facts, at, questions, "A discretionary exclusion ground")


@rule(
    "exclusion.debarment",
    version=1,
    theme=Theme.LAW,
    title="The supplier is not on the debarment list",
    source="Procurement Act 2023 ss59-65",
    valid_from=IN_FORCE,
)
def debarment(facts: SupplierFacts, at: date) -> Finding:
    """The supplier is not on the debarment list on the day of the decision.

    An entry on a mandatory ground means that the supplier must be treated as excluded; on a
    discretionary ground, as excludable. The list is read on the day: names are alike, so verify
    that the entry is this supplier.
    """
    return _ground(debarment, facts, at, ("exclusion.debarred",), "A debarment entry")


@rule(
    "exclusion.self_cleaning",
    version=1,
    theme=Theme.LAW,
    title="What put an exclusion ground right has been shown",
    source="Procurement Act 2023 s58",
    valid_from=IN_FORCE,
)
def self_cleaning(facts: SupplierFacts, at: date) -> Finding:
    """Where a ground may apply, the supplier has shown that it is not likely to happen again.

    The authority weighs how seriously the supplier took it, what it did (people repaid, staff and
    controls changed), what it promises, how long ago it was, and other evidence.
    """
    grounds = ("exclusion.convicted", "exclusion.order", "exclusion.conduct", "exclusion.debarred")
    if all(value_of(facts, each, at) is AnswerValue.NO for each in grounds):
        return self_cleaning.finding(Outcome.NOT_APPLICABLE, "No ground was named that may apply.")
    evidence = tuple(answer_evidence(e) for e in answers_to(facts, "exclusion.self_cleaning", at))
    value = value_of(facts, "exclusion.self_cleaning", at)
    if value is AnswerValue.YES:
        detail = "Evidence of self-cleaning was given, for the authority to weigh."
        return self_cleaning.finding(Outcome.MET, detail, evidence=evidence)
    known = any(value_of(facts, each, at) is AnswerValue.YES for each in grounds)
    if value is AnswerValue.NOT_KNOWN or not known:
        detail = "Unknown: whether a ground may apply, or what was done about it, is not answered."
        return self_cleaning.finding(
            Outcome.UNKNOWN, detail, remedy="Ask for answers.", evidence=evidence
        )
    return self_cleaning.finding(
        Outcome.NOT_MET,
        "A ground may apply, and no full evidence of self-cleaning has been shown.",
        severity=Severity.MEDIUM,
        remedy="Ask the supplier for its evidence before deciding anything.",
        evidence=evidence,
    )


def _ground(
    judge: AnswerRule, facts: SupplierFacts, at: date, questions: tuple[str, ...], name: str
) -> Finding:
    values = {value_of(facts, each, at) for each in questions}
    evidence = tuple(answer_evidence(a) for each in questions for a in answers_to(facts, each, at))
    if values & {AnswerValue.YES, AnswerValue.PARTLY}:
        return judge.finding(
            Outcome.NOT_MET,
            f"{name} may apply: verify. This is not a decision to exclude.",
            severity=Severity.CRITICAL,
            remedy=VERIFY,
            evidence=evidence,
        )
    if values == {AnswerValue.NO}:
        said = f"{name} was not declared; a declaration is checked before award."
        return judge.finding(Outcome.MET, said, evidence=evidence)
    return judge.finding(
        Outcome.UNKNOWN,
        f"Unknown: whether {name[0].lower()}{name[1:]} may apply was not answered.",
        remedy="Ask for the supplier's declaration, and read the debarment list on the day.",
        evidence=evidence,
    )
