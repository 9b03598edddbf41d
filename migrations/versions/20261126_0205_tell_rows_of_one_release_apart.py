"""tell rows of one release apart"""

import sqlalchemy as sa
from alembic import op

revision = "68a651d2faee"
down_revision = "ee288571e65c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.add_column(sa.Column("part", sa.Integer(), nullable=False, server_default="0"))
        batch_op.drop_constraint(batch_op.f("uq_intake_row_intake_id_row"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_intake_row_intake_id_row_part"), ["intake_id", "row", "part"]
        )
        # the constraint's own index begins with it
        batch_op.drop_index(batch_op.f("ix_intake_row_intake_id"))


def downgrade() -> None:
    # the older table has room for one row of each number
    op.execute("DELETE FROM intake_row WHERE part > 0")
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_intake_row_intake_id_row_part"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_intake_row_intake_id_row"), ["intake_id", "row"]
        )
        batch_op.drop_column("part")
        batch_op.create_index(batch_op.f("ix_intake_row_intake_id"), ["intake_id"], unique=False)
