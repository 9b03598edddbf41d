"""rename tables and columns by what they hold

Constraints and indexes carry the names of their table and columns, so they are renamed with them.
No value changes. PostgreSQL renames in place; SQLite can't rename a constraint, so each table with
one is written anew by Alembic's batch mode.
"""

from collections.abc import Iterator, Mapping

import sqlalchemy as sa
from alembic import op

revision = "a94c1e07d3b8"
down_revision = "6b1f4d2a9c57"
branch_labels = None
depends_on = None

TABLES = {
    "audit_head": "audit_chain_head",
    "check": "procurement_check",
    "kept_answer": "idempotency_record",
    "match": "company_match",
    "one_time_link": "invitation",
    "ready_findings": "finding_cache",
    "shared_self_check": "shared_self_assessment",
    "sign_in": "user_session",
    "source_look": "source_poll",
    "tier": "sub_supplier",
}

COLUMNS = {
    "assessment": {"at": "as_at", "told": "breakdown"},
    "audit_chain_head": {"place": "sequence"},
    "audit_entry": {"at": "occurred_at", "place": "sequence"},
    "board_report": {"at": "as_at"},
    "company": {"gone_on": "removed_on", "looked_at": "last_checked_at"},
    "contract": {"place": "location"},
    "decision_taken": {"place": "sequence"},
    "delivery": {"next_at": "next_attempt_at", "tries": "attempt_count"},
    "evidence": {"place": "position"},
    "finding": {"place": "position"},
    "idempotency_record": {"asked": "request_hash"},
    "intake": {"chosen": "column_mapping", "replaced": "superseded"},
    "intake_rows": {"first": "row_offset", "number": "row_count"},
    "job": {"asked": "params", "doing": "status_text", "round": "dispatch_round"},
    "job_part": {"asked": "params", "place": "position"},
    "organisation": {"watched_to": "monitored_until"},
    "passage": {"key": "fingerprint"},
    "person": {
        "failed": "failed_logins",
        "password": "password_hash",
        "subject": "oidc_subject",
    },
    "procurement_check": {"place": "position"},
    "questionnaire": {"asked_by": "requested_by"},
    "register_entry": {
        "gone_on": "removed_on",
        "good": "in_good_standing",
        "says": "status_text",
        "told": "payload",
    },
    "shared_self_assessment": {"told": "payload"},
    "source_change": {"noticed": "detected_on"},
    "source_poll": {"looked_at": "last_checked_at", "trouble": "last_error"},
    "sub_supplier": {"told_by": "reported_by"},
    "supplier": {"listed": "on_list", "no_one": "is_placeholder"},
    "upload": {"chosen": "column_mapping"},
    "website": {
        "looked_at": "last_checked_at",
        "seen": "last_statement",
        "trouble": "last_error",
    },
    "worker": {"beats": "heartbeat", "trouble": "last_error"},
}

WORDS = {"matchstanding": "companymatchstate"}
"""Enumerations whose name is part of a constraint's, as it was and as it is."""


def upgrade() -> None:
    for old, new in TABLES.items():
        op.rename_table(old, new)
    for table, columns in COLUMNS.items():
        for old, new in columns.items():
            _rename_column(table, old, new)
    _rename_constraints(TABLES, WORDS)


def downgrade() -> None:
    for table, columns in COLUMNS.items():
        for old, new in columns.items():
            _rename_column(table, new, old)
    for old, new in TABLES.items():
        op.rename_table(new, old)
    _rename_constraints(_turned(TABLES), _turned(WORDS))


def _turned(names: Mapping[str, str]) -> dict[str, str]:
    return {new: old for old, new in names.items()}


def _quoted(name: str) -> str:
    return op.get_bind().dialect.identifier_preparer.quote_identifier(name)


def _rename_column(table: str, old: str, new: str) -> None:
    names = map(_quoted, (table, old, new))
    op.execute("ALTER TABLE {} RENAME COLUMN {} TO {}".format(*names))


def _rename_constraints(tables: Mapping[str, str], words: Mapping[str, str]) -> None:
    """Give constraints and indexes the names that the convention of `models.base` gives them."""
    before = {new: old for old, new in tables.items()}
    names = {*COLUMNS, *TABLES, *TABLES.values()}
    bind = op.get_bind()
    for name in sa.inspect(bind).get_table_names():
        table = sa.Table(name, sa.MetaData(), autoload_with=bind)
        referred = {key.column.table.name for key in table.foreign_keys}
        if name not in names and not names & referred:
            continue
        renames = list(_renames(table, before.get(name, name), words))
        if bind.dialect.name == "postgresql":
            _rename_in_place(table, renames)
        elif renames:
            _write_anew(table, renames)


Renames = list[tuple[sa.Constraint | sa.Index, str]]


def _renames(
    table: sa.Table, before: str, words: Mapping[str, str]
) -> Iterator[tuple[sa.Constraint | sa.Index, str]]:
    """Yield what of a table has to be named otherwise, with its name."""
    named: tuple[sa.Constraint | sa.Index, ...] = (*table.constraints, *table.indexes)
    for each in named:
        old = str(each.name)
        new = _name(table, each, old, before)
        for word, instead in words.items():
            new = new.replace(f"_{word}", f"_{instead}") if new.startswith("ck_") else new
        if new != old:
            yield each, new


def _name(table: sa.Table, each: sa.Constraint | sa.Index, old: str, before: str) -> str:
    columns = "_".join(column.name for column in getattr(each, "columns", ()))
    if isinstance(each, sa.PrimaryKeyConstraint):
        return f"pk_{table.name}"
    if isinstance(each, sa.UniqueConstraint):
        return f"uq_{table.name}_{columns}"
    if isinstance(each, sa.ForeignKeyConstraint):
        return f"fk_{table.name}_{columns}_{each.referred_table.name}"
    swapped = old.replace(f"_{before}_", f"_{table.name}_", 1)
    renamed = {**COLUMNS.get(table.name, {}), **_turned(COLUMNS.get(before, {}))}
    for was, now in renamed.items():
        if swapped == f"ix_{table.name}_{was}" and columns == now:
            return f"ix_{table.name}_{now}"
    return swapped


def _rename_in_place(table: sa.Table, renames: Renames) -> None:
    for each, new in renames:
        old, name = _quoted(str(each.name)), _quoted(new)
        if isinstance(each, sa.Index):
            op.execute(f"ALTER INDEX {old} RENAME TO {name}")
        else:
            op.execute(f"ALTER TABLE {_quoted(table.name)} RENAME CONSTRAINT {old} TO {name}")


def _write_anew(table: sa.Table, renames: Renames) -> None:
    """Write a table of SQLite anew under the names; an index alone is made anew."""
    for each, new in renames:
        if isinstance(each, sa.Index):
            op.drop_index(str(each.name), table.name)
        each.name = new
    if all(isinstance(each, sa.Index) for each, _ in renames):
        for index in table.indexes:
            if any(each is index for each, _ in renames):
                op.create_index(str(index.name), table.name, [c.name for c in index.columns])
        return
    with op.batch_alter_table(table.name, copy_from=table, recreate="always"):
        pass
