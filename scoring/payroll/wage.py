"""Pay against a wage rate for each payslip, and what it comes to for each worker."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from scoring.payroll.findings import Verdicts, hours
from scoring.payroll.legal import Bounds
from scoring.payroll.prepare import Pay, first_rows, shortfall
from scoring.payroll.samples import Flags, Ints
from scoring.reference.money import pence

DEDUCTION = "a deduction does not say what it is for: ask for its purpose and agreement (reg 12)"
UNREAD = "a column of money could not be read: ask what it is, paid or taken"
UNCERTAIN = (
    "arrears, or overtime without its hours: ask for which hours each was paid, and at what rate "
    "(regs 9, 10)"
)
NET = "net pay is lower than the payslip explains: ask for every deduction (reg 12)"
RATE = "the age, apprenticeship or place that decides the rate is not on record"
NO_HOURS = "hours are not on record, or the rota does not cover the period"
NO_RATE = "no rate is on record for the period"
PROVISIONAL = "the rate of the period is provisional, so that it cannot show that pay is enough"
HOME = "no accommodation offset is on record for the period"


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Two readings of each payslip: the kindest to the employer and the strictest, in pence.

    Attributes:
        short: Surely short, in the kindest reading.
        perhaps: Short in the strictest reading, or with something not known.
        least_due: What is due in the kindest reading.
        most_due: What is due in the strictest.
        most_paid: What counts in the kindest reading.
        least_paid: What counts in the strictest.
        reasons: What parts the two, with the payslips that it concerns.
    """

    short: Ints
    perhaps: Flags
    least_due: Ints
    most_due: Ints
    most_paid: Ints
    least_paid: Ints
    reasons: tuple[tuple[str, Flags], ...]


def read_pay(pay: Pay, bounds: Bounds, concerned: Flags, sure: Flags, extra: Ints) -> Reading:
    """Return both readings of each payslip against a rate.

    Args:
        pay: The payslips.
        bounds: The rates that may bind.
        concerned: The payslips that the rule concerns.
        sure: The payslips that it surely concerns.
        extra: Pence to add to pay, such as the offset for a free home.
    """
    time, pay_range = pay.time, (pay.most + extra, pay.least + extra)
    timed = time.low >= 0
    firm = timed & bounds.known & sure & concerned
    short = np.where(firm, shortfall(time.low, pay_range[0], bounds.low), 0)
    at_worst = shortfall(time.high, pay_range[1], bounds.high)
    enough = timed & bounds.known & pay.offset_known & bounds.confirmed & (at_worst == 0)
    perhaps = concerned & ~enough & (short == 0)
    named = pay_range[1] < pay_range[0]
    reasons = (
        (NO_HOURS, ~timed),
        (NO_RATE, timed & ~bounds.known),
        (HOME, ~pay.offset_known),
        (PROVISIONAL, bounds.known & ~bounds.confirmed),
        (RATE, bounds.known & (((bounds.low < bounds.high) & bounds.confirmed) | ~sure)),
        *time.doubts,
        (DEDUCTION, named & (pay.slips.unclear > 0)),
        (UNCERTAIN, named & (pay.slips.uncertain > 0)),
        (UNREAD, named & (pay.slips.unread > 0)),
        (NET, named & (pay.missing > 0)),
    )
    return Reading(
        short,
        perhaps,
        _due(time.low, bounds.low),
        _due(time.high, bounds.high),
        pay_range[0],
        pay_range[1],
        tuple((why, which & perhaps) for why, which in reasons),
    )


def by_worker(
    pay: Pay,
    figure: Ints,
    doubtful: Flags,
    concerned: Flags,
    why: str,
    read: Reading | None = None,
) -> Verdicts:
    """Return each worker's outcome: the sum of the figures, else doubt, else fine."""
    size, worker = pay.workers.count, pay.slips.worker
    total = np.bincount(worker, figure, size).astype(np.int64)
    unsure = np.bincount(worker[doubtful & concerned], minlength=size) > 0
    seen = np.bincount(worker[concerned], minlength=size) > 0
    broken = total > 0
    fine = seen & ~broken & ~unsure
    if read is not None:
        used = [text for text, which in read.reasons if (which & ~broken[worker]).any()]
        why = "; ".join(used) or why
    between = _between(pay, read, broken) if read is not None else None
    rows = first_rows(pay, figure > 0)
    return Verdicts(broken, unsure & ~broken, fine, total, rows, why, between)


def _between(pay: Pay, read: Reading, broken: Flags) -> Callable[[int], str]:
    """For a worker in doubt, the sums that the worst payslip lies between."""

    def between(index: int) -> str:
        mine = np.flatnonzero((pay.slips.worker == index) & read.perhaps)
        if broken[index] or not mine.size:
            return ""
        gap = read.most_due[mine] - read.least_paid[mine]
        worst = int(mine[np.argmax(gap)])
        if pay.time.low[worst] < 0 or read.most_due[worst] <= 0:
            return ""
        low, high = int(pay.time.low[worst]), int(pay.time.high[worst])
        time = f" for {hours(low)}" if low == high else ""
        span = "" if low == high else f" ({hours(low)} to {hours(high)})"
        due = _range(int(read.least_due[worst]), int(read.most_due[worst]))
        paid = _range(int(read.least_paid[worst]), int(read.most_paid[worst]))
        return f"due {due}{time}{span}, pay that counts {paid}."

    return between


def _range(low: int, high: int) -> str:
    return pence(low) if low == high else f"between {pence(low)} and {pence(high)}"


def _due(minutes: Ints, rate: Ints) -> Ints:
    due: Ints = -(-np.maximum(minutes, 0) * rate // 60)
    return due
