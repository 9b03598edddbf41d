"""ask as a decision, why in a few words, and a person's decision in force

`ask` joins the decisions. Going down it becomes `refer`: a person still looks. Ranks get three
more digits, which break ties of risk by what is worth asking.
"""

import sqlalchemy as sa
from alembic import op

from models.base import Utc

revision = "c3f0a7d5e218"
down_revision = "a94c1e07d3b8"
branch_labels = None
depends_on = None

COLUMNS = {
    "assessment": "decision",
    "procurement_check": "proposed",
    "decision_taken": "decision",
}
BEFORE = ("clear", "refer", "stop")
AFTER = ("clear", "ask", "refer", "stop")


def upgrade() -> None:
    for table, column in COLUMNS.items():
        _allow(table, column, AFTER)
    with op.batch_alter_table("assessment") as batch_op:
        batch_op.add_column(sa.Column("headline", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("too_little_known", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("assessment") as batch_op:
        batch_op.alter_column("headline", server_default=None)
        batch_op.alter_column("too_little_known", server_default=None)
    op.execute("UPDATE supplier SET rank = rank * 1000 WHERE rank > 0")
    op.create_table(
        "decision_in_force",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Uuid(), nullable=False),
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("decision", _words(AFTER), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", Utc(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_id"],
            ["procurement_check.id"],
            name=op.f("fk_decision_in_force_check_id_procurement_check"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_decision_in_force_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["supplier_id"],
            ["supplier.id"],
            name=op.f("fk_decision_in_force_supplier_id_supplier"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_in_force")),
        sa.UniqueConstraint("supplier_id", name=op.f("uq_decision_in_force_supplier_id")),
    )
    with op.batch_alter_table("decision_in_force") as batch_op:
        for column in ("check_id", "organisation_id"):
            batch_op.create_index(batch_op.f(f"ix_decision_in_force_{column}"), [column])
    _carry_over()


def downgrade() -> None:
    op.drop_table("decision_in_force")
    op.execute("UPDATE supplier SET rank = rank / 1000 WHERE rank > 0")
    with op.batch_alter_table("assessment") as batch_op:
        batch_op.drop_column("too_little_known")
        batch_op.drop_column("headline")
    for table, column in COLUMNS.items():
        kept = sa.table(table, sa.column(column, sa.String()))
        asked = kept.c[column] == "ask"
        op.execute(kept.update().where(asked).values({column: "refer"}))
        _allow(table, column, BEFORE)


def _words(words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, name="decision", native_enum=False, create_constraint=True, length=32)


def _allow(table: str, column: str, words: tuple[str, ...]) -> None:
    """Let a column hold some words and no others."""
    bind, name = op.get_bind(), f"ck_{table}_decision"
    listed = ", ".join(f"'{word}'" for word in words)
    if bind.dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({column} IN ({listed}))")
        return
    found = sa.Table(table, sa.MetaData(), autoload_with=bind)
    for each in found.constraints:
        if isinstance(each, sa.CheckConstraint) and each.name == name:
            each.sqltext = sa.text(f"{column} IN ({listed})")
    with op.batch_alter_table(table, copy_from=found, recreate="always"):
        pass


def _carry_over() -> None:
    """Bring the last decision that was taken on each supplier into force."""
    bind = op.get_bind()
    taken = bind.execute(
        sa.text(
            "SELECT d.organisation_id, c.supplier_id, d.check_id, d.decision, "
            "d.reason, d.decided_by, d.decided_at, c.valid_until "
            "FROM decision_taken d JOIN procurement_check c ON c.id = d.check_id "
            "ORDER BY d.decided_at, d.sequence"
        )
    ).all()
    last = {row.supplier_id: row for row in taken}
    insert = sa.text(
        "INSERT INTO decision_in_force (id, organisation_id, supplier_id, check_id, decision, "
        "reason, decided_by, decided_at, valid_until, ended_on, ended_why) VALUES "
        "(:id, :organisation_id, :supplier_id, :check_id, :decision, :reason, "
        ":decided_by, :decided_at, :valid_until, NULL, '')"
    )
    for row in last.values():
        # a decision's own check is unique to the supplier, so its identifier serves here too
        bind.execute(insert, {**row._mapping, "id": row.check_id})
