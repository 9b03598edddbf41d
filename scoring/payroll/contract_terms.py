"""Hours worked against hours promised."""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import Verdicts, findings, hours
from scoring.payroll.rota import Rota, weeks
from scoring.payroll.working_time import ROTA
from scoring.reference.vocabulary import Severity, Theme


@rule(
    "hours.beyond_promise",
    version=1,
    theme=Theme.CONDITIONS,
    title="Hours on the rota are near those promised",
    source="Employment Rights Act 1996 s1(4)(c); ILO Indicators of Forced Labour (deception)",
    valid_from=date(1996, 8, 22),
)
def beyond_promise(rota: Rota, at: date) -> tuple[Finding, ...]:
    """The average week worked is less than half as much again as the hours promised.

    It is the average of the weeks in which the worker has a shift. Overtime may be a worker's own
    choice, so only far more than was promised is shown; half as much again is our choice.
    """
    each, size = weeks(rota), rota.workers.count
    total = np.bincount(each.worker, each.minutes, size).astype(np.int64)
    worked = np.bincount(each.worker, minlength=size)
    promised = rota.workers.promised
    broken = (promised >= 0) & (2 * total >= 3 * promised * worked) & (total > 0)
    rows = np.full(size, -1, np.int64)
    rows[rota.worker[::-1]] = rota.row[::-1]
    average = total // np.maximum(worked, 1)
    return findings(
        beyond_promise,
        rota.workers,
        Verdicts(
            broken,
            rota.worked & (promised < 0),
            rota.worked & (promised >= 0) & ~broken,
            average,
            rows,
            "the hours promised are not on record",
        ),
        lambda week: f"An average week of {hours(week)}: half as much again as promised or more.",
        at=at,
        severity=Severity.HIGH,
        remedy="Ask for the offer or contract, and whether the worker chose these hours.",
        file=ROTA,
    )
