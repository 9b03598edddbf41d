"""What part each block plays: headings and their depth by their type, items by their marks."""

from collections import Counter

from scoring.text import BlockKind
from scrapers.documents.pdf.shapes import Run

_LONGEST_HEADING = 18
Style = tuple[float, bool, bool]


class Styles:
    """The type of a document's body and of its headings, largest first."""

    def __init__(self, runs: list[Run]) -> None:
        heights: Counter[float] = Counter()
        bold: Counter[bool] = Counter()
        for run in runs:
            for line in run.lines:
                heights[_rounded(line.height)] += len(line.tokens)
                bold[line.bold] += len(line.tokens)
        self._body = heights.most_common(1)[0][0] if heights else 12.0
        self._body_bold = bold[True] > bold[False]
        styles = {self._style(run) for run in runs if run.lines and self._is_heading(run)}
        self._levels = {
            style: place for place, style in enumerate(sorted(styles, reverse=True), 1)
        }

    def kind(self, run: Run) -> tuple[BlockKind, int]:
        """Return the kind of a run, and a heading's level."""
        if self._is_heading(run):
            return BlockKind.HEADING, self._levels.get(self._style(run), 1)
        return (BlockKind.LIST_ITEM if run.mark else BlockKind.PARAGRAPH), 0

    def _style(self, run: Run) -> Style:
        line = run.lines[0]
        return _rounded(line.height), line.bold, _capitals(line.text)

    def _is_heading(self, run: Run) -> bool:
        words = sum(len(line.tokens) for line in run.lines)
        if words > _LONGEST_HEADING or len(run.lines) > 3:
            return False
        line, text = run.lines[0], run.lines[-1].text
        if text.endswith((".", ";", ",")) or (text.endswith(":") and words > 6):
            return False
        large = line.height >= 1.15 * self._body
        bold = not self._body_bold and all(each.bold for each in run.lines)
        capitals = _capitals(text) and words <= 10
        if not large and (line.height < 0.93 * self._body or not (bold or capitals)):
            return False
        return sum(c.isalpha() for line in run.lines for c in line.text) >= 3


def _rounded(height: float) -> float:
    return round(height * 2) / 2


def _capitals(text: str) -> bool:
    return text.isupper() and sum(c.isalpha() for c in text) >= 4
