"""Living Wage accreditation: shown by the register, not by a claim."""

from datetime import date

from scoring.facts import AnswerValue, SupplierFacts
from scoring.findings import Evidence, Finding, rule
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.rules.answers import answer_evidence, answers_to, value_of


@rule(
    "pay.accreditation",
    version=1,
    theme=Theme.PAY,
    title="Living Wage accreditation is shown by the register",
    source="Living Wage Foundation, register of accredited employers",
    valid_from=date(2011, 5, 1),
)
def accreditation(facts: SupplierFacts, at: date) -> Finding:
    """The Living Wage Foundation's register shows the accreditation that the employer claims.

    Accreditation is voluntary: an employer that claims none falls short of nothing. A claim that
    the register does not bear out is a contradiction; a claim not yet looked up is unknown.
    """
    question_id = "pay.living_wage_accredited"
    evidence = tuple(answer_evidence(each) for each in answers_to(facts, question_id, at))
    claimed, verified = value_of(facts, question_id, at), facts.accreditation_verified
    if verified:
        seen = Evidence("accredited", "register of accredited Living Wage employers")
        return accreditation.finding(
            Outcome.MET, "The register shows the accreditation.", evidence=(*evidence, seen)
        )
    if claimed is AnswerValue.NOT_KNOWN:
        return accreditation.finding(
            Outcome.UNKNOWN,
            "Unknown: whether accreditation is claimed was not answered.",
            remedy="Ask, and look the employer up in the Living Wage Foundation's register.",
            evidence=evidence,
        )
    if claimed is not AnswerValue.YES:
        detail = "No accreditation is claimed: it is voluntary."
        return accreditation.finding(Outcome.NOT_APPLICABLE, detail, evidence=evidence)
    if verified is None:
        return accreditation.finding(
            Outcome.UNKNOWN,
            "Accreditation is claimed; the register has not been looked up.",
            remedy="Look the employer up in the Living Wage Foundation's register.",
            evidence=evidence,
        )
    return accreditation.finding(
        Outcome.NOT_MET,
        "Accreditation is claimed, and the register does not show it.",
        severity=Severity.MEDIUM,
        remedy="Ask for the accreditation certificate and its date; names in the register differ.",
        evidence=evidence,
    )
