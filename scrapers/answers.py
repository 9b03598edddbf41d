"""Bytes of a sheet of answers → each answer with its supplier, and the rows not taken."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from python_calamine import CalamineError, CalamineWorkbook

from scoring.facts import Answer, AnswerValue
from scoring.questionnaires.questions import QUESTIONS
from scrapers.errors import ListUnreadable

COLUMNS = ("question", "value")
_KNOWN = frozenset(each.id for each in QUESTIONS)
_VALUES = {each.value: each for each in AnswerValue} | {"unknown": AnswerValue.NOT_KNOWN}


@dataclass(frozen=True, slots=True)
class SupplierAnswer:
    """One answer, its row in the file, and the supplier named there; empty where none is named."""

    row: int
    supplier: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class AnswerError:
    """A row that was not taken, and why, in a plain sentence."""

    row: int
    message: str


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """What a sheet of answers holds."""

    answers: tuple[SupplierAnswer, ...]
    errors: tuple[AnswerError, ...]


def read_answers(data: bytes, *, name: str) -> AnswerSheet:
    """Read a CSV or workbook of answers.

    Its columns are `question` (the question's identifier), `value` (yes, no, partly, not_known)
    and, where known, `supplier`, `text`, `source` and `as_at` (year-month-day).

    Raises:
        ListUnreadable: The bytes are no sheet with these columns.
    """
    lines = list(_lines(data, name))
    heading = [cell.strip().lower() for cell in lines[0]] if lines else []
    missing = [column for column in COLUMNS if column not in heading]
    if missing:
        raise ListUnreadable(f"{name} has no column {' and no column '.join(missing)}.")
    answers: list[SupplierAnswer] = []
    errors: list[AnswerError] = []
    for row, cells in enumerate(lines[1:], start=2):
        record = dict(zip(heading, (cell.strip() for cell in cells), strict=False))
        if any(record.values()):
            read = _answer(row, record)
            if isinstance(read, AnswerError):
                errors.append(read)
            else:
                answers.append(read)
    return AnswerSheet(tuple(answers), tuple(errors))


def _answer(row: int, record: dict[str, str]) -> SupplierAnswer | AnswerError:
    question, given = record["question"], record.get("value", "").lower().replace(" ", "_")
    if question not in _KNOWN:
        return AnswerError(row, f"There is no question “{question}”.")
    if given not in _VALUES:
        return AnswerError(row, f"“{given}” is not yes, no, partly or not_known.")
    as_at: date | None = None
    if as_at_text := record.get("as_at", ""):
        try:
            as_at = date.fromisoformat(as_at_text[:10])
        except ValueError:
            return AnswerError(row, f"“{as_at_text}” is not a day like 2026-03-31.")
    answer = Answer(
        question, _VALUES[given], record.get("text", ""), record.get("source", ""), as_at
    )
    return SupplierAnswer(row, record.get("supplier", ""), answer)


def _lines(data: bytes, name: str) -> Iterator[list[str]]:
    if data.startswith(b"PK"):
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(data))
            rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        except CalamineError as error:
            raise ListUnreadable(f"{name} could not be opened as a workbook.") from error
        yield from ([str(cell) for cell in row] for row in rows)
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    yield from csv.reader(io.StringIO(text))
