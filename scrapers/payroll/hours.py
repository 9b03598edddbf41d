"""Hours and overtime on payslips: which hours were worked, and what of the pay is a premium.

Source: National Minimum Wage Regulations 2015 reg 10(j): of pay for overtime, what exceeds the
    lowest rate for the work does not count. Regs 30 and 31: hours of absence are no work. Reg
    9(1)(b): pay for an earlier period counts in that period.
"""

import re
from dataclasses import dataclass

import polars as pl

from scrapers.payroll.cells import minutes, pence
from scrapers.payroll.columns import plain_heading
from scrapers.payroll.money import EARNED
from scrapers.payroll.notices import Notices
from scrapers.payroll.tables import Table

_BLOCK = re.compile(
    r"\bover ?time\b|\bo t\b|\bot\b|\bot\d|time and (?:a )?(?:half|third|quarter|\d)|double time|"
    r"\b(?:extra|additional|weekend|saturday|sunday|bank holiday|evening|night|day|enhanced|"
    r"travel|travelling|training|induction|waiting) "
    r"(?:hours|hrs)|\b(?:weekend|saturday|sunday|bank holiday|night|enhanced) (?:rate|pay)"
)
_HOURS = re.compile(r"\b(?:hours|hrs|hour|units|qty)\b")
_RATE = re.compile(r"\b(?:rate|per hour)\b")
_STEM = re.compile(
    r"\b(?:hours|hrs|hour|units|qty|rate|pay|amount|value|total|worked|paid|at|x)\b"
)
_AWAY = re.compile(r"accrued|remaining|balance|taken|holiday hours|leave|sick|absen|ytd|to date")
_BASE_RATE = re.compile(
    r"^(?:basic |standard |normal |std |ordinary |hourly |base |pay )?(?:hourly )?rate(?: of pay)?"
    r"(?: per hour)?$|^(?:basic|hourly) rate of pay$"
)
_LATE = re.compile(r"\barrears\b|\bback ?(?:dated )?pay\b|\bpay correction\b|\bunder ?payment\b")
_PARTS = re.compile(
    r"^(?:basic|standard|normal|day|contract|std|ordinary|regular|contact|visit)\b"
)
_IN_TOTAL = re.compile(r"\btotal\b")
_PAID_ABSENCE = re.compile(r"holiday pay|sick pay|leave pay|\bssp\b|holiday amount")
CLOSE = 100  # one part in a hundred that sums may differ by: our choice


@dataclass(frozen=True, slots=True, eq=False)
class PaidHours:
    """What the columns of hours, rates and overtime say, by payslip.

    Attributes:
        minutes: Hours worked and paid for, in minutes; -1 unknown.
        premium: What of the pay is certainly a premium, in pence.
        uncertain: Pay that may be a premium or for an earlier period, in pence.
    """

    minutes: pl.Series
    premium: pl.Series
    uncertain: pl.Series


@dataclass(slots=True)
class _Block:
    """Columns of one kind of overtime, each null where the table has none."""

    hours: pl.Series | None = None
    rate: pl.Series | None = None
    pay: pl.Series | None = None


def paid_hours(
    table: Table, gross: pl.Series, uncounted: pl.Series, notices: Notices
) -> PaidHours:
    """Return the hours worked, and what of the pay is or may be no pay for them.

    Args:
        table: The payslips.
        gross: Gross pay in pence.
        uncounted: Pay that does not count by its name, in pence.
        notices: Takes what could not be read.
    """
    given = duration(table, "hours", notices)
    absent = _absent(table, notices)
    blocks = _blocks(table)
    frame = pl.DataFrame(
        {"given": given, "gross": gross.fill_null(0), "uncounted": uncounted, "absent": absent}
    ).with_columns(base=_base_rate(table, given))
    frame = _with_blocks(frame, blocks)
    separate = _separate(table)
    worked = frame.select(
        pl.when(separate & (pl.col("given") >= 0))
        .then(pl.col("given") + pl.col("extra"))
        .when((pl.col("given") < 0) & (pl.col("extra") > 0) & pl.lit("hours" not in table.columns))
        .then(pl.col("extra"))
        .otherwise(pl.col("given"))
        .alias("minutes")
    )["minutes"]
    worked = _without_absence(table, worked, frame)
    late = _late(table, gross.len())
    premium, open_pay = _premium(frame, worked)
    return PaidHours(worked, premium, open_pay + late)


def duration(table: Table, ours: str, notices: Notices) -> pl.Series:
    """Return a column of durations in minutes; -1 where it is blank or unreadable."""
    text = table.columns.get(ours)
    if text is None:
        return pl.repeat(-1, table.rows.len(), dtype=pl.Int64, eager=True)
    read = minutes(text, decimal_hours=True)
    notices.leave_out(read < 0, "Hours {} are below zero.", text)
    unread = read.is_null() & text.is_not_null()
    notices.mention(unread, "Hours {} are not a number: unknown.", text)
    return read.fill_null(-1)


def _absent(table: Table, notices: Notices) -> pl.Series:
    """Minutes of paid absence that the table gives beside the hours; zero where it gives none."""
    if "absent" in table.columns:
        return duration(table, "absent", notices).clip(0)
    if holiday_taken(table):
        return duration(table, "accrued", notices).clip(0)
    return pl.repeat(0, table.rows.len(), dtype=pl.Int64, eager=True)


def holiday_taken(table: Table) -> bool:
    """Return whether `Holiday hours` are those of the holiday paid, as its pay stands beside."""
    if plain_heading(table.headings.get("accrued", "")) != "holiday hours":
        return False
    paid = [plain_heading(each) for each, _ in table.others]
    paid.append(plain_heading(table.headings.get("uncounted", "")))
    return any(_PAID_ABSENCE.search(each) for each in paid)


