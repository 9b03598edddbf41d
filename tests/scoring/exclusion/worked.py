"""The firm, its answers and its self-cleaning that the tests of exclusion share."""

from dataclasses import replace
from datetime import date

from scoring.exclusion.judgement import (
    Case,
    Declaration,
    ExclusionPath,
    judge_case,
    judge_declaration,
)
from scoring.exclusion.people import Person
from scoring.exclusion.self_cleaning import FactorEvidence, SelfCleaningFactor
from scoring.facts import AnswerValue

AT = date(2026, 11, 30)
RECENT = date(2025, 9, 1)
YES, NO, PARTLY, NOT_KNOWN = (
    AnswerValue.YES,
    AnswerValue.NO,
    AnswerValue.PARTLY,
    AnswerValue.NOT_KNOWN,
)
FIRM = Person("Alder Works Ltd")
FULL = (
    FactorEvidence(
        SelfCleaningFactor.TAKEN_SERIOUSLY, YES, "Bank records of fees repaid to 14 workers"
    ),
    FactorEvidence(SelfCleaningFactor.STEPS, YES, "New manager; audit report of March 2026"),
    FactorEvidence(
        SelfCleaningFactor.COMMITMENTS, YES, "Access for unannounced visits, in writing"
    ),
    FactorEvidence(SelfCleaningFactor.TIME_ELAPSED, YES, last_occurred=date(2025, 9, 1)),
)


def declared(ground: str, person: Person = FIRM, **more: object) -> Declaration:
    made = Declaration(person, ground, YES, event=RECENT)
    return replace(made, **more)  # type: ignore[arg-type]


def path(ground: str, person: Person = FIRM, at: date = AT, **more: object) -> ExclusionPath:
    return judge_declaration(declared(ground, person, **more), at).path


def whole(*declarations: Declaration) -> Case:
    return judge_case(AT, (FIRM,), declarations)
