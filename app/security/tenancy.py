"""The one place where a session is bound to a tenant: whatever it selects is the tenant's own."""

from functools import lru_cache
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import Table, event
from sqlalchemy.orm import ORMExecuteState, UOWTransaction, with_loader_criteria
from sqlalchemy.sql import visitors
from sqlmodel import Session, SQLModel

import models
from app.errors import NotFound
from app.security.principal import Principal
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


def bind(session: Session, caller: Principal) -> None:
    """Bind a session to a caller: its selects, updates and deletes touch its own rows only."""
    session.info["organisation"] = caller.organisation
    session.info["criteria"] = _criteria(caller.organisation, caller.supplier)


@event.listens_for(Session, "do_orm_execute")
def _scope(state: ORMExecuteState) -> None:
    """Narrow a statement by the tables that it asks; one option for each keeps it quick."""
    criteria = state.session.info.get("criteria")
    if criteria is None or state.is_column_load or state.is_relationship_load:
        return
    statement: Any = state.statement
    tables = {each.name for each in visitors.iterate(statement) if isinstance(each, Table)}
    narrowed = [criteria[name] for name in sorted(tables) if name in criteria]
    state.statement = state.statement.options(*chain.from_iterable(narrowed))


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


@lru_cache(maxsize=256)
def _criteria(organisation: UUID, supplier: UUID | None) -> dict[str, tuple[Any, ...]]:
    """What a statement is narrowed by, for each table that it may ask."""
    narrowed: dict[str, tuple[Any, ...]] = {}
    for kind in OWNED:
        table: Any = kind
        own = [table.organisation_id == organisation]
        if supplier is not None and kind is Supplier:
            own.append(table.id == supplier)
        elif supplier is not None and kind in OF_SUPPLIERS:
            own.append(table.supplier_id == supplier)
        narrowed[table.__table__.name] = tuple(
            with_loader_criteria(kind, each, include_aliases=True) for each in own
        )
    return narrowed
