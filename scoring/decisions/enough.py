"""Whether enough is known of a supplier, for its exposure and value, to clear it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.companies import Trade
from scoring.companies.inference import trade_of
from scoring.companies.public_bodies import public_body
from scoring.decisions.needs import KNOWN, RULE, Need, needed
from scoring.exposure import Exposure, Factor
from scoring.exposure.scale import spend_a_year
from scoring.exposure.work import trade_known
from scoring.facts import AnswerValue, SupplierFacts
from scoring.findings import Evidence, Finding, rule
from scoring.matching import MatchState
from scoring.reference.sectors import sectors
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.reference.weights import section
from scoring.risk.bands import band_of
from scoring.rules.answers import value_of
from scoring.rules.company import MatchedCompany

_PAY = ("pay.minimum_wage", "pay.living_wage", "payslip.minimum_wage", "payslip.living_wage",
        "pay.accreditation")  # fmt: skip
_RECRUITED = ("recruitment.fees", "documents.identity_kept")
_EXCLUSION = ("exclusion.mandatory", "exclusion.debarment")
_OF_TRADE = (Factor.INDUSTRY, Factor.WORKFORCE, Factor.CONTEXT, Factor.BUSINESS_MODEL,
             Factor.COMMODITY)  # fmt: skip
_MOVES: dict[str, tuple[Factor, ...]] = {
    "trade": _OF_TRADE,
    "workers": (Factor.WORKFORCE, Factor.BUSINESS_MODEL),
    "origin": (Factor.COMMODITY,),
}
_SHOWS = {"pay": "pay", "recruitment": "conditions", "publication": "statement",
          "exclusion": "law"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a supplier when it is judged, for the needs to be held against.

    Attributes:
        facts: Its records, with the contracts in force.
        trade: What it sells.
        exposure: Its inherent risk.
        matched: Which company it was matched to.
        findings: What the rules concluded.
        statement_year: The last day of the year that its statement covers, or None.
        at: The day.
    """

    facts: SupplierFacts
    trade: Trade
    exposure: Exposure
    matched: MatchedCompany
    findings: tuple[Finding, ...]
    statement_year: date | None
    at: date

    def outcomes(self, *rules: str) -> set[Outcome]:
        """Return the outcomes of some rules."""
        return {each.outcome for each in self.findings if each.rule in rules}


@rule(
    RULE,
    version=2,
    theme=Theme.EXPOSURE,
    title="Enough is known to clear",
    source="Cabinet Office PPN 009 (17 February 2025): in proportion to risk and value; "
    "the table in data/enough.csv is ours",
)
def enough_known(known: Known) -> tuple[Finding, ...]:
    """A supplier is cleared only where all that its exposure and yearly value call for is known.

    One finding a need: met with what is held, or unknown with the question. What an answer would
    change most comes first.
    """
    value = spend_a_year(known.facts, known.facts.contracts)
    needs = needed(band_of(known.exposure.figure), value)
    by_worth = sorted(needs, key=lambda need: -_worth(need, known.exposure))
    return tuple(part for need in by_worth if (part := _judge(need, known, value)) is not None)


def enough(
    facts: SupplierFacts,
    exposure: Exposure,
    matched: MatchedCompany,
    findings: tuple[Finding, ...],
    *,
    statement_year: date | None,
    at: date,
) -> tuple[Finding, ...]:
    """Return, need by need, whether enough is known of a supplier to clear it.

    Args:
        facts: What its records say.
        exposure: Its inherent risk.
        matched: Which company it was matched to.
        findings: What the rules concluded.
        statement_year: The last day of the year that its statement covers, or None.
        at: The day.
    """
    live = facts.on(at)
    return enough_known(
        Known(live, trade_of(facts), exposure, matched, findings, statement_year, at)
    )


