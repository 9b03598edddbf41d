"""The one place where a session is bound to a tenant: whatever it selects is the tenant's own."""

from typing import Any
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, UOWTransaction, with_loader_criteria
from sqlmodel import Session, SQLModel, col

import models
from app.errors import NotFound
from app.security.caller import Caller
from models import Supplier

_TABLES: tuple[type[SQLModel], ...] = tuple(
    kind
    for kind in vars(models).values()
    if isinstance(kind, type) and issubclass(kind, SQLModel) and hasattr(kind, "__table__")
)
OWNED = tuple(each for each in _TABLES if "organisation_id" in each.model_fields)
"""Every table whose rows name their organisation."""
OF_SUPPLIERS = tuple(each for each in OWNED if "supplier_id" in each.model_fields)
"""Those whose rows name a supplier: a supplier's own person sees only its own."""


def bind(session: Session, caller: Caller) -> None:
    """Bind a session to a caller: its selects, updates and deletes touch its own rows only."""
    session.info["organisation"] = caller.organisation
    session.info["supplier"] = caller.supplier


@event.listens_for(Session, "do_orm_execute")
def _scope(state: ORMExecuteState) -> None:
    organisation = state.session.info.get("organisation")
    if organisation is None or state.is_column_load or state.is_relationship_load:
        return
    state.statement = state.statement.options(*_criteria(organisation))
    supplier = state.session.info.get("supplier")
    if supplier is not None:
        state.statement = state.statement.options(*_supplier_criteria(supplier))


@event.listens_for(Session, "before_flush")
def _refuse_strangers(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    """Refuse to write a row for another organisation through a bound session.

    Raises:
        NotFound: As for anything that is another organisation's.
    """
    organisation = session.info.get("organisation")
    if organisation is None:
        return
    for each in (*session.new, *session.dirty):
        if getattr(each, "organisation_id", organisation) != organisation:
            raise NotFound("There is no such thing here.")


def _criteria(organisation: UUID) -> list[Any]:
    return [
        with_loader_criteria(
            kind,
            lambda row: row.organisation_id == organisation,
            include_aliases=True,
            track_closure_variables=True,
        )
        for kind in OWNED
    ]


def _supplier_criteria(supplier: UUID) -> list[Any]:
    own = [
        with_loader_criteria(kind, lambda row: row.supplier_id == supplier, include_aliases=True)
        for kind in OF_SUPPLIERS
    ]
    return [*own, with_loader_criteria(Supplier, col(Supplier.id) == supplier, True)]
