"""Rotas with two or more starts and ends in a row, into a row for each turn."""

import re
from dataclasses import replace

import polars as pl

from scrapers.payroll.columns import plain_heading, recognised
from scrapers.payroll.tables import Table

_START = r"start|in|from|on|clock in|time in|shift start|start time"
_END = r"end|out|to|off|finish|clock out|time out|shift end|end time|finish time"
_WHICH = r"\d|am|pm|first|second|third|1st|2nd|3rd|morning|afternoon|evening"
_TURN = re.compile(
    rf"^(?:(?P<before>{_WHICH}) )?(?:shift )?(?:(?P<start>{_START})|(?P<end>{_END}))"
    rf"(?: (?P<after>{_WHICH}))?$"
)


def is_split(table: Table) -> bool:
    """Return whether a table has two pairs or more of start and end in each row."""
    return "worker" in table.columns and len(_turns(table)) > 1


def turns_apart(table: Table) -> Table:
    """Return one row for each turn that is filled; the time between two is no work."""
    parts, rows = [], []
    beside = {name: each for name, each in table.columns.items() if name not in {"start", "end"}}
    for start, end in _turns(table).values():
        worked = start.is_not_null() | end.is_not_null()
        columns = {**beside, "start": start.alias("start"), "end": end.alias("end")}
        parts.append(
            pl.DataFrame({name: each.alias(name) for name, each in columns.items()}).filter(worked)
        )
        rows.append(table.rows.filter(worked))
    joined = pl.concat(parts)
    columns = {name: joined[name] for name in joined.columns}
    return replace(table, columns=columns, rows=pl.concat(rows), others=())


def _turns(table: Table) -> dict[str, tuple[pl.Series, pl.Series]]:
    """Each turn's start and end: those we know already, and those by number or time of day."""
    starts: dict[str, pl.Series] = {}
    ends: dict[str, pl.Series] = {}
    for ours, into in (("start", starts), ("end", ends)):
        if ours in table.columns:
            into["first"] = table.columns[ours]
    for heading, cells in table.others:
        match = _TURN.match(plain_heading(heading))
        again = recognised([heading])
        if match and not again:
            into = starts if match["start"] else ends
            into[match["before"] or match["after"] or "second"] = cells
        elif "start" in again or "end" in again:
            into = starts if "start" in again else ends
            into[f"again {len(into)}"] = cells
    return {turn: (starts[turn], ends[turn]) for turn in starts if turn in ends}
