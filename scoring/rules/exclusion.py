"""Exclusion and debarment grounds that may apply: the authority verifies and decides, never this.

Procurement Act 2023, in force for procurements begun on or after 24 February 2025. Call-offs under
an earlier framework (SI 2024/716) and regulated health procurement (SI 2024/692) are under other
law. A ground that may apply is put to a person to verify. Whether a supplier is excluded or
excludable turns on self-cleaning (s58) and is the contracting authority's decision. The grounds
themselves, with what counts and since when, are in `scoring/exclusion/`.
"""

from datetime import date

from scoring.exclusion.lookback import IN_FORCE
from scoring.facts import AnswerValue, SupplierFacts
from scoring.findings import Evidence, Finding, rule
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules.answers import AnswerRule, answer_evidence, answers_to, judged, value_of

VERIFY = (
    "Verify against the court record, the enforcement body and the debarment list; ask the "
    "supplier for its evidence of self-cleaning (s58); take advice. The authority decides and "
    "gives notice to the Procurement Review Unit within 30 days of excluding (s59)."
)
FROM_CASE = "exclusion case"
"""How the source of an answer begins that is from an exclusion case, open or decided."""
_GROUNDS = (
    "exclusion.convicted",
    "exclusion.order",
    "exclusion.conduct",
    "exclusion.misconduct",
    "exclusion.debarred",
)


@rule(
    "exclusion.mandatory",
    version=3,
    theme=Theme.LAW,
    title="No mandatory exclusion ground may apply",
    source="Procurement Act 2023 ss26-27, 57-58, Schedule 6 paras 2, 19-26, 33-34, 44-45 "
    "(Corporate Manslaughter and Corporate Homicide Act 2007 s1; Employment Agencies Act 1973; "
    "Employment (Miscellaneous Provisions) (Northern Ireland) Order 1981; "
    "National Minimum Wage Act 1998 s31(1); Gangmasters (Licensing) Act 2004; Modern Slavery Act "
    "2015 ss1, 2, 4, 30 and the Scottish and Northern Irish Acts of 2015; Employment Rights Act "
    "2025 s139, before 7 April 2026 Immigration Act 2016 s27)",
    valid_from=IN_FORCE,
)
def mandatory(facts: SupplierFacts, at: date) -> Finding:
    """The supplier and its connected persons have no conviction that Schedule 6 lists on labour.

    Convictions older than five years are ignored. Those for slavery and trafficking count from
    before the Act too. Those of agencies, labour providers, minimum wage and breach of orders
    count from 24 February 2022, and corporate manslaughter from 24 February 2025. Ancillary
    offences and those abroad count as the offence that they relate to. Connected persons include
    subsidiaries, shadow directors and predecessor companies.
    Self-cleaning does not lower this: the authority decides whether it is likely to occur again.
    `partly` is a record under the same name, to be compared first. A `yes` means that a ground may
    apply, to be verified; it never says that the supplier is excluded.
    """
    return _ground(mandatory, facts, at, ("exclusion.convicted",), "A mandatory exclusion ground")


@rule(
    "exclusion.discretionary",
    version=3,
    theme=Theme.LAW,
    title="No discretionary exclusion ground for labour market misconduct may apply",
    source="Procurement Act 2023 ss26-27, 57-58, Schedule 7 paras 1-3, 11-13, 15-17 (orders of "
    "the Modern Slavery Act 2015 Part 2, the Scottish and Northern Irish Acts of 2015, and the "
    "Employment Rights Act 2025 s123, before 7 April 2026 Immigration Act 2016 s18)",
    valid_from=IN_FORCE,
)
def discretionary(facts: SupplierFacts, at: date) -> Finding:
    """No slavery, trafficking or labour market order or conduct is known of the supplier.

    Sufficient evidence of conduct, in the United Kingdom or abroad, that would be a slavery or
    trafficking offence is enough: no conviction is needed. So is conduct abroad that could lead to
    a slavery or labour market order here. What is sufficient is for the authority to judge, with
    the supplier heard. Orders and conduct from before 24 February 2025 are ignored, and what the
    authority has been aware of for more than five years. For breach of a contract or of standards,
    and for acting improperly in a procurement, it is three years. A ruling counts from when the
    authority was aware of the ruling. A breach of contract counts from when it was aware of the
    termination, damages or settlement. Where self-cleaning was shown in full the ground weighs
    less.
    """
    questions = ("exclusion.order", "exclusion.conduct", "exclusion.misconduct")
    name = "A discretionary exclusion ground"
    if value_of(facts, "exclusion.self_cleaning", at) is not AnswerValue.YES:
        return _ground(discretionary, facts, at, questions, name)
    shown = answers_to(facts, "exclusion.self_cleaning", at)
    return _ground(
        discretionary,
        facts,
        at,
        questions,
        name,
        severity=Severity.HIGH,
        more=" Self-cleaning was shown in full, so it weighs less; the authority still considers "
        "it (ss26(2), 58).",
        cleaned=tuple(answer_evidence(each) for each in shown),
    )


