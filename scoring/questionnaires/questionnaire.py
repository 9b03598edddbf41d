"""Which questions a supplier is asked, by what it says of its work, and under which headings.

A question is left out only where the supplier says that what it is about does not occur: not
knowing leaves nothing out. What only a visitor or auditor can answer is never put to a supplier.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scoring.facts import AnswerValue
from scoring.questionnaires.questions import QUESTIONS, Question


class Circumstance(StrEnum):
    """Something about the work that decides which questions matter."""

    ABROAD_OR_AGENCY = "abroad_or_agency"
    HOUSED = "housed"
    LABOUR_PROVIDERS = "labour_providers"
    SUBCONTRACTED = "subcontracted"


@dataclass(frozen=True, slots=True)
class Screening:
    """The question that settles a circumstance, and the questions that hang on it.

    `matters` are the words by which questions name the circumstance. Where `question_id` names a
    question, its own answer settles the circumstance and nothing more is asked.
    """

    circumstance: Circumstance
    text: str
    hint: str
    matters: frozenset[str]
    question_id: str = ""


SCREENINGS: tuple[Screening, ...] = (
    Screening(
        Circumstance.ABROAD_OR_AGENCY,
        "Did any of the workers come from abroad for the work, or through an agency?",
        "Count seasonal workers and those whom an agency supplied at short notice.",
        frozenset({"Where workers came from abroad or through an agency."}),
    ),
    Screening(
        Circumstance.HOUSED,
        "",
        "",
        frozenset({"Where the employer or an agency houses workers."}),
        question_id="accommodation.provided",
    ),
    Screening(
        Circumstance.LABOUR_PROVIDERS,
        "",
        "",
        frozenset({"Where labour providers supply workers."}),
        question_id="supply.labour_provider",
    ),
    Screening(
        Circumstance.SUBCONTRACTED,
        "",
        "",
        frozenset({"Where work is subcontracted."}),
        question_id="supply.subcontracted",
    ),
)

SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("recruitment", "Recruitment and documents", ("recruitment", "documents")),
    ("freedom", "Freedom and speaking up", ("freedom", "voice")),
    ("pay", "Pay and hours", ("pay", "hours")),
    ("conditions", "Safety and accommodation", ("conditions", "accommodation")),
    ("supply", "Agencies and subcontractors", ("supply",)),
    ("training", "Training", ("training",)),
    ("exclusion", "Offences and orders", ("exclusion",)),
)
"""The tasks of the questionnaire: identifier, heading, and the questions by their first word."""

_NEVER = "After a visit or an audit."


def screened() -> tuple[Screening, ...]:
    """Return the circumstances that have to be asked about first."""
    return tuple(each for each in SCREENINGS if not each.question_id)


def questions_for(
    circumstances: Mapping[str, AnswerValue], answers: Mapping[str, AnswerValue]
) -> tuple[Question, ...]:
    """Return the questions that matter, in the order of the questionnaire.

    Args:
        circumstances: What the supplier said of its work, by circumstance.
        answers: What it answered so far, by the question's identifier.
    """
    left_out: set[str] = {_NEVER}
    for each in SCREENINGS:
        answer = (
            answers.get(each.question_id)
            if each.question_id
            else circumstances.get(each.circumstance)
        )
        if answer is AnswerValue.NO:
            left_out |= each.matters
    return tuple(question for question in QUESTIONS if question.matters not in left_out)


def sections(
    questions: tuple[Question, ...],
) -> tuple[tuple[str, str, tuple[Question, ...]], ...]:
    """Return the questions by section, each with its identifier and heading; none is lost."""
    by_section = tuple(
        (
            id,
            heading,
            tuple(each for each in questions if each.id.partition(".")[0] in words),
        )
        for id, heading, words in SECTIONS
    )
    return tuple(each for each in by_section if each[2])
