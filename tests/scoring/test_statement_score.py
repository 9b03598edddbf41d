"""The statement score: levels, contributions and the law's demands, from evidence given."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scoring.findings import Evidence
from scoring.identity import (
    Approval,
    ApprovalState,
    FinancialYear,
    Identity,
    Signature,
    SignatureState,
)
from scoring.reference.vocabulary import (
    Criterion,
    DocumentKind,
    EvidenceStatus,
    Level,
    Outcome,
    Theme,
)
from scoring.statements.criteria import DEFINITIONS, SECTION_54_AREAS
from scoring.statements.statement import StatementScore, score_statement
from scoring.text import Document, Sentence

AT = date(2026, 11, 24)
STATEMENT = Identity(
    DocumentKind.STATEMENT,
    "It speaks as a statement.",
    Approval(ApprovalState.YES, by="the board", sentence=0),
    Signature(SignatureState.YES, name="A Person", role="Director", sentence=1),
    year=FinancialYear(None, date(2026, 3, 31), "31 March 2026", 0),
)
DOCUMENT = Document(
    "cd" * 32,
    "text/plain",
    (),
    (Sentence("Approved by the board.", 1, index=0), Sentence("A Person, Director", 1, index=1)),
)


def told(
    quote: str,
    criterion: Criterion = Criterion.TRAINING,
    status: EvidenceStatus = EvidenceStatus.DONE,
) -> Evidence:
    return Evidence(quote, "statement", criterion=criterion, probability=0.9, status=status)


def scored(*evidence: Evidence, identity: Identity = STATEMENT) -> StatementScore:
    return score_statement(DOCUMENT, identity, evidence, at=AT)


def level(*evidence: Evidence) -> Level:
    levels = {each.criterion: each.level for each in scored(*evidence).levels}
    return levels[Criterion.TRAINING]


DEED = told("We train all our buyers in how to notice signs of exploitation.")
OTHER = told("Managers are trained before they take up their post.")
THIN = told("We train staff on modern slavery.")
THIN_AGAIN = told("We trained staff on modern slavery in 2025.")
RICH = told("All 42 supervisors took a two-hour course every year and 100% passed.")
FIGURE = told("Last year 240 of our 300 buyers took the course.")
PROMISE = told("We will train our staff.", status=EvidenceStatus.PLANNED)
DENIAL = told("We do not train staff.", status=EvidenceStatus.DENIED)
ACT = told("the training about slavery and human trafficking available to its staff")


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param((), Level.NONE, id="silence is none"),
        pytest.param((DENIAL,), Level.NONE, id="a denial is none"),
        pytest.param((ACT,), Level.NONE, id="the Act's own wording proves nothing"),
        pytest.param((PROMISE,), Level.MENTIONED, id="a promise is a mention"),
        pytest.param((PROMISE, PROMISE, THIN), Level.MENTIONED, id="promises add no element"),
        pytest.param((THIN,), Level.MENTIONED, id="one deed is a mention"),
        pytest.param((THIN,) * 9, Level.MENTIONED, id="saying it nine times is saying it once"),
        pytest.param((THIN, THIN_AGAIN), Level.MENTIONED, id="saying it otherwise adds nothing"),
        pytest.param((DEED,), Level.DESCRIBED, id="two elements are a description"),
        pytest.param((DEED, FIGURE), Level.EVIDENCED, id="three with a figure are evidence"),
        pytest.param((RICH,), Level.EVIDENCED, id="one rich sentence is evidence"),
    ],
)
def test_evidence_reaches_a_level(evidence: tuple[Evidence, ...], expected: Level) -> None:
    assert level(*evidence) is expected


def test_weights_add_to_a_hundred_and_cover_the_six_areas() -> None:
    assert sum(each.weight for each in DEFINITIONS) == Decimal(100)
    asked = {each.criterion for each in DEFINITIONS}
    assert all(set(criteria) <= asked for _, _, criteria in SECTION_54_AREAS)


def test_contributions_add_to_the_score() -> None:
    result = scored(DEED, OTHER, told("We bought tea from 12 farms.", Criterion.SUPPLY_CHAINS))
    assert result.score == sum(each.contribution for each in result.levels)
    assert all(each.contribution <= each.max_contribution for each in result.levels)


def test_each_gap_says_what_would_raise_it() -> None:
    assert all(each.raise_it for each in scored().levels)
    assert scored().score == 0


def test_what_is_not_a_statement_has_no_score() -> None:
    result = scored(DEED, identity=replace(STATEMENT, kind=DocumentKind.LAW))
    assert result.score is None
    assert [each.outcome for each in result.findings] == [Outcome.UNKNOWN]


@pytest.mark.parametrize(
    ("change", "rule", "outcome"),
    [
        pytest.param({}, "law.approval", Outcome.MET, id="approved by the board"),
        pytest.param(
            {"approval": Approval(ApprovalState.NOT_EXPLICIT)},
            "law.approval",
            Outcome.UNKNOWN,
            id="approval not explicit is unknown",
        ),
        pytest.param(
            {"signature": Signature(SignatureState.NO)},
            "law.signature",
            Outcome.NOT_MET,
            id="no signature is not met",
        ),
        pytest.param({}, "law.yearly", Outcome.MET, id="last year's statement is in time"),
        pytest.param({"year": None}, "law.yearly", Outcome.UNKNOWN, id="no year is unknown"),
        pytest.param(
            {"year": FinancialYear(None, date(2023, 3, 31), "31 March 2023", 0)},
            "law.yearly",
            Outcome.NOT_MET,
            id="an old statement is out of date",
        ),
        pytest.param({}, "law.homepage", Outcome.UNKNOWN, id="a link cannot be read from within"),
        pytest.param({}, "law.areas", Outcome.NOT_MET, id="silence on areas is reported"),
    ],
)
def test_legal_duties_stand_apart(change: dict[str, object], rule: str, outcome: Outcome) -> None:
    identity = replace(STATEMENT, **change)  # type: ignore[arg-type]  # a table of changes
    findings = {each.rule: each for each in scored(identity=identity).findings}
    assert findings[rule].outcome is outcome
    assert findings[rule].theme is Theme.LAW
    assert scored(DEED, OTHER, identity=identity).score == scored(DEED, OTHER).score


def test_every_settled_finding_has_evidence() -> None:
    unsettled = {Outcome.UNKNOWN, Outcome.NOT_APPLICABLE}
    for each in scored(DEED, PROMISE).findings:
        assert each.evidence or each.outcome in unsettled
