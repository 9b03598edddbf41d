"""Everything known of a supplier on a day → one assessment, with the decision to propose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from scoring import decisions
from scoring.catalogue import CARDS
from scoring.decisions import Proposal, Turn, enough, propose, turns_of
from scoring.escalation.urgency import hold_questions
from scoring.exposure import Exposure, Factor, Tier, exposure_of, flow_up
from scoring.exposure.scale import spend_a_year
from scoring.facts import SupplierFacts
from scoring.findings import Evidence, Finding
from scoring.identity import Identity
from scoring.reference.vocabulary import DocumentKind, Level
from scoring.reference.weights import weights
from scoring.risk import Control, Risk, bounds_of, control_of, residual_risk, worth_asking
from scoring.rules import contradictions, judge
from scoring.rules.company import MatchedCompany, known_company
from scoring.rules.publication import Unread, duty_to_publish, readable, weighed_by_duty
from scoring.rules.registry import registry_agrees
from scoring.rules.section54 import HomeLink
from scoring.statements import criteria
from scoring.statements.statement import StatementScore, score_statement
from scoring.text import Document


@dataclass(frozen=True, slots=True)
class StatementRead:
    """A document offered as a supplier's statement: what was read, what it is, what it proves."""

    document: Document
    identity: Identity
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that an assessment was made from, but the documents' own words.

    Attributes:
        at: The day as of which the supplier was judged.
        facts: What its records told.
        documents: SHA-256 of each document that was read as its statement, in order.
        unread: The documents that could not be read.
        matched: Which company it was taken for.
        home_link: What its home page showed of the statement, if it was looked at.
        tiers: Its own suppliers as far as anyone told of them, with the exposure of each.
    """

    at: date
    facts: SupplierFacts
    documents: tuple[str, ...]
    unread: tuple[Unread, ...]
    matched: MatchedCompany
    home_link: HomeLink | None = None
    tiers: tuple[Tier, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessed:
    """What was concluded of a supplier as it stood on a day.

    Attributes:
        at: The day.
        statement: The score of the statement that was judged, or None where we have read none.
        judged: SHA-256 of the document behind it, or empty.
        findings: Every finding, in the order of the rule book.
        exposure: Inherent risk, with what flows up from its tiers.
        control: What the supplier shows that it does.
        risk: What is left.
        proposal: The decision that a check would propose.
        turns: The single facts that would change the proposal.
        spend: Pounds a year, as paid or by the contracts in force; None where not known.
    """

    at: date
    statement: StatementScore | None
    judged: str
    findings: tuple[Finding, ...]
    exposure: Exposure
    control: Control
    risk: Risk
    proposal: Proposal
    turns: tuple[Turn, ...] = ()
    spend: Decimal | None = None

    @property
    def worth_asking(self) -> Decimal:
        """How much is to be gained by asking; it breaks ties of risk."""
        return worth_asking(self.exposure, self.spend, self.risk)

    @property
    def too_little_known(self) -> bool:
        """Whether what the supplier sells is too little known for its band to mean much."""
        return Factor.INDUSTRY in self.exposure.unknown


def assess(inputs: Inputs, read: tuple[StatementRead, ...]) -> Assessed:
    """Judge a supplier by everything known of it.

    Args:
        inputs: What is known, and the day: rates, rules and due dates are those of that day.
        read: The documents that `inputs` names, as read.
    """
    at, facts = inputs.at, inputs.facts.on(inputs.at)
    chosen = newest(read)
    scored = (
        score_statement(
            chosen.document, chosen.identity, chosen.evidence, at=at, home_link=inputs.home_link
        )
        if chosen
        else None
    )
    score = scored.score if scored else None
    ruled = judge(facts, at=at)
    findings: tuple[Finding, ...] = (
        known_company(inputs.matched),
        duty_to_publish(facts, _statements(read), at),
        *(readable(each) for each in inputs.unread),
        *(weighed_by_duty(scored.findings, facts) if scored else ()),
        *registry_agrees(
            facts.listed,
            chosen.document if chosen else None,
            chosen.identity if chosen else None,
            frozenset(
                each.criterion
                for each in (scored.levels if scored and scored.score is not None else ())
                if each.level is not Level.NONE
            ),
        ),
        *contradictions(chosen.evidence if chosen else (), ruled, facts, at=at),
        *ruled,
    )
    exposure = flow_up(exposure_of(inputs.facts, at=at), inputs.tiers)
    year = chosen.identity.year if chosen else None
    findings += enough(
        inputs.facts,
        exposure,
        inputs.matched,
        findings,
        statement_year=year.end if year else None,
        at=at,
    )
    findings = hold_questions(findings)

    def control_by(some: tuple[Finding, ...]) -> Control:
        return control_of(score, some, accreditation_verified=facts.accreditation_verified)

    control = control_by(findings)
    risk = residual_risk(exposure, control)
    titles = {each.reference: each.title for each in facts.contracts if each.title}
    proposal = propose(findings, risk, at=at, titles=titles)
    return Assessed(
        at=at,
        statement=scored,
        judged=chosen.document.sha256 if chosen else "",
        findings=findings,
        exposure=exposure,
        control=control,
        risk=risk,
        proposal=proposal,
        turns=turns_of(
            proposal, findings, lambda some: bounds_of(exposure, control_by(some)), at=at
        ),
        spend=spend_a_year(facts, facts.contracts),
    )


def newest(read: Iterable[StatementRead]) -> StatementRead | None:
    """Return the statement of the latest financial year; a document that is none comes last.

    Where two are of one year, or no year is told, the document's hash decides, so that the choice
    is the same on any machine.
    """

    def order(each: StatementRead) -> tuple[bool, date, str]:
        year = each.identity.year
        known_date = year.end if year else each.identity.published or date.min
        return (each.identity.kind is DocumentKind.STATEMENT, known_date, each.document.sha256)

    return max(read, key=order, default=None)


def versions(*, model: str, reader: str) -> dict[str, str]:
    """Return the version of everything that judges, by name.

    Args:
        model: Version of the classifier.
        reader: Version of the document readers.
    """
    book = ",".join(f"{card.id}.{card.version}" for card in CARDS)
    return {
        "rules": sha256(book.encode()).hexdigest()[:12],
        "criteria": criteria.VERSION,
        "decision": decisions.VERSION,
        "risk": weights().version,
        "model": model,
        "reader": reader,
    }


def _statements(read: tuple[StatementRead, ...]) -> int:
    return sum(each.identity.kind is DocumentKind.STATEMENT for each in read)
