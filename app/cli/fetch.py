"""`candour fetch`: the one door to the network, from the command line."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import orjson
import typer

from app.settings import Settings
from app.store import open_archive
from scrapers.client import Client, Fetched
from scrapers.errors import SourceError
from scrapers.guard import FetchPolicy


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
