"""A table of workers: age, status and place, with shared details kept as text until coded."""

import polars as pl

from scoring.london import in_london
from scrapers.payroll.cells import days, flags
from scrapers.payroll.notices import Notices
from scrapers.payroll.tables import Table

_FLAGS = {
    "apprentice": "Apprentice",
    "opted_out": "Opt-out",
    "own_account": "Own account",
}
_DETAILS = ("account", "address", "phone", "kin", "name")


def read_people(table: Table, notices: Notices) -> pl.DataFrame:
    """Return one line for each worker that can be told apart; what is unreadable is unknown."""
    columns, size = table.columns, table.rows.len()
    blank = pl.repeat(None, size, dtype=pl.String, eager=True)
    worker = columns["worker"]
    notices.leave_out(worker.is_null(), "No worker is named.")
    found: dict[str, pl.Series] = {"worker": worker, "born": _born(columns, blank, notices)}
    for ours, name in _FLAGS.items():
        text = columns.get(ours, blank)
        found[ours] = flags(text)
        unread = found[ours].is_null() & text.is_not_null()
        notices.mention(unread, f"{name} {{}} is neither yes nor no: unknown.", text)
    found["london"] = _london(columns.get("place", blank), notices)
    for ours in _DETAILS:
        found[ours] = columns.get(ours, blank)
    return pl.DataFrame(found | {"row": table.rows}).filter(~notices.bad)


def _born(columns: dict[str, pl.Series], blank: pl.Series, notices: Notices) -> pl.Series:
    text = columns.get("born", blank)
    born = days(text)
    unread = born.is_null() & text.is_not_null()
    notices.mention(unread, "Date of birth {} is not a date: age unknown.", text)
    return born


def _london(place: pl.Series, notices: Notices) -> pl.Series:
    known = {each: in_london(each) for each in place.unique().drop_nulls().to_list()}
    london = pl.Series(
        [
            None if each is None or known[each] is None else int(bool(known[each]))
            for each in place
        ],
        dtype=pl.Int64,
    )
    unsure = london.is_null() & place.is_not_null()
    notices.mention(unsure, "Place {} is not known to be in or outside London.", place)
    return london
