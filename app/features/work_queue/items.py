"""What stands in the work queue: tasks, the suppliers of each, and what they come to together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from scoring.reference.vocabulary import Decision

MOST_WORDS = 12
"""Words of a reason: as many as are read at a glance."""
_ZERO = Decimal(0)


class WorkTask(StrEnum):
    """What is to be done with a supplier, in the order in which it is to be done."""

    TODAY = "today"
    DECIDE = "decide"
    CHASE = "chase"
    ASK = "ask"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class WaitingCheck:
    """A check that an officer or a program asked and on which nobody has decided."""

    id: UUID
    requested_by: str
    requested_at: datetime


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One supplier with what is to be done, and why.

    Attributes:
        task: What is to be done.
        supplier: Identifier of the supplier.
        name: Its name.
        decision: The decision that counts, decided or proposed.
        reason: Why, in at most twelve words.
        risk: Residual risk, points of 100.
        contracts: What its contracts in force are worth a year, in pounds; None is not known.
        paid: What lists of payments paid it, in pounds; None where none did.
        due: The day by which something was or is due, or None.
        overdue: Whether that day has passed.
        check: The newest check that waits for a decision, or None.
        action: The action that is overdue, or None.
    """

    task: WorkTask
    supplier: UUID
    name: str
    decision: Decision
    reason: str
    risk: Decimal
    contracts: Decimal | None
    paid: Decimal | None
    due: date | None = None
    overdue: bool = False
    check: WaitingCheck | None = None
    action: UUID | None = None

    def waiting(self, check: WaitingCheck | None) -> "WorkItem":
        """Return it with the check that waits for a decision."""
        return replace(self, check=check)


@dataclass(frozen=True, slots=True)
class Totals:
    """What some suppliers come to together, each sum of money with how many it is known of.

    Attributes:
        suppliers: How many.
        risk: Points of residual risk, added up.
        contracts: Pounds a year of contracts in force.
        contracts_known: Of how many suppliers that is known.
        paid: Pounds paid by lists of payments.
        paid_known: Of how many suppliers that is known.
    """

    suppliers: int = 0
    risk: Decimal = _ZERO
    contracts: Decimal = _ZERO
    contracts_known: int = 0
    paid: Decimal = _ZERO
    paid_known: int = 0


def totals_of(items: Iterable[WorkItem]) -> Totals:
    """Return what the suppliers of some items come to; one with several items counts once."""
    each = list({item.supplier: item for item in items}.values())
    contracts = [item.contracts for item in each if item.contracts is not None]
    paid = [item.paid for item in each if item.paid is not None]
    return Totals(
        suppliers=len(each),
        risk=sum((item.risk for item in each), _ZERO),
        contracts=sum(contracts, _ZERO),
        contracts_known=len(contracts),
        paid=sum(paid, _ZERO),
        paid_known=len(paid),
    )


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """All suppliers with one task: what they come to, and those within the capacity."""

    task: WorkTask
    total: Totals
    items: tuple[WorkItem, ...]


@dataclass(frozen=True, slots=True)
class WorkQueue:
    """The queue on a day: its groups in order, and what those shown cover of all assessed.

    `companies_loaded` is whether a register of companies is loaded; without it nobody's company is
    known, and to load it comes before asking suppliers who they are.
    """

    on: date
    capacity: int
    companies_loaded: bool
    groups: tuple[WorkGroup, ...]
    covered: Totals
    assessed: Totals


def in_few_words(text: str) -> str:
    """Return a reason of at most `MOST_WORDS` words; one cut short ends with an ellipsis."""
    words = text.split()
    return text if len(words) <= MOST_WORDS else " ".join(words[:MOST_WORDS]) + "…"
