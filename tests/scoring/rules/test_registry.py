from dataclasses import replace
from datetime import date

import pytest

from scoring.facts import ListedStatement
from scoring.findings import Finding
from scoring.identity import (
    Approval,
    ApprovalState,
    FinancialYear,
    Identity,
    Signature,
    SignatureState,
)
from scoring.reference.vocabulary import Criterion, DocumentKind, Outcome
from scoring.rules.registry import registry_agrees
from scoring.text import Document, Sentence

YEAR = FinancialYear(date(2021, 4, 1), date(2022, 3, 31), "31 March 2022", 0)
IDENTITY = Identity(
    DocumentKind.STATEMENT,
    "",
    Approval(ApprovalState.YES),
    Signature(SignatureState.YES, name="Ada Elm", role="Director", sentence=1),
    year=YEAR,
)
ROW = ListedStatement(
    "ALDER WORKS LIMITED",
    2022,
    date(2026, 11, 30),
    url="https://alder.example.org/statement",
    start=date(2021, 4, 1),
    end=date(2022, 3, 31),
    approver="Ms Ada Elm (Chief Executive)",
    areas=(("Training", True), ("Policies", False)),
)
COVERED = frozenset({Criterion.TRAINING})


def text(*sentences: str) -> Document:
    return Document(
        "cd" * 32,
        "text/plain",
        (),
        tuple(Sentence(each, 1, index=index) for index, each in enumerate(sentences)),
    )


READ = text("For the year to 31 March 2022.", "Ada Elm, Director")


def findings(
    *rows: ListedStatement,
    document: Document = READ,
    identity: Identity = IDENTITY,
    covered: frozenset[Criterion] = COVERED,
) -> dict[str, Finding]:
    return {each.subject: each for each in registry_agrees(rows, document, identity, covered)}


def test_registry_agrees_same_year_approver_and_topics_is_met() -> None:
    outcomes = {subject: each.outcome for subject, each in findings(ROW).items()}
    assert outcomes == {
        "year": Outcome.MET,
        "approver": Outcome.MET,
        "topics": Outcome.MET,
    }


@pytest.mark.parametrize(
    ("row", "subject", "words"),
    [
        (replace(ROW, end=date(2021, 12, 31)), "year", "31 December 2021"),
        (replace(ROW, approver="Ben Oak"), "approver", "Ben Oak"),
        (replace(ROW, areas=(("DueDiligence", True),)), "DueDiligence", "due diligence"),
        (replace(ROW, areas=(("Training", False),)), "Training", "does not cover training"),
    ],
)
def test_registry_agrees_difference_is_a_finding_with_evidence_of_both(
    row: ListedStatement, subject: str, words: str
) -> None:
    finding = findings(row)[subject]
    assert finding.outcome is Outcome.NOT_MET
    assert words in finding.detail
    registry, document = finding.evidence
    assert registry.source == "statement registry 2022, row of ALDER WORKS LIMITED"
    assert registry.as_at == date(2026, 11, 30)
    assert document.document == READ.sha256


@pytest.mark.parametrize(
    "approver", ["Ada Elm", "A. Elm", "Dr Ada Elm OBE", "ADA ELM - Chief Executive", "Ada J Elm"]
)
def test_registry_agrees_approver_spelt_otherwise_is_met(approver: str) -> None:
    assert findings(replace(ROW, approver=approver))["approver"].outcome is Outcome.MET


@pytest.mark.parametrize(
    ("approver", "written"),
    [
        ("Ben Oak (CEO)", "This statement was approved.Ben OakChief Executive"),
        ("Ben Oak", "Signed: Ben Thomas Oak"),
        ("Orla O'Elm (CEO)", "Name: Orla O’Elm"),
        ("Zoë Ash", "Zoe Ash, Director"),
    ],
)
def test_registry_agrees_approver_in_text_without_spaces_or_marks_is_met(
    approver: str, written: str
) -> None:
    row = replace(ROW, approver=approver)
    assert findings(row, document=text(written))["approver"].outcome is Outcome.MET


def test_registry_agrees_approver_in_another_script_is_not_matched_to_any_text() -> None:
    row = replace(ROW, approver="Олена Дуб")
    assert findings(row)["approver"].outcome is Outcome.NOT_MET


@pytest.mark.parametrize("end", [date(2022, 4, 2), date(2022, 3, 26)])
def test_registry_agrees_year_of_52_or_53_weeks_is_met(end: date) -> None:
    assert findings(replace(ROW, end=end))["year"].outcome is Outcome.MET


def test_registry_agrees_row_of_another_year_is_not_compared() -> None:
    older = replace(ROW, end=date(2020, 3, 31), approver="Ben Oak")
    assert [each.outcome for each in findings(older).values()] == [Outcome.NOT_APPLICABLE]


def test_registry_agrees_newer_statement_listed_is_asked_for() -> None:
    newer = replace(ROW, end=date(2024, 3, 31), registry_year=2024)
    [finding] = findings(newer).values()
    assert finding.outcome is Outcome.UNKNOWN
    assert "31 March 2024 at https://alder.example.org/statement" in finding.detail


def test_registry_agrees_second_groups_approver_is_met() -> None:
    other = replace(ROW, approver="Ben Oak", parent="OAK GROUP")
    assert findings(other, ROW)["approver"].outcome is Outcome.MET


def test_registry_agrees_unread_part_is_unknown() -> None:
    row = replace(ROW, approver="Ben Oak", areas=(("DueDiligence", True),))
    part = findings(row, identity=replace(IDENTITY, unread=("Page 3 holds a picture.",)))
    assert part["approver"].outcome is Outcome.UNKNOWN
    assert part["DueDiligence"].outcome is Outcome.UNKNOWN


def test_registry_agrees_text_not_read_is_unknown() -> None:
    [finding] = registry_agrees((ROW,), None, None, frozenset())
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.evidence[0].quote == "the year to 31 March 2022"


def test_registry_agrees_without_a_row_finds_nothing() -> None:
    assert registry_agrees((), READ, IDENTITY, COVERED) == ()
