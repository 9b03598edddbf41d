"""The arithmetic of each payslip against the legal minimum, for a person to follow."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from scoring.payroll.legal import minimum_bounds
from scoring.payroll.prepare import prepare_pay
from scoring.payroll.rota import prepare
from scoring.payroll.samples import Payslips, Shifts, Workers
from scoring.payroll.wage import read_pay

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class PayslipSum:
    """One payslip's sum: money in whole pence sterling, time in minutes, unknown as None.

    Attributes:
        worker: Pseudonym.
        start: First day of the period.
        end: Last day.
        least_time: Time that was surely worked.
        most_time: Time that may have been worked.
        gross: Gross pay.
        uncounted: Premiums, tips, expenses and other pay that does not count (reg 10).
        taken: Deductions for the employer's use (regs 12, 13).
        rent_over: Accommodation above the offset (reg 14).
        free_home: What a free home adds (reg 16).
        doubtful: Deductions and money that may or may not count.
        least_rate: The lowest rate that may bind, an hour.
        most_rate: The highest.
        short: What is surely short.
        doubt: It may be short.
    """

    worker: str
    start: date
    end: date
    least_time: int | None
    most_time: int | None
    gross: int
    uncounted: int
    taken: int
    rent_over: int
    free_home: int
    doubtful: int
    least_rate: int | None
    most_rate: int | None
    short: int
    doubt: bool


def payslip_sums(
    shifts: Shifts, slips: Payslips, workers: Workers, *, most: int
) -> tuple[PayslipSum, ...]:
    """Return the sums of payslips: those that are short first, then those in doubt, by size.

    Args:
        shifts: What was worked.
        slips: What was paid.
        workers: Who they are.
        most: How many at most.
    """
    if not slips.worker.size:
        return ()
    pay = prepare_pay(slips, prepare(shifts, workers))
    bounds = minimum_bounds(slips, workers)
    everyone = np.ones(slips.worker.size, np.bool_)
    read = read_pay(pay, bounds, everyone, everyone, pay.free_home)
    order = np.lexsort((slips.start, slips.worker, ~read.perhaps, -read.short))[:most]
    doubtful = pay.most - pay.least

    def known(figure: int) -> int | None:
        return figure if figure >= 0 else None

    return tuple(
        PayslipSum(
            worker=workers.labels[int(slips.worker[at])],
            start=EPOCH + timedelta(days=int(slips.start[at])),
            end=EPOCH + timedelta(days=int(slips.end[at])),
            least_time=known(int(pay.time.low[at])),
            most_time=known(int(pay.time.high[at])),
            gross=int(slips.gross[at]),
            uncounted=int(slips.uncounted[at]),
            taken=int(slips.taken[at]),
            rent_over=int(pay.rent_over[at]),
            free_home=int(pay.free_home[at]),
            doubtful=int(doubtful[at]),
            least_rate=int(bounds.low[at]) if bounds.known[at] else None,
            most_rate=int(bounds.high[at]) if bounds.known[at] else None,
            short=int(read.short[at]),
            doubt=bool(read.perhaps[at]),
        )
        for at in order.tolist()
    )
