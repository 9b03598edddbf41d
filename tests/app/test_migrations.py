from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlmodel import select

from app.db import MIGRATIONS, Database
from app.queries.listed import listed_rows
from models import IntakeSupplier


def test_tables_are_what_the_models_say_going_up_down_and_up(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    database.migrate()
    database.differences()
    database.undo()
    database.migrate()
    database.differences()
    database.close()


def test_history_has_one_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_rows_of_a_list_stay_what_they_were_going_up_down_and_up(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}")
    database.migrate("0d3c5e9b7a41")
    ids = {name: uuid4().hex for name in ("organisation", "intake", "fern", "moss", "contract")}
    organisation, intake, fern, moss, contract = ids.values()
    given = [(2, 0, "contract", fern, contract, None), (2, 1, "supplier", moss, None, 1050)]
    given += [(row, 0, "supplier", moss, None, row) for row in range(3, 1_100)]
    given += [(1_100, 0, "reported", None, None, None)]
    with database.engine.begin() as connection:

        def keep(table: str, **values: object) -> None:
            names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
            said = f"INSERT INTO {table} ({names}) VALUES ({marks})"
            connection.exec_driver_sql(said, tuple(values.values()))

        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        at = "2026-11-26 00:00:00"
        keep("organisation", id=organisation, name="Ours", kind="council", created_at=at)
        keep("intake", id=intake, organisation_id=organisation, sha256="0", name="x", sheet="",
             state="taken", reason="", replaced=0, header_row=1, chosen="{}", columns="[]",
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
        assert list(connection.exec_driver_sql(asked)) == [each[:5] for each in given]
        total = connection.exec_driver_sql("SELECT sum(paid) FROM intake_row").scalar()
        assert total == paid * 100
    database.close()
