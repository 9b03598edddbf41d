"""Typed frames of one sample joined into columns: identifiers become indices, details codes."""

from dataclasses import replace

import numpy as np
import polars as pl

from scoring.payroll.samples import (
    NO_DAY,
    Flags,
    Ints,
    Payslips,
    Shifts,
    Workers,
    pseudonyms,
)
from scrapers.payroll.identity import plain

SHIFT = ("start", "end", "pause", "row", "kind", "clocked")
PAYSLIP = (
    "start",
    "end",
    "minutes",
    "gross",
    "uncounted",
    "taken",
    "unclear",
    "uncertain",
    "unread",
    "excepted",
    "owed",
    "employer_costs",
    "umbrella",
    "rent",
    "rent_days",
    "net",
    "itemised",
    "accrued",
    "own_account",
    "row",
)
DETAILS = (
    "born",
    "apprentice",
    "opted_out",
    "own_account",
    "london",
    "started",
    "promised",
    "contract",
    "irregular",
    "job",
    "learning_since",
)


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
    *,
    harmed: pl.Series,
    shared: pl.Series,
) -> tuple[Workers, pl.DataFrame]:
    """Return the people of a sample, and the lines of those whose details differ between lines.

    Args:
        people: What the workers' list holds, if there is one.
        ids: Every identifier, sorted.
        accounts: Every bank account, sorted.
        harmed: Identifiers of which some row was left out.
        shared: Identifiers that stand for two people.
    """
    two = ids.is_in(shared.implode()).to_numpy()
    if people is None:
        incomplete = ids.is_in(harmed.implode()).to_numpy()
        blank = Workers.unknown(ids.len())
        return replace(blank, incomplete=incomplete, shared_id=two), pl.DataFrame()
    once = people.unique(subset=[each for each in people.columns if each != "row"], keep="first")
    differ = once.filter(once["worker"].is_duplicated()).sort("row")
    clear = pl.when(~pl.col("worker").is_in(differ["worker"].implode()))
    single = (
        once.sort("row")
        .unique("worker", keep="first")
        .with_columns(clear.then(pl.col(each)).otherwise(None).alias(each) for each in DETAILS)
    )
    lines = pl.DataFrame({"worker": ids}).join(
        single, on="worker", how="left", maintain_order="left"
    )
    unsure = ids.is_in(pl.concat([harmed, differ["worker"]]).implode()).to_numpy()
    return _from_lines(lines, accounts, unsure, two), differ.select("worker", "row")


def _from_lines(
    lines: pl.DataFrame, accounts: pl.Series, incomplete: Flags, shared_id: Flags
) -> Workers:
    def days(name: str) -> Ints:
        return _ints(lines[name].fill_null(NO_DAY))

    def number(name: str) -> Ints:
        return _ints(lines[name].fill_null(-1))

    def group(name: str) -> Ints:
        text = plain(lines[name])
        return _codes(text, _sorted(text))

    return Workers(
        labels=pseudonyms(lines.height),
        born=days("born"),
        apprentice=number("apprentice"),
        opted_out=number("opted_out"),
        london=number("london"),
        own_account=number("own_account"),
        account=_codes(plain(lines["account"]), accounts),
        address=group("address"),
        phone=group("phone"),
        kin=group("kin"),
        started=days("started"),
        promised=number("promised"),
        incomplete=np.asarray(incomplete, np.bool_),
        shared_id=np.asarray(shared_id, np.bool_),
        row=number("row"),
        contract=number("contract"),
        irregular=number("irregular"),
        job=number("job"),
        learning_since=days("learning_since"),
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
