"""The table of what must be known before a supplier may be cleared."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from scoring.reference.tables import table
from scoring.reference.vocabulary import RiskBand
from scoring.reference.weights import section

RULE = "decision.enough"
"""Identifier of the rule that says, need by need, whether it is known."""


KNOWN = "Known: "
"""How the detail of a need that is met begins."""


class Answerer(StrEnum):
    """Who can answer a question: the supplier, or an officer from records and registers."""

    SUPPLIER = "supplier"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Question:
    """One question whose answer is needed before a supplier may be cleared.

    Attributes:
        need: Identifier of what is needed, as in `data/enough.csv`.
        text: The question, in words for the one who answers.
        to: Who can answer it.
    """

    need: str
    text: str
    to: Answerer = Answerer.SUPPLIER


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to know.

    Attributes:
        id: Its identifier.
        least: Pounds a year from which it is needed, by band of exposure; None is never.
        missing: What is not known while it is missing, in a few words.
        question: What to ask for it.
    """

    id: str
    least: dict[RiskBand, Decimal | None]
    missing: str
    question: Question

    def applies(self, exposure: RiskBand, value: Decimal) -> bool:
        """Return whether it is needed for a band of exposure and a yearly value in pounds."""
        least = self.least[exposure]
        return least is not None and value >= least


@cache
def needs() -> dict[str, Need]:
    """Return every need by its identifier, in the order of the table."""
    return {row["need"]: _read(row) for row in table("enough.csv")}


def needed(exposure: RiskBand, value: Decimal | None) -> tuple[Need, ...]:
    """Return what must be known for a band of exposure and a yearly value in pounds.

    A value that is not known counts as `enough.value_unknown`.
    """
    worth = section("enough")["value_unknown"] if value is None else value
    return tuple(each for each in needs().values() if each.applies(exposure, worth))


def _read(row: dict[str, str]) -> Need:
    least = {band: Decimal(row[band.value]) if row[band.value] else None for band in RiskBand}
    question = Question(row["need"], row["question"], Answerer(row["to"]))
    return Need(row["need"], least, row["missing"], question)
