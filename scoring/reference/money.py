"""Pounds and pence in words."""

from decimal import ROUND_HALF_UP, Decimal


def pounds(amount: Decimal) -> str:
    """Return pounds and pence, rounded half up to the penny: `£12.71`, or `-£12.71`."""
    rounded = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{'-' if rounded < 0 else ''}£{abs(rounded):,}"


def pence(amount: int) -> str:
    """Return whole pence as pounds: 1271 is `£12.71`."""
    return pounds(Decimal(amount) / 100)
