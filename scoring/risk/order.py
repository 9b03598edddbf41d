"""The order of a ranked list: the same data in the same order, on any machine."""

from decimal import Decimal

from scoring.exposure.records import Exposure
from scoring.risk.records import Risk

_NONE = Decimal(0)


def worth_asking(exposure: Exposure, spend: Decimal | None, risk: Risk) -> Decimal:
    """Return how much is to be gained by asking: exposure × money × what answers could change.

    Args:
        exposure: The inherent risk.
        spend: Pounds a year, or None where it is not known; counts as one pound.
        risk: What is left after control; its range is what answers could change.
    """
    money = max(spend if spend is not None else _NONE, Decimal(1))
    return exposure.figure * money * (risk.high - risk.low)


def place_in_ranking(
    risk: Risk, name: str, id: str, *, worth: Decimal = _NONE
) -> tuple[Decimal, Decimal, Decimal, str, str]:
    """Return what suppliers are sorted by: figure, then worth asking, range, name and id.

    Names are compared by their code points, lower case, so that no locale changes the order.
    """
    return (-risk.figure, -worth, -risk.high, name.casefold(), id)


def digits_of_worth(worth: Decimal) -> int:
    """Return a worth as a whole number from 0 to 999 in the same order, to break ties by."""
    return min(int(max(worth, Decimal(1)).log10() * 75), 999)
