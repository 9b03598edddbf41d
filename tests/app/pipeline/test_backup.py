from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import orjson
import pytest
from sqlmodel import select
from typer.testing import CliRunner

from app import jobs
from app.cli import commands
from app.db.engine import Database
from app.errors import Conflict, Unusable
from app.features.backup.restore import restore
from app.features.backup.service import back_up
from app.features.imports.jobs import enqueue_import
from app.installation import Installation, open_installation
from app.security import audit_log
from app.settings import Settings
from app.terminal.context import cli_principal, default_tenant, wait_for_job
from models import Assessment, JobState
from models.base import metadata
from tests.app.conftest import AT, vetting
from tests.postgresql import Server

LIST = b"Supplier,Company Number,Contract ref,Title,Hourly rate,Statement\n"
ALDER = b"# Modern slavery statement\n\nAlder Works Ltd trained 40 of its 52 buyers in May 2025.\n"
PASSING = {"worker", "job", "job_part"}
"""Tables that a restored installation changes at once, by going on with its work."""


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Settings, Settings]:
    """Where an installation works, and an empty place of the same kind."""
    if request.param == "sqlite":
        urls = [f"sqlite:///{tmp_path / name}.sqlite" for name in ("old", "new")]
    else:
        server: Server = request.getfixturevalue("postgresql")
        made = tmp_path.name.replace("-", "_")
        urls = [server.empty(f"{name}_{made}") for name in ("old", "new")]
    old, new = (
        Settings(home=tmp_path / name, database_url=url)
        for name, url in zip(("old", "new"), urls, strict=True)
    )
    old.home.mkdir()
    database = Database(old.database)
    database.migrate()
    database.close()
    jobs.prepare(old.job_database)
    return old, new


def listed(number: int) -> bytes:
    row = b"Supplier %d Ltd,,C%d,Cleaning,14.80,alder.md\n"
    return LIST + b"".join(row % (each, each) for each in range(number))


def told(home: Installation) -> Iterator[tuple[str, str]]:
    """Everything that is kept, table by table."""
    with home.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name not in PASSING:
                rows = sorted(map(repr, connection.execute(select(table))))
                yield table.name, sha256("\n".join(rows).encode()).hexdigest()


def test_what_is_restored_elsewhere_is_what_was_backed_up(
    places: tuple[Settings, Settings], tmp_path: Path
) -> None:
    old, new = places
    with open_installation(old) as home:
        with jobs.worker_runtime(home, worker="tests"):
            vetting(home)(("list.csv", listed(30)), statements=[("alder.md", ALDER)])
        files = back_up(home, tmp_path / "backup.tar")
        before = dict(told(home))
    assert restore(new, tmp_path / "backup.tar") == files > 0
    with open_installation(new) as home:
        assert dict(told(home)) == before
        assert home.archive.read(sha256(ALDER).hexdigest()) == ALDER


@contextmanager
def at_work(home: Installation) -> Iterator[list[str]]:
    """Keep files and write to the audit trail all the while; yield the files kept so far."""
    kept: list[str] = []
    stop = Event()

    def work() -> None:
        caller = cli_principal(home)
        while not stop.is_set():
            place = len(kept)
            name = home.archive.keep(b"file %d" % place, fetched_at=datetime.now(UTC))
            with home.database.session() as session:
                audit_log.record(
                    session, caller, "file.kept", f"files/{place}", after={"n": place}
                )
            kept.append(name)
            stop.wait(0.005)

    thread = Thread(target=work)
    thread.start()
    try:
        while len(kept) < 20:
            stop.wait(0.01)
        yield kept
    finally:
        stop.set()
        thread.join()


def test_a_backup_taken_under_load_is_restored_and_its_work_goes_on(
    places: tuple[Settings, Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = places
    with open_installation(old) as home, jobs.worker_runtime(home, worker="tests"):
        job = enqueue_import(
            home,
            default_tenant(home),
            lists=[("list.csv", listed(120))],
            statements=[("alder.md", ALDER)],
            at=AT,
        )
        with at_work(home) as kept:
            before = len(kept)
            back_up(home, tmp_path / "backup.tar")
        wait_for_job(home, job, quiet=True)
    restore(new, tmp_path / "backup.tar")
    monkeypatch.setenv("CANDOUR_DATABASE_URL", new.database_url)
    ran = CliRunner().invoke(
        commands, ["audit", "verify", "--json", "--home", str(new.home)], catch_exceptions=False
    )
    assert ran.exit_code == 0
    (trail,) = orjson.loads(ran.stdout)["trails"]
    assert before <= trail["entries"] <= len(kept) + 1
    with open_installation(new) as home:
        for name in kept[: trail["entries"]]:
            home.archive.read(name)  # it compares the bytes with their SHA-256
    jobs.prepare(new.job_database)
    with open_installation(new) as home, jobs.worker_runtime(home, worker="tests"):
        ended = wait_for_job(home, job, quiet=True)
        assert (ended.state, ended.done) == (JobState.DONE, ended.total)
        with home.database.session() as session:
            assert len(session.exec(select(Assessment.id)).all()) >= 120


def test_a_damaged_backup_is_refused_and_nothing_is_written(
    places: tuple[Settings, Settings], tmp_path: Path
) -> None:
    old, new = places
    file = tmp_path / "backup.tar"
    with open_installation(old) as home:
        home.archive.keep(ALDER, fetched_at=datetime.now(UTC))
        back_up(home, file)
    body = file.read_bytes()
    place = body.index(ALDER)
    file.write_bytes(body[:place] + b"?" + body[place + 1 :])
    with pytest.raises(Unusable, match="not what was backed up"):
        restore(new, file)
    file.write_bytes(body[: len(body) // 2])
    with pytest.raises(Unusable):
        restore(new, file)
    assert not list(new.home.rglob("*"))


def test_a_backup_is_not_restored_over_what_is_kept(
    places: tuple[Settings, Settings], tmp_path: Path
) -> None:
    old, _ = places
    with open_installation(old) as home:
        back_up(home, tmp_path / "backup.tar")
    with pytest.raises(Conflict):
        restore(old, tmp_path / "backup.tar")


def test_a_backup_of_another_kind_of_database_is_refused(
    places: tuple[Settings, Settings], tmp_path: Path
) -> None:
    old, _ = places
    with open_installation(old) as home:
        back_up(home, tmp_path / "backup.tar")
    embedded = f"sqlite:///{tmp_path / 'other.sqlite'}"
    other = "postgresql://nobody@localhost/none" if old.embedded else embedded
    with pytest.raises(Unusable, match="This backup is of"):
        restore(Settings(home=tmp_path / "other", database_url=other), tmp_path / "backup.tar")
