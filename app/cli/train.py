"""`candour train`: make the packaged classifier from labelled statements, and measure it."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

if TYPE_CHECKING:
    from app.pipeline.figures import Figures

# What needs scikit-learn is imported by the command itself: it takes seconds, of every command.
# ruff: noqa: PLC0415


def train(
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Where the labelled CSVs are.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
) -> None:
    """Train the classifier, measure it on statements held out, and package it with its card."""
    from app.pipeline.card import card
    from app.pipeline.figures import DEVELOPMENT, figures
    from app.pipeline.labelled import READ, NotLabelled, read_folder
    from app.pipeline.train import keep
    from scoring.evidence.train import train as fit_and_hold_out

    try:
        file = read_folder(folder)
    except NotLabelled as error:
        typer.echo(f"Cannot train: {error}.", err=True)
        raise typer.Exit(1) from error
    trained = fit_and_hold_out(file.rows, hold=(DEVELOPMENT, READ))
    measures = figures(trained, folder)
    digest = keep(trained, card(trained, measures))
    if as_json:
        facts = asdict(measures) | {"digest": digest, "problems": file.problems}
        typer.echo(orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode())
        return
    for problem in file.problems:
        typer.echo(problem, err=True)
    typer.echo(_report(measures))
    typer.echo(f"\nPackaged model: SHA-256 {digest}")


def _report(measures: "Figures") -> str:
    """Return the figures as text, ours beside the rival's on the same rows."""
    from app.cli.tables import table

    beside = {}
    if measures.beside:
        beside["with the encoder"] = measures.beside
    if measures.rival:
        beside |= {"Llama at 0.5": measures.rival.at_half, "Llama tuned": measures.rival.tuned}
    lines = [
        "Nine criteria, each statement held out whole while the others were learnt:",
        table(measures.ours, beside),
        "\nAreas of mitigation, among sentences labelled mitigation, in every British statement:",
        table(measures.areas),
    ]
    for name, part in measures.slices.items():
        lines += [f"\nStatements {name}:", table(part)]
    return "\n".join(lines)
