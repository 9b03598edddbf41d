"""A day's rest in each week, or two in each fortnight.

A shortfall is a question for the supplier, not proof: see `working_time`.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.findings import Finding, rule
from scoring.payroll.clock import DAY, to_utc
from scoring.payroll.findings import Verdicts, findings
from scoring.payroll.rota import WEEK_SPAN, Rota
from scoring.payroll.samples import NO_DAY, Flags, Ints
from scoring.payroll.working_time import ASK, COMPENSATED, ROTA, may_be_special
from scoring.reference.vocabulary import Severity, Theme

WEEK = 7 * DAY
DAILY = 11 * 60


@rule(
    "hours.weekly_rest",
    version=3,
    theme=Theme.CONDITIONS,
    title="A day's rest in each week, or two in two weeks",
    source="Working Time Regulations 1998 regs 10, 11(1)-(3), 11(7), 21, 24",
    valid_from=date(1998, 10, 1),
)
def weekly_rest(rota: Rota, at: date) -> tuple[Finding, ...]:
    """Each week worked has 24 hours of rest in a row, or lies in a fortnight with 48 or twice 24.

    The day's rest comes on top of the daily rest of 11 hours, so 35 hours in a row are due unless
    there are technical reasons or reasons of how the work is organised (reg 11(7)): a week with 24
    hours but not 35 is unknown, and a question. In special cases (reg 21), and for night workers
    whose job is not on record, a shortfall is a question about compensatory rest (reg 24). Under
    18: 48 hours in a row in each week. A week runs from Monday, as it does where no agreement says
    otherwise; rest over Sunday midnight that is long enough, but not within either week, counts
    for the one in which it begins. Fortnights begin with the week in which employment began; where
    that is not on record, either of the two that hold the week may be meant. Rest is supposed
    before a worker's first shift and after the last; where a week is saved only by rest outside
    the sample's days, the answer is unknown.
    """
    short, outside, rows = _weeks_without(rota, 0)
    bare, _, _ = _weeks_without(rota, DAILY)
    broken = (short > 0) & ~(may_be_special(rota) & ~_young_workers(rota))
    excepted = (short > 0) & ~broken
    close = (bare > 0) & (short == 0)
    doubtful = (outside | excepted | close) & ~broken
    reasons = (
        ("whether two days' rest came in two weeks lies outside the sample", outside),
        ("24 hours' rest did not come on top of 11: ask for the reason (reg 11(7))", close),
        (COMPENSATED, excepted),
    )
    return findings(
        weekly_rest,
        rota.workers,
        Verdicts(
            broken,
            doubtful,
            rota.worked & ~broken & ~doubtful,
            short,
            rows,
            "; ".join(text for text, which in reasons if (which & doubtful).any()),
        ),
        lambda weeks: (
            f"{weeks} week{'s' * (weeks > 1)} without the rest due: 24 hours in a row in the "
            "week, or two such days in the fortnight; under 18, 48 hours in a row."
        ),
        at=at,
        severity=Severity.MEDIUM,
        remedy=ASK,
        file=ROTA,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """Stretches of rest of a day or more: whose, from, to, in UTC minutes."""

    worker: Ints
    start: Ints
    end: Ints


def _young_workers(rota: Rota) -> Flags:
    young = np.zeros(rota.workers.count, np.bool_)
    young[rota.worker[rota.young]] = True
    return young


def _weeks_without(rota: Rota, extra: int) -> tuple[Ints, Flags, Ints]:
    """For each worker: weeks without the rest due, whether more are in doubt, a row.

    Args:
        rota: The shifts.
        extra: Minutes of rest that must come on top of each day's or days' rest in a row.
    """
    size = rota.workers.count
    none = np.zeros(size, np.int64)
    if not rota.worker.size:
        return none, none > 0, none - 1
    weeks, every = _worked_weeks(rota), _gaps(rota, 2 * WEEK)
    bare = np.flatnonzero(~weeks.young & (_days(every, weeks.key, 1, extra) == 0))
    saved, sure = (_in_fortnight(gaps, weeks, bare, extra) for gaps in (every, _gaps(rota, 0)))
    young = np.flatnonzero(weeks.young)
    short = young[_longest(every, weeks.key[young]) < 2 * DAY] if young.size else young
    broken = np.union1d(bare[~saved], short)
    count = np.bincount(weeks.worker[broken], minlength=size)
    unsure = np.bincount(weeks.worker[bare[saved & ~sure]], minlength=size) > 0
    rows = none - 1
    rows[weeks.worker[broken][::-1]] = weeks.row[broken][::-1]
    return count, unsure, rows


@dataclass(frozen=True, slots=True, eq=False)
class WorkedWeeks:
    """Weeks from Monday in which a worker has a shift, ascending, and the fortnights of each."""

    worker: Ints
    key: Ints
    fortnights: tuple[Ints, Ints]
    young: Flags
    row: Ints


def _worked_weeks(rota: Rota) -> WorkedWeeks:
    week = (rota.day + 3) // 7
    key = rota.worker * WEEK_SPAN + week
    first = np.flatnonzero(np.diff(key, prepend=-1))
    worker, week, key = rota.worker[first], week[first], key[first]
    started = rota.workers.started[worker]
    known, second = started != NO_DAY, (week - (started + 3) // 7) % 2
    fortnights = (key - np.where(known, second, 1), key - np.where(known, second, 0))
    return WorkedWeeks(worker, key, fortnights, rota.young[first], rota.row[first])


def _gaps(rota: Rota, beyond: int) -> Gaps:
    """Rest of a day or more, going on for `beyond` minutes outside the sample's days."""
    runs = rota.runs(DAY)
    new = np.append(True, runs.worker[1:] != runs.worker[:-1])
    bounds, _, _ = to_utc(np.array([rota.first_day, rota.last_day + 1]) * DAY)
    opens, closes = int(bounds[0]) - beyond, int(bounds[1]) + beyond
    before = np.where(new, opens, np.append(0, runs.end[:-1]))
    last = np.flatnonzero(np.append(new[1:], True))
    worker = np.concatenate((runs.worker, runs.worker[last]))
    start = np.concatenate((before, runs.end[last]))
    end = np.concatenate((runs.start, np.full(last.size, closes)))
    rest = end - start >= DAY
    return Gaps(worker[rest], start[rest], end[rest])


