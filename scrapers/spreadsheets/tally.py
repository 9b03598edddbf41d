"""What a list's rows came to, counted while they are read, for the first lines of the result."""

from collections import Counter
from decimal import Decimal

_PENNY = Decimal("0.01")


class Tally:
    """Counts rows that name no supplier, and their money, apart from those that do."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._rows = Counter[str]()
        self._money: dict[str, Decimal] = {}
        self._foreign: dict[str, Decimal] = {}
        self._foreign_rows = Counter[str]()
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
        for currency, amount in sorted(self._foreign.items()):
            count = self._foreign_rows[currency]
            lines.append(
                f"{_rows(count)} in {currency}, {amount.quantize(_PENNY):,} in all, are in no sum "
                "in pounds."
            )
        if self.awards_shared:
            lines.append(
                f"Awards to several suppliers together: {self.awards_shared}, "
                f"{pounds(self.shared_value)} in all. What each supplier gets of it is unknown, "
                "so it is in no supplier's figure."
            )
        return lines


def pounds(amount: Decimal) -> str:
    """Return an amount in pounds for a sentence."""
    sign = "-" if amount < 0 else ""
    return f"{sign}£{abs(amount).quantize(_PENNY):,}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"
