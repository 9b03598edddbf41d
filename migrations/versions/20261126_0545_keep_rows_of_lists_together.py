"""keep rows of lists together"""

import uuid
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

import sqlalchemy as sa
from alembic import op

from models.base import Hundredths

revision = "6b1f4d2a9c57"
down_revision = "0d3c5e9b7a41"
branch_labels = None
depends_on = None

TOGETHER = 500

OUTCOMES = ("supplier", "contract", "reported")


def upgrade() -> None:
    op.create_table(
        "intake_rows",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_intake_rows_intake_id_intake")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_rows")),
        sa.UniqueConstraint("intake_id", "first", name=op.f("uq_intake_rows_intake_id_first")),
    )
    op.create_table(
        "intake_supplier",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("first_row", sa.Integer(), nullable=False),
        sa.Column("paid", Hundredths(), nullable=True),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_intake_supplier_intake_id_intake")
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_intake_supplier_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_supplier")),
        sa.UniqueConstraint(
            "intake_id", "supplier_id", name=op.f("uq_intake_supplier_intake_id_supplier_id")
        ),
    )
    with op.batch_alter_table("intake_supplier", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_intake_supplier_supplier_id"), ["supplier_id"], unique=False
        )
    _together(op.get_bind())
    op.drop_table("intake_row")


def downgrade() -> None:
    op.create_table(
        "intake_row",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False, server_default="0"),
        sa.Column(
            "outcome",
            sa.Enum(*OUTCOMES, name="rowoutcome", native_enum=False, create_constraint=True,
                    length=32),
            nullable=False,
        ),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("paid", Hundredths(), nullable=True),
        sa.Column("supplier_id", sa.Uuid(), nullable=True),
        sa.Column("contract_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["contract.id"], name=op.f("fk_intake_row_contract_id_contract")
        ),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_intake_row_intake_id_intake")
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_intake_row_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_row")),
        sa.UniqueConstraint(
            "intake_id", "row", "part", name=op.f("uq_intake_row_intake_id_row_part")
        ),
    )  # fmt: skip
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_intake_row_contract_id"), ["contract_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_intake_row_supplier_id"), ["supplier_id"], unique=False
        )
    _apart(op.get_bind())
    with op.batch_alter_table("intake_supplier", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_supplier_supplier_id"))
    op.drop_table("intake_supplier")
    op.drop_table("intake_rows")


def _tables() -> tuple[sa.Table, sa.Table, sa.Table]:
    known = sa.MetaData()
    ids = ("id", "intake_id", "supplier_id", "contract_id")
    apart = sa.Table(
        "intake_row",
        known,
        *(sa.Column(name, sa.Uuid()) for name in ids),
        *(sa.Column(name, sa.Integer()) for name in ("row", "part")),
        *(sa.Column(name, sa.String()) for name in ("outcome", "column", "message")),
        sa.Column("cells", sa.JSON()),
        sa.Column("paid", sa.BigInteger()),
    )
    together = sa.Table(
        "intake_rows",
        known,
        *(sa.Column(name, sa.Uuid()) for name in ids[:2]),
        *(sa.Column(name, sa.Integer()) for name in ("first", "number")),
        sa.Column("rows", sa.JSON()),
    )
    suppliers = sa.Table(
        "intake_supplier",
        known,
        *(sa.Column(name, sa.Uuid()) for name in ids[:3]),
        sa.Column("first_row", sa.Integer()),
        sa.Column("paid", sa.BigInteger()),
    )
    return apart, together, suppliers


def _together(bind: sa.Connection) -> None:
    apart, together, suppliers = _tables()
    for intake in bind.scalars(sa.select(apart.c.intake_id).distinct()).all():
        own = apart.c.intake_id == intake
        first = 0
        asked = sa.select(apart).where(own).order_by(apart.c.row, apart.c.part)
        while rows := bind.execute(asked.limit(TOGETHER).offset(first)).all():
            told = {
                "id": uuid.uuid4(),
                "intake_id": intake,
                "first": first,
                "number": len(rows),
                "rows": list(map(_as_json, rows)),
            }
            bind.execute(sa.insert(together), told)
            first += len(rows)
        asked = (
            sa.select(apart.c.supplier_id, sa.func.min(apart.c.row), sa.func.sum(apart.c.paid))
            .where(own, apart.c.supplier_id.is_not(None))
            .group_by(apart.c.supplier_id)
        )
        named = [
            {
                "id": uuid.uuid4(),
                "intake_id": intake,
                "supplier_id": supplier,
                "first_row": row,
                "paid": None if paid is None else int(paid),
            }
            for supplier, row, paid in bind.execute(asked)
        ]
        if named:
            bind.execute(sa.insert(suppliers), named)


def _as_json(row: Any) -> list[Any]:
    ids = (str(each) if each else None for each in (row.supplier_id, row.contract_id))
    return [row.row, row.outcome, row.cells, row.column, row.message, *ids]


def _apart(bind: sa.Connection) -> None:
    """Part the rows again; what a supplier was paid stands in its first row, since sums are used.

    A row's own sum is in its cells, as it always was.
    """
    apart, together, suppliers = _tables()
    for intake in bind.scalars(sa.select(together.c.intake_id).distinct()).all():
        asked = sa.select(suppliers.c.supplier_id, suppliers.c.paid)
        asked = asked.where(suppliers.c.intake_id == intake)
        paid = {each.supplier_id: each.paid for each in bind.execute(asked)}
        kept = sa.select(together.c.rows).where(together.c.intake_id == intake)
        given = (row for rows in bind.scalars(kept.order_by(together.c.first)) for row in rows)
        rows = _rows(intake, given, paid)
        while some := list(islice(rows, TOGETHER)):
            bind.execute(sa.insert(apart), some)


def _rows(intake: Any, given: Iterator[Any], paid: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    for number, same in groupby(given, key=lambda row: row[0]):
        for part, (_, outcome, cells, column, message, *ids) in enumerate(same):
            supplier, contract = (uuid.UUID(each) if each else None for each in ids)
            yield {
                "id": uuid.uuid4(),
                "intake_id": intake,
                "row": number,
                "part": part,
                "outcome": outcome,
                "cells": cells,
                "column": column,
                "message": message,
                "paid": paid.pop(supplier, None),
                "supplier_id": supplier,
                "contract_id": contract,
            }
