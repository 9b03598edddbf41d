"""Breaks in long shifts.

A shortfall is a question for the supplier, not proof: see `working_time`.
"""

from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.findings import Verdicts, findings
from scoring.payroll.rota import Rota
from scoring.payroll.samples import Flags, Ints
from scoring.payroll.working_time import ASK, COMPENSATED, ROTA, may_be_special
from scoring.reference.vocabulary import Severity, Theme


@rule(
    "hours.breaks",
    version=3,
    theme=Theme.CONDITIONS,
    title="Long shifts have a break",
    source="Working Time Regulations 1998 regs 12, 21, 24",
    valid_from=date(1998, 10, 1),
)
def breaks(rota: Rota, at: date) -> tuple[Finding, ...]:
    """A shift of more than six hours has a break of 20 minutes or more.

    Under 18: more than four and a half hours, 30 minutes. Shifts that follow each other with less
    than that between are one shift, and their breaks count together. A break that is not recorded
    is unknown, not absent; `0` says that there was none. In special cases (reg 21), and for
    night workers whose job is not on record, it is a question about compensatory rest (reg 24),
    except under 18.
    """
    shorts, dark, rows, judged = _broken_breaks(rota)
    young = np.bincount(rota.worker[rota.young], minlength=rota.workers.count) > 0
    excepted = (shorts > 0) & may_be_special(rota) & ~young
    doubtful = ((dark > 0) & (shorts == 0)) | excepted
    reasons = (("breaks are not recorded on long shifts", dark > 0), (COMPENSATED, excepted))
    verdicts = Verdicts(
        broken=(shorts > 0) & ~excepted,
        doubtful=doubtful,
        fine=judged & (dark == 0),
        figures=shorts,
        rows=rows,
        why_doubtful="; ".join(text for text, which in reasons if (which & doubtful).any()),
    )
    return findings(
        breaks,
        rota.workers,
        verdicts,
        lambda count: f"{count:,} long shift{'s' * (count > 1)} without the break due.",
        at=at,
        severity=Severity.MEDIUM,
        remedy=ASK,
        file=ROTA,
    )


def _broken_breaks(rota: Rota) -> tuple[Ints, Ints, Ints, Flags]:
    """For each worker: shifts short of a break, long shifts without a record, a row, any shift."""
    size = rota.workers.count
    need = np.where(rota.young, 30, 20)
    first = np.flatnonzero(rota.rest_before >= need)
    worker, young = rota.worker[first], rota.young[first]
    last = np.append(first[1:], rota.worker.size) - 1 if first.size else first
    length = rota.reached[last] - rota.key[first]
    recorded = np.add.reduceat(np.maximum(rota.pause, 0), first) if first.size else first
    missing = np.logical_or.reduceat(rota.pause < 0, first) if first.size else first > 0
    long = length > np.where(young, 270, 360)
    lacks = long & (recorded < np.where(young, 30, 20))
    short, dark = lacks & ~missing, lacks & missing
    rows = np.full(size, -1, np.int64)
    rows[worker[short][::-1]] = rota.row[first][short][::-1]
    counts = [np.bincount(worker[which], minlength=size) for which in (short, dark)]
    return counts[0], counts[1], rows, rota.worked
