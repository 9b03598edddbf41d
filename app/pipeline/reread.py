"""Forget what a list was read as, once a person has said that its columns hold something else."""

from collections.abc import Mapping

from sqlalchemy import delete, func, select, update
from sqlmodel import Session, col

from app.db import batches
from app.home import Home
from models import Contract, Intake, IntakeRow, IntakeState, Supplier
from scrapers.spreadsheets import Field


def columns_of(chosen: Mapping[str, str]) -> dict[int, Field | None]:
    """Return what a person said that columns hold, from the form in which it is kept."""
    return {int(index): Field(name) if name else None for index, name in chosen.items()}


def chosen_of(columns: Mapping[int, Field | None]) -> dict[str, str]:
    """Return what a person said that columns hold, in the form in which it is kept."""
    return {str(index): each.value if each else "" for index, each in columns.items()}


def read_again(session: Session, intake: Intake, chosen: dict[str, str]) -> None:
    """Let a list wait to be taken in by other columns; its rows go, and what they paid."""
    paid = select(col(IntakeRow.supplier_id)).where(
        col(IntakeRow.intake_id) == intake.id, col(IntakeRow.paid).is_not(None)
    )
    suppliers = list(session.execute(paid.distinct()).scalars())
    session.execute(delete(IntakeRow).where(col(IntakeRow.intake_id) == intake.id))
    left = (
        select(func.sum(col(IntakeRow.paid)))
        .join(Intake, col(IntakeRow.intake_id) == col(Intake.id))
        .where(
            col(IntakeRow.supplier_id) == col(Supplier.id),
            col(Intake.replaced).is_(False),
        )
        .correlate(Supplier)
        .scalar_subquery()
    )
    for batch in batches(suppliers):
        session.execute(update(Supplier).where(col(Supplier.id).in_(batch)).values(spend=left))
    intake.chosen, intake.state = chosen, IntakeState.WAITING
    session.add(intake)


def drop_contracts_without_a_row(home: Home, intake: Intake) -> None:
    """Delete contracts that only an earlier reading of this list saw; it may be repeated."""
    held = select(col(IntakeRow.contract_id)).where(
        col(IntakeRow.intake_id) == intake.id, col(IntakeRow.contract_id).is_not(None)
    )
    with home.database.writing(alone=intake.organisation_id) as session:
        session.execute(
            delete(Contract).where(
                col(Contract.intake_id) == intake.id, col(Contract.id).not_in(held)
            )
        )
