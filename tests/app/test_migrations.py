import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import event, inspect, text
from sqlmodel import select

from app.db.engine import MIGRATIONS, Database, newest_revision
from app.features.imports.queries import listed_rows
from models import IntakeSupplier


def test_tables_are_what_the_models_say_going_up_down_and_up(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    database.migrate(newest_revision())
    database.differences()
    database.undo()
    database.migrate(newest_revision())
    database.differences()
    database.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_empty_database_gets_at_once_what_all_migrations_make(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    if kind == "sqlite":
        urls = [f"sqlite:///{tmp_path / name}.sqlite" for name in ("new_tables", "old_tables")]
    else:
        server = request.getfixturevalue("postgresql")
        urls = [server.empty(name) for name in ("new_tables", "old_tables")]
    created, migrated = map(Database, urls)
    created.migrate()
    migrated.migrate(newest_revision())
    assert created.revision == migrated.revision == newest_revision()
    tables = described(created)
    assert len(tables) > 40
    assert tables == described(migrated)
    created.undo()
    assert set(inspect(created.engine).get_table_names()) == {"alembic_version"}
    created.migrate()
    assert described(created) == tables
    created.close()
    migrated.close()


def described(database: Database) -> dict[str, list[set[str]]]:
    """Each table's columns, keys, rules and indexes, without their order."""
    seen = inspect(database.engine)

    def rules(table: str) -> set[str]:
        words = re.compile(r"\w[\w.]*")
        return {
            f"{each['name']} {sorted(words.findall(each['sqltext']))}"
            for each in seen.get_check_constraints(table)
        }

    return {
        table: [
            {f"{each['name']} {each['type']} {each['nullable']} {each['default']}"
             for each in seen.get_columns(table)},
            {str(seen.get_pk_constraint(table))},
            {str(sorted(each.items())) for each in seen.get_foreign_keys(table)},
            {str(sorted(each.items())) for each in seen.get_unique_constraints(table)},
            rules(table),
            {str(sorted(each.items())) for each in seen.get_indexes(table)},
        ]
        for table in seen.get_table_names()
        if table != "alembic_version"
    }  # fmt: skip


def test_newest_revision_equals_the_head_that_alembic_finds() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert newest_revision() == ScriptDirectory.from_config(config).get_current_head()


def test_history_has_one_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


@pytest.fixture(params=["sqlite", "postgresql"])
def unchecked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database that does not look whether what is pointed to is there."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}")

        @event.listens_for(database.engine, "connect")
        def _unlink(made: Any, _: object) -> None:
            made.execute("PRAGMA foreign_keys = OFF")

    else:
        address = request.getfixturevalue("postgresql").empty("unchecked")
        with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as made:
            made.execute("ALTER DATABASE unchecked SET session_replication_role = replica")
        database = Database(address)
    yield database
    database.close()


def test_rows_of_a_list_stay_what_they_were_going_up_down_and_up(
    unchecked: Database,
) -> None:
    database = unchecked
    database.migrate("0d3c5e9b7a41")
    ids = {name: uuid4().hex for name in ("organisation", "intake", "fern", "moss", "contract")}
    organisation, intake, fern, moss, contract = ids.values()
    given = [(2, 0, "contract", fern, contract, None), (2, 1, "supplier", moss, None, 1050)]
    given += [(row, 0, "supplier", moss, None, row) for row in range(3, 1_100)]
    given += [(1_100, 0, "reported", None, None, None)]
    with database.engine.begin() as connection:

        def keep(table: str, **values: object) -> None:
            names = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join(f":{name}" for name in values)
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), values)

        at = "2026-11-26 00:00:00"
        keep("organisation", id=organisation, name="Ours", kind="council", created_at=at)
        keep("intake", id=intake, organisation_id=organisation, sha256="0", name="x", sheet="",
             state="taken", reason="", replaced=False, header_row=1, chosen="{}", columns="[]",
             notices="[]", created_at=at)  # fmt: skip
        for row, part, outcome, supplier, of, paid in given:
            keep("intake_row", id=uuid4().hex, intake_id=intake, row=row, part=part, message="",
                 outcome=outcome, cells=f'["cell {row}.{part}"]', column="", supplier_id=supplier,
                 contract_id=of, paid=paid)  # fmt: skip
    database.migrate()
    with database.session() as session:
        kept = [
            (each.row, each.outcome.value, *each.cells, each.supplier, each.contract)
            for each in listed_rows(session, UUID(intake))
        ]
        some = list(listed_rows(session, UUID(intake), offset=499, limit=2))
        named = session.exec(select(IntakeSupplier).order_by(IntakeSupplier.first_row)).all()
        sums = {each.supplier_id: (each.first_row, each.paid) for each in named}
    assert kept == [
        (row, outcome, f"cell {row}.{part}", who and UUID(who), of and UUID(of))
        for row, part, outcome, who, of, _ in given
    ]
    assert [each.cells for each in some] == [["cell 500.0"], ["cell 501.0"]]
    paid = Decimal(1050 + sum(range(3, 1_100))) / 100
    assert sums == {UUID(fern): (2, None), UUID(moss): (2, paid)}
    database.undo("0d3c5e9b7a41")
    with database.engine.connect() as connection:
        asked = "SELECT row, part, outcome, supplier_id, contract_id FROM intake_row ORDER BY 1, 2"
        found = [
            (*row[:3], *(each and UUID(str(each)).hex for each in row[3:]))
            for row in connection.execute(text(asked))
        ]
        assert found == [each[:5] for each in given]
        total = connection.execute(text("SELECT sum(paid) FROM intake_row")).scalar()
        assert total == paid * 100
