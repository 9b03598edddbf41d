"""Payslips made ready once for every pay rule: the hours worked and the pay that counts."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from scoring.payroll.legal import offset_pence
from scoring.payroll.rota import DAY_SPAN, Rota
from scoring.payroll.samples import Flags, Ints, Payslips, Workers

FILE = "payslips"


@dataclass(frozen=True, slots=True, eq=False)
class Pay:
    """Payslips made ready: what each pays for the hours really worked.

    Attributes:
        workers: The people, by index.
        slips: The payslips as read.
        rota: Minutes on the rota in the period; -1 where the rota does not cover it.
        on_rota: Minutes on the rota in the period, as far as it goes.
        minutes: Hours to be paid for: the more of payslip and rota; -1 where neither tells.
        kept: Pay that counts for the Living Wage, in pence: without premiums and the like, after
            deductions and rent over the offset.
        free_home: What a free home adds to it for the minimum wage, in pence.
        kept_known: The accommodation offset was known where there was a home.
    """

    workers: Workers
    slips: Payslips
    rota: Ints
    on_rota: Ints
    minutes: Ints
    kept: Ints
    free_home: Ints
    kept_known: Flags


def prepare_pay(slips: Payslips, rota: Rota) -> Pay:
    """Return payslips with the hours and pay that count.

    Source: National Minimum Wage Regulations 2015 regs 8-16: premiums, tips and expenses do not
    count, deductions for the employer's own use and accommodation above the offset come off pay,
    and a free home counts as the offset; 30-35: hours are those worked.
    """
    on_rota = _on_rota(slips, rota)
    first, last = _days_covered(rota)
    covers = (first <= slips.start) & (slips.end <= last) & bool(rota.worker.size)
    covered = np.where(covers, on_rota, -1)
    minutes = np.maximum(slips.minutes, np.where((slips.minutes >= 0) | covers, on_rota, -1))
    offset = offset_pence(slips)
    allowed = np.maximum(offset, 0) * slips.rent_days
    kept_known = (slips.rent_days == 0) | (offset >= 0)
    rent = np.where(kept_known, np.maximum(slips.rent - allowed, 0), 0)
    kept = slips.gross - slips.uncounted - slips.taken - rent
    free_home = np.where(slips.rent == 0, allowed, 0)
    return Pay(rota.workers, slips, covered, on_rota, minutes, kept, free_home, kept_known)


def shortfall(pay: Pay, kept: Ints, rate: Ints) -> Ints:
    """Return how much each payslip falls short of a rate, in pence rounded up; zero where not.

    Args:
        pay: The payslips.
        kept: Pence that count.
        rate: Pence an hour for each.
    """
    missing = np.maximum(pay.minutes, 0) * rate - kept * 60
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


def _days_covered(rota: Rota) -> tuple[int, int]:
    """The sample's first and last day, with the weekend before or after on which nobody works."""
    first, last = (rota.first_day + 3) % 7, (rota.last_day + 3) % 7  # Monday 0
    return rota.first_day - {0: 2, 6: 1}.get(first, 0), rota.last_day + {4: 2, 5: 1}.get(last, 0)


def _on_rota(slips: Payslips, rota: Rota) -> Ints:
    """Minutes of each payslip's worker on the rota, by the local day on which shifts start."""
    if not slips.worker.size:
        return slips.worker
    key = rota.worker * DAY_SPAN + rota.day
    total = np.concatenate(([0], np.cumsum(rota.minutes)))
    first = np.searchsorted(key, slips.worker * DAY_SPAN + slips.start)
    last = np.searchsorted(key, slips.worker * DAY_SPAN + slips.end, side="right")
    minutes: Ints = total[last] - total[first]
    return minutes
