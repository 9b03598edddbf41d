"""`candour jobs`: what long work there is, and how far; pause, resume, cancel or retry it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from pydantic import TypeAdapter
from rich.table import Table

from app import jobs
from app.features.assessments.cli import show as show_table
from app.features.imports.jobs import enqueue_retry
from app.features.jobs_admin.serializer import Job, serialize_job, serialize_whole_job
from app.jobs import get_job
from app.jobs.queries import jobs_of
from app.terminal.context import HomeOption, JsonOption, default_tenant, installation_context
from app.terminal.output import print_json

commands = typer.Typer(help="See how far jobs are, and steer them.", no_args_is_help=True)

_JOBS = TypeAdapter(list[Job])

JobArgument = Annotated[UUID, typer.Argument(metavar="JOB", help="A job's identifier.")]


@commands.command("list")
def list_jobs(home: HomeOption = Path("var"), as_json: JsonOption = False) -> None:
    """List jobs, newest first."""
    with installation_context(home) as opened, opened.database.session() as session:
        listed = [
            serialize_job(session, job)
            for job in jobs_of(session, default_tenant(opened), limit=50)
        ]
    if as_json:
        print_json({"jobs": _JOBS.dump_python(listed, mode="json")})
        return
    table = Table(title="Jobs, newest first", title_justify="left")
    for heading in ("Job", "Kind", "State", "Done", "Failed", "Left", "Doing"):
        table.add_column(heading, overflow="fold")
    for job in listed:
        table.add_row(*_cells(job))
    show_table(table)


@commands.command()
def show(job: JobArgument, home: HomeOption = Path("var"), as_json: JsonOption = False) -> None:
    """Show how far a job is, and what in it could not be done."""
    with installation_context(home) as opened, opened.database.session() as session:
        row = get_job(session, job, organisation=default_tenant(opened))
        shown = serialize_whole_job(session, row)
    if as_json:
        print_json(shown.model_dump(mode="json"))
        return
    typer.echo(f"{shown.state.value}: {shown.done} of {shown.total} done.")
    for line in (shown.status_text, shown.error):
        if line:
            typer.echo(line)
    if shown.time_left_s is not None:
        typer.echo(f"{shown.rate_per_s:g} a second; {_left(shown)} left.")
    for each in shown.failures:
        typer.echo(f"Not done: {each.item}: {each.reason}")


@commands.command()
def pause(job: JobArgument, home: HomeOption = Path("var")) -> None:
    """Stop a job for a while; what is being done now is ended."""
    _steer(home, job, jobs.pause)


@commands.command()
def resume(job: JobArgument, home: HomeOption = Path("var")) -> None:
    """Let a paused job go on."""
    _steer(home, job, jobs.resume)


@commands.command()
def cancel(job: JobArgument, home: HomeOption = Path("var")) -> None:
    """End a job before its end; what it has done stays."""
    _steer(home, job, jobs.cancel)


@commands.command()
def retry(job: JobArgument, home: HomeOption = Path("var")) -> None:
    """Do again what a job could not do, and only that."""
    with (
        installation_context(home) as opened,
        jobs.worker_runtime(opened, worker="cli", works=False),
    ):
        typer.echo(f"A new job does it: {enqueue_retry(opened, default_tenant(opened), job)}")


def _steer(home: Path, job: UUID, steer: Callable[..., None]) -> None:
    with (
        installation_context(home) as opened,
        jobs.worker_runtime(opened, worker="cli", works=False),
    ):
        steer(opened, job, organisation=default_tenant(opened))
        with opened.database.session() as session:
            typer.echo(f"The job is {get_job(session, job).state.value}.")


def _cells(job: Job) -> tuple[str, ...]:
    done = f"{job.done} of {job.total}"
    words = job.error or job.status_text
    return (
        str(job.id),
        job.kind.value,
        job.state.value,
        done,
        str(job.failed),
        _left(job),
        words,
    )


def _left(job: Job) -> str:
    return "" if job.time_left_s is None else str(timedelta(seconds=job.time_left_s))