def _blocks(table: Table) -> list[_Block]:
    blocks: dict[str, _Block] = {}
    for heading, cells in table.others:
        text = plain_heading(heading)
        if not _BLOCK.search(text) or _AWAY.search(text) or "allowance" in text:
            continue
        block = blocks.setdefault(" ".join(_STEM.sub(" ", text).split()), _Block())
        if _HOURS.search(text):
            block.hours = minutes(cells, decimal_hours=True).fill_null(0).clip(0)
        elif _RATE.search(text):
            block.rate = _rate(cells)
        elif "premium" not in text:
            block.pay = pence(cells).fill_null(0).abs()
    return [each for each in blocks.values() if each.hours is not None or each.pay is not None]


def _rate(cells: pl.Series) -> pl.Series:
    """Pence an hour, which may have fractions, as a payroll program rounds them."""
    return cells.str.replace_all(r"[£,\s]", "").cast(pl.Float64, strict=False) * 100


def _base_rate(table: Table, given: pl.Series) -> pl.Series:
    """The ordinary rate in pence an hour: from its column, or basic pay for the basic hours."""
    for heading, cells in table.others:
        if _BASE_RATE.match(plain_heading(heading)):
            return _rate(cells)
    basic = _basic_pay(table)
    if basic is None or not _PARTS.match(plain_heading(table.headings.get("hours", ""))):
        return pl.repeat(None, given.len(), dtype=pl.Float64, eager=True)
    return pl.select(pl.when(given > 0).then(basic * 60.0 / given)).to_series()


def _basic_pay(table: Table) -> pl.Series | None:
    text = table.columns.get("basic")
    return None if text is None else pence(text).fill_null(0)


def _with_blocks(frame: pl.DataFrame, blocks: list[_Block]) -> pl.DataFrame:
    """Add the overtime's hours, its pay, and that of its pay whose hours are not given."""
    zero = pl.repeat(0, frame.height, dtype=pl.Int64, eager=True)
    extra, pay, timeless = zero, zero, zero
    for each in blocks:
        hours = zero if each.hours is None else each.hours
        paid = each.pay
        if paid is None:
            by_rate = None if each.rate is None else each.rate.fill_null(0) * hours / 60
            paid = zero if by_rate is None else by_rate.round().cast(pl.Int64)
        extra = extra + hours
        timed = (hours > 0).cast(pl.Int64)
        pay = pay + paid * timed
        timeless = timeless + paid * (1 - timed)
    return frame.with_columns(extra=extra, block_pay=pay, timeless=timeless)


def _separate(table: Table) -> pl.Expr:
    """Whether the overtime's hours come on top of the hours: by the heading, else by the sums."""
    heading = plain_heading(table.headings.get("hours", ""))
    if _IN_TOTAL.search(heading):
        return pl.lit(value=False)
    if _PARTS.match(heading):
        return pl.lit(value=True)
    alone = pl.col("given") * pl.col("base") / 60 + pl.col("block_pay") + pl.col("uncounted")
    near = (alone - pl.col("gross")).abs() * CLOSE <= pl.col("gross")
    return near.fill_null(value=False) & (pl.col("block_pay") > 0)


def _without_absence(table: Table, worked: pl.Series, frame: pl.DataFrame) -> pl.Series:
    """Hours less those of paid absence, where the hours include them."""
    heading = plain_heading(table.headings.get("hours", ""))
    inside = bool(re.search(r"\btotal\b|\bpaid\b", heading))
    known = frame.with_columns(worked=worked)
    rest = pl.col("worked") - pl.col("absent")
    # One rate for work and for the absence shows that the hours include both.
    same_rate = (
        pl.col("uncounted") * rest - (pl.col("gross") - pl.col("uncounted")) * pl.col("absent")
    ).abs().mul(CLOSE) <= pl.col("uncounted") * rest
    takes = (pl.col("absent") > 0) & (rest >= 0) & (pl.lit(inside) | same_rate)
    return known.select(pl.when(takes).then(rest).otherwise("worked").alias("w"))["w"]


def _late(table: Table, size: int) -> pl.Series:
    total = pl.repeat(0, size, dtype=pl.Int64, eager=True)
    for heading, cells in table.others:
        text = plain_heading(heading)
        if EARNED.match(text) and _LATE.search(text):
            total = total + pence(cells).fill_null(0).clip(0)
    return total


def _premium(frame: pl.DataFrame, worked: pl.Series) -> tuple[pl.Series, pl.Series]:
    """What exceeds the ordinary rate in overtime pay; and the most that may, without its hours."""
    timed = frame.with_columns(worked=worked)
    rest_hours = pl.col("worked") - pl.col("extra")
    rest_pay = pl.col("gross") - pl.col("uncounted") - pl.col("block_pay") - pl.col("timeless")
    base = pl.col("base").fill_null(
        pl.when(rest_hours > 0).then(rest_pay * 60.0 / rest_hours).otherwise(None)
    )
    above = (pl.col("block_pay") - pl.col("extra") * base / 60).round()
    ordinary = pl.col("gross") - pl.col("uncounted") - pl.col("worked") * pl.col("base") / 60
    limit = pl.col("timeless") // 2  # half of overtime pay is premium at double time
    most = (
        pl.when(ordinary.is_not_null()).then(pl.min_horizontal(limit, ordinary)).otherwise(limit)
    )
    sums = timed.select(
        premium=pl.when((pl.col("extra") > 0) & base.is_not_null())
        .then(above.clip(0))
        .otherwise(0)
        .cast(pl.Int64),
        timeless=pl.when(pl.col("timeless") > 0).then(most.clip(0)).otherwise(0).cast(pl.Int64),
    )
    return sums["premium"], sums["timeless"]
