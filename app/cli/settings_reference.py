"""`candour settings`: every setting, its default and what it does, from the code that reads it."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from app.settings import Settings

HEAD = """# Settings

Each setting is an environment variable. `candour settings --markdown` writes this page
from the code, and `candour doctor` checks what is set.

| variable | default | what it does |
|---|---|---|"""

_NAME = re.compile(r"^ {4}(\w+): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its variable, its default as a person would write it, and its description."""

    variable: str
    default: str
    description: str


def settings(
    markdown: Annotated[bool, typer.Option("--markdown", help="Write docs/settings.md.")] = False,
) -> None:
    """List every setting, its default and what it does."""
    if markdown:
        typer.echo(as_markdown(), nl=False)
        return
    for each in every_setting():
        typer.echo(f"{each.variable} (default: {each.default})")
        typer.echo(f"    {each.description}")


def as_markdown() -> str:
    """Return the page of settings."""
    rows = [
        f"| `{each.variable}` | {each.default} | {each.description.replace('|', chr(92) + '|')} |"
        for each in every_setting()
    ]
    return "\n".join([HEAD, *rows, ""])


def every_setting() -> Iterator[Setting]:
    """Yield each setting in the order of the code.

    Raises:
        KeyError: A setting has no description.
    """
    described = _descriptions(inspect.getdoc(Settings) or "")
    for name, field in Settings.model_fields.items():
        default = field.get_default(call_default_factory=True)
        yield Setting(f"CANDOUR_{name.upper()}", _plain(default), described[name])


def _descriptions(doc: str) -> dict[str, str]:
    _, _, attributes = doc.partition("Attributes:")
    parts = _NAME.split(attributes)[1:]
    words = (" ".join(each.split()) for each in parts[1::2])
    return dict(zip(parts[::2], words, strict=True))


def _plain(value: Any) -> str:
    if isinstance(value, Enum):
        return f"`{value.value}`"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, Path | int | float | str) and str(value):
        return f"`{value}`"
    if isinstance(value, tuple):
        return ", ".join(f"`{each:g}`" for each in value)
    return "none"
