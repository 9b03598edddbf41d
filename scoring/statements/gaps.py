"""What would raise a statement's score: each gap with what the next level takes and its points."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scoring.reference.vocabulary import Level
from scoring.statements.criteria import DEFINITIONS, CriterionDefinition
from scoring.statements.statement import CREDIT, CriterionLevel


@dataclass(frozen=True, slots=True)
class Step:
    """One criterion as far as a statement goes, and the step that would take it further.

    Attributes:
        definition: What the criterion asks, with its source.
        level: How far the statement goes.
        next: The level that the step reaches, or None at the top.
        points: Points of 100 that the step would add.
    """

    definition: CriterionDefinition
    level: CriterionLevel
    next: Level | None
    points: Decimal


def steps(levels: Iterable[CriterionLevel]) -> tuple[Step, ...]:
    """Return every criterion with the step that would raise it, most points first."""
    by_criterion = {each.criterion: each for each in DEFINITIONS}
    gaps = [_step(by_criterion[each.criterion], each) for each in levels]
    return tuple(sorted(gaps, key=lambda step: -step.points))


def _step(definition: CriterionDefinition, level: CriterionLevel) -> Step:
    further = [each for each in Level if each.rank == level.level.rank + 1]
    if not further:
        return Step(definition, level, None, Decimal(0))
    gain = definition.weight * CREDIT[further[0]] - level.contribution
    return Step(definition, level, further[0], gain.quantize(Decimal("0.01")))
