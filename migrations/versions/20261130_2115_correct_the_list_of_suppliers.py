"""correct the list of suppliers

A person may merge two records of one supplier, or say that a record is no supplier,
and whose statement a document is.
"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "d8f2b61a9c47"
down_revision = "b2d94e60a7f1"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supplier") as batch_op:
        batch_op.add_column(sa.Column("merged_into_id", sa.Uuid(), nullable=True))
        batch_op.add_column(
            sa.Column("not_supplier", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.create_index(
            batch_op.f("ix_supplier_merged_into_id"), ["merged_into_id"], unique=False
        )
    with op.batch_alter_table("statement") as batch_op:
        batch_op.add_column(
            sa.Column("attached_by", sa.String(length=200), nullable=False, server_default="")
        )
    op.create_table(
        "supplier_correction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "merged",
                "not_supplier",
                name="correctionkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("into_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("set_at", Utc(), nullable=False),
        sa.Column("withdrawn_by", sa.String(length=200), nullable=False),
        sa.Column("withdrawn_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_supplier_correction_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"],
            ["supplier.id"],
            name=op.f("fk_supplier_correction_supplier_id_supplier"),
        ),
        sa.ForeignKeyConstraint(
            ["into_id"], ["supplier.id"], name=op.f("fk_supplier_correction_into_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_correction")),
    )
    with op.batch_alter_table("supplier_correction") as batch_op:
        for column in ("organisation_id", "supplier_id", "into_id"):
            batch_op.create_index(
                batch_op.f(f"ix_supplier_correction_{column}"), [column], unique=False
            )


def downgrade() -> None:
    op.drop_table("supplier_correction")
    with op.batch_alter_table("statement") as batch_op:
        batch_op.drop_column("attached_by")
    with op.batch_alter_table("supplier") as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_merged_into_id"))
        batch_op.drop_column("not_supplier")
        batch_op.drop_column("merged_into_id")
