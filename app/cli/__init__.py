"""The command line: a verb or a few in each file, which is imported when its verb is chosen.

All commands together import over a thousand modules, which takes seconds; `candour --help` needs
their names and one line for each.
"""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from app.cli.command_table import COMMANDS


class LazyGroup(TyperGroup):
    """Knows its commands by the table, and imports the one that runs."""

    def __init__(self, **attributes: Any) -> None:
        by_name = {each.name: TyperCommand(each.name, help=each.help) for each in COMMANDS}
        super().__init__(**attributes | {"commands": by_name})

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the chosen command, imported, with the arguments that are left for it."""
        name, command, rest = super().resolve_command(ctx, args)
        lazy = next((each for each in COMMANDS if each.name == name), None)
        return name, lazy.load() if lazy else command, rest


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
