"""Defaults that DBOS writes into its tables work on SQLite before 3.42."""

import sqlite3
import time
from collections.abc import Iterator

import pytest

from app.db import sqlite_functions
from app.db.sqlite_functions import add_missing_functions

DEFAULT = "CREATE TABLE queues (name TEXT, created_at INTEGER NOT NULL DEFAULT ({}))"
SUBSEC = "CAST(unixepoch('subsec') * 1000 AS INTEGER)"


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """A connection that takes its library for an old one, whatever the machine has."""
    monkeypatch.setattr(sqlite_functions, "SUBSEC_SINCE", (99, 0, 0))
    with sqlite3.connect(":memory:") as opened:
        yield opened
    opened.close()


def test_unixepoch_subsec_as_a_default_gives_the_time_in_milliseconds(
    connection: sqlite3.Connection,
) -> None:
    add_missing_functions(connection)
    connection.execute(DEFAULT.format(SUBSEC))
    before = time.time() * 1000 - 1
    connection.execute("INSERT INTO queues (name) VALUES ('take-in')")
    (stored,) = connection.execute("SELECT created_at FROM queues").fetchone()
    assert before <= stored <= time.time() * 1000 + 1


def test_unixepoch_of_a_table_made_without_it_is_healed(connection: sqlite3.Connection) -> None:
    connection.execute(DEFAULT.format(SUBSEC))
    add_missing_functions(connection)
    connection.execute("INSERT INTO queues (name) VALUES ('take-in')")
    assert connection.execute("SELECT count(*) FROM queues").fetchone() == (1,)


@pytest.mark.parametrize(
    ("text", "seconds"), [("1970-01-02", 86_400), ("1970-01-01 00:01:00", 60), ("soon", None)]
)
def test_unixepoch_of_a_text_is_what_newer_libraries_give(
    connection: sqlite3.Connection, text: str, seconds: int | None
) -> None:
    add_missing_functions(connection)
    assert connection.execute("SELECT unixepoch(?)", (text,)).fetchone() == (seconds,)
