"""Blocks of a region: where one paragraph, heading or list item ends and the next begins."""

import re
from itertools import pairwise
from statistics import median

from scrapers.documents.pdf.columns import MARK
from scrapers.documents.pdf.shapes import Line, Run, Table

_ENDS = re.compile(r"[.:;!?…][\"'”’)\]]*$")
_PARTED = re.compile(r"\w[-‐]$")
_BULLET = re.compile(r"[•●○◦▪▫■□·✓✔➢➤►▶§]")
_NUMBER = re.compile(
    r"\(?(\d{1,2}(\.\d{1,2}){1,3}\.?|\d{1,2}[.)]|[a-z][.)]|[ivx]{1,4}[.)])|\([a-z]\)"
)
_DASH = re.compile(r"[–—*\-o]")
_USUAL_PITCH = 1.25
_FEW_WORDS = 3.5
_STEP, _LOOSE_STEP = 1.28, 1.75
_SIZE = 0.13


def runs_of(lines: list[Line | Table]) -> list[Run]:
    """Gather a region's lines into runs, one for each block."""
    runs: list[Run] = []
    plain = [line for line in lines if isinstance(line, Line)]
    left = right = pitch = 0.0
    listed = False
    if plain:
        left, right = min(line.x0 for line in plain), max(line.x1 for line in plain)
        pitch = _pitch(plain, left, right)
        listed = median(len(line.tokens) for line in plain) <= _FEW_WORDS
    for above, below in pairwise(plain):
        _part(above, below)
    for line in lines:
        if isinstance(line, Table):
            runs.append(Run(table=line))
            continue
        mark = _mark(line)
        run = runs[-1] if runs else None
        if run is None or run.table or _opens(run, line, mark) or _breaks(run, line, pitch):
            runs.append(Run([line], mark=mark, left=left, right=right, listed=listed))
        else:
            run.lines.append(line)
    return runs


def _opens(run: Run, line: Line, mark: str) -> bool:
    """Whether a mark opens an item: a number may also be the next word of a sentence."""
    if not mark or (not mark[-1].isalnum() and mark[0] not in "(0123456789"):
        return bool(mark)
    above = run.lines[-1]
    last = above.tokens[-1].text
    if mark[0] == "(" and (last in {"and", "or"} or last[-1] in ",—–"):
        return True
    full = above.x1 > run.right - 0.12 * (run.right - run.left)
    return bool(_ENDS.search(above.tokens[-1].text)) or not full or line.x0 < above.x0 - 1


def _part(above: Line, line: Line) -> None:
    """Let the boxes of two lines set close meet half-way, so that neither covers the other."""
    (first, foot), (head, last) = above.ink, line.ink
    if head < foot:
        middle = (head + foot) / 2
        if first < middle < last:
            above.ink, line.ink = (first, middle), (middle, last)


def _pitch(lines: list[Line], left: float, right: float) -> float:
    """Return the usual distance from line to line, in heights, below lines that are full."""
    full = right - 0.15 * (right - left)
    steps = [
        (below.bottom - line.bottom) / line.height
        for line, below in pairwise(lines)
        if line.x1 >= full and abs(line.height - below.height) < 0.15 * line.height
    ]
    steps = sorted(step for step in steps if 0.5 < step < 3)
    return median(steps[: max(3, len(steps) * 2 // 3)]) if steps else _USUAL_PITCH


def _mark(line: Line) -> str:
    """Return the list mark that the line opens with, or nothing."""
    first = line.tokens[0].text
    if _BULLET.match(first):
        return first[0]
    if len(line.tokens) > 1:
        if _NUMBER.fullmatch(first):
            return first
        if _DASH.fullmatch(first) and MARK.fullmatch(first) and line.tokens[1].text[0].isalpha():
            return first
    return ""


def _breaks(run: Run, line: Line, pitch: float) -> bool:
    """Whether a line opens a new block below a run of lines."""
    above = run.lines[-1]
    lower = line.tokens[0].text[:1].islower()
    last = above.tokens[-1].text
    goes_on = (lower and not _ENDS.search(last)) or bool(_PARTED.search(last))
    step = (line.bottom - above.bottom) / (pitch * max(above.height, line.height))
    if step > (_LOOSE_STEP if goes_on else _STEP) or step < 0:
        return True
    if abs(line.height - above.height) > _SIZE * max(line.height, above.height):
        return not (goes_on and len(line.tokens) > 2 and step <= 1.0)
    if goes_on:
        return False
    return above.bold != line.bold or _counts_on(above, line) or _was_ended(run, line)


def _counts_on(above: Line, line: Line) -> bool:
    """Whether two lines open with one number and the next, as in a table of contents."""
    one, two = above.tokens[0].text, line.tokens[0].text
    return one.isdigit() and two.isdigit() and int(two) == int(one) + 1


def _was_ended(run: Run, line: Line) -> bool:
    """Whether the run's last line was ended on purpose: by its indent, or with room to spare."""
    above, first = run.lines[-1], line.tokens[0]
    ended = bool(_ENDS.search(above.tokens[-1].text))
    em = line.height / 1.2
    alone = run.listed and len(above.tokens) <= _FEW_WORDS + 2
    if alone and not ended and not first.text[:1].islower():
        return True
    if ended and line.x0 > above.x0 + 0.8 * em and not (run.mark and above is run.lines[0]):
        return True
    space = run.right - above.x1
    fits = first.x1 - first.x0 + 0.3 * em < space - (0.5 if ended else 1.2) * em
    return fits and (ended or space > 0.12 * (run.right - run.left))


def continued(above: Run | None, run: Run) -> bool:
    """Whether a run goes on with the paragraph that ends the column before it."""
    if above is None or not above.lines or not run.lines or run.mark or above.listed:
        return False
    last, first = above.lines[-1], run.lines[0]
    if _ENDS.search(last.tokens[-1].text) or last.bold != first.bold:
        return False
    if abs(last.height - first.height) > 0.1 * last.height:
        return False
    reach = (last.x1 - above.left) / max(above.right - above.left, 1.0)
    return reach > (0.6 if first.tokens[0].text[:1].islower() else 0.9) and len(last.tokens) > 3
