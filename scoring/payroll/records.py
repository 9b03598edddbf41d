"""What the records themselves give away: overlapping shifts, and hours too even to be true."""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import Verdicts, findings
from scoring.payroll.rota import Rota
from scoring.payroll.working_time import ROTA
from scoring.reference.vocabulary import Severity, Theme

ENOUGH_SHIFTS = 20  # our choice: about four weeks of a full-time rota


@rule(
    "records.overlapping_shifts",
    version=1,
    theme=Theme.CONDITIONS,
    title="No worker is in two places at once",
    source="Working Time Regulations 1998 reg 9 (records); National Minimum Wage Regulations 2015 "
    "reg 59 (records)",
    valid_from=date(1998, 10, 1),
)
def overlapping_shifts(rota: Rota, at: date) -> tuple[Finding, ...]:
    """No worker's shifts overlap.

    Overlap may be a slip of the pen, or two people working under one name: ask who worked. Hours
    that overlap are counted once by the other rules.
    """
    overlaps = np.flatnonzero(rota.rest_before < 0)
    size = rota.workers.count
    count = np.bincount(rota.worker[overlaps], minlength=size)
    rows = np.full(size, -1, np.int64)
    rows[rota.worker[overlaps][::-1]] = rota.row[overlaps][::-1]
    return findings(
        overlapping_shifts,
        rota.workers,
        Verdicts(count > 0, count < 0, rota.worked & (count == 0), count, rows),
        lambda n: (
            f"{n:,} shift{'s' * (n > 1)} overlap{'s' * (n == 1)} another of the same worker: "
            "a slip, or two people under one name."
        ),
        at=at,
        severity=Severity.MEDIUM,
        remedy="Ask to see the clock or sign-in records for these days.",
        file=ROTA,
    )


@rule(
    "records.identical_hours",
    version=1,
    theme=Theme.CONDITIONS,
    title="Hours look like hours that were worked",
    source="National Minimum Wage Regulations 2015 reg 59 (records); ETI Base Code 6",
    valid_from=date(1999, 4, 1),
)
def identical_hours(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A worker's shifts are not all the same length on the exact hour.

    Twenty or more shifts that all start on the hour and last the same may be a plan and not a
    record of time worked: our choice of number. It is a weak sign, and an honest rota can show it.
    """
    size = rota.workers.count
    length = rota.end - rota.start
    count = np.bincount(rota.worker, minlength=size)
    first = np.zeros(size, np.int64)
    first[rota.worker[::-1]] = length[::-1]
    odd = (length != first[rota.worker]) | (rota.start % 60 != 0)
    even = np.bincount(rota.worker[odd], minlength=size) == 0
    rows = np.full(size, -1, np.int64)
    rows[rota.worker[::-1]] = rota.row[::-1]
    broken = even & (count >= ENOUGH_SHIFTS)
    return findings(
        identical_hours,
        rota.workers,
        Verdicts(broken, count < 0, rota.worked & ~broken, count, rows),
        lambda n: (
            f"All {n:,} shifts start on the hour and last the same: it may be a plan, not a "
            "record of time worked."
        ),
        at=at,
        severity=Severity.LOW,
        remedy="Ask for the clock or sign-in records behind the rota.",
        file=ROTA,
    )
