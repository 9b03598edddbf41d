"""Suppliers of a list: each name once with all that its rows tell, new or brought up to date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.engine import batches, insert_columns, insert_rows
from app.db.json_codec import CONTRACT_FACTS
from app.features.imports.supplier_keys import SupplierKeys
from app.features.suppliers.queries import merged_ids
from app.features.suppliers.sub_suppliers import forget_listed_tiers, keep_listed_tiers
from models import Contract, Intake, Supplier, SupplierIdentifier
from models.base import new_id
from models.supplier import NOT_ASSESSED
from scoring.companies.identifiers import Scheme
from scoring.facts import ContractFacts
from scrapers.spreadsheets import ListPart, SupplierRow, identity_of

T = TypeVar("T")


class ImportSupplierWriter:
    """Keeps the suppliers of one list, part by part, each with all that its rows tell.

    A supplier is kept when its first row is read, since rows refer to it; what later parts tell of
    it is merged, so that the order of rows decides and not where a part ends, and kept at the end.
    """

    def __init__(self, intake: Intake) -> None:
        """Begin before the first row."""
        self._intake = intake
        self._merged: dict[str, _MergedSupplier] = {}
        self._more: dict[str, _MergedSupplier] = {}
        self.by_identity: dict[str, UUID] = {}
        """Identifiers of the suppliers, by the name and company number that rows give."""
        self._keys = SupplierKeys(intake.organisation_id)

    def keep(self, session: Session, part: ListPart) -> None:
        """Keep the suppliers that a part is the first to name."""
        new: dict[str, _MergedSupplier] = {}
        identities: dict[str, str] = {}
        rows = list(map(part.row, part.telling))
        self._keys.look_up(session, rows)
        for row in rows:
            key = self._keys.key_of(row)
            identities[identity_of(row.name, row.company_numbers)] = key
            merged = self._merged.get(key)
            if merged is None:
                self._merged[key] = new[key] = _MergedSupplier(row)
            elif merged.add(row) and key not in new:
                self._more[key] = merged
        self._keep(session, new)
        for identity, key in identities.items():
            self.by_identity[identity] = self._merged[key].id

    def keep_more(self, session: Session) -> None:
        """Keep what later parts told of suppliers that earlier ones had named.

        Whom the whole list names as suppliers of suppliers takes the place of whom an older form
        of it named.
        """
        self._keep(session, self._more)
        source, organisation = f"The list {self._intake.name}", self._intake.organisation_id
        merged = merged_ids(session, organisation)
        naming: dict[UUID, tuple[SupplierRow, ...]] = {}
        for each in self._merged.values():
            if each.naming:
                id = merged.get(each.id, each.id)
                naming[id] = (*naming.get(id, ()), *each.naming)
        forget_listed_tiers(session, organisation, source=source)
        keep_listed_tiers(session, organisation, naming, source=source)

    def joined_names(self) -> list[tuple[str, ...]]:
        """Return the names that were read as one supplier's, each group of two or more."""
        return self._keys.joined

    def unnumbered_names(self) -> list[str]:
        """Return the names of the suppliers of whom the list gives no company number."""
        return [
            each.values["name"]
            for each in self._merged.values()
            if not each.values["company_numbers"] and not each.values["is_placeholder"]
        ]

    def _keep(self, session: Session, merged: Mapping[str, "_MergedSupplier"]) -> None:
        organisation = self._intake.organisation_id
        for batch in map(dict, batches(merged.items())):
            known = _keep_suppliers(session, organisation, batch, now=self._intake.created_at)
            _keep_identifiers(session, organisation, batch.values(), known)


class _MergedSupplier:
    """All that a list tells of one supplier; of what there can be one of, the first stands.

    Of the words for what was bought, every different ones are kept up to `MOST_TEXT` letters:
    a supplier's trade shows in all of them.
    """

    __slots__ = ("_bought", "id", "naming", "numbers", "values")

    def __init__(self, row: SupplierRow) -> None:
        """Begin with the first row that names it; its identifier is set when it is kept."""
        self.id: UUID = _UNKEPT
        self.values: dict[str, Any] = {
            "name": row.name,
            "likely_person": row.likely_person,
            "on_list": True,
            "is_placeholder": row.no_one,
            **{name: _once(more) for name, more in zip(_LISTS, _several(row), strict=True)},
            **dict(zip(_SINGLES, _single(row), strict=True)),
        }
        self._bought = {row.category_text}
        self.numbers = _once(_numbers(row))
        self.naming: tuple[SupplierRow, ...] = (row,) if row.sub_suppliers else ()

    def add(self, row: SupplierRow) -> bool:
        """Add what a row tells, and return whether it told something new."""
        values, new = self.values, bool(row.sub_suppliers)
        if new:
            self.naming = (*self.naming, row)
        for name, more in zip(_LISTS, _several(row), strict=True):
            if added := [each for each in _once(more) if each not in values[name]]:
                values[name], new = (*values[name], *added), True
        for name, value in zip(_SINGLES, _single(row), strict=True):
            if values[name] in ("", None) and value not in ("", None):
                values[name], new = value, True
        bought = row.category_text
        if bought and len(values["category_text"]) < MOST_TEXT and bought not in self._bought:
            self._bought.add(bought)
            values["category_text"] = f"{values['category_text']}; {bought}"
            new = True
        if unknown := [each for each in _once(_numbers(row)) if each not in self.numbers]:
            self.numbers, new = (*self.numbers, *unknown), True
        return new


