"""Whether it is certain which company a supplier is; every other judgement hangs on it."""

from dataclasses import dataclass

from scoring.findings import Evidence, Finding, rule
from scoring.matching import CompanyRecord, MatchState
from scoring.reference.vocabulary import Outcome, Severity, Theme


@dataclass(frozen=True, slots=True)
class MatchedCompany:
    """How a supplier was matched: the company taken or proposed, why, and by whom."""

    state: MatchState
    company: CompanyRecord | None = None
    reasons: tuple[str, ...] = ()
    decided_by: str = ""


@rule(
    "identity.company",
    version=2,
    theme=Theme.IDENTITY,
    title="It is known which company the supplier is",
    source="Our own rule: names alone mislead, so number and name must agree or a person decides",
)
def known_company(matched: MatchedCompany) -> Finding:
    """A supplier is taken for a company only where its records agree or a person said so.

    Where the number on the list and the name point to different companies a person decides, since
    every later judgement would otherwise be about the wrong company. A person
    also looks where the register no longer gives the company as plainly active: one that is
    dissolved, in liquidation or to be struck off may not be the one that can deliver.
    """
    why = "; ".join(matched.reasons)
    if matched.state is MatchState.NONE or matched.company is None:
        return known_company.finding(
            Outcome.UNKNOWN,
            "We did not find this name and number in the registers that we hold.",
            severity=Severity.LOW,
            remedy="Give the company number, or load a newer register of companies.",
        )
    company = matched.company
    proof = (
        Evidence(f"{company.name}, {company.number or 'no number'}", "register of companies"),
    )
    if matched.state is MatchState.ACCEPTED and company.standing:
        return known_company.finding(
            Outcome.UNKNOWN,
            f"{company.name} ({company.number}) is on the register as “{company.standing}”, "
            "so check whether it still delivers the contract.",
            severity=Severity.MEDIUM,
            remedy="Look the company up on the register, and ask who delivers the contract.",
            evidence=proof,
        )
    if matched.state is MatchState.ACCEPTED:
        by = f" Decided by {matched.decided_by}." if matched.decided_by else ""
        return known_company.finding(
            Outcome.MET, f"{company.name} ({company.number}). {why}.{by}", evidence=proof
        )
    return known_company.finding(
        Outcome.UNKNOWN,
        f"It may be {company.name} ({company.number}), but a person has to decide. {why}.",
        severity=Severity.MEDIUM,
        remedy="Compare name, number and address, and confirm or reject the match.",
        evidence=proof,
    )
