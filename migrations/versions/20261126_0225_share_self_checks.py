"""Share what a self-check showed."""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "c4a776aa52ce"
down_revision = "c41f7be9028d"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shared_self_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("secret_sha256", sa.String(length=64), nullable=False),
        sa.Column("told", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("open_until", sa.Date(), nullable=False),
        sa.Column("ended_at", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_self_check")),
        sa.UniqueConstraint("secret_sha256", name=op.f("uq_shared_self_check_secret_sha256")),
    )
    with op.batch_alter_table("shared_self_check", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shared_self_check_open_until"), ["open_until"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("shared_self_check", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_shared_self_check_open_until"))

    op.drop_table("shared_self_check")
