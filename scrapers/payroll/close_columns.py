"""Two columns of a table that may hold the same: which one is meant is a question to a person."""

from collections.abc import Iterator

import polars as pl

from scoring.payroll.clock import DAY
from scrapers.payroll.cells import clocks
from scrapers.payroll.columns import PAY, kind_of, name_of, plain_heading, plainness
from scrapers.payroll.tables import Table

_MEANINGS = {
    "start": "Start",
    "end": "End",
    "pause": "Break",
    "hours": "Hours worked",
    "gross": "Gross pay",
    "basic": "Basic pay",
    "net": "Net pay",
    "period_start": "Period start",
    "period_end": "Period end",
    "born": "Date of birth",
    "promised": "Contracted hours",
    "rent_days": "Accommodation days",
}
"""What is asked about, and the heading to answer with."""
_SAID = {"hours": 2, "gross": 1, "net": 1}
"""Up to which rank a less plain heading is named; further down is a sum for tax, or a part."""
_TURN = {"start", "end"}
_CLOCK = 5  # characters of a time such as 08:00, at the end of a cell
Choice = tuple[str, tuple[str, ...]]


def close_columns(table: Table) -> tuple[Choice, ...]:
    """Return a question for each column of the table that another could stand for as well.

    Two columns with equal cells raise no question, nor do two turns of one day, nor a column that
    a person explained.
    """
    if kind_of(set(table.columns)) is None:
        return ()
    return tuple(_choices(table))


def less_plain(table: Table) -> tuple[str, ...]:
    """Return what was read where a less plain heading stands beside and differs, in sentences."""
    return tuple(
        f"“{table.headings[ours]}” is read, not “{heading}”, which differs."
        for ours, last in _SAID.items()
        for heading, rank in _rivals(table, ours)
        if _rank(table, ours) < rank <= last
    )


def _choices(table: Table) -> Iterator[Choice]:
    for ours, meaning in _MEANINGS.items():
        close = [
            each
            for each, rank in _rivals(table, ours)
            if rank == _rank(table, ours) or ours in _TURN
        ]
        if not close:
            continue
        headings = list(dict.fromkeys([table.headings[ours], *close]))
        named = " and ".join(f"“{each}”" for each in headings)
        if len(headings) == 1:
            question = f"{table.file}: two columns are headed {named}, and they differ."
            yield f"{question} Give each a heading of its own.", ()
            continue
        answers = tuple(f"{each} = {meaning}" for each in headings)
        yield f"{table.file}: {named} differ. Which is the {meaning.lower()}?", answers


def _rank(table: Table, ours: str) -> int:
    return plainness(ours, plain_heading(table.headings[ours]))


def _rivals(table: Table, ours: str) -> list[tuple[str, int]]:
    """Other headings that mean the same with cells that differ, and how plain each is."""
    if ours not in table.headings or ours in table.explained:
        return []
    paid = bool(table.columns.keys() & PAY)
    mine, alike = table.columns[ours], _alike(table, ours, paid=paid)
    if not alike or (ours in _TURN and not _one_turn(table, paid=paid)):
        return []
    return [
        (heading, plainness(ours, plain_heading(heading)))
        for heading, cells in alike
        if (mine != cells).any()
    ]


def _alike(table: Table, ours: str, *, paid: bool) -> list[tuple[str, pl.Series]]:
    """The other columns of a meaning; `From` and `To` may be places, and are then no times."""
    alike = [each for each in table.others if name_of(plain_heading(each[0]), paid=paid) == ours]
    return [each for each in alike if ours not in _TURN or _has_times(each[1])]


def _has_times(cells: pl.Series) -> bool:
    times = clocks(cells.str.slice(-_CLOCK))
    return times.count() * 2 > cells.count()


def _one_turn(table: Table, *, paid: bool) -> bool:
    """Whether two starts and two ends overlap, so that they are not two turns of one day."""
    starts, ends = (
        [clocks(cells.str.slice(-_CLOCK)) for _, cells in _alike(table, ours, paid=paid)]
        for ours in ("start", "end")
    )
    if len(starts) != len(ends) or "end" not in table.columns:
        return True
    first, last = (clocks(table.columns[ours].str.slice(-_CLOCK)) for ours in ("start", "end"))
    length = (last - first) % DAY
    within = ((starts[0] - first) % DAY < length) | ((first - starts[0]) % DAY < length)
    return int(within.fill_null(value=False).sum()) * 2 > within.len()
