"""`candour train`: make the packaged classifier from the labelled folder."""

from pathlib import Path
from typing import Annotated

import typer

from app.pipeline.labelled import NotLabelled, read_folder


def train(
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Where the labelled CSVs are.")
    ],
) -> None:
    """Train the classifier on labelled statements and package it."""
    # scikit-learn takes seconds to import, which no other command should wait for.
    from app.pipeline.train import keep  # noqa: PLC0415
    from scoring.evidence.train import train as fit_and_hold_out  # noqa: PLC0415

    try:
        rows = read_folder(folder)
    except NotLabelled as error:
        typer.echo(f"Cannot train: {error}.", err=True)
        raise typer.Exit(1) from error
    trained = fit_and_hold_out(rows)
    typer.echo(f"Packaged model: SHA-256 {keep(trained)}")
