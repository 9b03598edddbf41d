"""say what suppliers sell"""

import sqlalchemy as sa
from alembic import op

revision = "a3d05c1e7b42"
down_revision = "68a651d2faee"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.add_column(sa.Column("category", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE supplier SET category = category_text")


def downgrade() -> None:
    with op.batch_alter_table("supplier", schema=None) as batch_op:
        batch_op.drop_column("category")
