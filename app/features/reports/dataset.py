"""Everything that a report is made from, asked of the database once for a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from app.features.checks.decision_in_force import SupplierDecision, decisions_as_at
from app.features.checks.queries import Agreed, Decided, actions_as_at, check_decisions_as_at
from app.features.exclusion.remedies import remedies_agreed_before
from app.features.registers.referrals import referrals_by
from app.features.reports.history import (
    AssessmentSnapshot,
    assessments_as_at,
    end_of,
    supplier_count_as_at,
)
from app.features.reports.rule_stats import (
    IndicatorCount,
    RuleOutcomes,
    contract_outcomes_as_at,
    indicator_counts_as_at,
    rule_outcomes_as_at,
)
from models import ReferralCount, Remedy
from scoring.escalation.indicators import INDICATORS
from scoring.exposure.scale import contracts_a_year, spend_a_year
from scoring.facts import ContractFacts
from scoring.geography.borough import borough_of_all
from scoring.matching import MatchState
from scoring.periods import Period
from scoring.reference.vocabulary import Outcome

LIVING_WAGE = "pay.living_wage"
UNKNOWN = "Not known"
SIGN_RULES = tuple(sorted({rule for each in INDICATORS for rule in each.rules} | {"urgent.route"}))
"""Rules whose findings can show signs of exploitation: their counts are counts about people."""
_WORST = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class SupplierSnapshot:
    """A supplier as it stood, with what the report groups and adds it up by.

    `contracts` are those live on the report's day. Money is pounds, None where not known: `paid`
    is what payments came to in `paid_periods`, `contract_value` what its contracts are worth
    a year, `spend` the larger of the two a year. `living_wage` is the worst outcome over its
    contracts, None where the rule said nothing; `wages` is each contract's reference and outcome.
    """

    judged: AssessmentSnapshot
    contracts: tuple[ContractFacts, ...]
    category: str
    country: str
    borough: str
    spend: Decimal | None
    paid: Decimal | None
    paid_periods: tuple[Period, ...]
    contract_value: Decimal | None
    living_wage: Outcome | None
    wages: tuple[tuple[str, Outcome], ...]

    @property
    def name(self) -> str:
        """The supplier's name, as it was then."""
        return self.judged.inputs.facts.name

    @property
    def matched(self) -> bool:
        """Whether it was known which company it is."""
        return self.judged.inputs.matched.state is MatchState.ACCEPTED

    @property
    def read(self) -> bool:
        """Whether a statement of its was read and judged."""
        return self.judged.statement_score is not None


@dataclass(frozen=True, slots=True)
class ReportData:
    """What was known on a day."""

    day: date
    listed: int
    suppliers: tuple[SupplierSnapshot, ...]
    outcomes: dict[str, RuleOutcomes]
    signs: tuple[IndicatorCount, ...]
    referrals: tuple[ReferralCount, ...]
    decided: Decided | None
    agreed: Agreed | None
    supplier_decisions: Mapping[UUID, SupplierDecision] = field(default_factory=dict)
    remedies: tuple[Remedy, ...] = ()

    @property
    def assessed(self) -> int:
        """How many listed suppliers had been assessed."""
        return len(self.suppliers)

    @property
    def spend(self) -> Decimal:
        """Pounds a year with the suppliers whose spend is known."""
        return sum((each.spend for each in self.suppliers if each.spend is not None), Decimal(0))

    def decision_on(self, supplier: SupplierSnapshot) -> SupplierDecision | None:
        """Return a person's decision that counted on the day in place of the proposal."""
        last = self.supplier_decisions.get(supplier.judged.supplier)
        return last if last and last.counts_over(supplier.judged.decision) else None

    def outcome(self, rule: str) -> RuleOutcomes:
        """Return the outcomes of a rule; all zero where it had said nothing."""
        return self.outcomes.get(rule, RuleOutcomes(rule))


def known_on(
    session: Session, organisation: UUID, day: date, *, since: date | None = None
) -> ReportData:
    """Return what was known on a day.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        day: The day, which counts to its end in London.
        since: The day of the last report. Without it only suppliers are told, which is enough to
            compare with and half of the work.
    """
    whole = since is not None
    wages: dict[UUID, list[tuple[str, Outcome]]] = defaultdict(list)
    for outcome in contract_outcomes_as_at(session, organisation, day, LIVING_WAGE):
        wages[outcome.assessment].append((outcome.subject, outcome.outcome))
    return ReportData(
        day=day,
        listed=supplier_count_as_at(session, organisation, day),
        suppliers=tuple(
            _stood(each, wages[each.assessment], day)
            for each in assessments_as_at(session, organisation, day, parts=whole)
        ),
        outcomes=rule_outcomes_as_at(session, organisation, day) if whole else {},
        signs=indicator_counts_as_at(session, organisation, day, SIGN_RULES) if whole else (),
        referrals=referrals_by(session, organisation, day) if whole else (),
        decided=check_decisions_as_at(session, organisation, day) if whole else None,
        supplier_decisions=decisions_as_at(session, organisation, day) if whole else {},
        agreed=actions_as_at(session, organisation, since, day) if since else None,
        remedies=remedies_agreed_before(session, organisation, end_of(day)) if whole else (),
    )


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the outcome of several: one not met makes all not met, one unknown all unknown."""
    return min(outcomes, key=_WORST.index)


def _stood(
    judged: AssessmentSnapshot, wages: Sequence[tuple[str, Outcome]], day: date
) -> SupplierSnapshot:
    facts = judged.inputs.facts
    contracts = facts.on(day).contracts
    values = {part["part"]: str(part["value"]) for part in judged.exposure_contributions}
    return SupplierSnapshot(
        judged=judged,
        contracts=contracts,
        category=values.get("industry") or UNKNOWN,
        country=values.get("location") or UNKNOWN,
        borough=borough_of_all(each.place for each in contracts),
        spend=spend_a_year(facts, contracts),
        paid=facts.spend,
        paid_periods=facts.spend_periods if facts.spend is not None else (),
        contract_value=contracts_a_year(contracts),
        living_wage=worst([outcome for _, outcome in wages]) if wages else None,
        wages=tuple(wages),
    )
