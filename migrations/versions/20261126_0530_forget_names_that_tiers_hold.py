"""forget names that tiers hold"""

import sqlalchemy as sa
from alembic import op

revision = "0d3c5e9b7a41"
down_revision = "f2c8609d5b31"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.drop_column("sub_suppliers")


def downgrade() -> None:
    # the names are left in the tiers, which were filled beside this column
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("sub_suppliers", sa.JSON(), nullable=False, server_default="[]")
        )
