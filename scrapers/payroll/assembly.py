"""Typed frames of one sample joined into columns: identifiers become indices, details codes."""

from dataclasses import replace

import numpy as np
import polars as pl

from scoring.payroll.samples import NO_DAY, Ints, Payslips, Shifts, Workers, pseudonyms
from scrapers.payroll.notices import RowNotice

SHIFT = ("start", "end", "pause", "row")
PAYSLIP = (
    "start",
    "end",
    "minutes",
    "gross",
    "taken",
    "rent",
    "rent_days",
    "accrued",
    "debt",
    "own_account",
    "row",
)
DETAILS = ("born", "apprentice", "opted_out", "own_account", "london")


def all_ids(named: list[pl.Series]) -> pl.Series:
    """Return every worker's identifier once, sorted, so that row order makes no difference."""
    return _sorted(*named)


def shifts_of(frame: pl.DataFrame | None, ids: pl.Series) -> Shifts:
    """Return a frame of shifts as columns."""
    if frame is None:
        return Shifts.none()
    return Shifts(
        worker=_codes(frame["worker"], ids), **{name: _ints(frame[name]) for name in SHIFT}
    )


def payslips_of(frame: pl.DataFrame | None, ids: pl.Series, accounts: pl.Series) -> Payslips:
    """Return a frame of payslips as columns."""
    if frame is None:
        return Payslips.none()
    return Payslips(
        worker=_codes(frame["worker"], ids),
        account=_codes(plain(frame["account"]), accounts),
        **{name: _ints(frame[name]) for name in PAYSLIP},
    )


def accounts_of(people: pl.DataFrame | None, slips: pl.DataFrame | None) -> pl.Series:
    """Return every bank account once, sorted; only codes of it go further."""
    both = [plain(frame["account"]) for frame in (people, slips) if frame is not None]
    return _sorted(*both)


def workers_of(
    people: pl.DataFrame | None,
    ids: pl.Series,
    accounts: pl.Series,
    harmed: pl.Series,
    told: list[RowNotice],
) -> Workers:
    """Return the people of a sample; one identifier for two people leaves both unknown.

    Args:
        people: What the workers' list holds, if there is one.
        ids: Every identifier, sorted.
        accounts: Every bank account, sorted.
        harmed: Identifiers of which some row was left out.
        told: Takes a notice for each identifier that stands for two people.
    """
    if people is None:
        return replace(
            Workers.unknown(ids.len()), incomplete=ids.is_in(harmed.implode()).to_numpy()
        )
    once = people.unique(subset=[each for each in people.columns if each != "row"], keep="first")
    twice = once.filter(once["worker"].is_duplicated()).sort("row")
    for row, worker in zip(twice["row"].to_list(), twice["worker"].to_list(), strict=True):
        said = f"The identifier “{worker}” stands for more than one worker: details not used."
        told.append(RowNotice("workers' list", row, said, left_out=False))
    clear = pl.when(~pl.col("worker").is_in(twice["worker"].implode()))
    single = (
        once.sort("row")
        .unique("worker", keep="first")
        .with_columns(clear.then(pl.col(each)).otherwise(None).alias(each) for each in DETAILS)
    )
    lines = pl.DataFrame({"worker": ids}).join(
        single, on="worker", how="left", maintain_order="left"
    )
    incomplete = ids.is_in(pl.concat([harmed, twice["worker"]]).implode()).to_numpy()
    return _from_lines(lines, accounts, incomplete)


def plain(text: pl.Series) -> pl.Series:
    """Return text in small letters and single spaces, so that ways of writing agree."""
    return text.str.to_lowercase().str.replace_all(r"[^a-z0-9]+", " ").str.strip_chars()


def _from_lines(lines: pl.DataFrame, accounts: pl.Series, incomplete: object) -> Workers:
    flags = {each: lines[each].fill_null(-1) for each in DETAILS[1:]}
    named = {
        each: _codes(plain(lines[each]), _sorted(plain(lines[each])))
        for each in ("address", "phone", "kin")
    }
    return Workers(
        labels=pseudonyms(lines.height),
        born=_ints(lines["born"].fill_null(NO_DAY)),
        **{each: _ints(column) for each, column in flags.items()},
        account=_codes(plain(lines["account"]), accounts),
        **named,
        incomplete=np.asarray(incomplete, np.bool_),
        row=_ints(lines["row"].fill_null(-1)),
    )


def _codes(text: pl.Series, known: pl.Series) -> Ints:
    """The place of each text among the sorted ones; -1 for null."""
    if not known.len():
        return np.full(text.len(), -1, np.int64)
    coded = text.cast(pl.Enum(known)).to_physical().cast(pl.Int64).fill_null(-1)
    return _ints(coded)


def _ints(column: pl.Series) -> Ints:
    return np.ascontiguousarray(column.to_numpy(), np.int64)


def _sorted(*texts: pl.Series) -> pl.Series:
    if not texts:
        return pl.Series([], dtype=pl.String)
    return pl.concat(texts).drop_nulls().unique().sort()
