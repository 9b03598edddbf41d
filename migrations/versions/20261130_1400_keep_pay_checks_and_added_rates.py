"""keep checks of pay, and wage rates that an administrator adds"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "c7d2a94f1e60"
down_revision = "e5b8d10c64f2"
branch_labels = None
depends_on = None

KINDS = ("living_wage", "minimum_wage")


def upgrade() -> None:
    op.create_table(
        "added_rate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="ratekind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("announced", sa.Date(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("added_at", Utc(), nullable=False),
        sa.Column("withdrawn_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_added_rate_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_added_rate")),
    )
    op.create_table(
        "pay_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=True),
        sa.Column("contract", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("assigned_to", sa.String(length=200), nullable=False),
        sa.Column("made_by", sa.String(length=200), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_pay_check_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_pay_check_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_check")),
    )
    with op.batch_alter_table("added_rate") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_added_rate_organisation_id"), ["organisation_id"], unique=False
        )
    with op.batch_alter_table("pay_check") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_pay_check_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_pay_check_supplier_id"), ["supplier_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("pay_check") as batch_op:
        batch_op.drop_index(batch_op.f("ix_pay_check_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_pay_check_organisation_id"))
    with op.batch_alter_table("added_rate") as batch_op:
        batch_op.drop_index(batch_op.f("ix_added_rate_organisation_id"))
    op.drop_table("pay_check")
    op.drop_table("added_rate")
