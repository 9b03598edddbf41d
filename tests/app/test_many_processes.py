"""A server and two workers on PostgreSQL give what one process with a file gives."""

from contextlib import ExitStack
from pathlib import Path

import httpx
from sqlmodel import Session, col, select

from app import jobs
from app.features.imports.jobs import enqueue_import
from app.installation import Installation, open_installation
from app.jobs.queries import workers
from app.settings import Settings
from app.terminal.context import default_tenant
from benchmarks.faults import free_port
from models import Assessment, JobPart, JobState, Supplier
from tests.app.conftest import AT
from tests.app.jobs.conftest import ended, until
from tests.app.processes import prepared, process
from tests.places import COUNCIL
from tests.postgresql import Server


def digests(session: Session) -> dict[str, str]:
    """What was concluded of each supplier, by its name."""
    asked = select(Supplier.name, Assessment.digest).join(
        Assessment, col(Assessment.id) == col(Supplier.assessment_id)
    )
    return dict(session.exec(asked).all())


def test_the_example_is_vetted_alike_by_separate_processes_on_postgresql(
    council: Path, tmp_path: Path, postgresql: Server
) -> None:
    with open_installation(Settings(home=council)) as home, home.database.session() as session:
        expected = digests(session)
    settings = prepared(Settings(home=tmp_path, database_url=postgresql.empty("separate")))
    server = process(settings, "serve", "--open", port=free_port())
    with ExitStack() as stack:
        for each in (server, process(settings, "worker"), process(settings, "worker")):
            each.start()
            stack.callback(each.stop)
        home = stack.enter_context(open_installation(settings))
        stack.enter_context(jobs.worker_runtime(home, worker="tests", works=False))
        until(lambda: server.answers() and len(_working(home)) == 2)
        job = enqueue_import(
            home,
            default_tenant(home),
            lists=[("suppliers.xlsx", (COUNCIL / "suppliers.xlsx").read_bytes())],
            statements=[
                (path.name, path.read_bytes())
                for path in sorted((COUNCIL / "statements").iterdir())
            ],
            answers=[("answers.csv", (COUNCIL / "answers.csv").read_bytes())],
            at=AT,
        )
        assert ended(home, job).state is JobState.DONE
        with home.database.session() as session:
            assert digests(session) == expected
            done_by = set(session.exec(select(JobPart.worker).where(JobPart.job_id == job)))
        assert done_by
        assert done_by <= _working(home)
        name = next(iter(expected))
        address = f"http://127.0.0.1:{server.environment['CANDOUR_PORT']}"
        asked = httpx.post(f"{address}/v1/checks", json={"supplier": {"name": name}}, timeout=30)
        assert asked.status_code == 201


def _working(home: Installation) -> set[str]:
    with home.database.session() as session:
        return {each.id for each in workers(session)}
