"""Suppliers of a list: each name once with all that its rows tell, new or brought up to date."""

from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.db import batches, insert_rows
from app.queries.suppliers import supplier_key
from models import Supplier, SupplierIdentifier
from models.base import new_id
from models.supplier import NOT_ASSESSED
from scoring.identifiers import Identifier, Scheme
from scrapers.spreadsheets import SupplierRow

_TOLD = itemgetter(
    *(
        SupplierRow._fields.index(name)
        for name in (
            "name", "company_numbers", "identifiers", "postcode", "country", "category_codes",
            "category_text", "sic_codes", "employees", "turnover", "workforce", "statement",
            "sub_suppliers", "sub_shares", "no_one", "likely_person",
        )
    )
)  # fmt: skip


def telling(rows: Iterable[SupplierRow]) -> list[SupplierRow]:
    """Return the rows that tell something new of a supplier: most payments tell nothing."""
    first: dict[Hashable, SupplierRow] = {}
    for row in rows:
        first.setdefault(_TOLD(row), row)
    return list(first.values())


def keep_suppliers(
    session: Session, organisation: UUID, rows: Sequence[SupplierRow], *, now: datetime
) -> dict[str, UUID]:
    """Add the suppliers that are new and bring the known ones up to date; return them by key."""
    told: dict[str, dict[str, Any]] = {}
    for row in rows:
        _merge(told.setdefault(supplier_key(row.name), _blank(row)), row)
    known: dict[str, UUID] = {}
    for keys in batches(told):
        asked = select(Supplier).where(
            Supplier.organisation_id == organisation, col(Supplier.key).in_(keys)
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
                    "organisation_id": organisation,
                    "created_at": now,
                    "rank": NOT_ASSESSED,
                }
            )
    insert_rows(session, Supplier, new)
    _keep_identifiers(session, organisation, rows, known)
    return known


def _keep_identifiers(
    session: Session, organisation: UUID, rows: Sequence[SupplierRow], suppliers: dict[str, UUID]
) -> None:
    """Keep the numbers by which suppliers may be asked for; those known already are left."""
    told = {
        (suppliers[supplier_key(row.name)], identifier.scheme.value, identifier.id[:64])
        for row in rows
        for identifier in (
            *(Identifier(Scheme.COMPANY, number) for number in row.company_numbers),
            *row.identifiers,
        )
    }
    for batch in batches({supplier for supplier, _, _ in told}):
        asked = select(
            SupplierIdentifier.supplier_id, SupplierIdentifier.scheme, SupplierIdentifier.value
        ).where(col(SupplierIdentifier.supplier_id).in_(batch))
        told -= set(session.exec(asked).all())
    new = [
        {
            "id": new_id(),
            "organisation_id": organisation,
            "supplier_id": supplier,
            "scheme": scheme,
            "value": value,
        }
        for supplier, scheme, value in sorted(told)
    ]
    insert_rows(session, SupplierIdentifier, new)


def _blank(row: SupplierRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "company_numbers": [],
        "postcode": "",
        "countries": [],
        "sic_codes": [],
        "category_codes": [],
        "category_text": "",
        "category": "",
        "workforce": [],
        "turnover": None,
        "employees": None,
        "statement_hint": "",
        "likely_person": row.likely_person,
        "listed": True,
        "no_one": row.no_one,
    }


def _merge(values: dict[str, Any], row: SupplierRow) -> None:
    """Add what a row tells; where two rows tell different single values, the first stands."""
    lists = {
        "company_numbers": row.company_numbers,
        "countries": (row.country,) if row.country else (),
        "sic_codes": row.sic_codes,
        "category_codes": row.category_codes,
        "workforce": row.workforce,
    }
    for name, more in lists.items():
        values[name] = list(dict.fromkeys([*values[name], *more]))
    singles = {
        "postcode": row.postcode,
        "category_text": row.category_text,
        "category": row.category_text,
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