@rule(
    "exclusion.debarment",
    version=3,
    theme=Theme.LAW,
    title="The supplier is not on the debarment list",
    source="Procurement Act 2023 ss57(1)(b), 57(2)(b), 57(3), 59-65",
    valid_from=IN_FORCE,
)
def debarment(facts: SupplierFacts, at: date) -> Finding:
    """The supplier is not on the debarment list on the day of the decision.

    An entry on a mandatory ground means that the supplier must be treated as excluded; on a
    discretionary ground, as excludable. One only on national security (Schedule 6 para 35) counts
    for the contracts that it describes (s57(3)). Self-cleaning is then for the Minister to weigh
    (s64). The list is read on the day: names are alike, so an entry under the same name alone is
    `partly`, weighs less, and is compared first.
    """
    return _ground(debarment, facts, at, ("exclusion.debarred",), "A debarment entry")


@rule(
    "exclusion.associated",
    version=1,
    theme=Theme.EXPOSURE,
    title="No ground may apply to those that the supplier relies on",
    source="Procurement Act 2023 ss26(3)-(4), 27(4), 57(1)-(2)",
    valid_from=IN_FORCE,
)
def associated(facts: SupplierFacts, at: date) -> Finding:
    """No ground and no debarment entry is known of the supplier's associated persons.

    An associated person is one that the supplier relies on to meet the conditions of
    participation, but for a guarantor. Before excluding, the authority lets the supplier replace
    it. It is about others, so it says nothing about what the supplier itself controls.
    """
    return judged(associated, facts, "exclusion.associated", at)


@rule(
    "exclusion.subcontractors",
    version=1,
    theme=Theme.EXPOSURE,
    title="No intended sub-contractor is debarred or under a ground",
    source="Procurement Act 2023 s28",
    valid_from=IN_FORCE,
)
def subcontractors(facts: SupplierFacts, at: date) -> Finding:
    """No intended sub-contractor is on the debarment list, and none is under a ground.

    The authority must ask whom the supplier intends to sub-contract to and look each up in the
    list. Before excluding, it lets the supplier find another sub-contractor. It is about others,
    so it says nothing about what the supplier itself controls.
    """
    return judged(subcontractors, facts, "exclusion.subcontractors", at)


@rule(
    "exclusion.self_cleaning",
    version=2,
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
    if all(value_of(facts, each, at) is AnswerValue.NO for each in _GROUNDS):
        return self_cleaning.finding(Outcome.NOT_APPLICABLE, "No ground was named that may apply.")
    evidence = tuple(answer_evidence(e) for e in answers_to(facts, "exclusion.self_cleaning", at))
    value = value_of(facts, "exclusion.self_cleaning", at)
    if value is AnswerValue.YES:
        detail = "Evidence of self-cleaning was given, for the authority to weigh."
        return self_cleaning.finding(Outcome.MET, detail, evidence=evidence)
    known = any(value_of(facts, each, at) is AnswerValue.YES for each in _GROUNDS)
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
    judge: AnswerRule,
    facts: SupplierFacts,
    at: date,
    questions: tuple[str, ...],
    name: str,
    *,
    severity: Severity = Severity.CRITICAL,
    more: str = "",
    cleaned: tuple[Evidence, ...] = (),
) -> Finding:
    values = {value_of(facts, each, at) for each in questions}
    given = [a for each in questions for a in answers_to(facts, each, at)]
    evidence = tuple(answer_evidence(each) for each in given)
    cases = dict.fromkeys(each.text for each in given if each.source.startswith(FROM_CASE))
    said = " ".join(cases) or "This is not a decision to exclude."
    if AnswerValue.YES in values:
        return judge.finding(
            Outcome.NOT_MET,
            f"{name} may apply: verify. {said}{more}",
            severity=severity,
            remedy=VERIFY,
            evidence=(*evidence, *cleaned),
        )
    if AnswerValue.PARTLY in values:
        return judge.finding(
            Outcome.NOT_MET,
            f"{name} may apply: verify first that the record is about this supplier.{more}",
            severity=Severity.HIGH,
            remedy=f"Compare the company number, or the date of birth and address. {VERIFY}",
            evidence=(*evidence, *cleaned),
        )
    if values == {AnswerValue.NO}:
        none = f"{name} was not declared; a declaration is checked before award."
        return judge.finding(Outcome.MET, " ".join((none, *cases)), evidence=evidence)
    unknown = f"Unknown: whether {name[0].lower()}{name[1:]} may apply was not answered."
    return judge.finding(
        Outcome.UNKNOWN,
        " ".join((unknown, *cases)),
        remedy="Ask for the supplier's declaration, and read the debarment list on the day.",
        evidence=evidence,
    )
