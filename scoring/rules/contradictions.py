"""Contradictions: the statement says one thing, and pay, answers or registers deny it."""

from collections.abc import Iterable
from datetime import date

from scoring.escalation.indicators import indicators_of
from scoring.escalation.route import urgent_route
from scoring.facts import SupplierFacts
from scoring.findings import Evidence, Finding, Rule, rule
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules import claims
from scoring.rules.claims import Claim

SHOWN = 20
ASK = "Ask the supplier which workers its sentence means, and for the records that bear it out."
REGISTER = "register of accredited Living Wage employers"
GUIDANCE = "Home Office, Transparency in supply chains guidance (2025)"
Contradiction = Rule[
    [tuple[Evidence, ...], tuple[Finding, ...], SupplierFacts, date], tuple[Finding, ...]
]


@rule(
    "contradiction.living_wage",
    version=1,
    theme=Theme.STATEMENT,
    title="What the statement says of the Living Wage agrees with pay",
    source=f"Ending Modern Slavery strategy 2021-2026, objective 2; {GUIDANCE}",
    valid_from=date(2015, 10, 29),
)
def living_wage(
    said: tuple[Evidence, ...], findings: tuple[Finding, ...], facts: SupplierFacts, at: date
) -> tuple[Finding, ...]:
    """A statement that tells of paying the Living Wage stands beside pay that reaches it.

    Contracts and payslips that pay less are shown with the sentence. A promise for the future, a
    denial, the statutory National Living Wage and what is asked of suppliers are no claim; pay
    that is unknown contradicts nothing.
    """
    shown = ("pay.living_wage", "payslip.living_wage")
    return _compare(living_wage, claims.LIVING_WAGE, said, _of(findings, shown), facts, at)


@rule(
    "contradiction.accreditation",
    version=1,
    theme=Theme.STATEMENT,
    title="Accreditation that the statement claims is in the register",
    source="Living Wage Foundation, register of accredited employers",
    valid_from=date(2011, 5, 1),
)
def accreditation(
    said: tuple[Evidence, ...], _findings: tuple[Finding, ...], facts: SupplierFacts, at: date
) -> tuple[Finding, ...]:
    """A statement that tells of Living Wage accreditation is borne out by the register.

    Names in the register may differ, so a claim that it does not show is to be asked about; a
    register that has not been looked up leaves the answer unknown.
    """
    made = claims.ACCREDITED.made_in(said)
    if not made:
        return (_no_claim(accreditation),)
    if facts.accreditation_verified is None:
        return (_unknown(accreditation, made, "the register has not been looked up"),)
    if facts.accreditation_verified:
        seen = Evidence("accredited", REGISTER)
        return (
            accreditation.finding(
                Outcome.MET, "The register bears the claim out.", evidence=(*made, seen)
            ),
        )
    return (
        accreditation.finding(
            Outcome.NOT_MET,
            f"{facts.name} writes that it is accredited; on {at} the register does not show it.",
            severity=Severity.HIGH,
            remedy="Ask for the certificate and its date; names in the register differ.",
            evidence=(*made, Evidence("not found", REGISTER)),
        ),
    )


@rule(
    "contradiction.fees",
    version=1,
    theme=Theme.STATEMENT,
    title="What the statement says of recruitment fees agrees with answers and payslips",
    source=f"Employment Agencies Act 1973 s6; ILO Indicators of Forced Labour; {GUIDANCE}",
    valid_from=date(2015, 10, 29),
)
def fees(
    said: tuple[Evidence, ...], findings: tuple[Finding, ...], facts: SupplierFacts, at: date
) -> tuple[Finding, ...]:
    """A statement that workers pay no fees stands beside answers and payslips that show none.

    Deductions that repeat for a fee, loan, fine or transport deny it, as do answers that workers
    paid or owe.
    """
    shown = ("recruitment.fees", "pay.deductions", "payslip.repeated_deductions")
    records = [
        each
        for each in _of(findings, shown)
        if each.outcome is not Outcome.NOT_MET
        or each.rule != "payslip.repeated_deductions"
        or each.severity is Severity.HIGH
    ]
    return _compare(fees, claims.NO_FEES, said, records, facts, at)


@rule(
    "contradiction.documents",
    version=1,
    theme=Theme.STATEMENT,
    title="What the statement says of identity documents agrees with answers",
    source=f"Modern Slavery Act 2015 s1; ETI Base Code 1.2; {GUIDANCE}",
    valid_from=date(2015, 10, 29),
)
def documents(
    said: tuple[Evidence, ...], findings: tuple[Finding, ...], facts: SupplierFacts, at: date
) -> tuple[Finding, ...]:
    """A statement that nobody keeps workers' documents stands beside answers that say so too."""
    records = _of(findings, ("documents.identity_kept",))
    return _compare(documents, claims.NO_DOCUMENT_RETENTION, said, records, facts, at)


