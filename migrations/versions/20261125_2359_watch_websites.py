"""watch websites"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "a2af8d9574dd"
down_revision = "26b2e7ecfee8"
branch_labels = None
depends_on = None


KINDS = ("intake", "assess", "checks")


def _set_job_kinds(words: tuple[str, ...]) -> None:
    told = ", ".join(f"'{word}'" for word in words)
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_job_jobkind"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_job_jobkind"), f"kind IN ({told})")


def upgrade() -> None:
    _set_job_kinds((*KINDS, "watch"))
    op.create_table(
        "source_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("now", sa.String(), nullable=False),
        sa.Column("noticed", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_source_change_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_source_change_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_change")),
    )
    with op.batch_alter_table("source_change", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_source_change_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            "ix_source_change_supplier", ["supplier_id", "noticed"], unique=False
        )

    op.create_table(
        "website",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("home_url", sa.String(length=2000), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.Column("home_link", sa.JSON(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("looked_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_website_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"], ["supplier.id"], name=op.f("fk_website_supplier_id_supplier")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_website")),
    )
    with op.batch_alter_table("website", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_website_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_website_supplier_id"), ["supplier_id"], unique=True)


def downgrade() -> None:
    op.execute("DELETE FROM job_part WHERE job_id IN (SELECT id FROM job WHERE kind = 'watch')")
    op.execute("DELETE FROM job WHERE kind = 'watch'")
    _set_job_kinds(KINDS)
    with op.batch_alter_table("website", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_website_supplier_id"))
        batch_op.drop_index(batch_op.f("ix_website_organisation_id"))

    op.drop_table("website")
    with op.batch_alter_table("source_change", schema=None) as batch_op:
        batch_op.drop_index("ix_source_change_supplier")
        batch_op.drop_index(batch_op.f("ix_source_change_organisation_id"))

    op.drop_table("source_change")
