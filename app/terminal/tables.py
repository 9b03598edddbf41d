"""Figures of a classifier as plain text: one row a criterion, then the means."""

from collections.abc import Mapping

from scoring.evidence.measures import Interval, Measured

_TITLES = (
    "criterion",
    "labelled",
    "offered",
    "precision",
    "recall",
    "F1",
    "95 % confidence interval",
    "ECE",
)


def table(measured: Measured, beside: Mapping[str, Measured] | None = None) -> str:
    """Return figures as lines of text.

    Args:
        measured: What to show.
        beside: Others measured on the same rows, whose F1 is shown in further columns, by title.
    """
    others = dict(beside or {})
    rows = [[*_TITLES, *(f"F1 {name}" for name in others)]]
    for place, each in enumerate(measured.criteria):
        rows.append(
            [
                each.criterion.value,
                str(each.labelled),
                str(each.offered),
                f"{each.precision:.3f}",
                f"{each.recall:.3f}",
                f"{each.f1.value:.3f}",
                _between(each.f1),
                f"{each.calibration_error:.3f}",
                *(f"{other.criteria[place].f1.value:.3f}" for other in others.values()),
            ]
        )
    mean = measured.macro_f1
    rows.append(
        ["mean", "", "", "", "", f"{mean.value:.3f}", _between(mean), ""]
        + [f"{other.macro_f1.value:.3f} {_between(other.macro_f1)}" for other in others.values()]
    )
    presence = measured.presence
    rows.append(
        ["covered or not, by statement", "", "", "", "", f"{presence.value:.3f}"]
        + [_between(presence), ""]
        + [f"{other.presence.value:.3f} {_between(other.presence)}" for other in others.values()]
    )
    summary = f"{measured.statements} statements, {measured.sentences} sentences"
    return "\n".join([summary, "", *_aligned(rows)])


def _between(interval: Interval) -> str:
    return f"{interval.low:.3f} to {interval.high:.3f}"


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        first, *rest = (
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join((first, *rest)).rstrip())
    return lines
