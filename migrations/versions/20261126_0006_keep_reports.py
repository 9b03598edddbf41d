"""keep reports"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "5ab6173bc052"
down_revision = "b11024b59628"
branch_labels = None
depends_on = None


KINDS = ("intake", "assess", "checks", "watch")


def _set_job_kinds(words: tuple[str, ...]) -> None:
    told = ", ".join(f"'{word}'" for word in words)
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_job_jobkind"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_job_jobkind"), f"kind IN ({told})")


def upgrade() -> None:
    _set_job_kinds((*KINDS, "report"))
    op.create_table(
        "board_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", Utc(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_board_report_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_report")),
    )
    with op.batch_alter_table("board_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_board_report_job_id"), ["job_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_board_report_organisation_id"), ["organisation_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("board_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_board_report_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_board_report_job_id"))

    op.drop_table("board_report")
    _set_job_kinds(KINDS)
