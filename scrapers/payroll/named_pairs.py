"""Payslips with numbered pairs of columns, the name of a deduction or payment and its amount."""

import re
from dataclasses import replace

import polars as pl

from scrapers.payroll.columns import plain_heading
from scrapers.payroll.tables import Table

_PAIR = re.compile(
    r"^(?P<side>deductions?|ded|payments?|additions?|earnings?|pay elements?|elements?) ?"
    r"(?P<number>\d{1,2}) ?(?P<part>name|description|desc|type|reason|detail|code|"
    r"amount|amt|value|total)$|"
    r"^(?P<first>deductions?|ded|payments?|additions?|earnings?|pay elements?|elements?) "
    r"(?P<of>name|description|desc|type|reason|detail|code|amount|amt|value|total) ?"
    r"(?P<last>\d{1,2})$"
)
_AMOUNTS = {"amount", "amt", "value", "total"}
_TAKEN = ("ded",)
REMARK = "Pairs of a name and an amount are read as a column for each name."


def with_pairs_apart(table: Table) -> Table:
    """Return a table whose numbered pairs of name and amount are a column for each name.

    A table without such pairs is given back as it is.
    """
    pairs: dict[tuple[str, str], dict[bool, int]] = {}
    for place, (heading, _) in enumerate(table.others):
        match = _PAIR.match(plain_heading(heading))
        if match:
            key = (match["side"] or match["first"], match["number"] or match["last"])
            part = match["part"] or match["of"]
            pairs.setdefault(key, {})[part in _AMOUNTS] = place
    whole = {key: each for key, each in pairs.items() if len(each) == 2}  # a name and an amount
    if not whole:
        return table
    read = {place for each in whole.values() for place in each.values()}
    others = [each for place, each in enumerate(table.others) if place not in read]
    for (side, _), each in whole.items():
        names, amounts = table.others[each[False]][1], table.others[each[True]][1]
        others += _columns(names, amounts, taken=side.startswith(_TAKEN))
    return replace(table, others=tuple(others), remarks=(*table.remarks, REMARK))


def _columns(names: pl.Series, amounts: pl.Series, *, taken: bool) -> list[tuple[str, pl.Series]]:
    """A column for each name of a pair, filled in the rows that have the name."""
    named = names.fill_null("not named")
    return [
        (
            f"Deduction: {name}" if taken else name,
            pl.select(pl.when(named == name).then(amounts)).to_series(),
        )
        for name in named.filter(amounts.is_not_null()).unique(maintain_order=True)
    ]
