"""A table of workers: age, status and place, with shared details kept as text until coded."""

from collections.abc import Callable

import polars as pl

from scoring.geography.london import in_london
from scoring.payroll.work_kinds import (
    WorkKind,
    is_apprentice,
    is_excluded,
    is_irregular,
    is_special_case,
    work_kind,
)
from scrapers.payroll.cells import days, flags, minutes
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
    details: dict[str, pl.Series] = {
        "worker": worker,
        "born": _day(columns.get("born", blank), "Date of birth", "age unknown", notices),
        "started": _day(columns.get("started", blank), "Start date", "unknown", notices),
        "learning_since": _day(
            columns.get("learning_since", blank), "Apprenticeship start", "unknown", notices
        ),
        **_kinds_of_work(columns.get("contract", blank), columns.get("job", blank)),
        "promised": _promised(columns.get("promised", blank), notices),
    }
    for ours, name in _FLAGS.items():
        text = columns.get(ours, blank)
        details[ours] = flags(text)
        unread = details[ours].is_null() & text.is_not_null()
        notices.mention(unread, f"{name} {{}} is neither yes nor no: unknown.", text)
    for ours in ("job", "contract"):
        named = _numbers(columns.get(ours, blank), is_apprentice)
        by_title = (named == 1).cast(pl.Int64).replace(0, None)
        details["apprentice"] = details["apprentice"].fill_null(by_title)
    details["london"] = _london(columns.get("place", blank), notices)
    for ours in _DETAILS:
        details[ours] = columns.get(ours, blank)
    return pl.DataFrame(details | {"row": table.rows}).filter(~notices.bad)


def _day(text: pl.Series, name: str, so: str, notices: Notices) -> pl.Series:
    """Days since 1970; a cell that is no date is not quoted, since it tells of a person."""
    day = days(text)
    notices.mention(day.is_null() & text.is_not_null(), f"{name} is not a date: {so}.")
    return day


def _kinds_of_work(contract: pl.Series, job: pl.Series) -> dict[str, pl.Series]:
    """What the contract and the job say of the kind of work; -1 where they do not say."""
    kind = _numbers(contract, work_kind)
    excluded = _numbers(job, is_excluded) == 1
    kind = kind.set(excluded & (kind < 0), int(WorkKind.EXCLUDED))
    return {
        "contract": kind,
        "irregular": _numbers(contract, is_irregular),
        "job": _numbers(job, is_special_case),
    }


def _numbers(text: pl.Series, read: Callable[[str], int]) -> pl.Series:
    return pl.Series([-1 if each is None else int(read(each)) for each in text], dtype=pl.Int64)


def _promised(text: pl.Series, notices: Notices) -> pl.Series:
    promised = minutes(text, decimal_hours=True)
    unread = text.is_not_null() & (promised.is_null() | (promised < 0))
    notices.mention(unread, "Promised hours {} are not a number of hours: unknown.", text)
    return pl.select(pl.when(promised >= 0).then(promised)).to_series()


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
