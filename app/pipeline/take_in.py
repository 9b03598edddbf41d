"""Take in a supplier list: every row ends as a supplier, a contract, or a reported row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, insert, update
from sqlmodel import Session, col, select

from app.kept import CONTRACT_FACTS
from models import Contract, Intake, IntakeRow, IntakeState, RowOutcome, Supplier
from models.base import new_id
from scoring.facts import ContractFacts
from scoring.names import normalise
from scrapers.archive import Archive
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import RowKind, SupplierList, SupplierRow, read_supplier_list

T = TypeVar("T")
BATCH = 500


def offer_list(
    session: Session,
    archive: Archive,
    organisation: UUID,
    *,
    name: str,
    data: bytes,
    now: datetime,
) -> Intake:
    """Keep a list's bytes and note that it is to be taken in; the same bytes are one intake."""
    sha256 = archive.keep(data, fetched_at=now, source=f"supplier list {name}")
    known = session.exec(
        select(Intake).where(Intake.organisation_id == organisation, Intake.sha256 == sha256)
    ).first()
    if known is not None:
        return known
    intake = Intake(organisation_id=organisation, sha256=sha256, name=name, created_at=now)
    session.add(intake)
    session.flush()
    return intake


def take_in(session: Session, archive: Archive, intake: Intake) -> None:
    """Read a list that was offered and keep its rows, suppliers and contracts, all or nothing.

    A list that cannot be read is refused with its reason. A list taken in before is left as it is.
    An older list of the same name is replaced: what only it held is no longer judged.
    """
    if intake.state is IntakeState.TAKEN:
        return
    session.add(intake)
    try:
        listed = read_supplier_list(archive.read(intake.sha256), name=intake.name)
    except ListUnreadable as error:
        intake.state, intake.reason = IntakeState.REFUSED, error.reason
        return
    intake.state, intake.reason = IntakeState.TAKEN, ""
    intake.sheet, intake.header_row = listed.sheet, listed.header_row
    intake.notices = list(listed.notices)
    intake.columns = [
        {
            "heading": each.heading,
            "field": each.field.value if each.field else "",
            "confidence": round(each.confidence, 2),
            "reason": each.reason,
        }
        for each in listed.columns
    ]
    replaced = _replace_older(session, intake)
    suppliers = _keep_suppliers(session, intake, listed.rows)
    _keep_rows(session, intake, listed, suppliers)
    _add_up_spend(session, {*suppliers.values(), *replaced})


def _replace_older(session: Session, intake: Intake) -> set[UUID]:
    """Mark older lists of this name as replaced; return the suppliers that they held."""
    older = session.exec(
        select(Intake.id).where(
            Intake.organisation_id == intake.organisation_id,
            Intake.name == intake.name,
            Intake.id != intake.id,
            Intake.state == IntakeState.TAKEN,
        )
    ).all()
    if not older:
        return set()
    session.exec(update(Intake).where(col(Intake.id).in_(older)).values(replaced=True))
    held = select(IntakeRow.supplier_id).where(col(IntakeRow.intake_id).in_(older)).distinct()
    return {each for each in session.exec(held) if each is not None}


def supplier_key(name: str) -> str:
    """Return what makes a name one supplier across lists: its one spelling."""
    return (normalise(name) or name.casefold().strip())[:400]


def _keep_suppliers(
    session: Session, intake: Intake, rows: Sequence[SupplierRow]
) -> dict[str, UUID]:
    """Add the suppliers that are new and bring the known ones up to date; return them by key."""
    told: dict[str, dict[str, Any]] = {}
    for row in rows:
        _merge(told.setdefault(supplier_key(row.name), _blank(row)), row)
    known: dict[str, UUID] = {}
    for keys in _batches(told, BATCH):
        asked = select(Supplier).where(
            Supplier.organisation_id == intake.organisation_id, col(Supplier.key).in_(keys)
        )
        for supplier in session.exec(asked):
            known[supplier.key] = supplier.id
            _bring_up_to_date(supplier, told[supplier.key])
    new = []
    for key, values in told.items():
        if key not in known:
            known[key] = new_id()
            new.append(
                values
                | {
                    "id": known[key],
                    "key": key,
                    "organisation_id": intake.organisation_id,
                    "created_at": intake.created_at,
                }
            )
    _insert(session, Supplier, new)
    return known


def _blank(row: SupplierRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "company_numbers": [],
        "postcode": "",
        "countries": [],
        "sic_codes": [],
        "category_codes": [],
        "category_text": "",
        "workforce": [],
        "sub_suppliers": [],
        "turnover": None,
        "employees": None,
        "statement_hint": "",
        "likely_person": row.likely_person,
        "listed": True,
    }


def _merge(values: dict[str, Any], row: SupplierRow) -> None:
    """Add what a row tells; where two rows tell different single values, the first stands."""
    lists = {
        "company_numbers": row.company_numbers,
        "countries": (row.country,) if row.country else (),
        "sic_codes": row.sic_codes,
        "category_codes": row.category_codes,
        "workforce": row.workforce,
        "sub_suppliers": row.sub_suppliers,
    }
    for name, more in lists.items():
        values[name] = list(dict.fromkeys([*values[name], *more]))
    singles = {
        "postcode": row.postcode,
        "category_text": row.category_text,
        "turnover": row.turnover,
        "employees": row.employees,
        "statement_hint": row.statement,
    }
    for name, value in singles.items():
        if values[name] in ("", None):
            values[name] = value


