"""Charts of tables as SVG: the same bytes for the same figures, told apart without colour too."""

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import shorten, wrap

from app.features.reports.table_types import Cell, Chart, ChartKind, Row, Standing, Table, Unit

_COLOURS = ("#1d70b8", "#d4351c", "#b1b4b6", "#f3f2f1")
_LEVELS = ("#f3f2f1", "#b1b4b6", "#5694ca", "#003078")
_HATCHES = ("", "lines", "dots", "crosses")
_LEVEL_HATCHES = ("crosses", "dots", "lines", "")
_PATTERNS = {
    "lines": '<path d="M0 8L8 0" stroke="#0b0c0c" stroke-width=".7"/>',
    "dots": '<circle cx="4" cy="4" r="1" fill="#0b0c0c"/>',
    "crosses": '<path d="M0 8L8 0M0 0L8 8" stroke="#0b0c0c" stroke-width=".6"/>',
}
_FONT = "Arial, Liberation Sans, Libertinus Serif, sans-serif"
_WIDTH, _LABELS, _GAP = 720, 236, 8
"""Width of a chart, of its column of labels, and the space between two lines, in pixels."""
_BAR, _LINE_HEIGHT, _LEGEND = 20, 15, 30
_LETTER = 6.5
"""Pixels that a letter of a figure takes, more or less."""
_LONGEST = 70
_LINE = 34
_ROOM = {Unit.PERCENT: 150.0, Unit.POINTS: 112.0}
"""Where the scale of a unit ends, with room for the words beside the longest bar."""


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
    marks: list[str] = []
    top = float(_GAP)
    several = len(drawn.columns) if drawn.kind is ChartKind.BARS else 1
    colours, hatches = _palette(table, drawn)
    scale = _scale(table, drawn)
    for row in table.rows:
        lines = _label(row)
        tall = max(_BAR * several, _LINE_HEIGHT * len(lines))
        middle = top + tall / 2
        first = middle - _LINE_HEIGHT * (len(lines) - 1) / 2 + 4
        for number, line in enumerate(lines):
            y = first + number * _LINE_HEIGHT
            marks.append(_text(_LABELS - 8, y, line, anchor="end"))
        draw = _bars if drawn.kind is ChartKind.BARS else _stacked
        marks += draw(row, drawn.columns, middle, scale, colours, hatches)
        top += tall + _GAP
    marks.append(
        f'<path d="M{_LABELS} 0V{top:.1f}" stroke="#0b0c0c" stroke-width="1" fill="none"/>'
    )
    if len(drawn.columns) > 1:
        marks += _legend(
            [table.columns[each + 1] for each in drawn.columns], top, colours, hatches
        )
        top += _LEGEND
    patterns = "".join(
        f'<pattern id="{table.id}-{name}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f"{path}</pattern>"
        for name, path in _PATTERNS.items()
    )
    body = "".join(marks).replace("url(#", f"url(#{table.id}-")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top:.0f}" '
        f'width="{_WIDTH}" height="{top:.0f}" font-family="{_FONT}" font-size="12">'
        f"<title>{escape(table.title)}</title><defs>{patterns}</defs>{body}</svg>"
    ).encode()


def _palette(table: Table, drawn: Chart) -> tuple[Sequence[str], Sequence[str]]:
    if drawn.kind is ChartKind.BARS:
        return (_COLOURS[0], "#b1b4b6", "#b1b4b6", "#b1b4b6"), ("", "lines", "", "lines")
    graded = "Evidenced" in table.columns
    return (_LEVELS, _LEVEL_HATCHES) if graded else (_COLOURS, _HATCHES)


def _scale(table: Table, drawn: Chart) -> float:
    """Pixels for one of the table's units."""
    room = _WIDTH - _LABELS - 4
    if drawn.kind is ChartKind.STACKED:
        return room / max(sum(_size(row.cells[n]) for n in drawn.columns) for row in table.rows)
    unit = table.rows[0].cells[drawn.columns[0]].unit
    longest = max(_size(row.cells[n]) for row in table.rows for n in drawn.columns)
    words = max(len(row.cells[n].text) for row in table.rows for n in drawn.columns)
    if unit in _ROOM and longest <= 100:
        return room / _ROOM[unit]
    return max(room - words * _LETTER - 8, room / 3) / longest


def _bars(
    row: Row,
    columns: Sequence[int],
    middle: float,
    scale: float,
    colours: Sequence[str],
    hatches: Sequence[str],
) -> Iterator[str]:
    """One bar a cell with its figure beside it; a figure that is not known is said in words."""
    top = middle - _BAR * len(columns) / 2
    for place, column in enumerate(columns):
        cell, y = row.cells[column], top + place * _BAR
        width = _size(cell) * scale
        yield from _box(_LABELS, y + 1, width, _BAR - 2, colours[place], hatches[place])
        yield _text(_LABELS + width + 5, y + _BAR / 2 + 4, cell.text)


def _stacked(
    row: Row,
    columns: Sequence[int],
    middle: float,
    scale: float,
    colours: Sequence[str],
    hatches: Sequence[str],
) -> Iterator[str]:
    """One bar a line, cut in parts by outcome or by level; a part says its count where it fits."""
    left = float(_LABELS)
    for place, column in enumerate(columns):
        cell = row.cells[column]
        width = _size(cell) * scale
        yield from _box(
            left, middle - _BAR / 2 + 1, width, _BAR - 2, colours[place], hatches[place]
        )
        words = len(cell.text) * _LETTER + 4
        if width > words:
            x = left + width / 2
            yield f'<rect x="{x - words / 2:.1f}" y="{middle - 7:.1f}" width="{words:.1f}" '
            yield 'height="14" fill="#fff"/>'
            yield _text(x, middle + 4, cell.text, anchor="middle")
        left += width


def _legend(
    names: Sequence[str], top: float, colours: Sequence[str], hatches: Sequence[str]
) -> Iterator[str]:
    left = float(_LABELS)
    for place, name in enumerate(names):
        yield from _box(left, top + 8, 14, 14, colours[place], hatches[place])
        yield _text(left + 20, top + 19, name)
        left += 36 + len(name) * _LETTER


def _box(
    x: float, y: float, width: float, height: float, colour: str, hatch: str
) -> Iterator[str]:
    if width <= 0:
        return
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    yield f'<rect {place} fill="{colour}" stroke="#0b0c0c" stroke-width=".6"/>'
    if hatch:
        yield f'<rect {place} fill="url(#{hatch})"/>'


def _text(x: float, y: float, words: str, *, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#0b0c0c">'
        f"{escape(words)}</text>"
    )


def _numbers(rows: Sequence[Row], column: int) -> bool:
    return any(_size(row.cells[column]) > 0 for row in rows)


def _size(cell: Cell) -> float:
    if cell.standing is not Standing.KNOWN or cell.value is None:
        return 0.0
    return float(cell.value)


def _label(row: Row) -> list[str]:
    words = shorten(row.heading, _LONGEST, placeholder="…") if " " in row.heading else row.heading
    return wrap(words[:_LONGEST], _LINE) or [""]
