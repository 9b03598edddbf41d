"""`candour watch`: keep suppliers' websites in sight, and look at them now."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.cli.at_home import (
    HomeOption,
    JsonOption,
    default_tenant,
    installation_context,
    wait_for_job,
)
from app.cli.ranking import as_table, show
from app.errors import CandourError
from app.pipeline.find_supplier import find_supplier
from app.pipeline.question import SupplierQuery
from app.pipeline.watch import ask_to_look, watch_website
from app.queries.changes import changes_of
from app.queries.websites import websites_of


def watch(
    supplier: Annotated[
        str, typer.Argument(help="Supplier whose website is to be watched; none to look now.")
    ] = "",
    site: Annotated[str, typer.Option(help="Its home page.")] = "",
    home: HomeOption = Path("var"),
    as_json: JsonOption = False,
) -> None:
    """Watch a supplier's website, or look at all that are watched for new statements."""
    if bool(supplier) != bool(site):
        raise typer.BadParameter("Give a supplier together with --site, or neither to look now.")
    try:
        with installation_context(home, work=not supplier) as opened:
            organisation = default_tenant(opened)
            if supplier:
                with opened.database.writing() as session:
                    match = find_supplier(session, organisation, SupplierQuery(name=supplier))
                    watch_website(session, opened, organisation, match.id, site)
                typer.echo(f"{match.name}: {site} is watched from now on.")
                return
            job = ask_to_look(opened, organisation, at=datetime.now(UTC).date())
            wait_for_job(opened, job, quiet=as_json)
            with opened.database.session() as session:
                for website in websites_of(session, organisation):
                    typer.echo(
                        f"{website.home_url}: {website.last_error or 'a statement is there'}"
                    )
                    for change in changes_of(session, website.supplier_id, limit=5):
                        words = change.kind.replace("_", " ")
                        typer.echo(
                            f"  {change.detected_on} {words}: {change.before} → {change.now}"
                        )
                if not as_json:
                    show(as_table(session, organisation))
    except CandourError as error:
        typer.echo(error.detail, err=True)
        raise typer.Exit(1) from error
