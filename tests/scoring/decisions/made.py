"""Suppliers, findings and risks made for the tests of decisions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from scoring.assessment import Assessed, Inputs, assess
from scoring.companies import SectorShare, Trade
from scoring.decisions.needs import RULE
from scoring.facts import Answer, AnswerValue, ContractFacts, PayPeriod, SupplierFacts
from scoring.findings import Finding
from scoring.matching import CompanyRecord, MatchState
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.risk import Risk, band_of
from scoring.rules.company import MatchedCompany

AT = date(2026, 11, 25)
NO_COMPANY = MatchedCompany(MatchState.NONE)
COMPANY = MatchedCompany(
    MatchState.ACCEPTED, CompanyRecord("1", "Fern Ltd", "01234567", "SW1A 1AA"), ("same number",)
)
FINDING = Finding(
    rule="pay.living_wage",
    version=1,
    theme=Theme.PAY,
    title="Pay is at least the Living Wage",
    outcome=Outcome.MET,
    severity=Severity.INFO,
    detail="",
    source="",
)


def risk(figure: int, low: int | None = None, high: int | None = None) -> Risk:
    at = Decimal(figure)
    least = at if low is None else Decimal(low)
    return Risk(low=least, figure=at, high=Decimal(high or figure), band=band_of(at))


def finding(
    outcome: Outcome, severity: Severity = Severity.INFO, rule: str = "a.rule", **more: object
) -> Finding:
    made = replace(FINDING, rule=rule, outcome=outcome, severity=severity)
    return replace(made, **more)  # type: ignore[arg-type]


def need(subject: str, *, known: bool = True) -> Finding:
    return finding(
        Outcome.MET if known else Outcome.UNKNOWN,
        rule=RULE,
        subject=subject,
        theme=Theme.EXPOSURE,
        detail=f"Known: {subject} known." if known else "",
    )


KNOWN = (need("identity"), need("trade"))


def trade(**shares: str) -> Trade:
    return Trade(tuple(SectorShare(name, Decimal(p)) for name, p in shares.items()))


def assessed(facts: SupplierFacts, matched: MatchedCompany = COMPANY, at: date = AT) -> Assessed:
    return assess(Inputs(at, facts, (), (), matched), ())


def supplier(sector: str, spend: int | None, **more: object) -> SupplierFacts:
    worth = None if spend is None else Decimal(spend)
    made = SupplierFacts("Fern Ltd", "01234567", trade=trade(**{sector: "1"}), spend=worth)
    return replace(made, **more)  # type: ignore[arg-type]


def answers(**values: str) -> tuple[Answer, ...]:
    return tuple(Answer(id.replace("__", "."), AnswerValue(value)) for id, value in values.items())


ANSWERED = answers(
    recruitment__fees="no",
    documents__identity_kept="no",
    supply__labour_provider="no",
    supply__subcontracted="no",
    exclusion__convicted="no",
    exclusion__order="no",
    exclusion__conduct="no",
    exclusion__debarred="no",
)


def paid(pay: str, reference: str = "C1", title: str = "Cleaning of libraries") -> ContractFacts:
    return ContractFacts(
        reference, title=title, pay=Decimal(pay), pay_period=PayPeriod.HOUR, place="London",
        third_party=True, weekly_hours=Decimal(35), youngest_age=25, start=date(2025, 6, 1),
        end=date(2028, 5, 31),
    )  # fmt: skip
