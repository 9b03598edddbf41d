"""Forget what a list was read as, once a person has said that its columns hold something else."""

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from app.db.engine import batches
from app.features.imports.queries import listed_rows, paid_by_lists
from models import Contract, Intake, IntakeRows, IntakeState, IntakeSupplier, Supplier
from scrapers.spreadsheets import Field


def mapping_from_json(chosen: Mapping[str, str]) -> dict[int, Field | None]:
    """Return what a person said that columns hold, from the form in which it is kept."""
    return {int(index): Field(name) if name else None for index, name in chosen.items()}


def columns_chosen(options: Iterable[str]) -> dict[int, Field | None] | None:
    """Return what options such as `4=amount` say that columns hold, by index from 0.

    Columns count from 1, as people count; `2=` leaves a column unread.

    Raises:
        ValueError: An option has another form, or names no field.
    """
    chosen: dict[int, Field | None] = {}
    fields = {field.value: field for field in Field}
    for option in options:
        number, mark, name = (part.strip() for part in option.partition("="))
        if not mark or not (number.isascii() and number.isdecimal()) or int(number) < 1:
            raise ValueError(f"“{option}” is not NUMBER=FIELD, such as 4=amount.")
        if name and name not in fields:
            raise ValueError(f"“{name}” is no field. Use one of {', '.join(fields)}.")
        chosen[int(number) - 1] = fields.get(name)
    return chosen or None


def mapping_to_json(columns: Mapping[int, Field | None]) -> dict[str, str]:
    """Return what a person said that columns hold, in the form in which it is kept."""
    return {str(index): each.value if each else "" for index, each in columns.items()}


def read_again(session: Session, intake: Intake, chosen: dict[str, str]) -> None:
    """Let a list wait to be taken in by other columns; its rows go, and what they paid."""
    paid = select(col(IntakeSupplier.supplier_id)).where(
        col(IntakeSupplier.intake_id) == intake.id, col(IntakeSupplier.paid).is_not(None)
    )
    suppliers = list(session.execute(paid).scalars())
    for table in (IntakeRows, IntakeSupplier):
        session.execute(delete(table).where(col(table.intake_id) == intake.id))
    for batch in batches(suppliers):
        session.execute(
            update(Supplier).where(col(Supplier.id).in_(batch)).values(spend=paid_by_lists())
        )
    intake.column_mapping, intake.state = chosen, IntakeState.WAITING
    session.add(intake)


def drop_contracts_without_a_row(session: Session, intake: Intake) -> None:
    """Delete contracts that only an earlier reading of this list saw; it may be repeated."""
    whose = col(Contract.intake_id) == intake.id
    seen = set(session.execute(select(col(Contract.id)).where(whose)).scalars())
    if not seen:
        return
    held = {each.contract for each in listed_rows(session, intake.id)}
    for batch in batches(seen - held):
        session.execute(delete(Contract).where(whose, col(Contract.id).in_(batch)))
