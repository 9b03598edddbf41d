"""Exposure × control → residual risk: the arithmetic, its parts, and what would move it."""

from decimal import Decimal

from scoring.exposure.records import MOST, Contribution, Exposure, to_penny
from scoring.reference.weights import section, weights
from scoring.risk.bands import band_of
from scoring.risk.records import Change, Control, Risk
from scoring.risk.sensitivity import sensitivity_of

SHOWN = 6
"""Changes told."""

_NONE = Decimal(0)


def residual_risk(exposure: Exposure, control: Control) -> Risk:
    """Return what is left of the exposure after control.

    Risk = exposure × (1 − full effect × control ÷ 100), but never below the floor that a serious
    finding sets. The contributions are the exposure's, less what each control takes off, plus
    what the floor adds; they sum to the figure. Source: our method, told in `docs/method.md`.
    """
    parts = (*exposure.contributions, *_taken_off(exposure, control))
    low = left_after(exposure.low, control.high, _NONE)
    figure = left_after(exposure.figure, control.figure, _NONE)
    high = left_after(exposure.high, control.low, _NONE)
    if low < control.floor:
        raised = Contribution(
            "floor",
            max(control.floor - figure, _NONE),
            control.floor - low,
            max(control.floor - high, _NONE),
            control.floor_reason,
            f"{control.floor}",
            "The findings",
        )
        parts = (*parts, raised)
        low, figure, high = low + raised.low, figure + raised.points, high + raised.high
    return Risk(
        low=low,
        figure=figure,
        high=high,
        band=band_of(figure),
        contributions=parts,
        sensitivity=sensitivity_of(exposure, control, figure),
        what_would_change_it_most=_changes(exposure, control, figure),
        version=weights().version,
    )


def bounds_of(exposure: Exposure, control: Control) -> Risk:
    """Return the residual risk as figure, range and band alone, without what made it up."""
    low = left_after(exposure.low, control.high, control.floor)
    figure = left_after(exposure.figure, control.figure, control.floor)
    high = left_after(exposure.high, control.low, control.floor)
    return Risk(low=low, figure=figure, high=high, band=band_of(figure))


def left_after(exposure: Decimal, control: Decimal, floor: Decimal) -> Decimal:
    """Return the figure that is left of an exposure after control, not below the floor.

    What control takes off is rounded to hundredths, so that more exposure or less control never
    gives a smaller figure.
    """
    effect = section("residual")["full_effect"] / MOST
    return max(exposure - to_penny(exposure * effect * control), floor)


def _taken_off(exposure: Exposure, control: Control) -> list[Contribution]:
    """What each part of the control takes off, rounded so that the parts sum to the whole."""
    parts = control.contributions
    points = _shared(exposure.figure, [part.points for part in parts])
    low = _shared(exposure.low, [part.high for part in parts])
    high = _shared(exposure.high, [part.low for part in parts])
    return [
        Contribution(p.part, -points[i], -low[i], -high[i], p.reason, p.value, p.source, p.known)
        for i, p in enumerate(parts)
    ]


def _shared(exposure: Decimal, shown: list[Decimal]) -> list[Decimal]:
    """What each takes off an exposure; each is the step by which the rounded running sum grows."""
    effect = section("residual")["full_effect"] / MOST
    running = [to_penny(exposure * effect * sum(shown[: i + 1])) for i in range(len(shown))]
    return [after - before for before, after in zip([_NONE, *running], running, strict=False)]


def _changes(exposure: Exposure, control: Control, figure: Decimal) -> tuple[Change, ...]:
    """What would move the figure most: facts now unknown, at best and worst, or more control."""
    changes: list[Change] = []

    def tell(what: str, exposed: Decimal, shown: Decimal, floor: Decimal) -> None:
        then = left_after(exposed, shown, floor)
        points = then - figure
        if points:
            changes.append(Change(what, points, band_of(then)))

    now, shown, floor = exposure.figure, control.figure, control.floor
    for part in exposure.contributions:
        if not part.known:
            name = part.part.replace("_", " ")
            tell(f"Knowing the {name}, at best", now - part.points + part.low, shown, floor)
            tell(f"Knowing the {name}, at worst", now - part.points + part.high, shown, floor)
    shares = section("control")
    for part in control.contributions:
        most = shares[part.part] * MOST
        tell(f"Showing all of the {part.part}", now, shown - part.points + most, floor)
    if floor:
        tell(
            f"Putting right: {control.floor_reason.removeprefix('Not met: ')}",
            now,
            shown,
            Decimal(0),
        )
    changes.sort(key=lambda change: (-abs(change.points), change.what))
    return tuple(changes[:SHOWN])
