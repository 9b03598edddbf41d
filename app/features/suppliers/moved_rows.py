"""The rows and columns that move between two records of one supplier, and back again."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, UniqueConstraint, func, or_, tuple_, update
from sqlmodel import Session, SQLModel, col, select

from app.db.engine import batches
from models import (
    Action,
    Attachment,
    Check,
    Contract,
    DecisionTaken,
    ExclusionCaseRecord,
    Invitation,
    PayCheckRecord,
    Person,
    Questionnaire,
    Remedy,
    Statement,
    SubSupplier,
    Supplier,
    SupplierAnswer,
    SupplierIdentifier,
    SupplierNote,
)

MOVED: tuple[type[SQLModel], ...] = (
    Contract,
    Statement,
    SupplierAnswer,
    SupplierIdentifier,
    SubSupplier,
    SupplierNote,
    Action,
    Questionnaire,
    Attachment,
    PayCheckRecord,
    ExclusionCaseRecord,
    Remedy,
    Person,
    Invitation,
    Check,
)
"""Tables whose rows move. Of checks only those that wait move: a decided one stays as it was."""

_LISTS = ("company_numbers", "countries", "sic_codes", "category_codes", "workforce")
_SINGLES = (
    "postcode",
    "category_text",
    "category",
    "statement_hint",
    "turnover",
    "employees",
    "spend",
)
_MONEY = ("turnover", "spend")


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How many rows of the kinds that a person knows a record has."""

    contracts: int
    statements: int
    answers: int
    notes: int
    actions: int
    questionnaires: int
    waiting_checks: int
    exclusion_cases: int
    remedies: int
    people: int


def row_counts(session: Session, supplier: UUID) -> RowCounts:
    """Return how many rows of each kind a record has."""
    kinds = (
        Contract,
        Statement,
        SupplierAnswer,
        SupplierNote,
        Action,
        Questionnaire,
        Check,
        ExclusionCaseRecord,
        Remedy,
        Person,
    )
    counts = (
        session.exec(select(func.count()).select_from(kind).where(_of(kind, supplier))).one()
        for kind in kinds
    )
    return RowCounts(*counts)


def move_rows(session: Session, supplier: UUID, into: UUID) -> dict[str, list[str]]:
    """Move a record's rows to another; return the moved ones by table.

    A row that the other has too, such as the same answer from the same source, stays: the other's
    counts.
    """
    moved: dict[str, list[str]] = {}
    for kind in MOVED:
        table: Any = kind
        query = select(table.id).where(_of(kind, supplier), _not_there(kind, into))
        ids = session.exec(query).all()
        for batch in batches(ids):
            _give(session, kind, table.id.in_(batch), into)
        if ids:
            moved[str(table.__table__.name)] = [str(each) for each in ids]
    return moved


def return_rows(
    session: Session, supplier: Supplier, other: UUID, moved: Mapping[str, list[str]]
) -> None:
    """Move rows back to the record that they came from, as far as the other still has them.

    Contracts that later lists gave under the record's own name go with them.
    """
    for kind in MOVED:
        table: Any = kind
        for batch in batches(map(UUID, moved.get(str(table.__table__.name), ()))):
            there = table.id.in_(batch) & (table.supplier_id == other)
            _give(session, kind, there, supplier.id)
    later = (col(Contract.supplier_id) == other) & col(Contract.key).startswith(
        f"{supplier.key}|", autoescape=True
    )
    _give(session, Contract, later, supplier.id)


def fill_fields(supplier: Supplier, other: Supplier) -> dict[str, list[Any]]:
    """Give the other record what it lacks; return the changed columns, before and after."""
    fields: dict[str, list[Any]] = {}
    for name in _LISTS:
        held, more = getattr(other, name), getattr(supplier, name)
        if joined := [each for each in more if each not in held]:
            fields[name] = [held, [*held, *joined]]
    for name in _SINGLES:
        held, more = getattr(other, name), getattr(supplier, name)
        if held in ("", None) and more not in ("", None):
            fields[name] = [held, str(more) if name in _MONEY else more]
    if supplier.on_list and not other.on_list:
        fields["on_list"] = [False, True]
    for name, (_, after) in fields.items():
        setattr(other, name, _value(name, after))
    return fields


def undo_fields(other: Supplier, fields: Mapping[str, list[Any]]) -> None:
    """Give a record its columns back, those that still are as the merge left them."""
    for name, (before, after) in fields.items():
        if name == "spend" or getattr(other, name) == _value(name, after):
            setattr(other, name, _value(name, before))


def _value(name: str, value: Any) -> Any:
    return Decimal(value) if name in _MONEY and value is not None else value


def _of(kind: type[SQLModel], supplier: UUID) -> ColumnElement[bool]:
    """The condition that a row is the record's and may move."""
    table: Any = kind
    own: ColumnElement[bool] = table.supplier_id == supplier
    if kind is Check:
        decided = select(DecisionTaken.check_id).where(DecisionTaken.check_id == Check.id)
        return own & ~decided.exists()
    return own


def _not_there(kind: type[SQLModel], into: UUID) -> ColumnElement[bool]:
    """The condition that the other record has no row which a unique rule makes the same."""
    table: Any = kind
    rules = [
        [each.name for each in rule.columns if each.name != "supplier_id"]
        for rule in table.__table__.constraints
        if isinstance(rule, UniqueConstraint) and "supplier_id" in rule.columns
    ]
    if not rules:
        return table.id.is_not(None)  # type: ignore[no-any-return]
    return ~or_(
        *(
            tuple_(*(getattr(table, name) for name in names)).in_(
                select(*(getattr(table, name) for name in names)).where(table.supplier_id == into)
            )
            for names in rules
        )
    )


def _give(
    session: Session, kind: type[SQLModel], rows: ColumnElement[bool], supplier: UUID
) -> None:
    statement = update(kind).where(rows).values(supplier_id=supplier)
    session.execute(statement, execution_options={"synchronize_session": False})
