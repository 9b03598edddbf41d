"""keep feedback on evidence"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "f5ec9ad1b769"
down_revision = "7be15d30a9f4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("document_sha256", sa.String(length=64), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column(
            "criterion",
            sa.Enum(
                "approval",
                "signature",
                "structure",
                "operations",
                "supply_chains",
                "policies",
                "due_diligence",
                "risk_description",
                "risk_mitigation",
                "training",
                "grievance",
                "supplier_terms",
                "recruitment_pay",
                "partnership",
                "remediation",
                "effectiveness",
                name="criterion",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "verdict",
            sa.Enum(
                "right",
                "wrong",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(length=200), nullable=False),
        sa.Column("given_by_id", sa.String(), nullable=False),
        sa.Column("given_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_sha256"],
            ["document.sha256"],
            name=op.f("fk_feedback_document_sha256_document"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_feedback_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name=op.f("fk_feedback_statement_id_statement")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_feedback_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index("ix_feedback_statement", ["statement_id", "sentence"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index("ix_feedback_statement")
        batch_op.drop_index(batch_op.f("ix_feedback_organisation_id"))

    op.drop_table("feedback")
