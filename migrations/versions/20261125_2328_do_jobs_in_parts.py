"""do jobs in parts"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc, new_id

revision = "5060ba00e767"
down_revision = "ce6c9ab42312"
branch_labels = None
depends_on = None


BEFORE = ("waiting", "running", "done", "failed")
AFTER = ("waiting", "running", "paused", "cancelled", "done", "failed")


def _move_failures() -> None:
    """Give each failure a row of its own; before, a job kept them all in one value."""
    job = sa.table("job", sa.column("id", sa.Uuid), sa.column("failures", sa.JSON))
    names = ("verb", "subject", "item", "reason")
    columns = [sa.column("id", sa.Uuid), sa.column("job_id", sa.Uuid), *map(sa.column, names)]
    failure = sa.table("job_failure", *columns)
    rows = [
        {"id": new_id(), "job_id": id, "verb": "", "subject": "", **told}
        for id, failures in op.get_bind().execute(sa.select(job.c.id, job.c.failures))
        for told in failures
    ]
    if rows:
        op.bulk_insert(failure, rows)


def upgrade() -> None:
    op.create_table(
        "worker",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("beats", sa.Integer(), nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("started_at", Utc(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker")),
    )
    op.create_table(
        "job_failure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_job_failure_job_id_job")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_failure")),
    )
    with op.batch_alter_table("job_failure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_failure_job_id"), ["job_id"], unique=False)

    op.create_table(
        "job_part",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "done",
                "failed",
                "cancelled",
                name="partstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("started_at", Utc(), nullable=True),
        sa.Column("finished_at", Utc(), nullable=True),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_job_part_job_id_job")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_part")),
        sa.UniqueConstraint(
            "job_id", "stage", "place", name=op.f("uq_job_part_job_id_stage_place")
        ),
    )
    with op.batch_alter_table("job_part", schema=None) as batch_op:
        batch_op.create_index("ix_job_part_finished", ["job_id", "finished_at"], unique=False)
        batch_op.create_index("ix_job_part_state", ["job_id", "state"], unique=False)

    _move_failures()
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("stage", sa.String(length=32), nullable=False, server_default="")
        )
        batch_op.add_column(sa.Column("round", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("retry_of", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("started_at", Utc(), nullable=True))
        batch_op.create_index(batch_op.f("ix_job_retry_of"), ["retry_of"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_state"), ["state"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_job_retry_of_job"), "job", ["retry_of"], ["id"])
        batch_op.drop_column("failures")
        batch_op.drop_constraint("jobstate", type_="check")
        batch_op.create_check_constraint("jobstate", sa.column("state").in_(AFTER))
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.alter_column("stage", existing_type=sa.String(length=32), server_default=None)
        batch_op.alter_column("round", existing_type=sa.Integer(), server_default=None)


def downgrade() -> None:
    op.execute("UPDATE job SET state = 'failed' WHERE state IN ('paused', 'cancelled')")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.add_column(sa.Column("failures", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.drop_constraint("jobstate", type_="check")
        batch_op.create_check_constraint("jobstate", sa.column("state").in_(BEFORE))
        batch_op.drop_constraint(batch_op.f("fk_job_retry_of_job"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_job_state"))
        batch_op.drop_index(batch_op.f("ix_job_retry_of"))
        batch_op.drop_column("started_at")
        batch_op.drop_column("retry_of")
        batch_op.drop_column("round")
        batch_op.drop_column("stage")

    with op.batch_alter_table("job_part", schema=None) as batch_op:
        batch_op.drop_index("ix_job_part_state")
        batch_op.drop_index("ix_job_part_finished")

    op.drop_table("job_part")
    with op.batch_alter_table("job_failure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_job_failure_job_id"))

    op.drop_table("job_failure")
    op.drop_table("worker")
