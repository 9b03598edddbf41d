"""Lists of payments that repeat another one's, found before their money counts twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import nsmallest
from uuid import UUID
from zlib import crc32

from sqlmodel import Session, col, select

from app.features.imports.payments import period_of
from models import Intake, IntakeState, RepeatChoice
from scoring.periods import Period

SAMPLE = 400
"""Payments that a list is recognised by: a share of half is then right to some five points."""
MOSTLY = 0.5


class PaymentSample:
    """Numbers of those payments of a list whose numbers are smallest.

    Two lists of the same payments have the same sample, in whatever order their rows are. Of two
    lists the share of payments in both is estimated from the samples alone (bottom-k sketch,
    Cohen and Kaplan 2007).
    """

    def __init__(self) -> None:
        """Begin with no payment."""
        self._numbers: set[int] = set()

    def add(
        self,
        names: Iterable[str],
        paid: Iterable[Decimal | None],
        paid_on: Iterable[date | None],
    ) -> None:
        """Add some rows; those that are no payment are left out."""
        new = {
            crc32(f"{name.casefold()}|{amount:.2f}|{on or ''}".encode())
            for name, amount, on in zip(names, paid, paid_on, strict=True)
            if amount is not None
        }
        self._numbers = set(nsmallest(SAMPLE, self._numbers | new))

    @property
    def numbers(self) -> list[int]:
        """The sample, smallest number first."""
        return sorted(self._numbers)


@dataclass(frozen=True, slots=True)
class RepeatedList:
    """A current list whose payments another one repeats."""

    id: UUID
    name: str
    period: Period | None
    share: float

    def __str__(self) -> str:
        """Name the list, its period and how much of it is repeated."""
        when = f" ({self.period})" if self.period else ""
        return f"“{self.name}”{when}: {self.share:.0%} of the payments are the same"


def repeated_lists(
    session: Session,
    organisation: UUID,
    *,
    name: str,
    sample: Sequence[int],
    period: Period | None,
) -> list[RepeatedList]:
    """Return the organisation's current lists under other names that a list mostly repeats.

    Args:
        session: An open transaction.
        organisation: Whose lists.
        name: The list's name: an older list of the same name is replaced without a question.
        sample: The list's payments, as `PaymentSample` has them.
        period: The list's period, if it says one; lists of other periods are no repeats.
    """
    if not sample:
        return []
    query = select(Intake).where(
        Intake.organisation_id == organisation,
        Intake.state == IntakeState.TAKEN,
        col(Intake.superseded).is_(False),
        Intake.name != name,
    )
    repeated = []
    for other in session.exec(query.order_by(col(Intake.created_at))):
        when = period_of(other)
        if period and when and not period.overlaps(when):
            continue
        share = _share(sample, other.row_sample)
        if share >= MOSTLY:
            repeated.append(RepeatedList(other.id, other.name, when, share))
    return repeated


def repeat_choice(word: str | None) -> RepeatChoice:
    """Return the choice that a word means; no word leaves it open.

    Raises:
        ValueError: The word is no choice.
    """
    choices = {"replace": RepeatChoice.REPLACE, "both": RepeatChoice.COUNT_BOTH}
    if not word:
        return RepeatChoice.UNDECIDED
    if word not in choices:
        raise ValueError(f"“{word}” is no choice. Use replace or both.")
    return choices[word]


def question(repeated: Sequence[RepeatedList]) -> str:
    """Return what a person is asked before a list counts that repeats others."""
    return (
        f"This list repeats {'; '.join(map(str, repeated))}. Its money would count twice. Send it "
        "again and choose: replace the older list, or count both (on the page; “--repeat replace” "
        "or “--repeat both” on the command line; “repeat” in the interface)."
    )


def _share(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of the payments in either list that are in both."""
    union = set(nsmallest(SAMPLE, {*one, *other}))
    return len(union & set(one) & set(other)) / len(union) if union else 0.0
