"""Exposure by category, country and borough: means of groups large enough to name no supplier."""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal

from app.features.reports.cells import points
from app.features.reports.dataset import ReportData, SupplierSnapshot
from app.features.reports.table_types import Chart, ChartKind, Row, Table
from scoring.disclosure_control import THRESHOLD, large_enough

_SOURCE = (
    "Mean exposure, of 100, of the latest assessments (Cabinet Office PPN 009 factors; US "
    "Department of Labor list of goods; weights in docs/method.md). Groups of fewer than "
    f"{THRESHOLD} suppliers, and how many suppliers a group has, are not shown, so that no "
    "supplier's figure can be worked out."
)


def exposure_tables(known: ReportData) -> tuple[Table, ...]:
    """Return the mean exposure by category, country and borough."""
    return (
        _by(known, "category", "category of what is bought", lambda each: each.category),
        _by(known, "country", "country of supply", lambda each: each.country),
        _by(known, "borough", "borough where the work is done", lambda each: each.borough),
    )


def _by(known: ReportData, id: str, what: str, group: Callable[[SupplierSnapshot], str]) -> Table:
    groups: dict[str, list[SupplierSnapshot]] = defaultdict(list)
    for each in known.suppliers:
        groups[group(each)].append(each)
    names = large_enough({n: [each.judged.supplier for each in g] for n, g in groups.items()})
    means = {
        name: sum((each.judged.exposure for each in groups[name]), Decimal(0)) / len(groups[name])
        for name in names
    }
    ordered = sorted(names, key=lambda name: (-means[name], name))
    rows = tuple(Row(name, name, (points(Decimal(round(means[name]))),)) for name in ordered)
    return Table(
        f"exposure_{id}",
        f"Exposure by {what}",
        _sentence(rows),
        _SOURCE,
        (id.capitalize(), "Mean exposure"),
        rows,
        Chart(ChartKind.BARS, (0,)) if rows else None,
    )


def _sentence(rows: tuple[Row, ...]) -> str:
    if not rows:
        return f"No group has {THRESHOLD} suppliers or more, so we show none."
    first, last = rows[0], rows[-1]
    if first is last:
        return f"{first.heading}: {first.cells[0].text} of 100; no other group is large enough."
    return (
        f"Highest: {first.heading}, {first.cells[0].text} of 100. Lowest: {last.heading}, "
        f"{last.cells[0].text}."
    )
