"""count referrals of people by council and period"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "b11024b59628"
down_revision = "a2af8d9574dd"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "referral_count",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("area", sa.String(length=200), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=False),
        sa.Column("adults", sa.Integer(), nullable=True),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("age_not_recorded", sa.Integer(), nullable=True),
        sa.Column("duty_to_notify", sa.Integer(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=True),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_referral_count_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_count")),
    )
    with op.batch_alter_table("referral_count", schema=None) as batch_op:
        batch_op.create_index(
            "ix_referral_count_period", ["organisation_id", "area", "start"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("referral_count", schema=None) as batch_op:
        batch_op.drop_index("ix_referral_count_period")

    op.drop_table("referral_count")
