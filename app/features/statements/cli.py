"""`candour read`: what a document says, where on the page, what it is, and what changed in it."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app.errors import Unusable
from app.terminal.output import print_json
from scoring.identity import Identity, identify
from scoring.reference.vocabulary import ReadBy
from scoring.statements.comparison import Comparison, compare
from scoring.text import Document
from scrapers.documents import Caller, read_document_safely
from scrapers.errors import DocumentUnreadable

_File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]


def read(
    file: _File,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
    since: Annotated[
        Path | None,
        typer.Option(
            "--since",
            exists=True,
            dir_okay=False,
            readable=True,
            help="An earlier version: print what was added, removed and reworded since.",
        ),
    ] = None,
) -> None:
    """Read a statement: its pages and sentences, what it is, whose and for which year."""
    document = _read(file)
    comparison = compare(_read(since), document) if since is not None else None
    identity = identify(document)
    if as_json:
        facts = {"identity": asdict(identity), "document": asdict(document)}
        if comparison is not None:
            facts["comparison"] = asdict(comparison)
        print_json(facts)
    elif comparison is not None:
        typer.echo("\n".join([*_facts(document, identity), "", *_changes(comparison)]))
    else:
        typer.echo("\n".join([*_facts(document, identity), "", *_sentences(document)]))


def _read(file: Path) -> Document:
    try:
        return read_document_safely(file.read_bytes(), name=file.name, caller=Caller.OFFICER)
    except DocumentUnreadable as error:
        raise Unusable(f"Could not be read: {error.reason}") from error


def _facts(document: Document, identity: Identity) -> list[str]:
    year, approval, signature = identity.year, identity.approval, identity.signature
    about = "" if year is None or year.exact else " (the day is not stated)"
    approved = [approval.state.value.replace("_", " "), approval.by]
    signed = [signature.state.value.replace("_", " "), signature.name, signature.role]
    return [
        f"Kind: {identity.kind.value}. {identity.reason}",
        *(["It calls itself a policy."] if identity.calls_itself_policy else []),
        f"For: {'; '.join(identity.organisations) or 'not stated'}",
        f"Financial year: {f'ends {year.end.isoformat()}{about}' if year else 'not stated'}",
        f"Published: {identity.published.isoformat() if identity.published else 'not stated'}",
        _with_day(f"Approved: {', '.join(filter(None, approved))}", approval.on),
        _with_day(f"Signed: {', '.join(filter(None, signed))}", signature.on),
        f"{len(document.pages)} pages, {document.words} words",
        *(f"Notice: {notice}" for notice in document.notices),
    ]


def _with_day(line: str, day: object) -> str:
    return f"{line}, {day}" if day else line


def _sentences(document: Document) -> list[str]:
    """Return a line for each sentence; those read by recognition say so."""
    recognised = {page.number for page in document.pages if page.read_by is ReadBy.OCR}
    return [
        f"p{s.page} #{s.index}{' (read by OCR)' if s.page in recognised else ''} {s.text}"
        for s in document.sentences
    ]


def _changes(comparison: Comparison) -> list[str]:
    return [
        f"{len(comparison.unchanged)} sentences unchanged, {len(comparison.reworded)} reworded, "
        f"{len(comparison.added)} added, {len(comparison.removed)} removed",
        *(f"+ p{s.page} {s.text}" for s in comparison.added),
        *(f"- p{s.page} {s.text}" for s in comparison.removed),
        *(
            f"~ p{pair.later.page} {pair.later.text}\n    was: {pair.earlier.text}"
            for pair in comparison.reworded
        ),
    ]
