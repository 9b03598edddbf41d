"""Read labelled sentences from the CSV form in which the AIMS collections are kept."""

import csv
from collections.abc import Mapping
from pathlib import Path

from scoring.evidence.areas import AreaKey, labelled_areas
from scoring.evidence.rows import LabelledSentence
from scoring.vocabulary import Criterion

TRAINING = ("train_au.csv", "train_ca.csv", "dev_uk.csv")

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


class NotLabelled(ValueError):
    """A file is not in the form of labelled sentences."""


def read_labelled(path: Path) -> tuple[LabelledSentence, ...]:
    """Return the labelled sentences of a CSV file.

    Raises:
        NotLabelled: A column is missing, or an index is not a number.
    """
    areas = labelled_areas()
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        needed = {"statement_id", "sentence_index", "sentence", *COLUMNS}
        missing = needed - set(reader.fieldnames or ())
        if missing:
            raise NotLabelled(f"{path.name} has no column {', '.join(sorted(missing))}")
        return tuple(_row(path, line, record, areas) for line, record in enumerate(reader, 2))


def read_folder(folder: Path) -> tuple[LabelledSentence, ...]:
    """Return the labelled sentences of every training file in a folder.

    Raises:
        NotLabelled: A file is missing or not in the form of labelled sentences.
    """
    absent = [name for name in TRAINING if not (folder / name).is_file()]
    if absent:
        raise NotLabelled(f"{folder} has no {', '.join(absent)}")
    return tuple(row for name in TRAINING for row in read_labelled(folder / name))


def _row(
    path: Path,
    line: int,
    record: Mapping[str, str],
    areas: Mapping[AreaKey, frozenset[Criterion]],
) -> LabelledSentence:
    try:
        index = int(record["sentence_index"])
    except ValueError as error:
        raise NotLabelled(f"{path.name} line {line}: sentence_index is not a number") from error
    collection = record.get("set") or path.stem
    area = areas.get((collection, record["statement_id"], index))
    labels = {criterion for name, criterion in COLUMNS.items() if _marked(record[name])}
    return LabelledSentence(
        collection,
        record["statement_id"],
        index,
        record["sentence"],
        frozenset(labels | (area or frozenset())),
        area is not None,
    )


def _marked(value: str) -> bool:
    return value.strip() in {"1", "1.0"}
