"""The invented statements of the examination, with levels written before any was scored."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scoring.evidence import load
from scoring.identity import identify
from scoring.reference.vocabulary import Criterion, DocumentKind, Level
from scoring.statements.criteria import DEFINITIONS
from scoring.statements.statement import StatementScore, score_statement
from scrapers.documents.reading import read_document

FOLDER = Path(__file__).parent
AT = date(2026, 11, 30)


@dataclass(frozen=True, slots=True)
class Examined:
    """One invented statement.

    Attributes:
        name: What kind of firm it speaks for.
        text: The statement.
        levels: The level of each criterion, as a person set it; none where it is silent.
    """

    name: str
    text: str
    levels: dict[Criterion, Level]


def examined(part: str) -> tuple[Examined, ...]:
    """Return the statements of a part: `tuned` and `voices` were read while rules were made."""
    entries = (FOLDER / f"{part}.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return tuple(_entry(entry) for entry in entries)


def _entry(entry: str) -> Examined:
    name, truth, text = entry.split("\n", 2)
    levels = {asked.criterion: Level.NONE for asked in DEFINITIONS}
    for pair in truth.split():
        criterion, level = pair.split("=")
        levels[Criterion(criterion)] = Level(level)
    return Examined(name, text.strip(), levels)


def score_text(text: str, *, encoder: bool = False) -> StatementScore:
    """Return the score of a text, whatever it is judged to be: the examination is of levels."""
    document = read_document(text.encode(), name="statement.txt")
    identity = replace(identify(document), kind=DocumentKind.STATEMENT)
    evidence = load(encoder=encoder).judge(document)
    return score_statement(document, identity, evidence, at=AT)


def levels_in(text: str) -> dict[Criterion, Level]:
    """Return the level of each criterion in a text."""
    return {each.criterion: each.level for each in score_text(text).levels}


def variants(text: str) -> dict[str, str]:
    """Return variants of a text that say the same; only their form or padding differs."""
    first, *paragraphs = text.split("\n\n")
    body, padding = (
        paragraphs[1:],
        "We believe that everybody deserves to be treated with respect.",
    )
    return {
        "reordered": "\n\n".join([first, paragraphs[0], *reversed(body)]),
        "wrapped": "\n".join(_wrapped(text)),
        "padded": "\n\n".join([first, *(f"{each}\n\n{padding}" for each in paragraphs)]),
        "repeated": "\n\n".join([first, *paragraphs, *body]),
        "one paragraph": f"{first}\n\n" + " ".join(paragraphs),
        "neutral line": f"{text}\n\nOur office has a green door.",
    }


def _wrapped(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        words, current = line.split(), ""
        for word in words:
            if len(current) + len(word) > 70:
                lines.append(current)
                current = ""
            current = f"{current} {word}".strip()
        lines.append(current)
    return lines