def _judge(need: Need, known: Known, value: Decimal | None) -> Finding | None:
    """Whether one need is met; None where it does not concern the supplier."""
    held = _HELD[need.id](known)
    if held is None:
        return None
    if held:
        return enough_known.finding(
            Outcome.MET,
            f"{KNOWN}{held}.",
            subject=need.id,
            evidence=(Evidence(held, "the supplier's records"),),
        )
    worth = "an unknown value" if value is None else f"£{value:,.0f} a year"
    return enough_known.finding(
        Outcome.UNKNOWN,
        f"Not known: {need.missing}. An exposure of {known.exposure.figure} and {worth} call for "
        "it.",
        severity=Severity.INFO,
        remedy=need.question.text,
        subject=need.id,
    )


def _worth(need: Need, exposure: Exposure) -> Decimal:
    """How many points of risk an answer could move, at most; who it is comes before all."""
    if need.id in ("identity", "match"):
        return Decimal(1000)
    parts = {part.part: part.high - part.low for part in exposure.contributions}
    moved = sum((parts.get(each, Decimal(0)) for each in _MOVES.get(need.id, ())), Decimal(0))
    if need.id in _SHOWS:
        share = section("control")[_SHOWS[need.id]]
        return share * section("residual")["full_effect"] * exposure.high
    return moved


def _identity(known: Known) -> str | None:
    matched = known.matched
    if matched.state is MatchState.ACCEPTED and matched.company:
        return "company matched" if not matched.company.standing else ""
    if matched.state is MatchState.NONE and matched.decided_by:
        return f"no company, as {matched.decided_by} decided"
    if _is_public(known):
        return "public body"
    return None if matched.state is MatchState.REVIEW else ""


def _match(known: Known) -> str | None:
    return "" if known.matched.state is MatchState.REVIEW else None


def _trade(known: Known) -> str | None:
    if not trade_known(known.trade):
        return ""
    sector = sectors()[known.trade.shares[0].sector]
    return f"{sector.industry.replace('_', ' ')}-risk trade"


def _pay(known: Known) -> str | None:
    if "pay.accreditation" in {
        each.rule for each in known.findings if each.outcome is Outcome.MET
    }:
        return "Living Wage accreditation"
    return "pay shown" if Outcome.MET in known.outcomes(*_PAY) else ""


def _workers(known: Known) -> str | None:
    questions = ("supply.labour_provider", "supply.subcontracted")
    answered = all(
        value_of(known.facts, each, known.at) is not AnswerValue.NOT_KNOWN for each in questions
    )
    return "who does the work" if answered or known.facts.workforce else ""


def _recruitment(known: Known) -> str | None:
    met = [each for each in _RECRUITED if known.outcomes(each) == {Outcome.MET}]
    return "recruitment answered" if len(met) == len(_RECRUITED) else ""


def _origin(known: Known) -> str | None:
    parts = {each.part: each for each in known.exposure.contributions}
    goods = parts.get(Factor.COMMODITY)
    if goods is None or not trade_known(known.trade):
        return None
    if goods.known:
        return "origin of the goods" if goods.source and known.facts.countries else None
    return ""


def _publication(known: Known) -> str | None:
    if _is_public(known):
        return None
    outcomes = known.outcomes("law.duty_to_publish")
    if Outcome.NOT_APPLICABLE in outcomes:
        return "no duty to publish a statement"
    if Outcome.MET not in outcomes or Outcome.NOT_MET in known.outcomes("law.yearly"):
        return ""
    year = known.statement_year
    return f"statement for the year to {year:%B %Y}" if year else ""


def _exclusion(known: Known) -> str | None:
    if _is_public(known):
        return None
    met = [each for each in _EXCLUSION if known.outcomes(each) == {Outcome.MET}]
    return "no exclusion ground declared" if len(met) == len(_EXCLUSION) else ""


def _is_public(known: Known) -> bool:
    """A public body is no commercial organisation, so section 54 and exclusion do not reach it."""
    return public_body(known.facts.name) is not None


# words for what is held, "" where it is missing, None where the need does not concern the supplier
_HELD: dict[str, Callable[[Known], str | None]] = {
    "identity": _identity,
    "match": _match,
    "trade": _trade,
    "pay": _pay,
    "workers": _workers,
    "recruitment": _recruitment,
    "origin": _origin,
    "publication": _publication,
    "exclusion": _exclusion,
}
