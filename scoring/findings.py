"""Rules and what they conclude: the shape of every judgement, and the proof it carries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from inspect import getdoc
from typing import Generic, ParamSpec, TypeVar

from scoring.reference.law import last_day, laws_of
from scoring.reference.vocabulary import Criterion, EvidenceStatus, Outcome, Severity, Theme
from scoring.text import Box

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: a sentence of a document, or a value on a record.

    Attributes:
        quote: The words or the value, as found.
        source: Where it comes from, for a person: a document's name, a register, a sheet and row.
        document: SHA-256 of the document, or empty for a record.
        page: Page number from 1, or None for a record.
        boxes: Where the words stand on the page, in PDF points from the top left.
        sentence: Index of the sentence in the document, or None.
        row: Row number of the record in its own file, from 1, or None.
        criterion: What the sentence is offered for, if it is.
        probability: The classifier's calibrated probability, 0 to 1, if it judged.
        status: Whether it tells of a deed, a promise, a denial or nothing firm.
        as_at: The day the record was true, where its source says.
    """

    quote: str
    source: str
    document: str = ""
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    sentence: int | None = None
    row: int | None = None
    criterion: Criterion | None = None
    probability: float | None = None
    status: EvidenceStatus = EvidenceStatus.DONE
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule concluded about one subject, with its source, its proof and its remedy.

    Attributes:
        rule: Identifier of the rule, such as `pay.minimum_wage`.
        version: The rule's version.
        theme: The part of the story it belongs to.
        title: The rule's name for a reader.
        outcome: met, not_met, unknown or not_applicable.
        severity: How much it weighs when not met; `info` otherwise.
        detail: One or two plain sentences with the figures compared.
        source: The Act, regulation, guidance or published figure the rule rests on.
        remedy: What would put it right, or how to make the unknown known.
        subject: What it is about: a contract's reference, a criterion, a worker's pseudonym.
        evidence: What it rests on; may be empty only for unknown and not_applicable.
        urgent: It may show people being exploited now, so a named person must act today.
        indicators: The signs it can show, by identifier (ILO indicators, the strategy's signs).
    """

    rule: str
    version: int
    theme: Theme
    title: str
    outcome: Outcome
    severity: Severity
    detail: str
    source: str
    remedy: str = ""
    subject: str = ""
    evidence: tuple[Evidence, ...] = ()
    urgent: bool = False
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A rule as published: what it is called, what it rests on, since when, in which version.

    `laws` are the identifiers of the laws in the commencement table that it rests on.
    """

    id: str
    version: int
    theme: Theme
    title: str
    source: str
    doc: str
    valid_from: date | None
    valid_to: date | None
    laws: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule(Generic[P, R]):
    """A named, versioned, sourced pure function; its docstring is its public explanation."""

    card: RuleCard
    judge: Callable[P, R] = field(compare=False)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Judge the facts given."""
        return self.judge(*args, **kwargs)

    def in_force(self, at: date) -> bool:
        """Return whether the rule is in force on a day."""
        card = self.card
        return (card.valid_from is None or card.valid_from <= at) and (
            card.valid_to is None or at <= card.valid_to
        )

    def finding(
        self,
        outcome: Outcome,
        detail: str,
        *,
        severity: Severity = Severity.INFO,
        remedy: str = "",
        subject: str = "",
        evidence: tuple[Evidence, ...] = (),
        urgent: bool = False,
        indicators: tuple[str, ...] = (),
    ) -> Finding:
        """Return a finding of this rule, carrying its identifier, version and source."""
        card = self.card
        return Finding(
            rule=card.id,
            version=card.version,
            theme=card.theme,
            title=card.title,
            outcome=outcome,
            severity=severity,
            detail=detail,
            source=card.source,
            remedy=remedy,
            subject=subject,
            evidence=evidence,
            urgent=urgent,
            indicators=indicators,
        )


def rule(
    id: str,
    *,
    version: int,
    theme: Theme,
    title: str,
    source: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Callable[[Callable[P, R]], Rule[P, R]]:
    """Turn a documented function into a rule; the docstring is required, since it is published.

    Without a last day of its own, the rule ends with the last of the laws that it rests on.

    Raises:
        ValueError: The function has no docstring.
    """

    def named(judge: Callable[P, R]) -> Rule[P, R]:
        doc = getdoc(judge)
        if not doc:
            raise ValueError(f"rule {id} has no docstring to publish")
        laws = laws_of(id)
        until = valid_to or last_day(laws)
        names = tuple(each.id for each in laws)
        card = RuleCard(id, version, theme, title, source, doc, valid_from, until, names)
        return Rule(card, judge)

    return named
