"""mark suppliers that are no one"""

import sqlalchemy as sa
from alembic import op

revision = "ee288571e65c"
down_revision = "5ab6173bc052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("no_one", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.drop_column("no_one")
