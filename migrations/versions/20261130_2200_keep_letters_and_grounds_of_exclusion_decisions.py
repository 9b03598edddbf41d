"""keep every letter of an exclusion case, and the grounds of its decision"""

import sqlalchemy as sa
from alembic import op

revision = "e7a94b2c6d18"
down_revision = "b2d94e60a7f1"
branch_labels = None
depends_on = None

LISTS = ("letter_grounds", "earlier_letters", "decision_grounds")
COLUMNS = (*LISTS, "under_section_30", "decided_role")


def upgrade() -> None:
    with op.batch_alter_table("exclusion_case") as batch:
        for name in LISTS:
            batch.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
        batch.add_column(
            sa.Column("under_section_30", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.add_column(
            sa.Column("decided_role", sa.String(length=40), nullable=False, server_default="")
        )
    with op.batch_alter_table("exclusion_case") as batch:
        for name in COLUMNS:
            batch.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("exclusion_case") as batch:
        for name in COLUMNS:
            batch.drop_column(name)
