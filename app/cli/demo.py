"""`candour demo`: the example council, assessed, ranked and served; what `make run` starts."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from app.cli.serve import check_port_available, run
from app.features.assessments.cli import as_table, show
from app.features.imports.cli import documents
from app.features.imports.jobs import enqueue_import
from app.features.registers.referrals import take_in_referrals
from app.features.suppliers.queries import ranked
from app.settings import Access, Settings
from app.terminal.context import (
    HomeOption,
    cli_principal,
    default_tenant,
    installation_context,
    wait_for_job,
)

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "council"


def demo(home: HomeOption = Path("var")) -> None:
    """Load the example council into an empty installation, print its ranking, and serve."""
    settings = Settings(home=home, access=Access.OPEN)
    check_port_available(settings)
    with installation_context(home, work=True) as opened:
        organisation = default_tenant(opened)
        with opened.database.session() as session:
            empty = not ranked(session, organisation, limit=1)
        if empty:
            name, counts = _file(EXAMPLE / "referrals.csv")
            with opened.database.session() as session:
                take_in_referrals(
                    session, organisation, name=name, data=counts, now=datetime.now(UTC)
                )
            job = enqueue_import(
                opened,
                organisation,
                lists=[_file(EXAMPLE / "suppliers.xlsx")],
                statements=[_file(path) for path in documents(EXAMPLE / "statements")],
                answers=[_file(EXAMPLE / "answers.csv")],
                at=datetime.now(UTC).date(),
                caller=cli_principal(opened),
            )
            wait_for_job(opened, job, quiet=False)
        with opened.database.session() as session:
            show(as_table(session, organisation))
    typer.echo(f"Open http://{settings.host}:{settings.port}/ for the list and its reasons,")
    typer.echo(f"or http://{settings.host}:{settings.port}/docs for the API. Stop with Ctrl+C.")
    run(settings)


def _file(path: Path) -> tuple[str, bytes]:
    return path.name, path.read_bytes()
