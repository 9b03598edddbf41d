"""set the trade of suppliers"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "a4e1f7c3d802"
down_revision = "f3a81c7d2b90"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "supplier_trade",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.Column("set_by", sa.String(length=200), nullable=False),
        sa.Column("set_at", Utc(), nullable=False),
        sa.Column("withdrawn_by", sa.String(length=200), nullable=False),
        sa.Column("withdrawn_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_supplier_trade_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_supplier_trade_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_trade")),
    )
    with op.batch_alter_table("supplier_trade") as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplier_trade_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_supplier_trade_supplier_id"), ["supplier_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("supplier_trade") as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_trade_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_supplier_trade_organisation_id"))
    op.drop_table("supplier_trade")
