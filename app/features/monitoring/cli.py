"""`candour watch`: keep suppliers' websites in sight, and look at them now."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import orjson
import typer

from app.errors import CandourError
from app.features.assessments.cli import as_table, show
from app.features.checks.question import SupplierQuery
from app.features.monitoring.jobs import ask_to_look, watch_website
from app.features.monitoring.queries import changes_of, websites_of
from app.features.suppliers.lookup import find_supplier
from app.installation import open_archive
from app.settings import Settings
from app.terminal.context import (
    HomeOption,
    JsonOption,
    default_tenant,
    installation_context,
    wait_for_job,
)
from scrapers.errors import SourceError
from scrapers.http.client import Client, Fetched
from scrapers.http.ssrf import FetchPolicy


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


def fetch(
    url: Annotated[str, typer.Argument(help="An http or https address on the public web.")],
    home: Annotated[
        Path, typer.Option(envvar="CANDOUR_HOME", help="Where documents are kept.")
    ] = Path("var"),
    contact: Annotated[
        str, typer.Option(envvar="CANDOUR_CONTACT", help="Where a site's owner can reach you.")
    ] = FetchPolicy().contact,
    allow: Annotated[
        list[str] | None,
        typer.Option(help="HOST:PORT on this machine that may be fetched, for trials."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
) -> None:
    """Fetch a document and keep it as evidence; or say why it was refused."""
    policy = FetchPolicy(contact=contact, loopback=frozenset(allow or ()))
    try:
        with Client(policy, open_archive(Settings(home=home))) as client:
            fetched = client.fetch(url)
    except SourceError as error:
        _refuse(url, error, as_json)
        raise typer.Exit(1) from error
    typer.echo(_facts(fetched) if as_json else _lines_of(fetched))


def _refuse(url: str, error: SourceError, as_json: bool) -> None:
    if as_json:
        refusal = {"url": url, "error": type(error).__name__, "reason": error.reason}
        typer.echo(orjson.dumps(refusal, option=orjson.OPT_INDENT_2).decode())
    else:
        typer.echo(f"Not fetched: {error.reason}.", err=True)


def _facts(fetched: Fetched) -> str:
    facts = asdict(fetched)
    facts["bytes"] = len(facts.pop("body"))
    return orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode()


def _lines_of(fetched: Fetched) -> str:
    return "\n".join(
        [
            f"Fetched: {fetched.final_url}",
            *(f"Sent on by: {url}" for url in fetched.redirects),
            f"At: {fetched.fetched_at.isoformat(timespec='seconds')}",
            f"Kept: {fetched.sha256} ({len(fetched.body):,} bytes)",
        ]
    )
