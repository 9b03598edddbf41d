"""`candour train`: make the packaged classifier from labelled statements, and measure it."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from app.features.training.evaluation import Figures
import sys
from importlib.util import find_spec

from app.errors import Unusable
from app.features.suppliers.exports_api import csv_lines
from app.features.training.feedback_export import HEAD, corrected
from app.security.organisations import every_organisation
from app.terminal.context import HomeOption, installation_context
from app.terminal.output import print_json

# What needs scikit-learn is imported by the command itself: it takes seconds, of every command.
# ruff: noqa: PLC0415


def train(
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Where the labelled CSVs are.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
) -> None:
    """Train the classifier, measure it on statements held out, and package it with its card."""
    from app.features.training.dataset import READ, NotLabelled, read_folder
    from app.features.training.evaluation import DEVELOPMENT, figures
    from app.features.training.model_card import card
    from app.features.training.train import keep
    from scoring.evidence.train import train as fit_and_hold_out

    try:
        file = read_folder(folder)
    except NotLabelled as error:
        raise Unusable(f"Cannot train: {error}.") from error
    trained = fit_and_hold_out(file.rows, hold=(DEVELOPMENT, READ))
    measures = figures(trained, folder)
    digest = keep(trained, card(trained, measures))
    if as_json:
        facts = asdict(measures) | {"digest": digest, "problems": file.problems}
        print_json(facts)
        return
    for problem in file.problems:
        typer.echo(problem, err=True)
    typer.echo(_report(measures))
    typer.echo(f"\nPackaged model: SHA-256 {digest}")


def _report(measures: "Figures") -> str:
    """Return the figures as text, ours beside the rival's on the same rows."""
    from app.terminal.tables import table

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


# What needs scikit-learn is imported by the command itself: it takes seconds, of every command.
# ruff: noqa: PLC0415


def evaluate(
    data: Annotated[
        Path,
        typer.Option(
            exists=True,
            dir_okay=False,
            readable=True,
            help="A CSV of labelled sentences: statement_id, sentence and label columns.",
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
) -> None:
    """Measure the packaged classifier on labelled sentences, at its own thresholds.

    Where the encoder is installed, what it adds is measured beside it.
    """
    from app.features.training.dataset import NotLabelled, read_labelled
    from app.features.training.train import evaluate as measured
    from app.features.training.train import learnt_from
    from app.terminal.tables import table
    from scoring.evidence import ModelRefused, load

    try:
        file = read_labelled(data)
        classifier = load()
        beside = load(encoder=True) if find_spec("onnxruntime") else None
    except (NotLabelled, ModelRefused) as error:
        raise Unusable(f"Cannot evaluate: {error}.") from error
    measures, learnt = measured(file, classifier), learnt_from(file, classifier)
    others = {"with the encoder": measured(file, beside)} if beside else {}
    if as_json:
        facts = asdict(measures) | {
            "model": classifier.version,
            "learnt_from": learnt,
            "beside": {name: asdict(each) for name, each in others.items()},
            "problems": file.problems,
        }
        print_json(facts)
        return
    for problem in file.problems:
        typer.echo(problem, err=True)
    typer.echo(f"Model {classifier.version} on {data.name}\n")
    if learnt:
        typer.echo(
            f"{learnt} of these statements were learnt from: on them the figures say how well the "
            "model remembers. See CARD.md for figures on statements held out.\n"
        )
    typer.echo(table(measures, others))
    if not others:
        typer.echo("\nThe encoder is not installed: pip install onnxruntime to see what it adds.")


feedback = typer.Typer(help="What people said of the evidence.", no_args_is_help=True)


@feedback.callback()
def _group() -> None:
    """Keep `export` a verb of its own: nothing here is learnt from by itself."""


@feedback.command()
def export(
    home: HomeOption = Path("var"),
    to: Annotated[
        Path | None, typer.Option("--to", help="The file to write; standard output if not given.")
    ] = None,
) -> None:
    """Write every statement that people gave feedback on as labelled sentences, in CSV."""
    with installation_context(home) as opened, opened.database.session() as session:
        rows = [row for each in every_organisation(session) for row in corrected(session, each.id)]
    text = "".join(csv_lines([list(HEAD), *rows]))
    if to is None:
        sys.stdout.write(text)
    else:
        to.write_text(text, encoding="utf-8", newline="")
    typer.echo(
        f"{len(rows):,} sentences of {len({row[1] for row in rows}):,} statements", err=True
    )
