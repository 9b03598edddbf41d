"""`candour watch`: keep suppliers' websites in sight, and look at them now."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from app.errors import Unusable
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
from app.terminal.output import print_json
from models import SourceChange, Website
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
    """Watch a supplier's website, or check all watched sites for new statements."""
    if bool(supplier) != bool(site):
        raise typer.BadParameter("Give a supplier together with --site, or neither to look now.")
    with installation_context(home, work=not supplier) as opened:
        organisation = default_tenant(opened)
        if supplier:
            with opened.database.writing() as session:
                match = find_supplier(session, organisation, SupplierQuery(name=supplier))
                watch_website(session, opened, organisation, match.id, site)
            if as_json:
                print_json({"supplier": str(match.id), "name": match.name, "site": site})
            else:
                typer.echo(f"{match.name}: {site} is watched from now on.")
            return
        job = ask_to_look(opened, organisation, at=datetime.now(UTC).date())
        wait_for_job(opened, job, quiet=as_json)
        with opened.database.session() as session:
            looked = [
                (website, changes_of(session, website.supplier_id, limit=_CHANGES))
                for website in websites_of(session, organisation)
            ]
            if as_json:
                print_json({"websites": [_website(*each) for each in looked]})
            else:
                typer.echo("\n".join(line for each in looked for line in _website_lines(*each)))
                show(as_table(session, organisation))


_CHANGES = 5
"""Changes of a supplier that are printed; the page has them all."""


def _website(website: Website, changes: Sequence[SourceChange]) -> dict[str, object]:
    return {
        "supplier": str(website.supplier_id),
        "home_url": website.home_url,
        "last_error": website.last_error,
        "changes": [
            {
                "detected_on": each.detected_on.isoformat(),
                "kind": each.kind,
                "before": each.before,
                "now": each.now,
            }
            for each in changes
        ],
    }


def _website_lines(website: Website, changes: Sequence[SourceChange]) -> Iterator[str]:
    yield f"{website.home_url}: {website.last_error or 'a statement is there'}"
    for each in changes:
        words = each.kind.replace("_", " ")
        yield f"  {each.detected_on} {words}: {each.before} → {each.now}"


class NotFetched(Unusable):
    """A document was not fetched: the address was refused, or nothing usable is there."""

    def __init__(self, url: str, error: SourceError) -> None:
        super().__init__(f"Not fetched: {error.reason}.")
        self.url, self.error = url, error

    @property
    def members(self) -> dict[str, Any]:
        """Say which address it was, which kind of refusal, and why."""
        return {
            "url": self.url,
            "error": type(self.error).__name__,
            "reason": self.error.reason,
        }


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
    """Fetch a document and save it as evidence, or say why it was refused."""
    policy = FetchPolicy(contact=contact, loopback=frozenset(allow or ()))
    try:
        with Client(policy, open_archive(Settings(home=home))) as client:
            fetched = client.fetch(url)
    except SourceError as error:
        raise NotFetched(url, error) from error
    if as_json:
        facts = asdict(fetched)
        print_json(facts | {"bytes": len(facts.pop("body"))})
    else:
        typer.echo(_lines_of(fetched))


def _lines_of(fetched: Fetched) -> str:
    return "\n".join(
        [
            f"Fetched: {fetched.final_url}",
            *(f"Sent on by: {url}" for url in fetched.redirects),
            f"At: {fetched.fetched_at.isoformat(timespec='seconds')}",
            f"Kept: {fetched.sha256} ({len(fetched.body):,} bytes)",
        ]
    )
