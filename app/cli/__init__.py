"""The command line: one verb a file, each also with `--json` for scripts."""

from typer import Typer

from app.cli.check_pay import check
from app.cli.fetch import fetch
from app.cli.read import read
from app.cli.rules import rules
from app.cli.train import train
from app.cli.version import version

commands = Typer(
    name="candour",
    help="Due diligence on modern slavery in supply chains.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
commands.command("check-pay")(check)
commands.command()(fetch)
commands.command()(read)
commands.command()(rules)
commands.command()(train)
commands.command()(version)


def main() -> None:
    """Run the command line."""
    commands()
