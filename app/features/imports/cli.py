"""`candour intake`: a supplier list and statements in, a ranked list with reasons out."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from sqlmodel import Session

from app.errors import CandourError
from app.features.assessments.cli import as_facts, as_table, show
from app.features.imports.column_mapping import columns_chosen
from app.features.imports.jobs import enqueue_import
from app.features.imports.notices import fetch_process
from app.features.imports.queries import Account, account_of
from app.features.imports.repeats import repeat_choice
from app.features.imports.schemas import serialize_account
from app.installation import Installation
from app.security.principal import Principal
from app.terminal.context import (
    AtOption,
    HomeOption,
    JsonOption,
    cli_principal,
    default_tenant,
    installation_context,
    print_failures,
    wait_for_job,
)
from app.terminal.output import print_json
from models import Job, JobState
from scrapers.errors import SourceError

_PLAIN_FILES = {".pdf", ".html", ".htm", ".md", ".txt", ".docx"}


def intake(
    file: Annotated[
        Path | None, typer.Argument(exists=True, dir_okay=False, readable=True)
    ] = None,
    find_a_tender: Annotated[
        str,
        typer.Option(
            metavar="NOTICE_OR_OCID",
            help="Take in who was awarded what, from Find a Tender: a notice number, a process's "
            "identifier, or the address of the notice. Contracts Finder's notices also.",
        ),
    ] = "",
    statements: Annotated[
        Path | None,
        typer.Option(exists=True, help="A folder of statements (looked through whole), or one."),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="A sheet of suppliers' answers."),
    ] = None,
    assess: Annotated[
        bool, typer.Option(help="Judge the suppliers now, or only keep what was sent.")
    ] = True,
    column: Annotated[
        list[str] | None,
        typer.Option(
            help="What a column holds, as NUMBER=FIELD: 4=amount, or 2= to leave it unread. "
            "Columns count from 1. May be given several times."
        ),
    ] = None,
    repeat: Annotated[
        str | None,
        typer.Option(
            help="For a list that repeats another one's payments: “replace” that list, or count "
            "“both”."
        ),
    ] = None,
    at: AtOption = None,
    home: HomeOption = Path("var"),
    as_json: JsonOption = False,
) -> None:
    """Take in a supplier list, read the statements, and rank the suppliers with reasons."""
    if (file is None) is not bool(find_a_tender):
        raise typer.BadParameter("Give a file, or --find-a-tender with a notice.")
    day = at.date() if at else datetime.now(UTC).date()
    try:
        columns, choice = columns_chosen(column or []), repeat_choice(repeat)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with installation_context(home, work=True) as opened:
        organisation = default_tenant(opened)
        supplier_list = (
            (file.name, file.read_bytes()) if file else _from_notice(opened, find_a_tender)
        )
        job = enqueue_import(
            opened,
            organisation,
            lists=[supplier_list],
            statements=[(str(path), path.read_bytes()) for path in documents(statements)],
            answers=[(answers.name, answers.read_bytes())] if answers else [],
            at=day,
            assess=assess,
            columns=columns,
            repeat=choice,
            caller=cli_principal(opened),
        )
        ended = wait_for_job(opened, job, quiet=as_json)
        with opened.database.session() as session:
            _tell(session, cli_principal(opened), ended, day, as_json)
            refused = account_of(session, ended).refused
    if refused or ended.state is JobState.FAILED:
        raise typer.Exit(1)


def _from_notice(opened: Installation, reference: str) -> tuple[str, bytes]:
    """Name and bytes of what Find a Tender says of a process.

    Raises:
        CandourError: It could not be fetched.
    """
    try:
        process = fetch_process(opened, reference)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    except SourceError as error:
        raise CandourError(f"Not fetched: {error.reason}. Nothing was taken in.") from error
    return process.name, process.data


def documents(folder: Path | None) -> Iterator[Path]:
    """Yield the files that may be statements, in order of name."""
    if folder is None:
        return
    if folder.is_file():
        yield folder
        return
    yield from sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix.lower() in _PLAIN_FILES
    )


def _tell(session: Session, caller: Principal, job: Job, day: date, as_json: bool) -> None:
    account = account_of(session, job)
    if as_json:
        facts = serialize_account(account).model_dump(mode="json") | {
            "at": day.isoformat(),
            "suppliers": as_facts(session, caller),
        }
        print_json(facts)
        return
    show(as_table(session, caller.organisation))
    _print_account(account)
    print_failures(session, job)


def _print_account(account: Account) -> None:
    out = Console(stderr=True)
    for line in account.lines():
        out.print(line, highlight=False, markup=False, soft_wrap=True)
