"""`candour evaluate`: how the packaged classifier agrees with a file of labelled sentences."""

from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import orjson
import typer

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
    from app.cli.tables import table
    from app.pipeline.evaluate import evaluate as measured
    from app.pipeline.evaluate import learnt_from
    from app.pipeline.labelled import NotLabelled, read_labelled
    from scoring.evidence import ModelRefused, load

    try:
        file = read_labelled(data)
        classifier = load()
        beside = load(encoder=True) if find_spec("onnxruntime") else None
    except (NotLabelled, ModelRefused) as error:
        typer.echo(f"Cannot evaluate: {error}.", err=True)
        raise typer.Exit(1) from error
    measures, learnt = measured(file, classifier), learnt_from(file, classifier)
    others = {"with the encoder": measured(file, beside)} if beside else {}
    if as_json:
        facts = asdict(measures) | {
            "model": classifier.version,
            "learnt_from": learnt,
            "beside": {name: asdict(each) for name, each in others.items()},
            "problems": file.problems,
        }
        typer.echo(orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode())
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
        typer.echo(
            "\nThe encoder is not installed: pip install 'candour[encoder]' to see what it adds."
        )
