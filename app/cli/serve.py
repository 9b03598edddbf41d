"""`candour serve`: pages and API on one address, with or without doing jobs' work beside them."""

from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from app.cli.at_home import HomeOption
from app.logs import log_as_json
from app.main import create_app
from app.settings import Settings


def serve(
    home: HomeOption = Path("var"),
    host: Annotated[str, typer.Option(envvar="CANDOUR_HOST")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="CANDOUR_PORT")] = 8000,
    work: Annotated[
        bool | None,
        typer.Option(
            "--work/--no-work",
            envvar="CANDOUR_WORK",
            help="Also do jobs' work in this process (default: only where the database is a file "
            "of this machine; else start `candour worker`).",
        ),
    ] = None,
) -> None:
    """Serve pages and API until stopped."""
    settings = Settings(home=home, host=host, port=port)
    works = settings.embedded if work is None else work
    log_as_json()
    app = create_app(settings, works=works)
    uvicorn.run(app, host=host, port=port, log_level="warning", log_config=None)
