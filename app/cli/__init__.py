"""The command line: a verb or a few in each file, which is imported when its verb is chosen.

All commands together import over a thousand modules, which takes seconds; `candour --help` needs
their names and one line for each.
"""

import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from app.cli.command_table import COMMANDS
from app.errors import CandourError


class LazyGroup(TyperGroup):
    """Knows its commands by the table, and imports the one that runs."""

    def __init__(self, **attributes: Any) -> None:
        by_name = {each.name: TyperCommand(each.name, help=each.help) for each in COMMANDS}
        super().__init__(**attributes | {"commands": by_name})

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the chosen command, imported, with the arguments that are left for it."""
        name, command, rest = super().resolve_command(ctx, args)
        lazy = next((each for each in COMMANDS if each.name == name), None)
        if lazy:
            command = lazy.load()
        if "structlog" in sys.modules:  # it is not where a command logs nothing, such as `version`
            from app.terminal.output import log_to_stderr  # noqa: PLC0415 (structlog is slow)

            log_to_stderr()
        return name, command, rest

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run the command line; an error of ours is a sentence on standard error, or JSON."""
        words = sys.argv[1:] if args is None else list(args)
        run = partial(super().main, words, *more, **options)
        if "--json" in words:
            from app.terminal.output import run_as_json, wants_json  # noqa: PLC0415 (the same)

            if wants_json(words):
                sys.exit(run_as_json(partial(run, standalone_mode=False)))
        try:
            return run()
        except CandourError as error:
            typer.echo(error.detail, err=True)
            sys.exit(1)


commands = typer.Typer(
    name="candour",
    cls=LazyGroup,
    help="Due diligence on modern slavery in supply chains.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@commands.callback()
def _commands() -> None:
    """Make this a group though no command is registered yet."""


def main() -> None:
    """Run the command line."""
    commands()
