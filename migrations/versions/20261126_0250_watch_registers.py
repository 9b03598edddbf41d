"""watch registers"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "c41d7b9e0a52"
down_revision = "c09a9f152e19"
branch_labels = None
depends_on = None

KINDS = ("decision.changed", "statement.found", "statement.expired", "action.overdue")


def _set_event_kinds(words: tuple[str, ...]) -> None:
    told = ", ".join(f"'{word}'" for word in words)
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_event_eventkind"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_event_eventkind"), f"kind IN ({told})")


def upgrade() -> None:
    _set_event_kinds((*KINDS, "source.changed"))
    op.create_table(
        "source_look",
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("looked_at", Utc(), nullable=False),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("source", name=op.f("pk_source_look")),
    )
    with op.batch_alter_table("company", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gone_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("looked_at", Utc(), nullable=True))
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("watched_to", sa.Date(), nullable=True))
    with op.batch_alter_table("register_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("since", sa.Date(), nullable=True))
    # What is gone gives its key up, so that the register may list the same again.
    op.execute(
        "UPDATE register_entry SET key = substr(key, 1, 440) || '|' || CAST(id AS VARCHAR(40))"
        " WHERE gone_on IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("DELETE FROM register_entry WHERE gone_on IS NOT NULL")
    with op.batch_alter_table("register_entry", schema=None) as batch_op:
        batch_op.drop_column("since")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_column("watched_to")
    with op.batch_alter_table("company", schema=None) as batch_op:
        batch_op.drop_column("looked_at")
        batch_op.drop_column("gone_on")
    op.drop_table("source_look")
    op.execute(
        "DELETE FROM delivery WHERE event_id IN"
        " (SELECT id FROM event WHERE kind = 'source.changed')"
    )
    op.execute("DELETE FROM event WHERE kind = 'source.changed'")
    _set_event_kinds(KINDS)
