"""Payslips made ready once for every pay rule: the hours worked and the pay that counts."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from scoring.payroll.legal import offset_pence
from scoring.payroll.net_pay import unexplained
from scoring.payroll.paid_time import PaidTime, paid_time
from scoring.payroll.rota import Rota
from scoring.payroll.samples import Flags, Ints, Payslips, Workers

FILE = "payslips"


@dataclass(frozen=True, slots=True, eq=False)
class Pay:
    """Payslips made ready: what each pays for the hours really worked.

    Attributes:
        workers: The people, by index.
        slips: The payslips as read.
        time: The hours that each payslip must pay for, least and most.
        most: Pay that counts for the Living Wage, in pence, if nothing unnamed comes off: without
            premiums and the like, after deductions and rent over the offset.
        least: The same, if all that is not named comes off and nothing uncertain counts.
        rent_over: Rent above the offset, in pence.
        free_home: What a free home adds for the minimum wage, in pence.
        offset_known: The accommodation offset was known where there was a home.
        missing: The part between gross and net pay that no deduction explains, in pence.
    """

    workers: Workers
    slips: Payslips
    time: PaidTime
    most: Ints
    least: Ints
    rent_over: Ints
    free_home: Ints
    offset_known: Flags
    missing: Ints


def prepare_pay(slips: Payslips, rota: Rota) -> Pay:
    """Return payslips with the hours and pay that count.

    Source: National Minimum Wage Regulations 2015 regs 8-16: premiums, tips and expenses do not
    count, deductions for the employer's own use and accommodation above the offset come off pay,
    and a free home counts as the offset.
    """
    offset = offset_pence(slips)
    allowed = np.maximum(offset, 0) * slips.rent_days
    offset_known = (slips.rent_days == 0) | (offset >= 0)
    rent_over = np.where(offset_known, np.maximum(slips.rent - allowed, 0), 0)
    most = slips.gross - slips.uncounted - slips.taken - rent_over
    missing = unexplained(slips)
    free_home = np.where(slips.rent == 0, allowed, 0)
    return Pay(
        rota.workers,
        slips,
        paid_time(slips, rota),
        most,
        most - slips.unclear - slips.uncertain - slips.unread - missing,
        rent_over,
        free_home,
        offset_known,
        missing,
    )


def shortfall(minutes: Ints, paid: Ints, rate: Ints) -> Ints:
    """Return how much pay falls short of a rate, in pence rounded up; zero where it does not.

    Args:
        minutes: The hours to pay for.
        paid: Pence that count.
        rate: Pence an hour for each.
    """
    missing = np.maximum(minutes, 0) * rate - paid * 60
    return np.where(missing > 0, -(-missing // 60), 0)


def last_start(pay: Pay) -> date:
    """Return the first day of the latest pay period; 1970 where there is none."""
    latest = int(pay.slips.start.max()) if pay.slips.start.size else 0
    return date(1970, 1, 1) + timedelta(days=latest)


def first_rows(pay: Pay, chosen: Flags) -> Ints:
    """Return each worker's first row among the chosen payslips, or -1."""
    rows = np.full(pay.workers.count, np.iinfo(np.int64).max)
    np.minimum.at(rows, pay.slips.worker[chosen], pay.slips.row[chosen])
    return np.where(rows == np.iinfo(np.int64).max, -1, rows)