@rule(
    "contradiction.freedom",
    version=1,
    theme=Theme.STATEMENT,
    title="What the statement says of freedom to leave agrees with answers",
    source=f"Modern Slavery Act 2015 s1; ETI Base Code 1; {GUIDANCE}",
    valid_from=date(2015, 10, 29),
)
def freedom(
    said: tuple[Evidence, ...], findings: tuple[Finding, ...], facts: SupplierFacts, at: date
) -> tuple[Finding, ...]:
    """A statement that work is freely chosen stands beside answers that workers may leave."""
    records = _of(findings, ("freedom.to_leave",))
    return _compare(freedom, claims.FREE_TO_LEAVE, said, records, facts, at)


@rule(
    "contradiction.hours",
    version=1,
    theme=Theme.STATEMENT,
    title="What the statement says of working hours agrees with rotas and answers",
    source=f"Working Time Regulations 1998; ETI Base Code 6; {GUIDANCE}",
    valid_from=date(2015, 10, 29),
)
def hours(
    said: tuple[Evidence, ...], findings: tuple[Finding, ...], facts: SupplierFacts, at: date
) -> tuple[Finding, ...]:
    """A statement that hours are lawful or limited stands beside rotas and answers that agree."""
    shown = (
        "hours.weekly_average",
        "hours.sixty",
        "hours.daily_rest",
        "hours.weekly_rest",
        "hours.days_in_a_row",
        "hours.rest_days",
    )
    return _compare(hours, claims.LAWFUL_HOURS, said, _of(findings, shown), facts, at)


CONTRADICTIONS: tuple[Contradiction, ...] = (
    living_wage,
    accreditation,
    fees,
    documents,
    freedom,
    hours,
)


def contradictions(
    statement_evidence: tuple[Evidence, ...],
    findings: tuple[Finding, ...],
    facts: SupplierFacts,
    *,
    at: date,
) -> tuple[Finding, ...]:
    """Find where a statement says one thing and pay, answers or records another.

    Without a statement there is nothing to compare, and no finding.

    Args:
        statement_evidence: Sentences of the supplier's statements, with their status.
        findings: What `judge` and `judge_sample` found.
        facts: What is known of the supplier.
        at: The day the judgement is for.
    """
    if not statement_evidence:
        return ()
    return tuple(
        finding
        for each in CONTRADICTIONS
        for finding in each(statement_evidence, findings, facts, at)
    )


def _of(findings: Iterable[Finding], rules: tuple[str, ...]) -> list[Finding]:
    return [
        each
        for each in findings
        if each.rule in rules and each.outcome is not Outcome.NOT_APPLICABLE
    ]


def _compare(
    judge: Contradiction,
    claim: Claim,
    said: tuple[Evidence, ...],
    records: list[Finding],
    facts: SupplierFacts,
    at: date,
) -> tuple[Finding, ...]:
    made = claim.made_in(said)
    if not made:
        return (_no_claim(judge),)
    denials: dict[tuple[str, str], list[Finding]] = {}
    for each in records:
        if each.outcome is Outcome.NOT_MET:
            contract = each.subject if each.rule == "pay.living_wage" else ""
            denials.setdefault((each.rule, contract), []).append(each)
    if denials:
        return tuple(_denied(judge, made, each, facts, at) for each in denials.values())
    borne_out = [each for each in records if each.outcome is Outcome.MET]
    if not borne_out or any(each.outcome is Outcome.UNKNOWN for each in records):
        return (_unknown(judge, made, "no record shows enough to compare it with"),)
    proof = tuple(proof for each in borne_out for proof in each.evidence)
    agrees = "What is on record agrees with the statement."
    return (judge.finding(Outcome.MET, agrees, evidence=(*made, *proof[:SHOWN])),)


def _denied(
    judge: Contradiction,
    made: tuple[Evidence, ...],
    denials: list[Finding],
    facts: SupplierFacts,
    at: date,
) -> Finding:
    first, urgent = denials[0], any(each.urgent for each in denials)
    more = f" And {len(denials) - 1:,} more like it." if len(denials) > 1 else ""
    proof = tuple(proof for each in denials for proof in each.evidence)
    return judge.finding(
        Outcome.NOT_MET,
        f"{facts.name} writes one thing, and on {at} its records or answers show another: "
        f"“{first.title}” is not met. {first.detail}{more}",
        severity=max((Severity.HIGH, *(each.severity for each in denials)), key=lambda s: s.rank),
        remedy=urgent_route(at).text if urgent else ASK,
        subject=first.subject if len(denials) == 1 else "",
        evidence=(*made, *proof[:SHOWN]),
        urgent=urgent,
        indicators=indicators_of(judge.card.id),
    )


def _unknown(judge: Contradiction, made: tuple[Evidence, ...], why: str) -> Finding:
    return judge.finding(
        Outcome.UNKNOWN,
        f"Unknown: the statement makes this claim, and {why}.",
        remedy="Ask for the records behind the claim.",
        evidence=made,
    )


def _no_claim(judge: Contradiction) -> Finding:
    return judge.finding(Outcome.NOT_APPLICABLE, "The statement makes no such claim.")
