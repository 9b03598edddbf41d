"""What a list's rows came to, counted while they are read, for the first lines of the result."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

_PENNY = Decimal("0.01")
_SHOWN = 5
"""Rows named in a line; the others are only counted, and noted where they stand."""


class Tally:
    """Counts rows that name no supplier, and their money, apart from those that do."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._rows = Counter[str]()
        self._money: dict[str, Decimal] = {}
        self._foreign: dict[str, Decimal] = {}
        self._foreign_rows = Counter[str]()
        self._unread_rows: list[int] = []
        self._empty_rows: list[int] = []
        self._paid = Decimal(0)
        self._not_running = Counter[str]()
        self.moved_from: list[int] = []
        """Numbers of the rows from which on the columns are in another order."""
        self.awards_shared = 0
        self.shared_value = Decimal(0)

    def add(self, what: str, amount: Decimal | None) -> None:
        """Count a row that was not taken: `unnamed`, `total`, `note` or `heading`."""
        self._rows[what] += 1
        if amount is not None:
            self._money[what] = self._money.get(what, Decimal(0)) + amount

    def add_foreign(self, currency: str, amount: Decimal) -> None:
        """Count an amount in another currency than pounds."""
        self._foreign_rows[currency] += 1
        self._foreign[currency] = self._foreign.get(currency, Decimal(0)) + amount

    def add_unread(self, row: int) -> None:
        """Count a row, by its number, whose money could not be read."""
        self._unread_rows.append(row)

    def add_empty(self, row: int) -> None:
        """Count a payment, by its row's number, that has no amount."""
        self._empty_rows.append(row)

    def add_not_running(self, status: str) -> None:
        """Count a contract that has ended or is not let, by the words of its status."""
        self._not_running[status.casefold()] += 1

    def add_paid(self, amounts: Iterable[Decimal | None]) -> None:
        """Add the payments of some rows that were taken, for comparison with the list's total."""
        self._paid += sum((each for each in amounts if each is not None), Decimal(0))

    def lines(self) -> list[str]:
        """Return what was counted, in sentences."""
        lines = []
        if count := self._rows["unnamed"]:
            money = self._money.get("unnamed")
            sum_of = f", {pounds(money)}," if money else ""
            verb = "names" if count == 1 else "name"
            lines.append(f"{_rows(count)}{sum_of} {verb} no supplier.")
        others = [(kind, self._rows[kind]) for kind in ("total", "heading", "note")]
        named = [f"{_rows(count)} with a {kind}" for kind, count in others if count]
        if named:
            lines.append(f"Left out of every sum: {', '.join(named)}.")
        if self.moved_from:
            moved = ", ".join(map(str, self.moved_from[:_SHOWN]))
            lines.append(
                f"The columns change at row {moved}, where other headings are; the rows below "
                "were read by those."
            )
        lines += self._difference()
        for what, rows in (
            ("with money that is not one figure, in no sum", self._unread_rows),
            ("without an amount", self._empty_rows),
        ):
            if rows:
                where = ", ".join(map(str, rows[:_SHOWN])) + (", …" if len(rows) > _SHOWN else "")
                lines.append(f"{_rows(len(rows))} {what}: row {where}.")
        for currency, amount in sorted(self._foreign.items()):
            count = self._foreign_rows[currency]
            verb = "is" if count == 1 else "are"
            lines.append(
                f"{_rows(count)} in {currency}, {amount.quantize(_PENNY):,} in all, {verb} in no "
                "sum in pounds."
            )
        if self._not_running:
            total = self._not_running.total()
            states = self._not_running.most_common(_SHOWN)
            counted = ", ".join(f"{count:,} “{status}”" for status, count in states)
            verb = "contract does not run and is" if total == 1 else "contracts do not run and are"
            lines.append(f"{total:,} {verb} in no figure: {counted}.")
        if self.awards_shared:
            lines.append(
                f"Awards to several suppliers together: {self.awards_shared}, "
                f"{pounds(self.shared_value)} in all. What each supplier gets of it is unknown, "
                "so it is in no supplier's figure."
            )
        return lines

    def _difference(self) -> Iterator[str]:
        """Say where a list's one total is not what its rows come to."""
        total, rows = self._money.get("total"), self._paid + self._money.get("unnamed", 0)
        if self._rows["total"] == 1 and total is not None and self._paid and total != rows:
            yield f"The list’s own total is {pounds(total)}; its rows come to {pounds(rows)}."


def pounds(amount: Decimal) -> str:
    """Return an amount in pounds for a sentence."""
    sign = "-" if amount < 0 else ""
    return f"{sign}£{abs(amount).quantize(_PENNY):,}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"
