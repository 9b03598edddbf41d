"""keep views"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "d91e6a40b7c5"
down_revision = "e316c48ce011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("owner", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("query", sa.String(length=2000), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_saved_view_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "organisation_id",
            "owner",
            "name",
            name=op.f("uq_saved_view_organisation_id_owner_name"),
        ),
    )


def downgrade() -> None:
    op.drop_table("saved_view")
