"""The hour rules once more as plain loops over datetimes, to hold the fast ones against."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MINUTE, HOUR, DAY, WEEK = (timedelta(minutes=n) for n in (1, 60, 1440, 10080))
SEVENTEEN = 17
BROKEN, DOUBTFUL, FINE = "broken", "doubtful", "fine"
Told = tuple[str, int]


@dataclass(frozen=True)
class Shift:
    start: datetime  # in UTC
    end: datetime
    pause: int | None

    @property
    def day(self) -> date:
        return self.start.astimezone(LONDON).date()


@dataclass(frozen=True)
class Person:
    born: date | None = None
    opted_out: bool | None = None
    started: date | None = None
    promised: int | None = None

    def under(self, years: int, day: date) -> bool:
        return self.born is not None and day < birthday(self.born, years)


@dataclass
class Worker:
    """One person's shifts in order, with what every rule needs of them."""

    person: Person
    first_day: date
    last_day: date
    shifts: list[Shift]
    rest: list[timedelta] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    until: list[datetime] = field(default_factory=list)

    def __post_init__(self) -> None:
        reached: datetime | None = None
        for each in self.shifts:
            begun = each.start if reached is None else max(each.start, reached)
            self.rest.append(WEEK * 99 if reached is None else each.start - reached)
            self.minutes.append(max((each.end - begun) // MINUTE - (each.pause or 0), 0))
            reached = each.end if reached is None else max(reached, each.end)
            self.until.append(reached)

    def blocks(self, gaps: Iterable[timedelta]) -> Iterator[tuple[int, int]]:
        """First and last shift of each stretch parted by the rest asked before each shift."""
        first = 0
        for index, gap in enumerate(gaps):
            if index and self.rest[index] >= gap:
                yield first, index - 1
                first = index
        yield first, len(self.shifts) - 1

    def sums(self, key: object) -> dict[date, int]:
        totals: dict[date, int] = defaultdict(int)
        for each, minutes in zip(self.shifts, self.minutes, strict=True):
            totals[key(each.day)] += minutes  # type: ignore[operator] # a function of a day
        return totals


def birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def judge(
    shifts: dict[str, list[Shift]], people: dict[str, Person]
) -> dict[str, dict[str, Told | None]]:
    """For each rule and worker: broken, doubtful or fine with a figure; None if not concerned."""
    days = [each.day for rows in shifts.values() for each in rows]
    first, last = min(days), max(days)
    workers = {
        name: Worker(people.get(name, Person()), first, last, sorted(rows, key=order))
        for name, rows in shifts.items()
    }
    return {
        rule: {name: judged(worker) for name, worker in workers.items()}
        for rule, judged in RULES.items()
    }


def order(shift: Shift) -> tuple[datetime, datetime, int]:
    return shift.start, shift.end, -1 if shift.pause is None else shift.pause


def weekly_average(worker: Worker) -> Told | None:
    person, weeks = worker.person, worker.sums(monday)
    spanned = (worker.last_day - worker.first_day).days + 7
    enough = spanned // 7 >= SEVENTEEN
    top = max(
        sum(weeks.get(week - timedelta(weeks=back), 0) for back in range(SEVENTEEN))
        for week in weeks
    )
    figure, over, maybe = top, top > 48 * 60 * SEVENTEEN, False
    start = person.started
    known = start is not None and start >= worker.first_day
    if start is None and (worker.shifts[0].day - worker.first_day).days > 6:
        start = worker.shifts[0].day
    elsewhere = SEVENTEEN
    if start is not None and start >= worker.first_day:
        elsewhere = max(-(-((worker.last_day - start).days + 1) // 7), 1)
    if elsewhere < SEVENTEEN:
        total = sum(worker.minutes)
        beyond = total > 48 * 60 * elsewhere
        if known:
            figure, over, enough = total, beyond, True
        else:
            maybe = beyond
    elif person.started is None:
        maybe = sum(worker.minutes) > 48 * 60 * SEVENTEEN
    if over and person.opted_out is False:
        return BROKEN, figure
    if not over and not maybe and enough:
        return FINE, figure
    return None if person.opted_out else (DOUBTFUL, figure)


def sixty(worker: Worker) -> Told:
    days = worker.sums(lambda day: day)
    top = max(sum(days.get(day - timedelta(days=b), 0) for b in range(7)) for day in days)
    return (BROKEN if top > 3600 else FINE), top


def night_work(worker: Worker) -> Told | None:
    nights = sum(night_minutes(each) >= 180 for each in worker.shifts)
    if nights * 2 <= len(worker.shifts):
        return None
    weeks = worker.sums(monday)
    top = max(
        sum(weeks.get(week - timedelta(weeks=back), 0) for back in range(SEVENTEEN))
        for week in weeks
    )
    if top > 816 * 60:
        return BROKEN, top
    spanned = (worker.last_day - worker.first_day).days + 7
    return (FINE if spanned // 7 >= SEVENTEEN else DOUBTFUL), top


def night_minutes(shift: Shift) -> int:
    start, end = (
        each.astimezone(LONDON).replace(tzinfo=None) for each in (shift.start, shift.end)
    )
    total, day = timedelta(), start.date() - timedelta(days=1)
    while day <= end.date():
        opens = datetime.combine(day, time(23))
        total += max(min(end, opens + 7 * HOUR) - max(start, opens), timedelta())
        day += timedelta(days=1)
    return total // MINUTE


def breaks(worker: Worker) -> Told:
    young = [worker.person.under(18, each.day) for each in worker.shifts]
    short = dark = 0
    for first, last in worker.blocks(30 * MINUTE if each else 20 * MINUTE for each in young):
        length = (worker.until[last] - worker.shifts[first].start) // MINUTE
        pauses = [each.pause for each in worker.shifts[first : last + 1]]
        had = sum(each or 0 for each in pauses)
        if length > (270 if young[first] else 360) and had < (30 if young[first] else 20):
            dark, short = dark + (None in pauses), short + (None not in pauses)
    return (BROKEN, short) if short else (DOUBTFUL, 0) if dark else (FINE, 0)


def daily_rest(worker: Worker) -> Told:
    longest = 0
    for due, young in ((11 * HOUR, False), (12 * HOUR, True)):
        for first, last in worker.blocks(due for _ in worker.shifts):
            begun = worker.shifts[first]
            span = worker.until[last] - begun.start
            if span > DAY - due and worker.person.under(18, begun.day) is young:
                longest = max(longest, span // MINUTE)
    return (BROKEN, longest) if longest else (FINE, 0)


DAILY = 11 * HOUR


def weekly_rest(worker: Worker) -> Told:
    told, figure = _weekly_rest(worker, timedelta())
    if told == BROKEN or _weekly_rest(worker, DAILY)[0] != BROKEN:
        return told, figure
    return DOUBTFUL, 0


def _weekly_rest(worker: Worker, extra: timedelta) -> Told:
    opens, closes = midnight(worker.first_day), midnight(worker.last_day + timedelta(days=1))
    stretches = list(worker.blocks(DAY for _ in worker.shifts))
    inner = [
        (worker.until[before[1]], worker.shifts[after[0]].start)
        for before, after in pairwise(stretches)
    ]
    begun, ended = worker.shifts[0].start, worker.until[-1]
    seen = [(opens, begun), *inner, (ended, closes)]
    supposed = [(opens - 2 * WEEK, begun), *inner, (ended, closes + 2 * WEEK)]
    broken = doubtful = 0
    weeks = {monday(each.day): each.day for each in reversed(worker.shifts)}
    for week, day in weeks.items():
        if worker.person.under(18, day):
            broken += max(_inside(supposed, week, 7, 2 * DAY), default=timedelta()) < 2 * DAY
        elif not _days(supposed, week, 7, extra):
            begins = [week - timedelta(days=7), week]
            if worker.person.started is not None:
                begins = [begins[1 - (week - monday(worker.person.started)).days // 7 % 2]]
            saved, sure = (
                max(_days(gaps, each, 14, extra) for each in begins) >= 2
                for gaps in (supposed, seen)
            )
            broken, doubtful = broken + (not saved), doubtful + (saved and not sure)
    return (BROKEN, broken) if broken else (DOUBTFUL, 0) if doubtful else (FINE, 0)


def _days(gaps: list[tuple[datetime, datetime]], week: date, days: int, extra: timedelta) -> int:
    pieces = zip(_inside(gaps, week, days, DAY), gaps, strict=True)
    return sum(
        min(piece, max(end - start - extra, timedelta())) // DAY for piece, (start, end) in pieces
    )


def _inside(
    gaps: list[tuple[datetime, datetime]], week: date, days: int, due: timedelta
) -> list[timedelta]:
    opens, closes = midnight(week), midnight(week + timedelta(days=days))
    lengths = []
    for start, end in gaps:
        length = max(min(end, closes) - max(start, opens), timedelta())
        cut = length < due and end - closes < due <= end - start
        lengths.append(due if opens <= start < closes and cut else length)
    return lengths


def days_in_a_row(worker: Worker) -> Told:
    days = sorted({each.day for each in worker.shifts})
    longest = run = 1
    for before, day in pairwise(days):
        run = run + 1 if (day - before).days == 1 else 1
        longest = max(longest, run)
    return (BROKEN if longest > 12 else FINE), longest


def _young(worker: Worker, figures: list[tuple[date, int]], limit: int) -> Told | None:
    person = worker.person
    if person.born is None:
        over = max(figure for _, figure in figures) > limit
        return (DOUBTFUL if over else FINE), 0
    counted = [figure for day, figure in figures if person.under(18, day)]
    if not counted:
        return None
    return (BROKEN if max(counted) > limit else FINE), max(counted)


def young_day(worker: Worker) -> Told | None:
    return _young(worker, list(worker.sums(lambda day: day).items()), 480)


def young_week(worker: Worker) -> Told | None:
    first = {monday(each.day): each.day for each in reversed(worker.shifts)}
    sums = [(first[week], minutes) for week, minutes in worker.sums(monday).items()]
    return _young(worker, sums, 2400)


def young_night(worker: Worker) -> Told | None:
    return _young(worker, [(each.day, night_minutes(each)) for each in worker.shifts], 0)


def child(worker: Worker) -> Told:
    if worker.person.born is None:
        return DOUBTFUL, 0
    count = sum(worker.person.under(16, each.day) for each in worker.shifts)
    return (BROKEN if count else FINE), count


def beyond_promise(worker: Worker) -> Told:
    weeks, promised = worker.sums(monday), worker.person.promised
    if promised is None:
        return DOUBTFUL, 0
    total = sum(worker.minutes)
    far = total > 0 and 2 * total >= 3 * promised * len(weeks)
    return (BROKEN if far else FINE), total // len(weeks)


def overlapping_shifts(worker: Worker) -> Told:
    count = sum(rest < timedelta() for rest in worker.rest)
    return (BROKEN if count else FINE), count


def identical_hours(worker: Worker) -> Told:
    lengths = {each.end - each.start for each in worker.shifts}
    even = len(lengths) == 1 and all(each.start.minute == 0 for each in worker.shifts)
    count = len(worker.shifts)
    return (BROKEN if even and count >= 20 else FINE), count


RULES = {
    "hours.weekly_average": weekly_average,
    "hours.sixty": sixty,
    "hours.night_work": night_work,
    "hours.breaks": breaks,
    "hours.daily_rest": daily_rest,
    "hours.weekly_rest": weekly_rest,
    "hours.days_in_a_row": days_in_a_row,
    "hours.young_day": young_day,
    "hours.young_week": young_week,
    "hours.young_night": young_night,
    "hours.child": child,
    "hours.beyond_promise": beyond_promise,
    "records.overlapping_shifts": overlapping_shifts,
    "records.identical_hours": identical_hours,
}
