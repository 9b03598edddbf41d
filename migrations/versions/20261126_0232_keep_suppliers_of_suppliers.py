"""keep suppliers of suppliers"""

import sqlalchemy as sa
from alembic import op

from models.base import Hundredths

revision = "e316c48ce011"
down_revision = "c4a776aa52ce"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tier",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=400), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("share_percent", Hundredths(), nullable=True),
        sa.Column(
            "told_by",
            sa.Enum(
                "list",
                "answer",
                "statement",
                name="toldby",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_tier_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_tier_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tier")),
        sa.UniqueConstraint(
            "supplier_id", "key", "source", name=op.f("uq_tier_supplier_id_key_source")
        ),
    )
    with op.batch_alter_table("tier", schema=None) as batch_op:
        batch_op.create_index("ix_tier_source", ["organisation_id", "source"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("tier", schema=None) as batch_op:
        batch_op.drop_index("ix_tier_source")

    op.drop_table("tier")
