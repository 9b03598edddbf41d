"""The command line: one verb a file, each also with `--json` for scripts."""

from typer import Typer

from app.cli.assess import assess
from app.cli.audit import audit
from app.cli.check import check
from app.cli.demo import demo
from app.cli.fetch import fetch
from app.cli.intake import intake
from app.cli.keys import keys
from app.cli.read import read
from app.cli.serve import serve
from app.cli.train import train
from app.cli.version import version

commands = Typer(
    name="candour",
    help="Due diligence on modern slavery in supply chains.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for verb in (intake, assess, check, read, fetch, train, serve, demo, version):
    commands.command()(verb)
commands.add_typer(keys, name="keys")
commands.add_typer(audit, name="audit")


def main() -> None:
    """Run the command line."""
    commands()