_UNKEPT = UUID(int=0)
MOST_TEXT = 400
_LISTS = ("company_numbers", "countries", "sic_codes", "category_codes", "workforce")
_SINGLES = (
    "postcode",
    "category_text",
    "category",
    "turnover",
    "employees",
    "statement_hint",
)


def _several(row: SupplierRow) -> tuple[Sequence[str], ...]:
    countries = (row.country,) if row.country else ()
    return row.company_numbers, countries, row.sic_codes, row.category_codes, row.workforce


def _single(row: SupplierRow) -> tuple[Any, ...]:
    bought = row.category_text
    return row.postcode, bought, bought, row.turnover, row.employees, row.statement


def _numbers(row: SupplierRow) -> Iterator[tuple[str, str]]:
    yield from ((Scheme.COMPANY.value, number[:64]) for number in row.company_numbers)
    yield from ((each.scheme.value, each.id[:64]) for each in row.identifiers)


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _keep_suppliers(
    session: Session, organisation: UUID, merged: Mapping[str, _MergedSupplier], *, now: datetime
) -> list[UUID]:
    """Add the suppliers that are new, bring the known ones up to date, and return the known."""
    query = select(Supplier).where(
        Supplier.organisation_id == organisation, col(Supplier.key).in_(merged)
    )
    new, known = dict(merged), list[UUID]()
    for supplier in session.exec(query):
        each = new.pop(supplier.key)
        each.id = supplier.id
        known.append(supplier.id)
        _bring_up_to_date(supplier, each.values)
    if not new:
        return known
    for each in new.values():
        each.id = new_id()
    names = next(iter(new.values())).values
    columns = {name: [each.values[name] for each in new.values()] for name in names}
    insert_columns(
        session,
        Supplier,
        columns
        | {
            "id": [each.id for each in new.values()],
            "key": list(new),
            "organisation_id": [organisation] * len(new),
            "created_at": [now] * len(new),
            "rank": [NOT_ASSESSED] * len(new),
        },
    )
    return known


def _keep_identifiers(
    session: Session, organisation: UUID, merged: Iterable[_MergedSupplier], known: Sequence[UUID]
) -> None:
    """Keep the numbers by which suppliers may be asked for; those of the known are left."""
    numbers = dict.fromkeys((each.id, *number) for each in merged for number in each.numbers)
    if known:
        query = select(
            SupplierIdentifier.supplier_id, SupplierIdentifier.scheme, SupplierIdentifier.value
        ).where(col(SupplierIdentifier.supplier_id).in_(known))
        for each in session.exec(query):
            numbers.pop((each[0], each[1], each[2]), None)
    if not numbers:
        return
    whose, schemes, values = zip(*numbers, strict=True)
    insert_columns(
        session,
        SupplierIdentifier,
        {
            "id": [new_id() for _ in whose],
            "organisation_id": [organisation] * len(whose),
            "supplier_id": whose,
            "scheme": schemes,
            "value": values,
        },
    )


def _bring_up_to_date(supplier: Supplier, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if name in _LISTS:
            current = getattr(supplier, name)
            setattr(supplier, name, list(dict.fromkeys([*current, *value])))
        elif value not in ("", None) and name != "name":
            setattr(supplier, name, value)


def contract_values(contract: ContractFacts) -> dict[str, Any]:
    """Return what is kept of a contract."""
    return {
        "reference": contract.reference,
        "title": contract.title,
        "annual_value": contract.annual_value,
        "total_value": contract.total_value,
        "yearly_value": contract.yearly_value,
        "start": contract.start,
        "end": contract.end,
        "location": contract.place,
        "facts": CONTRACT_FACTS.to_json(contract),
    }


def keep_contracts(
    session: Session, organisation: UUID, rows: Sequence[dict[str, Any]]
) -> dict[str, UUID]:
    """Add the contracts that are new and bring the known ones up to date; return them by key.

    One of a record that a person merged into another is kept with the other.
    """
    merged = merged_ids(session, organisation)
    by_key = {
        each["key"]: each | {"supplier_id": merged.get(each["supplier_id"], each["supplier_id"])}
        for each in rows
    }
    ids: dict[str, UUID] = {}
    for keys in batches(by_key):
        query = select(Contract).where(
            Contract.organisation_id == organisation, col(Contract.key).in_(keys)
        )
        for contract in session.exec(query):
            ids[contract.key] = contract.id
            for name, value in by_key[contract.key].items():
                setattr(contract, name, value)
    new = []
    for key, values in by_key.items():
        if key not in ids:
            ids[key] = new_id()
            new.append(values | {"id": ids[key]})
    insert_rows(session, Contract, new)
    return ids
