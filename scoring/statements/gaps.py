"""What would raise a statement's score: each gap with what the next level takes and its points."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scoring.reference.vocabulary import Criterion, Level
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


MISSING_INFORMATION: tuple[tuple[str, tuple[Criterion, ...]], ...] = (
    (
        "our structure and supply chains",
        (Criterion.STRUCTURE, Criterion.OPERATIONS, Criterion.SUPPLY_CHAINS),
    ),
    ("our policies on slavery and human trafficking", (Criterion.POLICIES,)),
    ("due diligence in our business and supply chains", (Criterion.DUE_DILIGENCE,)),
    ("how risks are assessed and managed", (Criterion.RISK_DESCRIPTION,)),
    ("indicators of whether our steps work", (Criterion.EFFECTIVENESS,)),
    ("training for our staff", (Criterion.TRAINING,)),
)
"""The subjects that Find a Tender's question on missing information lists, and our criteria."""


def missing_information(levels: Iterable[CriterionLevel]) -> str:
    """Return a draft answer to Find a Tender's question on missing information.

    The question asks a supplier to explain what its statement lacks and to commit to adding it
    before the contract is awarded; where nothing lacks, to say so. Reasons and days are left in
    square brackets for a person to write: only they know them.
    """
    by_criterion = {each.criterion: each for each in levels}
    covered, lacking = [], []
    for subject, criteria in MISSING_INFORMATION:
        there = [by_criterion[each] for each in criteria if each in by_criterion]
        if there and all(each.level is not Level.NONE for each in there):
            covered.append(f"{subject}{_pages(there)}")
        else:
            lacking.append(subject)
    lines = []
    if covered:
        lines.append(f"Our statement covers {_listed(covered)}.")
    if not lacking:
        return f"All of the information listed is included. {lines[0]}"
    for subject in lacking:
        lines.append(
            f"Our statement does not yet cover {subject} in full, because [give the reason]. We "
            "will add it and publish the amended statement by [day], before the contract is "
            "awarded."
        )
    return "\n\n".join(lines)


def _pages(levels: list[CriterionLevel]) -> str:
    """The pages on which it is told, where the document has more than one."""
    pages = sorted({each.page for level in levels for each in level.evidence if each.page})
    if pages in ([], [1]):
        return ""
    return f" (page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))})"


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{'; '.join(words[:-1])}; and {words[-1]}"
