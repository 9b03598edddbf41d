"""Reading order of all pages: headers and footers out, then blocks, headings and passages."""

from collections.abc import Iterator

from scoring.text import BlockKind
from scrapers.documents.passages import Passage, RawPage
from scrapers.documents.pdf.columns import Region, regions_of
from scrapers.documents.pdf.headers_footers import headers_footers_of
from scrapers.documents.pdf.hyphens import Hyphens
from scrapers.documents.pdf.lines import lines_of
from scrapers.documents.pdf.passages import passage_of, rows_of
from scrapers.documents.pdf.shapes import Line, Run, Segment, Sheet, Table
from scrapers.documents.pdf.styles import Styles
from scrapers.documents.pdf.text_runs import continued, runs_of


def pages_of(sheets: list[Sheet]) -> Iterator[RawPage]:
    """Yield each page's passages in reading order, its header first and its footer last.

    A page's words are let go of once its passages are made, so that a long document's words
    and passages are never all in memory at once.
    """
    repeated = headers_footers_of([(sheet.height, sheet.segments) for sheet in sheets])
    laid: list[tuple[Sheet, list[Run], list[Run], list[Run]]] = []
    for sheet, places in zip(sheets, repeated, strict=True):
        body = [s for place, s in enumerate(sheet.segments) if place not in places]
        edges = [sheet.segments[place] for place in sorted(places)]
        top = _edge_runs([s for s in edges if s.bottom < sheet.height / 2])
        foot = _edge_runs([s for s in edges if s.bottom >= sheet.height / 2])
        runs = _runs(body)
        for aside in sheet.asides:
            runs.extend(_runs(aside))
        laid.append((sheet, top, runs, foot))
        sheet.segments, sheet.asides = [], []
    styles = Styles([run for _, _, runs, _ in laid for run in runs])
    hyphens = Hyphens(_words(laid))
    laid.reverse()
    while laid:
        sheet, heads, runs, feet = laid.pop()
        passages = [passage_of(run, BlockKind.BOILERPLATE, 0, hyphens) for run in heads]
        for run in runs:
            passages.extend(_passages(run, styles, hyphens))
        passages.extend(passage_of(run, BlockKind.BOILERPLATE, 0, hyphens) for run in feet)
        yield RawPage(
            sheet.number,
            sheet.width,
            sheet.height,
            tuple(passage for passage in passages if passage.text.strip()),
            sheet.read_by,
            sheet.confidence,
        )


def _runs(segments: list[Segment]) -> list[Run]:
    runs: list[Run] = []
    for region in regions_of(segments):
        region_runs = runs_of(lines_of(region))
        if runs and region_runs and continued(runs[-1], region_runs[0]):
            runs[-1].lines.extend(region_runs.pop(0).lines)
        runs.extend(region_runs)
    return runs


def _edge_runs(segments: list[Segment]) -> list[Run]:
    """Return the headers or footers at one edge of a page, each line for itself."""
    if not segments:
        return []
    lines = [
        Line.of([token for cell in item.rows[0] for token in cell])
        if isinstance(item, Table)
        else item
        for item in lines_of(Region(segments))
    ]
    return [run for line in lines for run in runs_of([line])]


def _passages(run: Run, styles: Styles, hyphens: Hyphens) -> list[Passage]:
    if run.table:
        return rows_of(run.table, hyphens)
    kind, level = styles.kind(run)
    return [passage_of(run, kind, level, hyphens)]


def _words(laid: list[tuple[Sheet, list[Run], list[Run], list[Run]]]) -> list[str]:
    """Return every word that is not the half of one parted at a line's end."""
    words: list[str] = []
    for _, _, runs, _ in laid:
        for run in runs:
            for line in run.lines:
                words.extend(token.text for token in line.tokens[1:-1])
    return words
