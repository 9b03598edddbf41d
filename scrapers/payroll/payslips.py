"""A table of payslips: periods, hours and money in pence, bad rows named."""

import polars as pl

from scoring.payroll.clock import DAY
from scrapers.payroll.cells import days, flags, minutes, pence
from scrapers.payroll.columns import plain_heading
from scrapers.payroll.money import EARNED, read_sums
from scrapers.payroll.notices import Notices
from scrapers.payroll.shifts import EARLIEST, LATEST
from scrapers.payroll.tables import Table

_FOREIGN = r"[€$]|EUR|USD|PLN|RON|BGN|CHF"


def read_payslips(table: Table, notices: Notices) -> pl.DataFrame:
    """Return the payslips that can be judged; account numbers stay text until they are coded.

    A blank for hours, holiday or net pay is unknown (-1). Where deductions or accommodation are
    blank there were none, and where their column is absent the notice says so.
    """
    columns, size = table.columns, table.rows.len()
    worker = columns["worker"]
    notices.leave_out(worker.is_null(), "No worker is named.")
    start, end = _period(columns, size, notices)
    sums, notices.unread = read_sums(table, notices)
    gross = _gross(table, sums, notices)
    stay = _stay(columns.get("rent_days"), sums["rent"], end - start + 1, notices)
    kinds = ["uncounted", "taken", "unclear", "unread", "excepted", "owed"]
    kinds += ["employer_costs", "umbrella"]
    return pl.DataFrame(
        {
            "worker": worker,
            "start": start.fill_null(0),
            "end": end.fill_null(0),
            "minutes": _duration(columns, "hours", size, notices),
            "gross": gross.fill_null(0),
            **{name: sums[name] for name in kinds},
            "rent": sums["rent"],
            "rent_days": stay,
            "net": _net(columns, size, notices),
            "itemised": (sums["statutory"] > 0).cast(pl.Int64),
            "accrued": _duration(columns, "accrued", size, notices),
            "account": _account(columns, size),
            "own_account": flags(columns.get("own_account", _blank(size))).fill_null(-1),
            "row": table.rows,
        }
    ).filter(~notices.bad)


def _period(
    columns: dict[str, pl.Series], size: int, notices: Notices
) -> tuple[pl.Series, pl.Series]:
    texts = [columns.get(name, _blank(size)) for name in ("period_start", "period_end")]
    start, end = (days(text) for text in texts)
    if "period_end" in columns and "period_start" not in columns:
        texts[0], start = texts[1], end - 6
        notices.about_table(
            "Only the last day of each week is given: read as weeks of seven days."
        )
    elif "period_start" in columns and "period_end" not in columns:
        texts[1], end = texts[0], start + 6
        notices.about_table("Only the first day of each week is given: read as seven days.")
    notices.leave_out(
        texts[0].is_null() | texts[1].is_null(), "There is no pay period: first and last day."
    )
    notices.leave_out(start.is_null(), "Period start {} is not a date.", texts[0])
    notices.leave_out(end.is_null(), "Period end {} is not a date.", texts[1])
    for day, name, text in ((start, "start", texts[0]), (end, "end", texts[1])):
        far = (day < EARLIEST // DAY) | (day > LATEST // DAY)
        notices.leave_out(far, f"Period {name} {{}} is before the year 2000 or after 2090.", text)
    notices.leave_out(end < start, "The pay period ends before it starts.")
    notices.leave_out(end - start > 366, "The pay period is longer than a year.")
    notices.mention(
        end - start > 30,
        "The pay period is longer than a month, over which the law lets no pay be averaged.",
    )
    return start, end


def _gross(table: Table, sums: dict[str, pl.Series], notices: Notices) -> pl.Series:
    """Gross pay; where only basic pay is given, that with the payments beside it."""
    columns = table.columns
    text = columns.get("gross", columns.get("basic", columns.get("net")))
    if text is None:
        return pl.repeat(None, table.rows.len(), dtype=pl.Int64, eager=True)
    foreign = text.str.contains(_FOREIGN)
    if "currency" in columns:
        written = columns["currency"].str.to_uppercase()
        other = ~written.is_in(["GBP", "£", "STERLING", "POUNDS"])
        notices.leave_out(other, "Currency {} is not pounds sterling.", columns["currency"])
    notices.leave_out(foreign, "Gross pay {} is not in pounds sterling.", text)
    gross = pence(text)
    notices.leave_out(gross.is_null(), "Gross pay {} is not an amount in pounds.", text)
    notices.leave_out(gross < 0, "Gross pay {} is below zero.", text)
    if "gross" in columns:
        return gross
    if "basic" in columns:
        notices.about_table("There is no column of gross pay: it is basic pay and what is beside.")
        for heading, cells in table.others:
            if EARNED.match(plain_heading(heading)):
                gross = gross + pence(cells).fill_null(0)
        return gross + sums["uncounted"]
    notices.about_table("There is no column of gross pay: net pay with the deductions named.")
    return gross + sums["taken"] + sums["unclear"] + sums["excepted"] + sums["rent"]


def _net(columns: dict[str, pl.Series], size: int, notices: Notices) -> pl.Series:
    if "net" not in columns or not columns.keys() & {"gross", "basic"}:
        return pl.repeat(-1, size, dtype=pl.Int64, eager=True)
    net = pence(columns["net"])
    unread = net.is_null() & columns["net"].is_not_null()
    notices.mention(unread, "Net pay {} is not an amount in pounds: unknown.", columns["net"])
    return net.fill_null(-1)


def _account(columns: dict[str, pl.Series], size: int) -> pl.Series:
    """The account as written, with the sort code where it has its own column."""
    account = columns.get("account", _blank(size))
    if "sort_code" not in columns:
        return account
    return columns["sort_code"].fill_null("") + " " + account


def _duration(columns: dict[str, pl.Series], ours: str, size: int, notices: Notices) -> pl.Series:
    text = columns.get(ours, _blank(size))
    duration = minutes(text, decimal_hours=True)
    notices.leave_out(duration < 0, "Hours {} are below zero.", text)
    unread = duration.is_null() & text.is_not_null()
    notices.mention(unread, "Hours {} are not a number: unknown.", text)
    return duration.fill_null(-1)


def _stay(
    text: pl.Series | None, rent: pl.Series, whole: pl.Series, notices: Notices
) -> pl.Series:
    """Days of accommodation: as given; else the whole period where rent was charged, or none."""
    given = (_blank(rent.len()) if text is None else text).cast(pl.Int64, strict=False)
    if text is not None:
        unread = given.is_null() & text.is_not_null()
        notices.leave_out(unread, "Days of accommodation {} are not a whole number.", text)
        notices.leave_out(given < 0, "Days of accommodation {} are below zero.", text)
        notices.leave_out(given > whole, "Days of accommodation {} are over the period.", text)
        free = (given > 0) & (rent == 0)
        notices.mention(
            free, "{} days of accommodation with no charge: read as a free home.", text
        )
    return given.fill_null(whole * (rent > 0).cast(pl.Int64)).fill_null(0)


def _blank(size: int) -> pl.Series:
    return pl.repeat(None, size, dtype=pl.String, eager=True)
