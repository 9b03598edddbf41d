"""`ask` joins the decisions on filled tables, and leaves them again, in both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.db.engine import Database
from tests.app.test_rename_migration import dangling, fill

BEFORE, AFTER = "a94c1e07d3b8", "c3f0a7d5e218"
COLUMNS = (
    ("assessment", "decision"),
    ("procurement_check", "proposed"),
    ("decision_taken", "decision"),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of the release before, with some rows in each of its tables."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    else:
        database = Database(
            request.getfixturevalue("postgresql").empty(f"ask_{len(request.node.name)}")
        )
    database.migrate(BEFORE)
    with database.engine.begin() as connection:
        fill(connection)
    yield database
    database.close()


def ask_everywhere(database: Database) -> None:
    with database.engine.begin() as connection:
        for table, column in COLUMNS:
            connection.execute(text(f"UPDATE {table} SET {column} = 'ask'"))


def words(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {
            word
            for table, column in COLUMNS
            for (word,) in connection.execute(text(f"SELECT {column} FROM {table}"))
        }


def test_ask_migration_goes_up_down_and_up(filled: Database) -> None:
    with pytest.raises(IntegrityError):
        ask_everywhere(filled)
    filled.migrate(AFTER)
    with filled.engine.connect() as connection:
        in_force = connection.execute(text("SELECT count(*) FROM decision_in_force")).scalar_one()
        ranks = connection.execute(text("SELECT rank FROM supplier ORDER BY rank")).scalars().all()
    assert in_force == 3
    assert ranks == [7000, 8000, 9000]
    ask_everywhere(filled)
    assert words(filled) == {"ask"}
    filled.undo(BEFORE)
    assert words(filled) == {"refer"}
    with pytest.raises(IntegrityError):
        ask_everywhere(filled)
    filled.migrate(AFTER)
    assert dangling(filled) == []


def test_ask_migration_gives_the_tables_of_the_models(filled: Database) -> None:
    filled.migrate()
    filled.differences()
