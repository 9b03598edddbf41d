"""`candour serve`: pages and API on one address, with the job engine in the same process."""

from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from app.cli.at_home import HomeOption
from app.main import create_app
from app.settings import Settings


def serve(
    home: HomeOption = Path("var"),
    host: Annotated[str, typer.Option(envvar="CANDOUR_HOST")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="CANDOUR_PORT")] = 8000,
) -> None:
    """Serve pages and API until stopped."""
    settings = Settings(home=home, host=host, port=port)
    uvicorn.run(create_app(settings), host=host, port=port, log_level="warning")
