"""Payroll exports with a line for each element of pay, into one payslip for each period.

A line names the element (`Basic pay`, `Tabard`), whether it is paid or deducted, its units and its
amount. Payments are added to gross pay, and each element becomes a column by its own name.
"""

import re
from dataclasses import replace
from typing import TypeVar

import polars as pl

from scoring.payroll.deduction_kinds import DeductionKind, deduction_kind
from scrapers.payroll.cells import minutes, pence
from scrapers.payroll.columns import plain_heading
from scrapers.payroll.money import EARNED, UNCOUNTED
from scrapers.payroll.tables import Table

Absent = TypeVar("Absent", pl.Series, None)
_ELEMENT = re.compile(
    r"^(?:pay(?:ment)? )?(?:element|item|component|line)(?: (?:name|description|type))?$|"
    r"^pay (?:description|type|code description)$|^(?:payment|deduction) description$|"
    r"^payment or deduction$|^description$|^wage type(?: text)?$"
)
_AMOUNT = re.compile(r"^(?:amount|value|total|sum|line total|amount gbp)$")
_SIDE = re.compile(
    r"^(?:type|element type|category|pay or deduct(?:ion)?|p d|class|side|payment or deduction|"
    r"addition or deduction|kind|element category)$"
)
_UNITS = re.compile(r"^(?:units?|hours|hrs|qty|quantity|hours or units)$")
_TAKEN = re.compile(r"^d(?:ed|educt\w*)?$|deduct|stoppage|^minus$|^dr$")
_PAID = re.compile(r"^p(?:ay|ayments?)?$|payment|^addition|^earning|^plus$|^cr$")
_ABSENCE = re.compile(r"holiday|leave|sick|ssp|smp|maternity|paternity|absence")
_NO_TIME = re.compile(r"mileage|miles|bonus|allowance|expense|tips|tronc|sleep|commission|night")
REMARK = "A line for each element of pay is read: the lines of a worker and period are added."


def is_elements(table: Table) -> bool:
    """Return whether a table has a line for each element of pay, and no pay by payslip."""
    return (
        "worker" in table.columns
        and not table.columns.keys() & {"gross", "net"}
        and all(_column(table, each, None) is not None for each in (_ELEMENT, _AMOUNT))
    )


def payslips_of_elements(table: Table) -> Table:
    """Return one line a worker and period, with a column for each element."""
    blank = pl.repeat(None, table.rows.len(), dtype=pl.String, eager=True)
    names, amounts = (_column(table, each, blank) for each in (_ELEMENT, _AMOUNT))
    columns_read = {
        name: cells
        for name, cells in table.columns.items()
        if name in _BY_PERIOD and not cells.equals(names)
    }
    sides, units = (_column(table, each, blank) for each in (_SIDE, _UNITS))
    lines = pl.DataFrame(
        {
            **columns_read,
            "element": names.fill_null(""),
            "side": blank if sides.equals(names) else sides,
            "units": minutes(units, decimal_hours=True).fill_null(0),
            "pence": pence(amounts),
            "amount": amounts,
            "row": table.rows,
        }
    )
    taken = [
        _is_taken(element, side, amount)
        for element, side, amount in lines.select("element", "side", "pence").iter_rows()
    ]
    lines = lines.with_columns(taken=pl.Series(taken, dtype=pl.Boolean))
    return _wide(table, lines, list(columns_read))


_BY_PERIOD = (
    *("worker", "name", "period_start", "period_end", "period", "tax_year", "frequency"),
    *("account", "sort_code", "own_account", "currency"),
)
_KEY = ("worker", "period_start", "period_end", "period", "tax_year")


def _wide(table: Table, lines: pl.DataFrame, columns_read: list[str]) -> Table:
    key = [each for each in _KEY if each in columns_read]
    paid = pl.when(~pl.col("taken")).then(pl.col("pence")).otherwise(0)
    timed = ~pl.col("taken") & pl.col("element").map_elements(_is_time, return_dtype=pl.Boolean)
    timed = timed & ~pl.col("element").map_elements(_is_overtime, return_dtype=pl.Boolean)
    slips = lines.group_by(key, maintain_order=True).agg(
        *(pl.col(name).first() for name in columns_read if name not in key),
        pl.col("row").first(),
        gross=paid.sum(),
        bad=pl.col("amount").filter(pl.col("pence").is_null()).first(),
        hours=pl.when(timed).then(pl.col("units")).otherwise(0).sum(),
    )
    columns = {name: slips[name] for name in columns_read}
    gross = _pounds(slips["gross"])
    columns["gross"] = slips.select(pl.col("bad").fill_null(gross))["bad"].alias("gross")
    hours = slips["hours"]
    columns["hours"] = pl.Series(
        "hours", [f"{each // 60}:{each % 60:02}" if each else None for each in hours]
    )
    return replace(
        table,
        columns=columns,
        rows=slips["row"],
        others=tuple(_element_columns(lines, slips, key)),
        headings={"hours": "basic hours", "gross": "gross"},
        remarks=(*table.remarks, REMARK),
    )


def _element_columns(
    lines: pl.DataFrame, slips: pl.DataFrame, key: list[str]
) -> list[tuple[str, pl.Series]]:
    """A column for each element, and one for the hours of overtime."""
    columns = []
    for element, taken in lines.select("element", "taken").unique(maintain_order=True).iter_rows():
        mine = lines.filter((pl.col("element") == element) & (pl.col("taken") == taken))
        sums = mine.group_by(key).agg(pl.col("pence").sum(), pl.col("units").sum())
        by_slip = slips.select(key).join(sums, on=key, how="left", maintain_order="left")
        heading = f"Deduction: {element}" if taken else element
        columns.append((heading, _pounds(by_slip["pence"])))
        if not taken and _is_overtime(element):
            hours = [f"{each // 60}:{each % 60:02}" if each else None for each in by_slip["units"]]
            columns.append((f"{element} hours", pl.Series(hours, dtype=pl.String)))
    return columns


def _is_taken(element: str, side: str | None, amount: int | None) -> bool:
    plain = plain_heading(side or "")
    if _TAKEN.search(plain):
        return True
    if _PAID.search(plain):
        return False
    if amount is not None and amount < 0:
        return True
    text = plain_heading(element)
    if EARNED.match(text) or UNCOUNTED.search(text):
        return False
    return deduction_kind(element) is not DeductionKind.UNKNOWN or "deduct" in text


def _is_time(element: str) -> bool:
    text = plain_heading(element)
    return not _ABSENCE.search(text) and not _NO_TIME.search(text)


def _is_overtime(element: str) -> bool:
    text = plain_heading(element)
    return bool(re.search(r"over ?time|\bot\b|time and a half|double time", text))


def _pounds(amount: pl.Series) -> pl.Series:
    return pl.Series(
        [None if each is None else f"{each / 100:.2f}" for each in amount], dtype=pl.String
    )


def _column(table: Table, pattern: re.Pattern[str], absent: Absent) -> pl.Series | Absent:
    for ours, heading in table.headings.items():
        if pattern.match(plain_heading(heading)):
            return table.columns[ours]
    return next(
        (cells for heading, cells in table.others if pattern.match(plain_heading(heading))), absent
    )
