"""give sums their period, and contracts what they are worth a year

Lists taken in before have no known period. What a contract is worth a year is worked out from its
own columns: the annual value, or the total spread over a term of at least a year.
"""

from decimal import Decimal

import sqlalchemy as sa
from alembic import op

from models.base import Hundredths

revision = "e5b8d10c64f2"
down_revision = "c3f0a7d5e218"
branch_labels = None
depends_on = None

CHOICES = ("undecided", "replace", "count_both")
DAYS_A_YEAR = Decimal("365.25")


def upgrade() -> None:
    with op.batch_alter_table("contract") as batch_op:
        batch_op.add_column(sa.Column("yearly_value", Hundredths(), nullable=True))
    with op.batch_alter_table("intake") as batch_op:
        batch_op.add_column(sa.Column("period_start", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("period_end", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("period_source", sa.String(), nullable=False, server_default="")
        )
        batch_op.add_column(
            sa.Column("row_sample", sa.JSON(), nullable=False, server_default="[]")
        )
        batch_op.add_column(
            sa.Column(
                "repeat_choice",
                sa.Enum(
                    *CHOICES,
                    name="repeatchoice",
                    native_enum=False,
                    create_constraint=True,
                    length=32,
                ),
                nullable=False,
                server_default="undecided",
            )
        )
    with op.batch_alter_table("intake") as batch_op:
        for column in ("period_source", "row_sample", "repeat_choice"):
            batch_op.alter_column(column, server_default=None)
    _value_contracts(op.get_bind())


def downgrade() -> None:
    with op.batch_alter_table("intake") as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_intake_repeatchoice"), type_="check")
        for column in (
            "repeat_choice",
            "row_sample",
            "period_source",
            "period_end",
            "period_start",
        ):
            batch_op.drop_column(column)
    with op.batch_alter_table("contract") as batch_op:
        batch_op.drop_column("yearly_value")


def _value_contracts(bind: sa.Connection) -> None:
    contract = sa.table(
        "contract",
        sa.column("id", sa.Uuid()),
        sa.column("annual_value", sa.BigInteger()),
        sa.column("total_value", sa.BigInteger()),
        sa.column("start", sa.Date()),
        sa.column("end", sa.Date()),
        sa.column("yearly_value", sa.BigInteger()),
    )
    given = contract.c.annual_value
    bind.execute(sa.update(contract).where(given.is_not(None)).values(yearly_value=given))
    whole = sa.select(contract).where(
        given.is_(None),
        contract.c.total_value.is_not(None),
        contract.c.start.is_not(None),
        contract.c.end.is_not(None),
    )
    for row in bind.execute(whole).all():
        years = max(Decimal((row.end - row.start).days + 1) / DAYS_A_YEAR, Decimal(1))
        value = round(Decimal(row.total_value) / years)
        one = contract.c.id == row.id
        bind.execute(sa.update(contract).where(one).values(yearly_value=value))
