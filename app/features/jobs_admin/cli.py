"""`candour jobs`: what long work there is, and how far; pause, resume, cancel or retry it."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from rich.table import Table

from app import jobs
from app.features.assessments.cli import show as show_table
from app.features.imports.jobs import enqueue_retry
from app.jobs import Progress, get_job, get_progress, list_failures
from app.jobs.queries import jobs_of
from app.terminal.context import HomeOption, JsonOption, default_tenant, installation_context
from app.terminal.output import print_json
from models import Job

commands = typer.Typer(help="See how far jobs are, and steer them.", no_args_is_help=True)

JobArgument = Annotated[UUID, typer.Argument(metavar="JOB", help="A job's identifier.")]


@commands.command("list")
def list_jobs(home: HomeOption = Path("var"), as_json: JsonOption = False) -> None:
    """List jobs, newest first."""
    with installation_context(home) as opened, opened.database.session() as session:
        payload = [
            (job, get_progress(session, job))
            for job in jobs_of(session, default_tenant(opened), limit=50)
        ]
    if as_json:
        print_json({"jobs": [_facts(job, progress) for job, progress in payload]})
        return
    table = Table(title="Jobs, newest first", title_justify="left")
    for heading in ("Job", "Kind", "State", "Done", "Failed", "Left", "Doing"):
        table.add_column(heading, overflow="fold")
    for job, progress in payload:
        table.add_row(*_cells(job, progress))
    show_table(table)


@commands.command()
def show(job: JobArgument, home: HomeOption = Path("var"), as_json: JsonOption = False) -> None:
    """Show how far a job is, and what in it could not be done."""
    with installation_context(home) as opened, opened.database.session() as session:
        row = get_job(session, job, organisation=default_tenant(opened))
        progress, failures = get_progress(session, row), list_failures(session, job)
    if as_json:
        failed = [{"item": each.item, "reason": each.reason} for each in failures]
        print_json(_facts(row, progress) | {"failures": failed})
        return
    typer.echo(f"{progress.state.value}: {progress.done} of {progress.total} done.")
    for line in (progress.status_text, progress.error):
        if line:
            typer.echo(line)
    if progress.time_left is not None:
        typer.echo(f"{progress.rate:g} a second; {progress.time_left} left.")
    for each in failures:
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


def _cells(job: Job, progress: Progress) -> tuple[str, ...]:
    left = "" if progress.time_left is None else str(progress.time_left)
    done = f"{progress.done} of {progress.total}"
    words = progress.error or progress.status_text
    return (
        str(job.id),
        job.kind.value,
        progress.state.value,
        done,
        str(progress.failed),
        left,
        words,
    )


def _facts(job: Job, progress: Progress) -> dict[str, Any]:
    left = progress.time_left
    return {
        "job": str(job.id),
        "kind": job.kind.value,
        "state": progress.state.value,
        "doing": progress.status_text,
        "done": progress.done,
        "failed": progress.failed,
        "waiting": progress.waiting,
        "total": progress.total,
        "rate_per_s": progress.rate,
        "time_left_s": None if left is None else int(left.total_seconds()),
        "trouble": progress.error,
        "retry_of": str(job.retry_of) if job.retry_of else None,
    }
