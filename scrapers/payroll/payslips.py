"""A table of payslips: periods, hours and money in pence, bad rows named."""

import polars as pl

from scrapers.payroll.cells import flags, pence
from scrapers.payroll.columns import plain_heading
from scrapers.payroll.hours import duration, holiday_taken, paid_hours
from scrapers.payroll.money import EARNED, read_sums
from scrapers.payroll.notices import Notices
from scrapers.payroll.periods import periods
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
    sums, notices.unread = read_sums(table, notices)
    gross = _gross(table, sums, notices)
    paid = paid_hours(table, gross, sums["uncounted"], notices)
    start, end = periods(table, paid.minutes, notices)
    sums["uncounted"] = sums["uncounted"] + paid.premium
    stay = _stay(columns.get("rent_days"), sums["rent"], end - start + 1, notices)
    kinds = ["uncounted", "taken", "unclear", "unread", "excepted", "owed"]
    kinds += ["employer_costs", "umbrella"]
    return pl.DataFrame(
        {
            "worker": worker,
            "start": start.fill_null(0),
            "end": end.fill_null(0),
            "minutes": paid.minutes,
            "gross": gross.fill_null(0),
            **{name: sums[name] for name in kinds},
            "uncertain": paid.uncertain,
            "rent": sums["rent"],
            "rent_days": stay,
            "net": _net(columns, size, notices),
            "itemised": (sums["statutory"] > 0).cast(pl.Int64),
            "accrued": _accrued(table, notices),
            "account": _account(columns, size),
            "own_account": flags(columns.get("own_account", _blank(size))).fill_null(-1),
            "row": table.rows,
        }
    ).filter(~notices.bad)


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


def _accrued(table: Table, notices: Notices) -> pl.Series:
    """Minutes of holiday accrued; unknown where the column is of the holiday that was paid."""
    if holiday_taken(table):
        return pl.repeat(-1, table.rows.len(), dtype=pl.Int64, eager=True)
    return duration(table, "accrued", notices)


def _account(columns: dict[str, pl.Series], size: int) -> pl.Series:
    """The account as written, with the sort code where it has its own column."""
    account = columns.get("account", _blank(size))
    if "sort_code" not in columns:
        return account
    return columns["sort_code"].fill_null("") + " " + account


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
