"""What rules had found of the listed suppliers by a past day, counted by the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

import orjson
from sqlalchemy import Integer, String, case, cast, func
from sqlmodel import Session, col, select

from app.features.reports.history import latest_assessments
from models import Finding
from scoring.reference.vocabulary import Outcome


@dataclass(frozen=True, slots=True)
class RuleOutcomes:
    """How many suppliers a rule found met, not met or unknown, or had nothing to say of.

    A supplier of whose contracts one is not met is not met; else one unknown makes it unknown, so
    that what is unknown is never taken for met.
    """

    rule: str
    met: int = 0
    not_met: int = 0
    unknown: int = 0
    not_applicable: int = 0

    @property
    def known(self) -> int:
        """Suppliers of whom the rule could tell."""
        return self.met + self.not_met

    @property
    def applicable(self) -> int:
        """Suppliers to whom the rule applies, as far as is known."""
        return self.known + self.unknown


@dataclass(frozen=True, slots=True)
class ContractOutcome:
    """What one rule concluded of one supplier's one subject."""

    assessment: UUID
    subject: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class IndicatorCount:
    """The signs that a finding of one supplier can show, by identifier."""

    assessment: UUID
    indicators: Sequence[str]


def rule_outcomes_as_at(
    session: Session, organisation: UUID, day: date
) -> dict[str, RuleOutcomes]:
    """Return for each rule how many suppliers had which outcome by a day."""
    latest = latest_assessments(organisation, day)
    worst = func.max(_WEIGHT).label("worst")
    by_supplier = (
        select(Finding.assessment_id, Finding.rule, worst)
        .join(latest, latest.c.id == col(Finding.assessment_id))
        .group_by(col(Finding.assessment_id), col(Finding.rule))
        .subquery()
    )
    query = select(by_supplier.c.rule, by_supplier.c.worst, func.count()).group_by(
        by_supplier.c.rule, by_supplier.c.worst
    )
    counts: dict[str, dict[str, int]] = {}
    for rule, worst_of, number in session.execute(query):
        counts.setdefault(rule, {})[_ORDER[worst_of].value] = number
    return {rule: RuleOutcomes(rule, **counts[rule]) for rule in sorted(counts)}


def contract_outcomes_as_at(
    session: Session, organisation: UUID, day: date, rule: str
) -> tuple[ContractOutcome, ...]:
    """Return every conclusion of one rule in the latest assessments by a day."""
    latest = latest_assessments(organisation, day)
    query = select(Finding.assessment_id, Finding.subject, Finding.outcome).where(
        Finding.rule == rule, col(Finding.assessment_id).in_(select(latest.c.id))
    )
    return tuple(ContractOutcome(*row) for row in session.execute(query))


def indicator_counts_as_at(
    session: Session, organisation: UUID, day: date, rules: Sequence[str]
) -> tuple[IndicatorCount, ...]:
    """Return the signs shown by findings of some rules that were not met by a day.

    The rules are looked at row by row, since a day's latest assessments hold fewer rows than all
    that was ever found by so many rules; an index on the rule would be the long way round.
    """
    latest = latest_assessments(organisation, day)
    query = select(Finding.assessment_id, cast(col(Finding.indicators), String)).where(
        col(Finding.assessment_id).in_(select(latest.c.id)),
        Finding.outcome == Outcome.NOT_MET,
        func.coalesce(Finding.rule, "").in_(rules),
    )
    return tuple(IndicatorCount(id, _indicators(text)) for id, text in session.execute(query))


@lru_cache(maxsize=10_000)
def _indicators(text: str) -> tuple[str, ...]:
    return tuple(orjson.loads(text))


_ORDER = (Outcome.NOT_APPLICABLE, Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET)
_WEIGHT = case(
    *((col(Finding.outcome) == outcome, place) for place, outcome in enumerate(_ORDER)),
    else_=0,
).cast(Integer)
