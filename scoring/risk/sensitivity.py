"""How firm a band is: each weight moved by a fifth, and whether the band would change."""

from collections.abc import Iterator
from decimal import Decimal

from scoring.exposure.records import MOST, Exposure, to_penny
from scoring.reference.weights import section
from scoring.risk.bands import band_of
from scoring.risk.records import Control, Sensitivity


def sensitivity_of(
    exposure: Exposure, control: Control, figure: Decimal
) -> tuple[Sensitivity, ...]:
    """Return the weights that, moved by a fifth of themselves, would change the band.

    A share of exposure or of control that is moved leaves the other shares smaller or larger in
    proportion, so that together they still make 1.
    """
    step, band = section("sensitivity")["step"], band_of(figure)
    moved = (
        Sensitivity(name, change, then, band_of(then))
        for change in (-step, step)
        for name, then in _moved(exposure, control, change)
    )
    band_changes = [each for each in moved if each.band is not band]
    return tuple(sorted(band_changes, key=lambda each: (each.weight, each.change)))


def _moved(exposure: Exposure, control: Control, change: Decimal) -> Iterator[tuple[str, Decimal]]:
    """The figure with each weight moved in turn."""
    full = section("residual")["full_effect"]

    def left(exposed: Decimal, shown: Decimal, effect: Decimal = full) -> Decimal:
        return max(to_penny(exposed * (1 - effect * shown / MOST)), control.floor)

    for name, share in section("exposure").items():
        points = sum(each.points for each in exposure.contributions if each.part == name)
        exposed = (exposure.figure + change * points) / (1 + change * share)
        yield f"exposure.{name}", left(min(exposed, MOST), control.figure)
    for name, share in section("control").items():
        points = sum(each.points for each in control.contributions if each.part == name)
        shown = (control.figure + change * points) / (1 + change * share)
        yield f"control.{name}", left(exposure.figure, min(shown, MOST))
    effect = min(full * (1 + change), Decimal(1))
    yield "residual.full_effect", left(exposure.figure, control.figure, effect)
