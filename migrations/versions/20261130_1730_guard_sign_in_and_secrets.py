"""guard sign-in and secrets

Wrong passwords are counted by account and address, no longer by account. Secrets grow, as they are
encrypted at their next use.
"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "b2d94e60a7f1"
down_revision = "a4e1f7c3d802"
branch_labels = None
depends_on = None

PLAIN = {"secret": ("value", 200), "webhook": ("secret", 100)}


def upgrade() -> None:
    op.create_table(
        "failed_attempts",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", Utc(), nullable=False),
        sa.Column("waits_until", Utc(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_failed_attempts")),
    )
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_column("locked_until")
        batch_op.drop_column("failed_logins")
    with op.batch_alter_table("user_session") as batch_op:
        batch_op.add_column(
            sa.Column("browser", sa.String(length=200), nullable=False, server_default="")
        )
    with op.batch_alter_table("webhook") as batch_op:
        batch_op.add_column(
            sa.Column("earlier_secret", sa.String(length=400), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("earlier_until", Utc(), nullable=True))
    for table, column in (("user_session", "browser"), ("webhook", "earlier_secret")):
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(column, server_default=None)
    for table, (column, length) in PLAIN.items():
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(
                column,
                existing_type=sa.String(length=length),
                type_=sa.String(length=400),
                existing_nullable=False,
            )


def downgrade() -> None:
    for table, (column, length) in PLAIN.items():
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column(
                column,
                existing_type=sa.String(length=400),
                type_=sa.String(length=length),
                existing_nullable=False,
            )
    with op.batch_alter_table("webhook") as batch_op:
        batch_op.drop_column("earlier_until")
        batch_op.drop_column("earlier_secret")
    with op.batch_alter_table("user_session") as batch_op:
        batch_op.drop_column("browser")
    with op.batch_alter_table("person") as batch_op:
        batch_op.add_column(
            sa.Column("failed_logins", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("locked_until", Utc(), nullable=True))
    with op.batch_alter_table("person") as batch_op:
        batch_op.alter_column("failed_logins", server_default=None)
    op.drop_table("failed_attempts")
