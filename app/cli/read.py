"""`candour read`: what a document says, where on the page, and what it is."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import orjson
import typer

from scoring.identity import Identity, identify
from scoring.text import Document
from scrapers.documents import read_document_safely
from scrapers.errors import DocumentUnreadable


def read(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
) -> None:
    """Read a statement: its pages and sentences, what it is, whose and for which year."""
    try:
        document = read_document_safely(file.read_bytes(), name=file.name)
    except DocumentUnreadable as error:
        typer.echo(f"Could not be read: {error.reason}", err=True)
        raise typer.Exit(1) from error
    identity = identify(document)
    if as_json:
        facts = {"identity": asdict(identity), "document": asdict(document)}
        typer.echo(orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode())
    else:
        typer.echo(_told(document, identity))


def _told(document: Document, identity: Identity) -> str:
    year = identity.year
    lines = [
        f"Kind: {identity.kind.value}. {identity.reason}",
        f"For: {'; '.join(identity.organisations) or 'not told'}",
        f"Financial year: {f'ends {year.end.isoformat()}' if year else 'not told'}",
        f"Approved: {identity.approval.state.value} {identity.approval.by}".rstrip(),
        f"Signed: {identity.signature.name or identity.signature.state.value}",
        f"{len(document.pages)} pages, {document.words} words",
        *(f"Notice: {notice}" for notice in document.notices),
        "",
        *(f"p{s.page} #{s.index} {s.text}" for s in document.sentences),
    ]
    return "\n".join(lines)
