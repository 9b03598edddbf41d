import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from app.cli import commands
from app.db.engine import Database
from app.installation import Installation, open_installation
from app.jobs import prepare
from app.settings import Settings
from tests.app.conftest import Vet
from tests.places import ROOT
from tests.postgresql import Server

LIST = b"Supplier,Company Number\nAlder Works Ltd,01234567\n"


def run(home: Path, *words: str) -> tuple[int, str]:
    told = CliRunner().invoke(commands, [*words, "--home", str(home)])
    return told.exit_code, told.output


def test_jobs_are_listed_shown_and_cannot_be_steered_once_they_ended(
    home: Installation, vet: Vet
) -> None:
    job = vet(("list.csv", LIST), ("empty.csv", b""))
    folder = home.settings.home
    code, told = run(folder, "jobs", "list", "--json")
    assert code == 0
    (listed,) = json.loads(told)["jobs"]
    assert (listed["id"], listed["state"], listed["failed"]) == (str(job.id), "done", 1)
    code, told = run(folder, "jobs", "show", str(job.id))
    assert "done: 3 of 3 done." in told
    assert "Not done: empty.csv: " in told
    for verb in ("pause", "resume", "cancel"):
        code, told = run(folder, "jobs", verb, str(job.id))
        assert (code, "done" in told) == (1, True)


def test_a_shared_database_is_migrated_by_a_step_of_its_own(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANDOUR_DATABASE_URL", postgresql.empty("unmigrated"))
    monkeypatch.setattr("app.cli.worker.log_as_json", lambda: None)
    code, told = run(tmp_path, "worker")
    assert (code, "run `candour migrate`" in told) == (1, True)
    assert run(tmp_path, "migrate")[0] == 0
    with open_installation(Settings(home=tmp_path)) as home:
        assert home.database.up_to_date


def test_a_worker_that_is_asked_to_stop_ends_well_and_leaves_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'candour.sqlite'}"
    database = Database(url)
    database.migrate()
    prepare(Settings(home=tmp_path, database_url=url).job_database)
    environment = os.environ | {"CANDOUR_HOME": str(tmp_path), "CANDOUR_DATABASE_URL": url}
    worker = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "worker"],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert worker.stderr is not None
    try:
        events = []
        while "working" not in events:
            events.append(json.loads(worker.stderr.readline())["event"])
        _until_listed(database, 1)
        worker.send_signal(signal.SIGTERM)
        _, logged = worker.communicate(timeout=180)
    finally:
        worker.kill()
    assert [json.loads(line)["event"] for line in logged.splitlines()] == ["asked to stop"]
    assert worker.returncode == 0
    _until_listed(database, 0)
    database.close()


def _until_listed(database: Database, number: int) -> None:
    for _ in range(600):
        with database.engine.connect() as connection:
            if connection.execute(text("SELECT count(*) FROM worker")).scalar_one() == number:
                return
        time.sleep(0.1)
    pytest.fail("the worker never came or went")
