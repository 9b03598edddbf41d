"""A worker hangs, a database restarts, a disk is full, a clock is set back: nothing is lost."""

import os
import resource
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import httpx
import pytest
from sqlmodel import Session, col, func, select

from app import jobs
from app.features.imports.jobs import enqueue_import
from app.installation import Installation, open_installation
from app.jobs import control, dispatch, heartbeat, retry, scheduler, workflow
from app.settings import Settings
from app.terminal.context import default_tenant
from benchmarks.batch import list_of
from benchmarks.faults import free_port
from models import Assessment, Job, JobPart, JobState, PartState, Worker
from tests.app.conftest import AT
from tests.app.jobs.conftest import Ask, Floor, asking, ended, until
from tests.app.processes import prepared, process
from tests.postgresql import Server, started

SUPPLIERS = 100


def counted(session: Session) -> int:
    return session.exec(select(func.count(col(Assessment.id)))).one()


def test_the_work_of_a_worker_that_hangs_is_done_by_the_living(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "DEAD_AFTER_S", 1.0)
    cut_off = "&options=-c%20idle_in_transaction_session_timeout%3D3000"
    url = postgresql.empty("hung")
    prepared(
        Settings(home=tmp_path, database_url=url)
    )  # migrated without the cut-off of three seconds
    settings = Settings(home=tmp_path, database_url=url + cut_off)
    hung = process(settings, "worker")
    with open_installation(settings) as home:
        hung.start()
        try:
            with jobs.worker_runtime(home, worker="tests", works=False):
                listed = [("list.csv", list_of(SUPPLIERS))]
                job = enqueue_import(home, default_tenant(home), lists=listed, at=AT)
                until(lambda: judging(home, hung.id))
                os.kill(hung.id, signal.SIGSTOP)
            with jobs.worker_runtime(home, worker="tests"):
                told = ended(home, job)
        finally:
            os.kill(hung.id, signal.SIGCONT)
            hung.stop()
        assert (told.state, told.done, told.failed) == (JobState.DONE, told.total, 0)
        with home.database.session() as session:
            assert counted(session) == SUPPLIERS
            assert session.get_one(type(told), job).done == told.total


def judging(home: Installation, pid: int) -> bool:
    """Whether a process is in the middle of judging suppliers."""
    with home.database.session() as session:
        held = (
            select(JobPart.id)
            .join(Worker, col(Worker.id) == col(JobPart.worker))
            .where(Worker.pid == pid, JobPart.verb == "assess", JobPart.state == PartState.WAITING)
        )
        return session.exec(held).first() is not None


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that a test may stop."""
    with started(template=False) as server:
        yield server


def test_work_goes_on_when_its_database_was_restarted(
    tmp_path: Path, own_server: Server, floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retry, "LONGEST_DELAY_S", 0.5)
    settings = prepared(Settings(home=tmp_path, database_url=own_server.empty("restarted")))
    with open_installation(settings) as home, jobs.worker_runtime(home, worker="tests"):
        floor.gate.clear()
        job = asking(home)(*(f"part {number}" for number in range(20)))
        until(lambda: bool(floor.begun))
        own_server.stop()
        floor.gate.set()
        until(lambda: retry.current_error().startswith("the database"))
        own_server.start()
        told = ended(home, job)
        assert (told.state, told.done, told.failed) == (JobState.DONE, 21, 0)


def test_a_full_disk_is_told_and_waited_out_and_nothing_is_half_written(tmp_path: Path) -> None:
    settings = prepared(Settings(home=tmp_path))
    server = process(settings, "serve", "--open", "--work", port=free_port())
    server.start()
    try:
        address = f"http://127.0.0.1:{server.environment['CANDOUR_PORT']}"
        until(lambda: ready(address) == [])
        listed = {"list": ("list.csv", list_of(SUPPLIERS))}
        job = httpx.post(f"{address}/v1/imports", files=listed, timeout=60).json()["id"]
        with full_disk(server.id, settings.home):
            until(lambda: any("disk" in reason for reason in ready(address)))
            before = looked_at(settings.home)
            assert looked_at(settings.home) == before
        until(lambda: httpx.get(f"{address}/v1/jobs/{job}").json()["state"] == "done")
        until(lambda: ready(address) == [])
    finally:
        server.stop()
    parts, assessments = looked_at(settings.home)
    assert assessments == SUPPLIERS
    assert parts == SUPPLIERS + 1  # the list is an item, and so is each supplier


def ready(address: str) -> list[str]:
    """Why a service is not ready."""
    try:
        reasons: list[str] = httpx.get(f"{address}/health/ready", timeout=60).json()["reasons"]
    except httpx.TransportError:
        return ["it does not answer"]
    return reasons


@contextmanager
def full_disk(pid: int, home: Path) -> Iterator[None]:
    """Let no file of a process grow any more, while the context is open."""
    largest = max(path.stat().st_size for path in home.glob("*.sqlite*"))
    unlimited = resource.prlimit(pid, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, unlimited)


def looked_at(home: Path) -> tuple[int, int]:
    """Items done and assessments kept, in a database that is whole."""
    with closing(sqlite3.connect(home / "candour.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not database.execute("PRAGMA foreign_key_check").fetchall()
        done = "SELECT coalesce(sum(items), 0) FROM job_part WHERE state = 'done'"
        (items,) = database.execute(done).fetchone()
        (counted,) = database.execute("SELECT count(*) FROM job").fetchone()
        assert counted == 1
        (told,) = database.execute("SELECT done FROM job").fetchone()
        assert told == items
        (assessments,) = database.execute("SELECT count(*) FROM assessment").fetchone()
        return items, assessments


class SetBack(datetime):
    """A clock that stands two hours behind."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """Tell the time of two hours ago."""
        return datetime.now(tz) - timedelta(hours=2)


def test_a_clock_that_is_set_back_neither_stops_nor_repeats_anything(
    home: Installation, floor: Floor, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    floor.gate.clear()
    names = [f"part {number}" for number in range(20)]
    with jobs.worker_runtime(home, worker="tests"):
        job = ask(*names)
        until(lambda: bool(floor.begun))
        true_time = time.time
        monkeypatch.setattr(time, "time", lambda: true_time() - 7_200)
        for module in (control, dispatch, scheduler, workflow):
            monkeypatch.setattr(module, "datetime", SetBack)
        floor.gate.set()
        assert ended(home, job).state is JobState.DONE
        with home.database.session() as session:
            assert jobs.get_progress(session, session.get_one(Job, job)).waiting == 0
        later = ended(home, ask("later"))
    assert later.created_at < datetime.now(UTC) - timedelta(hours=1)
    assert later.state is JobState.DONE
    assert sorted(name for _, name in floor.kept) == sorted(
        [*names, "the end", "later", "the end"]
    )
