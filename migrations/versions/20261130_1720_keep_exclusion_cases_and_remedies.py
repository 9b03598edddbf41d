"""keep exclusion cases of suppliers, and remedies for workers"""

import sqlalchemy as sa
from alembic import op

from models.base import Hundredths, Utc

revision = "f3a81c7d2b90"
down_revision = "c7d2a94f1e60"
branch_labels = None
depends_on = None

STATES = ("open", "hearing", "decided")
OUTCOMES = ("excluded", "person_replaced", "not_excluded", "no_ground")
KINDS = ("fees_repaid", "wages_made_good", "documents_returned", "other")


def _enum(values: tuple[str, ...], name: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def _keys(table: str, *targets: str) -> list[sa.Constraint]:
    return [
        *(
            sa.ForeignKeyConstraint(
                [f"{each}_id"], [f"{each}.id"], name=op.f(f"fk_{table}_{each}_id_{each}")
            )
            for each in targets
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def upgrade() -> None:
    op.create_table(
        "exclusion_case",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("authority", sa.String(length=200), nullable=False),
        sa.Column("question", sa.JSON(), nullable=False),
        sa.Column("state", _enum(STATES, "exclusioncasestate"), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("letter_lead", sa.String(length=200), nullable=False),
        sa.Column("letter_sent_on", sa.Date(), nullable=True),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("outcome", _enum(OUTCOMES, "exclusionoutcome"), nullable=True),
        sa.Column("path", sa.String(length=40), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), nullable=False),
        sa.Column("decided_at", Utc(), nullable=True),
        sa.Column("excluded_on", sa.Date(), nullable=True),
        sa.Column("notice_sent_on", sa.Date(), nullable=True),
        sa.Column("timeline", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(length=200), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("updated_at", Utc(), nullable=False),
        *_keys("exclusion_case", "organisation", "supplier"),
    )
    op.create_table(
        "remedy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("exclusion_case_id", sa.Uuid(), nullable=True),
        sa.Column("kind", _enum(KINDS, "remedykind"), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=True),
        sa.Column("amount", Hundredths(), nullable=True),
        sa.Column("agreed_with", sa.String(length=200), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("verified_by", sa.String(length=200), nullable=False),
        sa.Column("verified_at", Utc(), nullable=True),
        sa.Column("verification", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(length=200), nullable=False),
        sa.Column("created_at", Utc(), nullable=False),
        sa.Column("updated_at", Utc(), nullable=False),
        *_keys("remedy", "organisation", "supplier", "exclusion_case"),
    )
    for table in ("exclusion_case", "remedy"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.create_index(
                batch_op.f(f"ix_{table}_newest"), ["organisation_id", "created_at", "id"]
            )
            batch_op.create_index(batch_op.f(f"ix_{table}_supplier_id"), ["supplier_id"])
    with op.batch_alter_table("remedy") as batch_op:
        batch_op.create_index(batch_op.f("ix_remedy_exclusion_case_id"), ["exclusion_case_id"])


def downgrade() -> None:
    op.drop_table("remedy")
    op.drop_table("exclusion_case")
