"""The wage rates that bind each payslip, looked up for whole columns at once, in pence an hour."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.payroll.samples import NO_DAY, Flags, Ints, Payslips, Workers, birthday
from scoring.reference.rate_tables import LivingWageRow, living_wage_rows, minimum_wage_rows
from scoring.reference.rates import living_wage_ends, minimum_wage_ends

AGES = (16, 18, 21, 23, 25)  # where a band of some year begins
APPRENTICE_AGE = 19
EPOCH = np.datetime64("1970-01-01", "D")


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The lowest and highest rate that may bind each payslip, alike where all is known.

    Attributes:
        low: Pence an hour; what every possible worker must get at least.
        high: Pence an hour; what satisfies the rule whoever the worker is.
        known: There is a rate for the day and the age.
        confirmed: The rate is confirmed, so that pay may be called enough.
    """

    low: Ints
    high: Ints
    known: Flags
    confirmed: Flags


def minimum_bounds(slips: Payslips, workers: Workers) -> Bounds:
    """Return the legal minimum of each payslip by the first day of its period.

    Source: National Minimum Wage Regulations 2015 regs 4-5: age and rate are those of the first
        day of the pay reference period. Where age or apprenticeship is unknown, the bounds are
        those of every age, so that only a sure answer is given. A provisional rate never shows
        that pay is enough, and shows a shortfall only below the last confirmed rate.
    """
    rows = minimum_wage_rows()
    starts = np.array([_day(row.start) for row in rows], np.int64)
    year = np.searchsorted(starts, slips.start, side="right") - 1
    ages = _band(slips, workers)
    ended = slips.start >= _day(minimum_wage_ends())
    known = (year >= 0) & ~ended & (ages != 0)
    low, high = _tables()
    band = np.maximum(ages, 0)
    year = np.maximum(year, 0)
    learner = _apprentice_rate(slips, workers, ages)
    low_rate = np.where(ages < 0, low[year, 1], low[year, band])
    high_rate = np.where(ages < 0, high[year, len(AGES)], high[year, band])
    low_rate = np.where(learner != 0, low[year, 0], low_rate)
    high_rate = np.where(learner == 1, high[year, 0], high_rate)
    firm = np.array([not row.provisional for row in rows])
    return Bounds(low_rate, high_rate, known, firm[year])


def _apprentice_rate(slips: Payslips, workers: Workers, ages: Ints) -> Ints:
    """Whether the apprentice rate binds: 1, 0, or -1 where it may.

    Source: National Minimum Wage Regulations 2015 reg 5: an apprentice under 19, or in the first
        12 months. Where the first day of the apprenticeship is not on record, that of the
        employment is taken. Someone of whom nothing is on record may be an apprentice.
    """
    who = slips.worker
    apprentice = workers.apprentice[who]
    begun = workers.learning_since[who]
    begun = np.where(begun == NO_DAY, workers.started[who], begun)
    year_on = birthday(begun, 1)
    first_year = np.where(begun == NO_DAY, -1, (slips.start < year_on).astype(np.int64))
    nineteen = birthday(workers.born, APPRENTICE_AGE)[who]
    young = np.where(nineteen == NO_DAY, -1, (slips.start < nineteen).astype(np.int64))
    either = np.where(
        (first_year == 1) | (young == 1), 1, np.where((first_year < 0) | (young < 0), -1, 0)
    )
    unsaid = np.where(ages < 0, -1, 0)
    return np.where(apprentice == 1, either, np.where(apprentice == 0, 0, unsaid))


def living_bounds(slips: Payslips, workers: Workers) -> Bounds:
    """Return the Living Wage of each payslip by place and the first day of its period.

    Source: Living Wage Foundation: the rate must be paid from its pay-by day; 18 and over. A
        provisional rate never shows that pay is enough.
    """
    rows = [(row.must_pay_by, row) for row in living_wage_rows() if row.must_pay_by]
    starts = np.array([_day(day) for day, _ in rows], np.int64)
    year = np.searchsorted(starts, slips.start, side="right") - 1
    known = (year >= 0) & (slips.start < _day(living_wage_ends()))
    london = np.array([int(row.london * 100) for _, row in rows])[np.maximum(year, 0)]
    uk = np.array([int(row.uk * 100) for _, row in rows])[np.maximum(year, 0)]
    place = workers.london[slips.worker]
    firm = np.array([not row.provisional for _, row in rows])[np.maximum(year, 0)]
    low, high = np.where(place == 1, london, uk), np.where(place == 0, uk, london)
    sure = _confirmed_living(rows)[np.maximum(year, 0)]
    low = np.where(firm, low, np.minimum(low, np.where(place == 1, sure[:, 0], sure[:, 1])))
    return Bounds(low, high, known, firm)


def _confirmed_living(rows: list[tuple[date, LivingWageRow]]) -> Ints:
    """London's and the UK's last confirmed rate by year, below which pay is surely short."""
    last, pairs = rows[0][1], []
    for _, row in rows:
        last = last if row.provisional else row
        pairs.append([int(last.london * 100), int(last.uk * 100)])
    return np.array(pairs, np.int64)


def offset_pence(slips: Payslips) -> Ints:
    """Return the accommodation offset for each payslip, pence a day; -1 where none is known.

    Source: National Minimum Wage Regulations 2015 regs 14-16.
    """
    rows = minimum_wage_rows()
    starts = np.array([_day(row.start) for row in rows], np.int64)
    pence = np.array([-1 if row.offset is None else int(row.offset * 100) for row in rows])
    year = np.searchsorted(starts, slips.start, side="right") - 1
    known = (year >= 0) & (slips.start < _day(minimum_wage_ends()))
    offset: Ints = np.where(known, pence[np.maximum(year, 0)], -1)
    return offset


def over_18(slips: Payslips, workers: Workers) -> Ints:
    """Return for each payslip whether its worker is 18 or over: 1, 0, or -1 unknown."""
    adult_from = birthday(workers.born, 18)[slips.worker]
    return np.where(adult_from == NO_DAY, -1, (slips.start >= adult_from).astype(np.int64))


def _band(slips: Payslips, workers: Workers) -> Ints:
    """How many of `AGES` each payslip's worker has reached; -1 where birth is unknown."""
    reached = np.zeros(slips.worker.size, np.int64)
    for age in AGES:
        reached += slips.start >= birthday(workers.born, age)[slips.worker]
    return np.where(workers.born[slips.worker] == NO_DAY, -1, reached)


def _tables() -> tuple[Ints, Ints]:
    """Rates by year and band: the surest shortfall, and the surest fulfilment.

    Column 0 is the apprentice rate, which is also the lowest. A provisional year counts as a
    shortfall only below the last confirmed rate.
    """
    high = [
        [int(row.apprentice * 100), *(int(row.at_age(age) * 100) for age in AGES)]
        for row in minimum_wage_rows()
    ]
    low, confirmed = [], high[0]
    for row, rates in zip(minimum_wage_rows(), high, strict=True):
        confirmed = confirmed if row.provisional else rates
        low.append(confirmed)
    return np.array(low, np.int64), np.array(high, np.int64)


def _day(day: object) -> int:
    return int((np.datetime64(str(day), "D") - EPOCH).astype(np.int64))
