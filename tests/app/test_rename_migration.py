"""Renaming tables and columns on filled tables: every value stays, going up and down."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Column, Connection, Inspector, MetaData, insert, inspect

from app.db.engine import Database

BEFORE, AFTER = "6b1f4d2a9c57", "a94c1e07d3b8"
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
NOW = datetime(2026, 11, 30, 5, tzinfo=UTC)
ROWS = 3


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of the release before, with some rows in each of its tables."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    else:
        name = re.sub(r"\W", "_", request.node.name)[:50]
        database = Database(request.getfixturevalue("postgresql").empty(name))
    database.migrate(BEFORE)
    with database.engine.begin() as connection:
        fill(connection)
    yield database
    database.close()


def fill(connection: Connection) -> None:
    """Insert rows into every table; each points to the row of its own number elsewhere."""
    tables = MetaData()
    tables.reflect(connection)
    made: dict[str, list[dict[str, Any]]] = {}
    for table in tables.sorted_tables:
        if table.name == "alembic_version":
            continue
        words = words_of(inspect(connection), table.name)
        made[table.name] = []
        for number in range(ROWS):
            row = {}
            for column in table.columns:
                for key in column.foreign_keys:
                    held = made[key.column.table.name]
                    own = key.column.table is table
                    row[column.name] = (
                        (held[-1][key.column.name] if held else None)
                        if own
                        else held[number][key.column.name]
                    )
                if not column.foreign_keys:
                    row[column.name] = value_of(column, number, words.get(column.name, ()))
            connection.execute(insert(table), row)
            made[table.name].append(row)


def words_of(known: Inspector, table: str) -> dict[str, list[str]]:
    """The words that each column of an enumeration may hold."""
    words = {}
    for check in known.get_check_constraints(table):
        column = next(
            each["name"]
            for each in known.get_columns(table)
            if re.search(rf"\b{each['name']}\b", check["sqltext"].split("'")[0])
        )
        words[column] = re.findall(r"'([^']+)'", check["sqltext"])
    return words


def value_of(column: Column[Any], number: int, words: list[str] | tuple[()]) -> Any:
    if words:
        return words[number % len(words)]
    kind = column.type.python_type
    if kind is str:
        length = getattr(column.type, "length", None)
        return uuid4().hex if length == 32 else f"{number} {column.name}: ‘it’s’"[: length or 99]
    values: dict[type, Any] = {
        UUID: uuid4(),
        bool: bool(number % 2),
        int: number + 7,
        float: number / 4,
        bytes: bytes([number, 0, 255]),
        datetime: NOW.replace(hour=number),
        date: date(2026, 11, number + 1),
        object: {"number": number, "list": [None, "ß"]},
    }
    return values[object if kind is dict else kind]


def rows_of(database: Database) -> dict[str, list[str]]:
    """Every row of every table, its values in the order of the columns."""
    with database.engine.connect() as connection:
        names = [each for each in inspect(connection).get_table_names() if "alembic" not in each]
        return {
            name: sorted(map(repr, connection.exec_driver_sql(f'SELECT * FROM "{name}"')))
            for name in names
        }


def names_of(database: Database) -> dict[str, list[str]]:
    """The names of each table's columns, constraints and indexes."""
    known = inspect(database.engine)
    names = {}
    for table in known.get_table_names():
        constraints = [
            known.get_pk_constraint(table),
            *known.get_foreign_keys(table),
            *known.get_unique_constraints(table),
            *known.get_check_constraints(table),
            *known.get_indexes(table),
        ]
        columns = [column["name"] for column in known.get_columns(table)]
        names[table] = columns + sorted(str(each["name"]) for each in constraints)
    return names


def dangling(database: Database) -> list[Any]:
    """Rows of SQLite that point to none; PostgreSQL lets there be no such row."""
    if not database.embedded:
        return []
    with database.engine.connect() as connection:
        return list(connection.exec_driver_sql("PRAGMA foreign_key_check"))


def test_rename_on_filled_tables_loses_nothing_up_and_down(filled: Database) -> None:
    rows, names = rows_of(filled), names_of(filled)
    assert all(len(each) == ROWS for each in rows.values())
    filled.migrate(AFTER)
    assert rows_of(filled) == {TABLES.get(name, name): each for name, each in rows.items()}
    assert dangling(filled) == []
    filled.undo(BEFORE)
    assert rows_of(filled) == rows
    assert names_of(filled) == names
    assert dangling(filled) == []


def without_order(rows: dict[str, list[str]]) -> dict[str, list[list[str]]]:
    """Each row's values, sorted: a column that comes back stands last."""
    return {
        name: sorted(sorted(re.sub(r"[()]", "", each).split(", ")) for each in some)
        for name, some in rows.items()
    }


def test_release_before_the_renames_goes_to_the_newest_and_back_with_every_row_and_value(
    filled: Database,
) -> None:
    with filled.engine.begin() as connection:  # wrong passwords are counted anew on either side
        connection.exec_driver_sql("UPDATE person SET failed = 0, locked_until = NULL")
    rows, names = rows_of(filled), names_of(filled)
    filled.migrate()
    assert filled.up_to_date
    counts = {name: len(each) for name, each in rows_of(filled).items()}
    assert counts | {TABLES.get(name, name): ROWS for name in rows} == counts
    assert dangling(filled) == []
    filled.undo(BEFORE)
    assert without_order(rows_of(filled)) == without_order(rows)
    assert {name: sorted(each) for name, each in names_of(filled).items()} == {
        name: sorted(each) for name, each in names.items()
    }
    assert dangling(filled) == []


def test_rename_leaves_no_name_of_an_old_table(filled: Database) -> None:
    filled.migrate(AFTER)
    names = names_of(filled)
    assert not names.keys() & TABLES.keys()
    old = re.compile(rf"(ck|fk|ix|pk|uq)_({'|'.join(TABLES)})(_|$)|_id_({'|'.join(TABLES)})$")
    assert [name for each in names.values() for name in each if old.search(name)] == []
