"""The questionnaire: each question once, shared by the pages, the imports and the rules.

The answer is yes, partly, no or not known. The list itself is `data/questions.csv`.
"""

import csv
from dataclasses import dataclass
from importlib.resources import files

from scoring.facts import AnswerValue
from scoring.reference.vocabulary import Severity, Theme


@dataclass(frozen=True, slots=True)
class Question:
    """One question put to a supplier or an auditor.

    Attributes:
        id: Its identifier, as answers name it.
        text: The question, answered yes, partly, no or not known.
        guidance: What to look at before answering.
        theme: The part of the story it belongs to.
        rule: The identifier of the rule that it feeds.
        matters: When it matters, in words for a reader.
        good: The answer that raises no concern.
        severity: How much the other answer weighs.
        urgent: The other answer may mean that people are being exploited now.
        signs: For an auditor's observation, the signs that a `yes` shows.
    """

    id: str
    text: str
    guidance: str
    theme: Theme
    rule: str
    matters: str
    good: AnswerValue
    severity: Severity
    urgent: bool
    signs: tuple[str, ...] = ()


def _read() -> tuple[Question, ...]:
    text = files("scoring").joinpath("data", "questions.csv").read_text(encoding="utf-8")
    return tuple(
        Question(
            id=row["id"],
            text=row["text"],
            guidance=row["guidance"],
            theme=Theme(row["theme"]),
            rule=row["rule"],
            matters=row["matters"],
            good=AnswerValue(row["good"]),
            severity=Severity(row["severity"]),
            urgent=row["urgent"] == "yes",
            signs=tuple(row["signs"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    )


QUESTIONS: tuple[Question, ...] = _read()
_BY_ID = {each.id: each for each in QUESTIONS}


def question(id: str) -> Question:
    """Return the question with an identifier.

    Raises:
        KeyError: There is no such question.
    """
    return _BY_ID[id]
