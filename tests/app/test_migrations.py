from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from app.db import MIGRATIONS, Database


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
