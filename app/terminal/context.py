"""The installation that a command works in: opened, its jobs run, and their progress shown."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, TypeAlias
from uuid import UUID

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from sqlmodel import Session

from app import jobs
from app.installation import Installation, open_installation
from app.security.organisations import own_organisation
from app.security.principal import Principal
from app.settings import Settings
from models import Job, JobState
from models.person import Role

HomeOption: TypeAlias = Annotated[
    Path, typer.Option("--home", envvar="CANDOUR_HOME", help="Where data is kept.")
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
AtOption: TypeAlias = Annotated[
    datetime | None,
    typer.Option("--at", formats=["%Y-%m-%d"], help="Judge as of this day (default: today)."),
]

_LOOK_S = 0.2


@contextmanager
def installation_context(home: Path, *, work: bool = False) -> Iterator[Installation]:
    """Open the installation under a folder; with `work`, also run its jobs in this process."""
    with open_installation(Settings(home=home)) as opened:
        if not work:
            yield opened
            return
        with jobs.worker_runtime(opened, worker=opened.settings.worker or "cli"):
            yield opened


def default_tenant(opened: Installation) -> UUID:
    """Return the identifier of the organisation that this installation is for."""
    with opened.database.session() as session:
        return own_organisation(session, now=datetime.now(UTC)).id


def cli_principal(opened: Installation) -> Principal:
    """Return whoever works on this machine's command line, as the caller of what they do."""
    return Principal(default_tenant(opened), Role.ADMINISTRATOR, "The command line")


def run_jobs(home: Path, begun: Sequence[UUID], *, quiet: bool) -> bool:
    """Do jobs that were put in the queue, wait for their end, and return whether all were done.

    What could not be done is said on standard error.
    """
    if not begun:
        return True
    with installation_context(home, work=True) as opened:
        for job in begun:
            jobs.start_job(job)
        ended = [wait_for_job(opened, job, quiet=quiet) for job in begun]
        with opened.database.session() as session:
            for row in ended:
                print_failures(session, row)
    return all(row.state is JobState.DONE for row in ended)


def print_failures(session: Session, job: Job) -> None:
    """Say on standard error what in a job could not be done."""
    for failure in jobs.list_failures(session, job.id):
        typer.echo(f"{failure.item}: {failure.reason}", err=True)


def wait_for_job(opened: Installation, job: UUID, *, quiet: bool) -> Job:
    """Show a bar until a job is finished, and return it as it ended."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=quiet,
    ) as bar:
        task = bar.add_task("Waiting to start", total=None)
        while True:
            with opened.database.session() as session:
                row = jobs.get_job(session, job)
                progress = jobs.get_progress(session, row)
            words = progress.error or progress.status_text or "Done"
            bar.update(task, description=words, total=row.total, completed=row.done)
            if row.state.ended:
                return row
            time.sleep(_LOOK_S)
