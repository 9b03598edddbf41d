"""find shared passages"""

import sqlalchemy as sa
from alembic import op

revision = "c41f7be9028d"
down_revision = "a3d05c1e7b42"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "passage",
        sa.Column("document_sha256", sa.String(length=64), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_sha256"],
            ["document.sha256"],
            name=op.f("fk_passage_document_sha256_document"),
        ),
        sa.PrimaryKeyConstraint("document_sha256", "sentence", name=op.f("pk_passage")),
    )
    with op.batch_alter_table("passage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_passage_key"), ["key"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("passage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passage_key"))

    op.drop_table("passage")
