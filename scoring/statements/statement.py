"""Evidence to score: a level for each criterion, its contribution, and what would raise it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scoring.findings import Evidence, Finding, rule
from scoring.identity import Identity
from scoring.reference.vocabulary import Criterion, DocumentKind, Level, Outcome, Severity, Theme
from scoring.rules.section54 import HomeLink, legal_duties
from scoring.statements.criteria import DEFINITIONS, VERSION, CriterionDefinition
from scoring.statements.elements import ElementWords
from scoring.statements.levels import Weighed, level_of, weigh
from scoring.statements.reading_context import Lead, leads
from scoring.statements.statement_topics import evidence_in_plain_words
from scoring.statements.topics import TOPICS
from scoring.text import Document

CREDIT: dict[Level, Decimal] = {
    Level.NONE: Decimal(0),
    Level.MENTIONED: Decimal("0.3"),
    Level.DESCRIBED: Decimal("0.7"),
    Level.EVIDENCED: Decimal(1),
}
"""Share of a criterion's points for each level (ours: a mention is worth little, a deed most)."""

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class CriterionLevel:
    """How far a statement goes on one criterion, and what would take it further.

    Attributes:
        criterion: What was asked.
        level: How far it goes.
        contribution: Points it adds to the score.
        max_contribution: Points it could add.
        evidence: The sentences it rests on.
        why: Why this level, in a plain sentence.
        raise_it: Outline of what the next level takes; empty at the top.
        elements: The content elements that its deeds state, each with its words.
    """

    criterion: Criterion
    level: Level
    contribution: Decimal
    max_contribution: Decimal
    evidence: tuple[Evidence, ...]
    why: str
    raise_it: str
    elements: tuple[ElementWords, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementScore:
    """What a statement shows, apart from whether the law's demands of form are met.

    Attributes:
        score: 0 to 100, or None where the document is not a statement.
        levels: Every criterion; contributions add to the score. A policy has levels and no score.
        findings: Legal duties (theme law), then one finding a criterion (theme statement).
        rules_version: Version of criteria, weights and level rules.
    """

    score: Decimal | None
    levels: tuple[CriterionLevel, ...]
    findings: tuple[Finding, ...]
    rules_version: str


def score_statement(
    document: Document,
    identity: Identity,
    evidence: tuple[Evidence, ...],
    *,
    at: date,
    home_link: HomeLink | None = None,
) -> StatementScore:
    """Return the score of a statement with every contribution, or why there is none.

    A policy has no score, but a level for each criterion: its author sees what it would show.

    Args:
        document: What was read.
        identity: What the document is; only a statement gets a score.
        evidence: What the classifier offered for each criterion.
        at: The day the judgement is for.
        home_link: What the home page showed of the statement, if it was looked at.
    """
    if identity.kind not in (DocumentKind.STATEMENT, DocumentKind.POLICY):
        return StatementScore(None, (), (is_statement(identity),), VERSION)
    context = leads(document)
    everything = evidence_in_plain_words(document, evidence, context)
    judged = tuple(
        (definition, *_level(definition, everything, context)) for definition in DEFINITIONS
    )
    levels = tuple(level for _, level, _ in judged)
    if identity.kind is DocumentKind.POLICY:
        return StatementScore(None, levels, (is_statement(identity),), VERSION)
    covered = frozenset(each.criterion for each in levels if each.level is not Level.NONE)
    findings = (
        *legal_duties(document, identity, covered, at, home_link),
        *(
            criterion_level(document, definition, level, weighed)
            for definition, level, weighed in judged
        ),
    )
    score = sum((each.contribution for each in levels), Decimal(0))
    return StatementScore(score.quantize(_CENT), levels, findings, VERSION)


@rule(
    "statement.kind",
    version=1,
    theme=Theme.STATEMENT,
    title="The document is a statement",
    source="Modern Slavery Act 2015, section 54(4)",
)
def is_statement(identity: Identity) -> Finding:
    """Only a statement can be scored as one; anything else leaves the score unknown."""
    return is_statement.finding(
        Outcome.UNKNOWN,
        f"No statement score: the document reads as {identity.kind.value}. {identity.reason}",
        severity=Severity.LOW,
        remedy="Find the organisation's slavery and human trafficking statement.",
    )


@rule(
    "statement.criterion",
    version=4,
    theme=Theme.STATEMENT,
    title="The statement covers required topics",
    source="Modern Slavery Act 2015, section 54(5); Home Office guidance, March 2025",
)
def criterion_level(
    document: Document, definition: CriterionDefinition, level: CriterionLevel, weighed: Weighed
) -> Finding:
    """A statement describes what was done on each thing that the Act and guidance name.

    Described or evidenced is met; a mention, a promise or silence is not. The Act does not
    demand any of these, so none of it is a breach.
    """
    source = document.title or "statement"
    silence = Evidence(
        f"nothing found in {len(document.sentences)} sentences", source, document.sha256
    )
    met = level.level.rank >= Level.DESCRIBED.rank
    heavy = definition.weight >= 10 and level.level is Level.NONE
    return criterion_level.finding(
        Outcome.MET if met else Outcome.NOT_MET,
        f"{definition.title}: {level.level.value}. {level.why}",
        severity=Severity.INFO if met else Severity.MEDIUM if heavy else Severity.LOW,
        remedy=level.raise_it,
        subject=definition.criterion.value,
        evidence=weighed.all or (silence,),
    )


def _level(
    definition: CriterionDefinition, evidence: tuple[Evidence, ...], context: Mapping[int, Lead]
) -> tuple[CriterionLevel, Weighed]:
    weighed = weigh(
        (each for each in evidence if each.criterion is definition.criterion), definition, context
    )
    level = level_of(weighed)
    return CriterionLevel(
        definition.criterion,
        level,
        (definition.weight * CREDIT[level]).quantize(_CENT),
        definition.weight,
        weighed.all,
        _why(weighed),
        _next(definition, level, weighed.elements),
        weighed.elements,
    ), weighed


def _why(weighed: Weighed) -> str:
    parts = [
        _count(len(weighed.promises), "is a plan", "are plans", "for later"),
        _count(len(weighed.vague), "says", "say", "nothing firm"),
        _count(len(weighed.denials), "says", "say", "that it is not done"),
    ]
    if weighed.deeds:
        parts.insert(
            0, _count(len(weighed.deeds), "sentence states", "sentences state", "what is done")
        )
    if weighed.elements:
        stated = "; ".join(f"{each.name} (“{each.words}”)" for each in weighed.elements)
        parts.insert(1, f"with {stated}")
    present = [part for part in parts if part]
    return (
        f"{', '.join(present)}."
        if present
        else "We did not find this. If your statement says it, tell us where."
    )


def _count(number: int, one: str, many: str, rest: str) -> str:
    return f"{number} {one if number == 1 else many} {rest}" if number else ""


def _next(
    definition: CriterionDefinition, level: Level, elements: tuple[ElementWords, ...]
) -> str:
    """Return the outline of the next level, after what this statement states and lacks."""
    outline = {
        Level.NONE: definition.mentioned,
        Level.MENTIONED: definition.described,
        Level.DESCRIBED: definition.evidenced,
        Level.EVIDENCED: "",
    }[level]
    if not outline or not elements:
        return outline
    stated = [each.name for each in elements]
    missing = [
        each.name for each in TOPICS[definition.criterion].elements if each.name not in stated
    ]
    if not missing:
        return outline
    return f"You state {'; '.join(stated)}. Not stated: {'; '.join(missing)}. {outline}"
