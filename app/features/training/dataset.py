"""Read labelled sentences from the CSV form in which the AIMS collections are kept."""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from app.features.training.distillation import read_by_the_teachers_alone, taught
from app.features.training.full_texts import FILE, read_full_texts
from scoring.evidence.annotations import readings
from scoring.evidence.areas import AreaKey, labelled_areas
from scoring.evidence.dataset import LabelledSentence
from scoring.reference.vocabulary import Criterion

TRAINING = ("train_au.csv", "train_ca.csv", "dev_uk.csv")
READ = "uk_read"
"""The collection of the statements that we read ourselves."""

COLUMNS: Mapping[str, Criterion] = {
    "approval": Criterion.APPROVAL,
    "signature": Criterion.SIGNATURE,
    "c2_structure": Criterion.STRUCTURE,
    "c2_operations": Criterion.OPERATIONS,
    "c2_supply_chains": Criterion.SUPPLY_CHAINS,
    "c3_risk_description": Criterion.RISK_DESCRIPTION,
    "c4_risk_mitigation": Criterion.RISK_MITIGATION,
    "c4_remediation": Criterion.REMEDIATION,
    "c5_effectiveness": Criterion.EFFECTIVENESS,
}
"""The label columns that all three countries share, and the criterion each stands for."""

_NEEDED = ("statement_id", "sentence")
_YES = {"1", "1.0", "true", "yes"}
_NO = {"", "0", "0.0", "false", "no"}


class NotLabelled(ValueError):
    """A file is not in the form of labelled sentences."""


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """What a file of labelled sentences holds.

    Attributes:
        rows: Its sentences; a row that cannot be used is not among them.
        criteria: The criteria it has a column for; others were not asked.
        problems: Rows left out or mended, each with its line and why.
    """

    rows: tuple[LabelledSentence, ...]
    criteria: tuple[Criterion, ...]
    problems: tuple[str, ...] = ()


def read_labelled(path: Path) -> LabelledFile:
    """Return the labelled sentences of a CSV file; a bad row never sinks a good file.

    A statement's identifier and the sentence are needed. Without `sentence_index` rows stand in
    reading order; without `set` the file's name is the collection; a criterion without a column
    was not asked.

    Raises:
        NotLabelled: A needed column or every label column is missing, or it is no text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="cp1252", errors="replace")
    reader = csv.DictReader(StringIO(text.replace("\0", "")), restval="")
    columns = set(reader.fieldnames or ())
    missing = sorted(set(_NEEDED) - columns)
    if missing:
        raise NotLabelled(f"{path.name} has no column {', '.join(missing)}")
    criteria = {name: criterion for name, criterion in COLUMNS.items() if name in columns}
    if not criteria:
        raise NotLabelled(f"{path.name} has no label column, such as {next(iter(COLUMNS))}")
    return _file(path, list(enumerate(reader, 2)), criteria)


def read_folder(folder: Path) -> LabelledFile:
    """Return the labelled sentences of every training file in a folder.

    Statements that we read ourselves are among them where their texts are in the folder.

    Raises:
        NotLabelled: A file is missing or not in the form of labelled sentences.
    """
    absent = [name for name in TRAINING if not (folder / name).is_file()]
    if absent:
        raise NotLabelled(f"{folder} has no {', '.join(absent)}")
    files = [read_labelled(folder / name) for name in TRAINING]
    files.append(_read_by_us(folder / FILE))
    rows = tuple(row for each in files for row in each.rows)
    return LabelledFile(
        (*taught(rows), *read_by_the_teachers_alone(folder / FILE)),
        tuple(COLUMNS.values()),
        tuple(problem for each in files for problem in each.problems),
    )


def _file(
    path: Path, records: list[tuple[int, dict[str, str]]], criteria: Mapping[str, Criterion]
) -> LabelledFile:
    areas = labelled_areas()
    rows: list[LabelledSentence] = []
    problems: list[str] = []
    places: Counter[str] = Counter()
    taken: set[tuple[str, int]] = set()
    for line, record in records:
        statement = record["statement_id"]
        try:
            index = int(float(record.get("sentence_index") or places[statement]))
            labels = _labels(record, criteria)
        except ValueError as error:
            problems.append(f"{path.name} line {line}: {error}; left out")
            continue
        if not statement or (statement, index) in taken:
            problems.append(f"{path.name} line {line}: no identifier of its own; left out")
            continue
        places[statement] = index + 1
        taken.add((statement, index))
        rows.append(_row(record.get("set") or path.stem, statement, index, record, labels, areas))
    return LabelledFile(tuple(rows), tuple(criteria.values()), tuple(problems))


def _row(
    collection: str,
    statement: str,
    index: int,
    record: Mapping[str, str],
    labels: frozenset[Criterion],
    areas: Mapping[AreaKey, frozenset[Criterion]],
) -> LabelledSentence:
    area = areas.get((collection, statement, index))
    marks = labels | (area or frozenset())
    known = area is not None or Criterion.RISK_MITIGATION not in labels
    return LabelledSentence(collection, statement, index, record["sentence"], marks, known)


def _labels(record: Mapping[str, str], criteria: Mapping[str, Criterion]) -> frozenset[Criterion]:
    labels = set()
    for name, criterion in criteria.items():
        value = record[name].strip().lower()
        if value in _YES:
            labels.add(criterion)
        elif value not in _NO:
            raise ValueError(f"{name} is {value[:20]!r}, neither 0 nor 1")
    return frozenset(labels)


def _read_by_us(path: Path) -> LabelledFile:
    if not path.is_file():
        return LabelledFile((), (), (f"{path.name} is not there: trained without it",))
    texts = read_full_texts(path)
    rows: list[LabelledSentence] = []
    problems: list[str] = []
    for statement, reading in readings().items():
        sentences = texts.get(statement, ())
        if not reading.fits(sentences):
            problems.append(f"{path.name} {statement}: not the text that was read; left out")
            continue
        rows.extend(
            LabelledSentence(
                READ, statement, index, sentence, reading.labels.get(index, frozenset()), True
            )
            for index, sentence in enumerate(sentences)
        )
    return LabelledFile(tuple(rows), (), tuple(problems))
