"""keep notes"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "f2c8609d5b31"
down_revision = "f5ec9ad1b769"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "supplier_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(length=200), nullable=False),
        sa.Column("written_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_supplier_note_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"],
            ["supplier.id"],
            name=op.f("fk_supplier_note_supplier_id_supplier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_note")),
    )
    with op.batch_alter_table("supplier_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplier_note_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_supplier_note_supplier_id"), ["supplier_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("supplier_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_note_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_supplier_note_organisation_id"))

    op.drop_table("supplier_note")
