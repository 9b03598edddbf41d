"""Fixtures policy: one example council is vetted once for the whole run and only read; a test that
changes anything vets its own small list in a folder of its own."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app import jobs
from app.features.imports.jobs import enqueue_import
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant, wait_for_job
from models import Job
from tests.places import COUNCIL

AT = date(2026, 11, 25)
File = tuple[str, bytes]
Vet = Callable[..., Job]


def vetting(home: Installation) -> Vet:
    """Return a function that vets files in an installation whose jobs are running."""

    def vet(*lists: File, statements: Sequence[File] = (), answers: Sequence[File] = ()) -> Job:
        job = enqueue_import(
            home, default_tenant(home), lists=lists, statements=statements, answers=answers, at=AT
        )
        return wait_for_job(home, job, quiet=True)

    return vet


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("council")
    with (
        open_installation(Settings(home=folder)) as home,
        jobs.worker_runtime(home, worker="tests"),
    ):
        job = vetting(home)(
            ("suppliers.xlsx", (COUNCIL / "suppliers.xlsx").read_bytes()),
            statements=[
                (path.name, path.read_bytes())
                for path in sorted((COUNCIL / "statements").iterdir())
            ],
            answers=[("answers.csv", (COUNCIL / "answers.csv").read_bytes())],
        )
        assert job.state == "done"
    return folder


@pytest.fixture(scope="module")
def client(council: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a copy of the council, since checks are stored; PostgreSQL has no copy."""
    settings = Settings(home=council, access=Access.OPEN)
    if settings.embedded:
        home = tmp_path_factory.mktemp("asked") / "home"
        shutil.copytree(council, home)
        settings = Settings(home=home, access=Access.OPEN)
    with TestClient(create_app(settings, works=False)) as opened:
        yield opened


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Installation]:
    with open_installation(Settings(home=tmp_path, access=Access.OPEN)) as opened:
        yield opened


@pytest.fixture
def vet(home: Installation) -> Iterator[Vet]:
    with jobs.worker_runtime(home, worker="tests"):
        yield vetting(home)
