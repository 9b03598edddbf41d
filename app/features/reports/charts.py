"""Charts of tables as SVG: the same bytes for the same figures, told apart without colour too."""

from collections.abc import Callable, Sequence
from io import BytesIO
from textwrap import fill, shorten
from typing import Any

from app.features.reports.table_types import Cell, Chart, ChartKind, Row, Standing, Table, Unit

_COLOURS = ("#1d70b8", "#d4351c", "#b1b4b6", "#f3f2f1")
_HATCHES = ("", "///", "...", "xx")
_LEVELS = ("#f3f2f1", "#b1b4b6", "#5694ca", "#003078")
_LEVEL_HATCHES = ("xx", "...", "//", "")
_WIDTH = 7.2
_BAR = 0.41
_MARGIN, _LEGEND = 0.2, 0.55
_LONGEST = 70
_LINE = 34


def chart(table: Table) -> bytes | None:
    """Return a table's chart as SVG, or None where it has none or nothing to draw."""
    drawn = table.chart
    if drawn is None or not any(_numbers(table.rows, each) for each in drawn.columns):
        return None
    return _svg(table, drawn)


def alternative(table: Table) -> str:
    """Return the text alternative of a table's chart."""
    return f"Bar chart: {table.title}. {table.sentence} The figures are in the table that follows."


def _svg(table: Table, drawn: Chart) -> bytes:
    import matplotlib as mpl  # noqa: PLC0415 (half a second that few processes need)
    from matplotlib.figure import Figure  # noqa: PLC0415 (the same)

    settings: Any = {
        "svg.hashsalt": table.id,
        "svg.fonttype": "path",
        "font.family": "DejaVu Sans",
        "font.size": 9,
        "hatch.linewidth": 0.5,
    }
    with mpl.rc_context(settings):
        lines = sum(_label(row).count("\n") + 1 for row in table.rows)
        each = len(drawn.columns) if drawn.kind is ChartKind.BARS else 1
        tall = max(_BAR * len(table.rows) * max(each * 0.75, 1), 0.19 * lines)
        tall += _LEGEND if len(drawn.columns) > 1 else _MARGIN
        figure = Figure(figsize=(_WIDTH, tall), layout="constrained")
        axes = figure.subplots()
        draw: Callable[..., None] = _bars if drawn.kind is ChartKind.BARS else _stacked
        draw(axes, table, drawn.columns)
        axes.set_yticks(range(len(table.rows)), [_label(row) for row in table.rows])
        axes.set_ylim(len(table.rows) - 0.5, -0.5)
        axes.spines[["top", "right", "bottom"]].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.set_xlim(left=0)
        if len(drawn.columns) > 1:
            figure.legend(
                loc="outside lower center", ncols=len(drawn.columns), frameon=False, fontsize=8.5
            )
        out = BytesIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Title": table.title})
    return out.getvalue()


def _bars(axes: Any, table: Table, columns: Sequence[int]) -> None:
    """One bar a cell with its figure beside it; a figure that is not known is said in words."""
    high = 0.8 / len(columns)
    unit = next(iter(table.rows)).cells[columns[0]].unit
    for place, column in enumerate(columns):
        centres = [n - 0.4 + high * (place + 0.5) for n in range(len(table.rows))]
        bars = axes.barh(
            centres,
            [_size(row.cells[column]) for row in table.rows],
            height=high * 0.88,
            color=_COLOURS[0] if place == 0 else "#b1b4b6",
            hatch=("", "///")[place % 2],
            edgecolor="#0b0c0c",
            linewidth=0.6,
            label=table.columns[column + 1],
        )
        axes.bar_label(bars, [row.cells[column].text for row in table.rows], padding=3, fontsize=8)
    axes.set_xticks([])
    if unit is Unit.PERCENT:
        axes.set_xlim(right=150)  # room for the base beside the figure
    elif unit is Unit.POINTS:
        axes.set_xlim(right=112)
    else:
        axes.margins(x=0.12)


def _stacked(axes: Any, table: Table, columns: Sequence[int]) -> None:
    """One bar a line, cut in parts by outcome or by level; a part says its count where it fits."""
    graded = "Evidenced" in table.columns
    colours, hatches = (_LEVELS, _LEVEL_HATCHES) if graded else (_COLOURS, _HATCHES)
    whole = max(sum(_size(row.cells[each]) for each in columns) for row in table.rows)
    left = [0.0] * len(table.rows)
    for place, column in enumerate(columns):
        sizes = [_size(row.cells[column]) for row in table.rows]
        bars = axes.barh(
            range(len(table.rows)),
            sizes,
            left=left,
            height=0.72,
            color=colours[place],
            hatch=hatches[place],
            edgecolor="#0b0c0c",
            linewidth=0.6,
            label=table.columns[column + 1],
        )
        said = [
            row.cells[column].text if size >= whole * 0.04 else ""
            for row, size in zip(table.rows, sizes, strict=True)
        ]
        for text in axes.bar_label(bars, said, label_type="center", fontsize=8):
            text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.8})
            if not text.get_text():
                text.set_visible(False)
        left = [start + size for start, size in zip(left, sizes, strict=True)]
    axes.set_xticks([])


def _numbers(rows: Sequence[Row], column: int) -> bool:
    return any(_size(row.cells[column]) > 0 for row in rows)


def _size(cell: Cell) -> float:
    if cell.standing is not Standing.KNOWN or cell.value is None:
        return 0.0
    return float(cell.value)


def _label(row: Row) -> str:
    words = shorten(row.heading, _LONGEST, placeholder="…") if " " in row.heading else row.heading
    return fill(words[:_LONGEST], _LINE)
