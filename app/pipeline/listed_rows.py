"""Rows of a list: each kept once, with its cells as given and what it became."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from app.db import batches, insert_columns
from app.home import Home
from app.pipeline.listed_contracts import contract_values, keep_contracts
from app.queries.suppliers import supplier_key
from models import Intake, IntakeRow, RowOutcome
from models.base import new_id
from scoring.facts import ContractFacts
from scrapers.spreadsheets import SupplierList, SupplierRow

BATCH = 4_000
"""Rows kept in one transaction: a few dozen milliseconds, in which others wait."""


class _Line(NamedTuple):
    """One row as it is to be kept; `part` tells rows of a number apart, `key` its contract."""

    row: int
    part: int
    cells: Sequence[str]
    outcome: RowOutcome
    column: str
    message: str
    paid: Any
    supplier: UUID | None
    key: str
    contract: ContractFacts | None


def keep_rows(
    home: Home, intake: Intake, listed: SupplierList, suppliers: Mapping[str, UUID]
) -> None:
    """Keep every row with what it became; those kept before a stop are left as they are."""
    lines = chain(_taken(listed.rows, suppliers), _reported(listed))
    for batch in batches(lines, BATCH):
        with home.database.writing(alone=intake.organisation_id) as session:
            kept = _kept(session, intake, batch)
            left = [line for line in batch if (line.row, line.part) not in kept] if kept else batch
            if left:
                _keep(session, intake, left)


def _taken(rows: Iterable[SupplierRow], suppliers: Mapping[str, UUID]) -> Iterator[_Line]:
    """Give each row the key of its contract; equal ones are told apart by their order."""
    parts, seen, by_name = Counter[int](), Counter[str](), dict[str, UUID]()
    for row in rows:
        name, contract, number = row.name, row.contract, row.row
        supplier = by_name.get(name)
        if supplier is None:
            supplier = by_name[name] = suppliers[supplier_key(name)]
        key = ""
        if contract is not None:
            terms = (contract.reference, contract.title, str(contract.start or ""))
            key = "|".join((supplier_key(name), *terms))[:480]
            seen[key] += 1
            key = key if seen[key] == 1 else f"{key}#{seen[key]}"
        yield _Line(
            number,
            parts[number],
            row.cells,
            RowOutcome.SUPPLIER if contract is None else RowOutcome.CONTRACT,
            "",
            " ".join(row.notes),
            row.paid,
            supplier,
            key,
            contract,
        )
        parts[number] += 1


def _reported(listed: SupplierList) -> Iterator[_Line]:
    parts = Counter(each.row for each in listed.rows) if listed.errors else Counter[int]()
    for each in listed.errors:
        told = (each.cells, RowOutcome.REPORTED, each.column, each.message)
        yield _Line(each.row, parts[each.row], *told, None, None, "", None)
        parts[each.row] += 1


def _kept(session: Session, intake: Intake, lines: Sequence[_Line]) -> set[tuple[int, int]]:
    numbers = [line.row for line in lines]
    asked = select(IntakeRow.row, IntakeRow.part).where(
        IntakeRow.intake_id == intake.id, col(IntakeRow.row).between(min(numbers), max(numbers))
    )
    return set(session.exec(asked))


def _keep(session: Session, intake: Intake, lines: Sequence[_Line]) -> None:
    """Keep rows, their contracts first, since rows refer to them."""
    contracts = [
        contract_values(line.contract)
        | {
            "key": line.key,
            "organisation_id": intake.organisation_id,
            "supplier_id": line.supplier,
            "intake_id": intake.id,
        }
        for line in lines
        if line.contract is not None
    ]
    ids = keep_contracts(session, intake.organisation_id, contracts) if contracts else {}
    told: dict[str, Sequence[Any]] = dict(
        zip(_Line._fields, zip(*lines, strict=True), strict=True)
    )
    insert_columns(
        session,
        IntakeRow,
        {
            "id": [new_id() for _ in lines],
            "intake_id": [intake.id] * len(lines),
            "supplier_id": told.pop("supplier"),
            "contract_id": [ids.get(line.key) for line in lines],
            **{name: told[name] for name in _COLUMNS},
        },
    )


_COLUMNS = ("row", "part", "cells", "outcome", "column", "message", "paid")
