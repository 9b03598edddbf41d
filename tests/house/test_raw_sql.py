"""SQL text reaches the tables by one function alone, which demands whose rows are meant."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import create_engine

from app.db.raw_sql import execute_sql

ROOT = Path(__file__).resolve().parents[2]
WHOLE_INSTALLATION = {
    "app/features/backup/service.py": "copies every table of an installation, for its operator",
    "app/features/backup/restore.py": "fills every table of an empty installation again",
}
"""Files that reach the tables by their driver, each with the reason why no organisation is meant.

Beside them only `app/db` does, which knows no table.
"""

DRIVERS = {"sqlite3", "psycopg"}
ROUNDABOUT = {"exec_driver_sql", "raw_connection", "driver_connection", "dbapi_connection"}
STATEMENT = re.compile(
    r"\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|WITH\s.+\sAS|COPY|PRAGMA"
    r"|TRUNCATE|LISTEN|ALTER\s+TABLE|CREATE\s+(TABLE|INDEX)|DROP\s+TABLE)\s",
    re.DOTALL,
)


def offences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the kind of each way round the one function."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom() | ast.Import():
                if imports_sql(node):
                    yield node.lineno, "imports a driver, or text()"
            case ast.Attribute(attr=name) if name in ROUNDABOUT:
                yield node.lineno, f"uses {name}"
            case ast.Attribute(attr="text", value=ast.Name(id="sa" | "sqlalchemy")):
                yield node.lineno, "uses text()"
            case ast.Call(func=ast.Name(id="execute_sql"), keywords=keywords):
                if "organisation" not in {each.arg for each in keywords}:
                    yield node.lineno, "calls execute_sql without an organisation"
            case ast.Constant(value=str(words)) if STATEMENT.match(words):
                if ":organisation" not in words:
                    yield node.lineno, "holds a statement that names no :organisation"


def imports_sql(node: ast.ImportFrom | ast.Import) -> bool:
    """Whether a driver is imported, or what makes a statement of text."""
    names = {each.name for each in node.names}
    if isinstance(node, ast.Import):
        return bool({each.split(".")[0] for each in names} & DRIVERS)
    package = (node.module or "").split(".")[0]
    return package in DRIVERS or (package in ("sqlalchemy", "sqlmodel") and "text" in names)


def _files() -> list[str]:
    files = [
        path.relative_to(ROOT).as_posix()
        for room in ("app", "models", "scoring", "scrapers")
        for path in sorted((ROOT / room).rglob("*.py"))
    ]
    return [each for each in files if not each.startswith("app/db/")]


@pytest.mark.parametrize("path", _files())
def test_raw_sql_outside_the_one_function_is_nowhere(path: str) -> None:
    ways = list(offences(ast.parse((ROOT / path).read_text())))
    if path in WHOLE_INSTALLATION:
        assert ways, f"{path} needs no exception any more"
    else:
        assert not ways


@pytest.mark.parametrize(
    "code",
    [
        "from sqlalchemy import text",
        "import sqlalchemy as sa\nsa.text(x)",
        "import sqlite3",
        "from psycopg import connect",
        "connection.exec_driver_sql(x)",
        "engine.raw_connection()",
        "session.connection().connection.driver_connection",
        "execute_sql(connection, x, id=1)",
        "x = 'SELECT name FROM supplier WHERE id = :id'",
        "x = f'DELETE FROM {table}'",
    ],
)
def test_raw_sql_guard_sees_each_way_round(code: str) -> None:
    assert list(offences(ast.parse(code)))


def test_execute_sql_without_an_organisation_in_the_statement_is_refused() -> None:
    engine = create_engine("sqlite://")
    with pytest.raises(ValueError, match="organisation"):
        execute_sql(engine, "SELECT 1", organisation=uuid4())


def test_execute_sql_gives_rows_of_the_organisation_on_engine_and_connection() -> None:
    engine, own = create_engine("sqlite://"), UUID(int=7)
    sql = "SELECT 1 WHERE :organisation = :wanted"
    assert execute_sql(engine, sql, organisation=own, wanted=own) == [(1,)]
    with engine.connect() as connection:
        assert execute_sql(connection, sql, organisation=own, wanted=uuid4()) == []
