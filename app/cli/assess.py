"""`candour assess`: judge every supplier again, as of a day."""

from datetime import UTC, datetime
from pathlib import Path

import orjson
import typer

from app.cli.at_home import (
    AtOption,
    HomeOption,
    JsonOption,
    default_tenant,
    installation_context,
    wait_for_job,
)
from app.cli.ranking import as_facts, as_table, show
from app.pipeline.vet import enqueue_assessment


def assess(
    at: AtOption = None, home: HomeOption = Path("var"), as_json: JsonOption = False
) -> None:
    """Judge every supplier by what is known of it on a day, and rank them."""
    day = at.date() if at else datetime.now(UTC).date()
    with installation_context(home, work=True) as opened:
        organisation = default_tenant(opened)
        wait_for_job(opened, enqueue_assessment(opened, organisation, at=day), quiet=as_json)
        with opened.database.session() as session:
            if as_json:
                facts = {"at": day.isoformat(), "suppliers": as_facts(session, organisation)}
                typer.echo(orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode())
            else:
                show(as_table(session, organisation))