def _days(gaps: Gaps, weeks: Ints, span: int, extra: int) -> Ints:
    """Whole days of rest in each of the weeks given and the `span` - 1 that follow."""
    once, again = np.unique(weeks, return_inverse=True)
    place, pieces, whole = _pieces(gaps, once, span, DAY)
    days = np.minimum(pieces, np.maximum(whole - extra, 0)) // DAY
    return np.bincount(place, days, once.size).astype(np.int64)[again]


def _longest(gaps: Gaps, weeks: Ints) -> Ints:
    """The longest rest in a row in each of the weeks given, in minutes."""
    place, pieces, _ = _pieces(gaps, weeks, 1, 2 * DAY)
    longest = np.zeros(weeks.size, np.int64)
    np.maximum.at(longest, place, pieces)
    return longest


def _in_fortnight(gaps: Gaps, weeks: WorkedWeeks, which: Ints, extra: int) -> Flags:
    """Whether each of some weeks lies in a fortnight with two days of rest."""
    concerned = np.isin(gaps.worker, weeks.worker[which])
    near = Gaps(gaps.worker[concerned], gaps.start[concerned], gaps.end[concerned])
    one, other = (_days(near, each[which], 2, extra) >= 2 for each in weeks.fortnights)
    either: Flags = one | other
    return either


def _pieces(gaps: Gaps, weeks: Ints, span: int, due: int) -> tuple[Ints, Ints, Ints]:
    """Each gap cut to each window of `span` weeks that it touches: place, minutes, whole gap.

    A gap of `due` minutes that both sides of a window's end cut shorter counts where it begins.
    """
    # A window touches a gap if it begins up to `span` - 1 weeks before the gap's first week.
    first = (gaps.start // DAY + 3) // 7 - span
    count = (gaps.end // DAY + 3) // 7 - first + 1
    gap = np.repeat(np.arange(count.size), count)
    week = first[gap] + np.arange(gap.size) - np.repeat(np.cumsum(count) - count, count)
    key = gaps.worker[gap] * WEEK_SPAN + week
    place = np.minimum(np.searchsorted(weeks, key), max(weeks.size - 1, 0))
    in_weeks = weeks[place] == key if weeks.size else key < 0
    place, gap, week = place[in_weeks], gap[in_weeks], week[in_weeks]
    opens, _, _ = to_utc((week * 7 - 3) * DAY)
    closes, _, _ = to_utc(((week + span) * 7 - 3) * DAY)
    start, end = gaps.start[gap], gaps.end[gap]
    minutes = np.maximum(np.minimum(end, closes) - np.maximum(start, opens), 0)
    begins = (start >= opens) & (start < closes)
    cut = begins & (end - start >= due) & (minutes < due) & (end - closes < due)
    return place, np.where(cut, due, minutes), end - start
