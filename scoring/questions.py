"""The questionnaire: each question once, shared by the pages, the imports and the rules."""

from dataclasses import dataclass

from scoring.vocabulary import Theme


@dataclass(frozen=True, slots=True)
class Question:
    """One question put to a supplier.

    Attributes:
        id: Its identifier, as answers name it.
        text: The question, answered yes, partly, no or not known.
        guidance: What to look at before answering.
        theme: The part of the story it belongs to.
        rule: The identifier of the rule that it feeds.
        matters: When it matters, in words for a reader.
    """

    id: str
    text: str
    guidance: str
    theme: Theme
    rule: str
    matters: str


QUESTIONS: tuple[Question, ...] = ()
