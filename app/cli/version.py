"""`candour version`: what is installed."""

from importlib.metadata import version as installed

import typer


def version() -> None:
    """Print the version of Candour that is installed."""
    typer.echo(installed("candour"))
