"""Section 7, what may be shared with partners: signs by category, place and kind, no names."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from app.features.reports.cells import protected
from app.features.reports.dataset import ReportData
from app.features.reports.table_types import Chart, ChartKind, Row, Section, Table
from scoring.disclosure_control import BASE, THRESHOLD, Record, Released, released
from scoring.escalation.indicators import INDICATORS

SOURCE = (
    "Findings not met, in the latest assessments, whose rule can show a sign of exploitation "
    "(the eleven indicators of the ILO; the strategy's appendix 4). Suppliers "
    f"are counted, not people. Whatever falls in a group of fewer than {THRESHOLD} suppliers, by "
    "any of category, place or sign, is left out of every table before counting. So is a group of "
    "which more than half of the assessed suppliers have a sign, since it would say who has it. "
    f"Counts are to the nearest {BASE}."
)
_NAMES = {each.id: each.name for each in INDICATORS}
_ORIGINS = {"ilo": "ILO", "sign": "strategy"}


def signs_released(known: ReportData) -> Released:
    """Return the signs by category, place and sign, without groups that would say of whom.

    Those are groups of few suppliers, and groups of which more than half have a sign.
    """
    signs: dict[UUID, set[str]] = defaultdict(set)
    for each in known.signs:
        signs[each.assessment].update(each.indicators)
    return released(
        (
            Record(supplier.judged.supplier, (supplier.category, supplier.borough, sign))
            for supplier in known.suppliers
            for sign in signs[supplier.judged.assessment]
        ),
        3,
        (Record(each.judged.supplier, (each.category, each.borough)) for each in known.suppliers),
    )


def sharing(signs: Released) -> Section:
    """Return the section that may be given to partners by itself."""
    by_category, by_place, by_sign = signs.tables
    return Section(
        "sharing",
        "What may be shared with local partners",
        (
            "Partners build the local picture from anonymous data (strategy, objectives 2 and 4). "
            "These tables name no supplier and no person; they may be shared by themselves. Signs "
            "are reasons to ask, not proof of exploitation.",
        ),
        (
            _table("shared_category", "Signs by category of what is bought", by_category),
            _table("shared_place", "Signs by place of work", by_place),
            signs_table("shared_sign", "Signs by kind", by_sign),
        ),
    )


def signs_table(id: str, title: str, counts: Mapping[str, int]) -> Table:
    """Return the table of signs by their names."""
    named = {_named(sign): number for sign, number in counts.items()}
    return _table(id, title, named)


def _named(sign: str) -> str:
    origin = _ORIGINS.get(sign.partition(".")[0], "other")
    return f"{_NAMES.get(sign, sign)} ({origin})"


def _table(id: str, title: str, counts: Mapping[str, int]) -> Table:
    rows = tuple(
        Row(name, name, (protected(number),))
        for name, number in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    )
    return Table(
        id,
        title,
        f"{rows[0].heading} has the most suppliers with signs: {rows[0].cells[0].text}."
        if rows
        else f"No group has {THRESHOLD} suppliers or more with signs and as many without, so we "
        "show none.",
        SOURCE,
        ("Group", "Suppliers, to the nearest five"),
        rows,
        Chart(ChartKind.BARS, (0,)) if rows else None,
    )
