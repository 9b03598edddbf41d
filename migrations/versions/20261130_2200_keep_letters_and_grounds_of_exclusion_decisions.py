"""keep every letter of an exclusion case, and what its decision rests on"""

import sqlalchemy as sa
from alembic import op

revision = "e7a94b2c6d18"
down_revision = "d8f2b61a9c47"
branch_labels = None
depends_on = None

EMPTY = {"letter_grounds": "[]", "earlier_letters": "[]", "decision_basis": "{}"}


def upgrade() -> None:
    with op.batch_alter_table("exclusion_case") as batch:
        for name, value in EMPTY.items():
            batch.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default=value))
    with op.batch_alter_table("exclusion_case") as batch:
        for name in EMPTY:
            batch.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("exclusion_case") as batch:
        for name in EMPTY:
            batch.drop_column(name)
