"""find categories"""

from alembic import op

revision = "7be15d30a9f4"
down_revision = "c41d7b9e0a52"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.create_index(
            "ix_supplier_category", ["organisation_id", "category"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.drop_index("ix_supplier_category")
