"""Every column of money on a payslip, read by its name and added to others of its kind."""

import re

import polars as pl

from scoring.payroll.deduction_kinds import (
    DeductionKind,
    deduction_kind,
    may_be_liability,
)
from scrapers.payroll.cells import each_once, pence
from scrapers.payroll.columns import heading_words, plain_heading, recognised
from scrapers.payroll.notices import Notices
from scrapers.payroll.tables import Table

SUMS = (
    "uncounted",
    "taken",
    "unclear",
    "excepted",
    "owed",
    "employer_costs",
    "umbrella",
    "rent",
    "statutory",
    "unread",
)
ROUNDING = 100  # pence by which an umbrella company's sums may differ: our choice
_PREFIX = re.compile(r"^(?:deductions?|deducted|ded|less|minus|stoppages?)\s+(?:for\s+)?(.+)$")
_SUFFIX = re.compile(r"^(.+?)\s+(?:deductions?|deducted|stoppage|recovery|repayment|charge)$")
UNCOUNTED = re.compile(
    r"premium|tips?\b|gratuit|tronc|service charge|expenses?|mileage|"
    r"subsistence|per diem|reimburs|allowance|"
    r"enhancement|\benh\b|weighting|\ballow\b|\ballce\b|danger money|\bhols? pay|\brhp\b|"
    r"rolled up|\bal pay\b|annual leave pay|service chg|"
    r"unsocial|holiday pay|sick pay|\bssp\b|\bsmp\b|\bspp\b|\bshpp\b|"
    r"maternity|paternity|redundancy|"
    r"pilon|sleep ?in|"
    r"on ?call|stand ?by|weekend rate|bank holiday uplift|uplift"
)
EARNED = re.compile(
    r"^(?:overtime(?: pay| hours pay)?|(?:over ?time|ot|o t|time and a half|double time)\b.*|"
    r"(?:ordinary|standard|std|normal|base|basic|regular|contact|visit|contract) "
    r"(?:pay|earnings|wages)|travel(?:ling)? pay|"
    r"(?:weekend|saturday|sunday|night|day|extra hours|additional hours) (?:pay|amount)|"
    r"(?:\w+ ){0,2}bonus(?:es)?|commission|training pay|waking nights?(?: pay)?|"
    r"(?:nmw|nlw|living wage|min(?:imum)? wage) (?:top ?up|adjustment|uplift)|"
    r"travel(?:ling)? time(?: pay)?|"
    r"back ?(?:dated )?pay|arrears|(?:pay|wage|salary) arrears|arrears of (?:pay|wages)|"
    r"pay correction|underpayment|basic pay|basic|wages|salary)$"
)
_BESIDE = re.compile(
    r"rate\b|\bytd\b|year to date|to date|cumulative|employers? pension|\bers? pension|"
    r"accru\w*|"
    r"employer contribution|ni (?:number|no)|ni (?:letter|category|table)|tax code|niable|taxable|"
    r"pay (?:date|method|no|number)|tax (?:period|month|week)|period (?:no|number)|"
    r"cost to employer|"
    r"total (?:cost|payments)|annual|department|payroll ref|payslip (?:no|number)|balance|owed|"
    r"^rounding|\b(?:brought|carried) forward\b|"
    r"assignment|company income|contract (?:income|value)|invoice\w*|"
    r"holiday (?:pot|balance|remaining)|\b(?:units|days|hours|hrs|weeks?|months?|age)\b"
)
_TOTALS = re.compile(
    r"\btd\b|\bytd\b|year to date|cumulative|"
    r"^(?:gross|taxable|niable|ni able)\b|^net\b(?!.*adjust)"
)
"""Running totals, and sums that taxes are worked out from: neither pay nor a deduction."""
_EMPLOYERS_PENSION = re.compile(r"pensions? (?:contributions? |cont )?(?:employers?|ers?)\b")
_EMPLOYERS = re.compile(r"^(?:employers?|e?ers?|e er|secondary|class 1a)\b")
_INCOME = re.compile(r"assignment|company income|contract (?:income|value)|invoice")
_UMBRELLA = re.compile(r"umbrella|margin|assignment|company income")