def _bring_up_to_date(supplier: Supplier, told: dict[str, Any]) -> None:
    for name, value in told.items():
        if isinstance(value, list):
            kept = getattr(supplier, name)
            setattr(supplier, name, list(dict.fromkeys([*kept, *value])))
        elif value not in ("", None) and name != "name":
            setattr(supplier, name, value)


def _keep_rows(
    session: Session, intake: Intake, listed: SupplierList, suppliers: dict[str, UUID]
) -> None:
    """Keep each row with what it became, contracts first, since rows refer to them."""
    contracts, rows = [], []
    for (row, key), values in zip(_keyed(listed.rows), map(_row_values, listed.rows), strict=True):
        supplier = suppliers[supplier_key(row.name)]
        values |= {"id": new_id(), "intake_id": intake.id, "supplier_id": supplier}
        if row.contract is not None:
            contract = _contract_values(row.contract) | {
                "key": key,
                "organisation_id": intake.organisation_id,
                "supplier_id": supplier,
                "intake_id": intake.id,
            }
            contracts.append(contract)
        rows.append((key, values))
    ids = _keep_contracts(session, intake.organisation_id, contracts)
    for key, values in rows:
        values["contract_id"] = ids.get(key)
    errors = [
        {
            "id": new_id(),
            "intake_id": intake.id,
            "row": each.row,
            "outcome": RowOutcome.REPORTED,
            "cells": list(each.cells),
            "column": each.column,
            "message": each.message,
            "paid": None,
            "supplier_id": None,
            "contract_id": None,
        }
        for each in listed.errors
    ]
    _insert(session, IntakeRow, [*(values for _, values in rows), *errors])


def _keyed(rows: Sequence[SupplierRow]) -> Iterator[tuple[SupplierRow, str]]:
    """Give each row the key of its contract; equal ones are told apart by their order."""
    seen: Counter[str] = Counter()
    for row in rows:
        contract = row.contract
        parts = [supplier_key(row.name)]
        if contract is not None:
            parts += [contract.reference, contract.title, str(contract.start or "")]
        else:
            parts += [f"row {row.row}"]
        key = "|".join(parts)[:480]
        seen[key] += 1
        yield row, key if seen[key] == 1 else f"{key}#{seen[key]}"


def _row_values(row: SupplierRow) -> dict[str, Any]:
    return {
        "row": row.row,
        "outcome": RowOutcome.CONTRACT if row.kind is RowKind.CONTRACT else RowOutcome.SUPPLIER,
        "cells": list(row.cells),
        "column": "",
        "message": " ".join(row.notes),
        "paid": row.paid,
    }


def _contract_values(contract: ContractFacts) -> dict[str, Any]:
    return {
        "reference": contract.reference,
        "title": contract.title,
        "annual_value": contract.annual_value,
        "total_value": contract.total_value,
        "start": contract.start,
        "end": contract.end,
        "place": contract.place,
        "facts": CONTRACT_FACTS.plain(contract),
    }


def _keep_contracts(
    session: Session, organisation: UUID, told: Sequence[dict[str, Any]]
) -> dict[str, UUID]:
    """Add the contracts that are new and bring the known ones up to date; return them by key."""
    by_key = {each["key"]: each for each in told}
    ids: dict[str, UUID] = {}
    for keys in _batches(by_key, BATCH):
        asked = select(Contract).where(
            Contract.organisation_id == organisation, col(Contract.key).in_(keys)
        )
        for contract in session.exec(asked):
            ids[contract.key] = contract.id
            for name, value in by_key[contract.key].items():
                setattr(contract, name, value)
    new = []
    for key, values in by_key.items():
        if key not in ids:
            ids[key] = new_id()
            new.append(values | {"id": ids[key]})
    _insert(session, Contract, new)
    return ids


def _add_up_spend(session: Session, suppliers: set[UUID]) -> None:
    """Set each supplier's spend to the sum of the payments that current lists hold."""
    for batch in _batches(suppliers, BATCH):
        paid = (
            select(IntakeRow.supplier_id, func.sum(IntakeRow.paid))
            .join(Intake, col(IntakeRow.intake_id) == col(Intake.id))
            .where(
                col(IntakeRow.supplier_id).in_(batch),
                col(IntakeRow.paid).is_not(None),
                col(Intake.replaced).is_(False),
            )
            .group_by(col(IntakeRow.supplier_id))
        )
        for supplier, spend in session.exec(paid).all():
            session.exec(update(Supplier).where(col(Supplier.id) == supplier).values(spend=spend))


def _insert(session: Session, table: type[Any], rows: Sequence[dict[str, Any]]) -> None:
    for batch in _batches(rows, 5_000):
        session.execute(insert(table), batch)


def _batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch
