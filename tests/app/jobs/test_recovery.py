import platform
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from app import jobs
from app.installation import Installation
from app.jobs import retry, scheduler
from app.jobs.dispatch import advance_job
from app.jobs.engine import Runtime
from app.jobs.heartbeat import WorkerSupervisor
from app.jobs.queue import Message, QueueClient
from benchmarks.faults import kill_at_random
from models import JobState, Worker
from tests.app.jobs.conftest import Ask, Floor, ended, until
from tests.postgresql import Server


def test_a_job_whose_messages_were_never_sent_is_done(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    job = ask("one", "two", begin=False)
    with jobs.worker_runtime(home, worker="tests"):
        assert ended(home, job).done == 3
    assert len(floor.kept) == 3


@pytest.mark.usefixtures("floor")
def test_a_job_whose_messages_were_used_up_in_vain_is_done(
    home: Installation, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scheduler, "STALLED_AFTER_S", 0.5)
    with jobs.worker_runtime(home, worker="tests") as here:
        job = ask("one", begin=False)
        advance_job(Runtime(home, "nobody", _Nowhere()), job)  # type: ignore[arg-type]
        assert not here.queues.is_live(f"{job}/")
        assert ended(home, job).state is JobState.DONE


class _Nowhere:
    """A queue that loses every message."""

    def send(self, messages: Iterable[Message]) -> None:
        list(messages)


def test_work_that_a_dead_worker_held_is_done_by_the_living(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    died = subprocess.Popen([sys.executable, "-c", ""])
    died.wait()
    with jobs.worker_runtime(home, worker="tests", works=False) as here:
        job = ask("one", "two", begin=False)
        advance_job(here, job)
        _claim(here.queues, executor="dead")
    with home.database.session() as session:
        session.add(_worker("dead", host=platform.node(), pid=died.pid))
    with jobs.worker_runtime(home, worker="tests"):
        assert ended(home, job).state is JobState.DONE
        until(lambda: not _known(home, "dead"))
    assert len(floor.kept) == 3


def _worker(id: str, *, host: str, pid: int) -> Worker:
    return Worker(
        id=id, host=host, pid=pid, version="1", heartbeat=7, started_at=datetime.now(UTC)
    )


def _claim(queues: QueueClient, *, executor: str) -> None:
    """Let a worker have taken everything that waits, as the engine notes it."""
    schema = "" if queues.engine.dialect.name == "sqlite" else "dbos."
    with queues.engine.begin() as connection:
        connection.exec_driver_sql(
            f"UPDATE {schema}workflow_status SET status = 'PENDING', executor_id = '{executor}'"
        )


def _known(home: Installation, worker: str) -> bool:
    with home.database.session() as session:
        return session.get(Worker, worker) is not None


def test_a_worker_elsewhere_is_dead_once_its_beats_stand_still(home: Installation) -> None:
    with jobs.worker_runtime(home, worker="tests", works=False) as here:
        supervisor = WorkerSupervisor(here, dead_after_s=0.0)
        told = _worker("far", host="elsewhere", pid=1)
        assert not supervisor.is_dead(told)
        told.heartbeat = 8
        assert not supervisor.is_dead(told)
        assert supervisor.is_dead(told)


def test_trouble_that_passes_is_waited_out_and_told_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    retry.set_stopping(False)
    monkeypatch.setattr(retry, "FIRST_DELAY_S", 0.01)
    told: list[str] = []

    def works_the_third_time() -> str:
        told.append(retry.current_error())
        if len(told) == 1:
            raise OSError(28, "No space left on device")
        if len(told) == 2:
            raise OperationalError("SELECT 1", {}, Exception("the server is starting up"))
        return "done"

    assert retry.retry_transient(works_the_third_time) == "done"
    assert told == [
        "",
        "the disk: No space left on device",
        "the database: the server is starting up",
    ]
    assert retry.current_error() == ""


def test_a_fault_of_the_work_itself_is_not_waited_out() -> None:
    with pytest.raises(ZeroDivisionError):
        retry.retry_transient(lambda: 1 // 0)


def test_a_stop_ends_the_waiting() -> None:
    def never() -> None:
        raise OSError(28, "No space left on device")

    retry.set_stopping(True)
    with pytest.raises(retry.Stopping):
        retry.retry_transient(never)
    retry.set_stopping(False)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_is_lost_or_doubled_when_processes_are_killed(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = ""
    if kind == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        url = server.empty("killed")
    trial = kill_at_random(tmp_path / "home", url, documents=24, kills=3, seed=7, pages=1)
    assert trial.wrong == []
    assert trial.kills == 3
