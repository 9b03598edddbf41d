"""Whether the supplier was heard on what an exclusion rests on, and from which day.

Source: Procurement Act 2023 section 58(2) (reasonable opportunity to make representations on each
ground), sections 26(3), 27(4) and 28(5) (notice of the intention, and time to replace someone),
section 30(3) (heard before the information that it gave is held against it).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from scoring.exclusion.judgement import Judgement


@dataclass(frozen=True, slots=True)
class CaseGround:
    """A person, and the ground that may apply to it; None for its entry in the debarment list."""

    person: str
    ground: str | None

    @classmethod
    def of(cls, judgement: Judgement) -> "CaseGround":
        """Return what a judgement is about."""
        return cls(judgement.person.name, judgement.ground.id if judgement.ground else None)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to the supplier.

    Attributes:
        sent_on: The day on which it was sent.
        reply_by: The last day for the answer.
        answered_on: The day on which an answer came; None where none did.
        grounds: What it put to the supplier.
    """

    sent_on: date
    reply_by: date
    answered_on: date | None
    grounds: tuple[CaseGround, ...]

    @property
    def heard_from(self) -> date:
        """The first day on which the supplier has had its opportunity: answered, or time over."""
        return self.answered_on or self.reply_by + timedelta(days=1)


def letter_on(letters: Iterable[Letter], ground: CaseGround) -> Letter | None:
    """Return the newest letter that put a ground to the supplier; None where none did."""
    on_it = [each for each in letters if ground in each.grounds]
    return max(on_it, key=lambda each: (each.sent_on, each.reply_by), default=None)