def is_known_heading(heading: str) -> bool:
    """Return whether a heading says what its column holds."""
    return bool(recognised([heading])) or _kind_of_money(heading, "") != ""


def read_sums(table: Table, notices: Notices) -> tuple[dict[str, pl.Series], tuple[str, ...]]:
    """Return each kind of sum by payslip in pence, and the headings of money that was not read.

    `statutory` is the part of `excepted` that is tax or National Insurance. The named columns of a
    table win over a column of total deductions, which would count them twice.
    """
    size = table.rows.len()
    totals = _Sums(size, notices)
    named = [_named(heading, table) for heading, _ in table.others]
    unread = []
    for (heading, cells), kind in zip(table.others, named, strict=True):
        if isinstance(kind, DeductionKind):
            totals.deduct(kind, _amount(cells, heading, notices), plain_heading(heading))
        elif kind == "uncounted":
            totals.add("uncounted", _amount(cells, heading, notices))
        elif kind == "" and _is_money(cells):
            unread.append(heading)
            totals.add("unread", _amount(cells, heading, notices))
    for ours, name in (("uncounted", "Pay not counted"), ("rent", "Accommodation")):
        if ours in table.columns:
            totals.add(ours, _amount(table.columns[ours], name, notices))
    _leave_costs_before_gross(table, totals)
    itemised = any(isinstance(kind, DeductionKind) for kind in named)
    _add_general(table, totals, notices, itemised=itemised)
    if "rent" not in table.columns and DeductionKind.ACCOMMODATION not in named:
        notices.about_table("There is no column of accommodation: taken as none.")
    return totals.sums, tuple(unread)


def _leave_costs_before_gross(table: Table, totals: "_Sums") -> None:
    """Take back costs that came off what the agency paid, before gross pay.

    An umbrella company may meet its own National Insurance and margin from the assignment rate,
    which is no pay; only what comes off gross pay is a deduction.
    """
    incomes = [cells for heading, cells in table.others if _INCOME.search(plain_heading(heading))]
    if not incomes or "gross" not in table.columns:
        return
    income, gross = pence(incomes[0]).fill_null(0), pence(table.columns["gross"]).fill_null(0)
    sums = totals.sums
    costs = sums["employer_costs"] + sums["umbrella"]
    before = ((costs > 0) & (income - gross >= costs - ROUNDING)).cast(pl.Int64)
    sums["taken"] = sums["taken"] - costs * before
    sums["employer_costs"] = sums["employer_costs"] * (1 - before)


class _Sums:
    """Sums by payslip, to which columns are added one by one."""

    def __init__(self, size: int, notices: Notices) -> None:
        zero = pl.repeat(0, size, dtype=pl.Int64, eager=True)
        self.sums = dict.fromkeys(SUMS, zero)
        self.notices = notices

    def add(self, name: str, amount: pl.Series) -> None:
        self.sums[name] = self.sums[name] + amount

    def deduct(self, kind: DeductionKind, amount: pl.Series, name: str) -> None:
        """Add deductions of one kind to the sums in which it counts."""
        for each in _PLACES[kind]:
            self.add(each, amount)
        if kind is DeductionKind.STATUTORY and re.search(r"\btax\b|paye|\bni\b|national", name):
            self.add("statutory", amount)


_PLACES: dict[DeductionKind, tuple[str, ...]] = {
    DeductionKind.STATUTORY: ("excepted",),
    DeductionKind.THIRD_PARTY: ("excepted",),
    DeductionKind.EXCEPTED: ("excepted",),
    DeductionKind.OWN_USE: ("taken",),
    DeductionKind.DEBT: ("taken", "owed"),
    DeductionKind.FINE: ("unclear", "owed"),
    DeductionKind.EMPLOYER_COST: ("taken", "employer_costs"),
    DeductionKind.UMBRELLA: ("taken", "umbrella"),
    DeductionKind.ACCOMMODATION: ("rent",),
    DeductionKind.UNKNOWN: ("unclear",),
}


