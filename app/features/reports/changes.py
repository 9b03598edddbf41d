"""What moved since the last report: the same measures on both days, and who changed band."""

from app.features.reports.cells import count, text
from app.features.reports.dataset import ReportData
from app.features.reports.measures import MEASURES
from app.features.reports.table_types import Row, Table


def moved_since(before: ReportData, now: ReportData) -> Table:
    """Return the measures on both days and their change; without an assessment they are unknown.

    Args:
        before: What was known on the day of the last report.
        now: What is known on the day of this one.
    """
    rows = [_row("listed", "Listed", before.listed, now.listed)]
    rows.append(_row("assessed", "Assessed", before.assessed, now.assessed))
    for each in MEASURES:
        then, today = each.counted(before).suppliers, each.counted(now).suppliers
        was = then[0] if then[1] else None
        is_now = today[0] if today[1] else None
        rows.append(_row(each.key, each.heading, was, is_now))
    up, down = _changed_band(before, now)
    both = bool(before.assessed and now.assessed)
    rows += [
        Row(key, heading, (text("–"), text("–"), count(steps if both else None)))
        for key, heading, steps in (
            ("higher", "Moved to a higher band", up),
            ("lower", "Moved to a lower band", down),
        )
    ]
    return Table(
        "moved",
        "What moved since the last report",
        _sentence(before, now, up, down),
        "The same counts on both days, each from the latest assessment by that day. The last "
        "report is taken to be three months earlier unless another day was asked for.",
        ("Suppliers", _on(before), _on(now), "Change"),
        tuple(rows),
    )


def _row(key: str, heading: str, was: int | None, now: int | None) -> Row:
    change = None if was is None or now is None else now - was
    return Row(key, heading, (count(was), count(now), count(change)))


def _on(known: ReportData) -> str:
    return f"{known.day.day} {known.day:%B %Y}"


def _sentence(before: ReportData, now: ReportData, up: int, down: int) -> str:
    if not before.assessed or not now.assessed:
        return "No supplier had been assessed by both days, so nothing can be compared."
    return (
        f"Of the suppliers assessed by both days, {up:,} moved to a higher risk band and "
        f"{down:,} to a lower one."
    )


def _changed_band(before: ReportData, now: ReportData) -> tuple[int, int]:
    was = {each.judged.supplier: each.judged.band for each in before.suppliers}
    steps = [
        each.judged.band.rank - was[each.judged.supplier].rank
        for each in now.suppliers
        if each.judged.supplier in was
    ]
    return sum(step > 0 for step in steps), sum(step < 0 for step in steps)
