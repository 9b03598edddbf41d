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

from app import jobs
from app.installation import Home, open_home
from app.security.organisations import own_organisation
from app.security.principal import Principal
from app.settings import Settings
from models import Job
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
def at_home(home: Path, *, work: bool = False) -> Iterator[Home]:
    """Open the installation under a folder; with `work`, also run its jobs in this process."""
    with open_home(Settings(home=home)) as opened:
        if not work:
            yield opened
            return
        with jobs.worker_runtime(opened, worker=opened.settings.worker or "cli"):
            yield opened


def own(opened: Home) -> UUID:
    """Return the identifier of the organisation that this installation is for."""
    with opened.database.session() as session:
        return own_organisation(session, now=datetime.now(UTC)).id


def machine(opened: Home) -> Principal:
    """Return whoever works on this machine's command line, as the caller of what they do."""
    return Principal(own(opened), Role.ADMINISTRATOR, "The command line")


def see_to(home: Path, begun: Sequence[UUID], *, quiet: bool) -> None:
    """Do jobs that were put in the queue, and wait for their end."""
    if begun:
        with at_home(home, work=True) as opened:
            for job in begun:
                jobs.start_job(job)
            for job in begun:
                wait(opened, job, quiet=quiet)


def wait(opened: Home, job: UUID, *, quiet: bool) -> Job:
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
                kept = jobs.get_job(session, job)
                told = jobs.get_progress(session, kept)
            words = told.error or told.status_text or "Done"
            bar.update(task, description=words, total=kept.total, completed=kept.done)
            if kept.state.ended:
                return kept
            time.sleep(_LOOK_S)
