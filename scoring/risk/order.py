"""The order of a ranked list: the same data in the same order, on any machine."""

from decimal import Decimal

from scoring.risk.records import Risk


def place_in_ranking(risk: Risk, name: str, id: str) -> tuple[Decimal, Decimal, str, str]:
    """Return what suppliers are sorted by: greatest figure, then greatest range, name and id.

    Names are compared by their code points, lower case, so that no locale changes the order.
    """
    return (-risk.figure, -risk.high, name.casefold(), id)