def _named(heading: str, table: Table) -> DeductionKind | str:
    """What a column of a payslip is by its heading; empty where the heading does not say."""
    words = heading_words(heading)
    if _TOTALS.search(words) or _EMPLOYERS_PENSION.search(words):
        return "beside"
    return _kind_of_money(heading, " ".join(plain_heading(each) for each, _ in table.others))


def _kind_of_money(heading: str, beside: str) -> DeductionKind | str:
    text = plain_heading(heading)
    bracketed = heading_words(heading)
    prefixed, stated = _PREFIX.match(bracketed), _SUFFIX.match(bracketed)
    # "Deduction: sick pay overpaid" is a deduction, "Expenses repayment" is not.
    stated = prefixed or (None if UNCOUNTED.search(text) else stated)
    if stated:
        return deduction_kind(stated.group(1))
    if EARNED.match(text) and "premium" not in text:
        return "earned"
    if UNCOUNTED.search(text):
        return "uncounted"
    kind = deduction_kind(bracketed)
    if _EMPLOYERS.match(text):
        # On a usual payslip these are what the employer pays on top. From an umbrella company they
        # come off the worker's own pay.
        return (
            kind if kind is DeductionKind.EMPLOYER_COST and _UMBRELLA.search(beside) else "beside"
        )
    if _BESIDE.search(text):
        return "beside"
    return kind if kind is not DeductionKind.UNKNOWN or may_be_liability(bracketed) else ""


def _add_general(table: Table, totals: _Sums, notices: Notices, *, itemised: bool) -> None:
    """The column of deductions, each row by its own reason; a total beside named ones is left."""
    if "taken" not in table.columns:
        if not itemised:
            notices.about_table("There is no column of deductions: taken as none.")
        return
    amount = _amount(table.columns["taken"], "Deductions", notices)
    if itemised and "reason" not in table.columns:
        named = totals.sums["taken"] + totals.sums["unclear"] + totals.sums["excepted"]
        amount = pl.select(
            pl.when(amount > named + totals.sums["rent"])
            .then(amount - named - totals.sums["rent"])
            .otherwise(0)
        ).to_series()
        totals.add("unclear", amount)
        return
    reasons = table.columns.get("reason")
    kinds = (
        _kinds(reasons) if reasons is not None else pl.repeat("unknown", len(amount), eager=True)
    )
    for kind in DeductionKind:
        which = kinds == kind.value
        if which.any():
            totals.deduct(kind, amount * which.cast(pl.Int64), "")


@each_once
def _named_reasons(text: pl.Series) -> pl.Series:
    return pl.Series([deduction_kind(each or "").value for each in text], dtype=pl.String)


def _kinds(reasons: pl.Series) -> pl.Series:
    return _named_reasons(reasons).fill_null(DeductionKind.UNKNOWN.value)


def _amount(text: pl.Series, name: str, notices: Notices) -> pl.Series:
    amount = pence(text)
    blank = text.str.to_lowercase().is_in(["-", "nil", "none", "n/a", "0"])
    unread = amount.is_null() & text.is_not_null() & ~blank.fill_null(False)
    notices.leave_out(unread, f"{name} {{}} is not an amount in pounds.", text)
    return amount.fill_null(0).abs()


def _is_money(cells: pl.Series) -> bool:
    """Whether a column looks like money: pounds or pence in it, and most cells an amount."""
    text = cells.drop_nulls()
    if not text.len() or not text.str.contains(r"£|\d\.\d\d$").any():
        return False
    read = pence(text)
    return read.null_count() * 2 < text.len() and bool((read.fill_null(0) != 0).any())
