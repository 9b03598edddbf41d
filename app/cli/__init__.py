"""The command line: one verb a file, each also with `--json` for scripts."""

from typer import Typer

from app.cli.assess import assess
from app.cli.audit import audit
from app.cli.backup import backup, restore
from app.cli.check import check
from app.cli.check_pay import check as check_pay
from app.cli.companies import companies
from app.cli.demo import demo
from app.cli.evaluate import evaluate
from app.cli.feedback import feedback
from app.cli.fetch import fetch
from app.cli.intake import intake
from app.cli.jobs import commands as jobs_commands
from app.cli.keys import keys
from app.cli.migrate import migrate
from app.cli.read import read
from app.cli.referrals import referrals
from app.cli.register import register
from app.cli.report import report
from app.cli.reproduce import reproduce
from app.cli.rules import rules
from app.cli.serve import serve
from app.cli.train import train
from app.cli.version import version
from app.cli.watch import watch
from app.cli.worker import worker

commands = Typer(
    name="candour",
    help="Due diligence on modern slavery in supply chains.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
VERBS = (
    intake,
    assess,
    check,
    companies,
    register,
    watch,
    reproduce,
    referrals,
    report,
    read,
    fetch,
    rules,
    train,
    evaluate,
    serve,
    worker,
    migrate,
    backup,
    restore,
    demo,
    version,
)
for verb in VERBS:
    commands.command()(verb)
commands.add_typer(keys, name="keys")
commands.add_typer(audit, name="audit")
commands.add_typer(feedback, name="feedback")
commands.command("check-pay")(check_pay)
commands.add_typer(jobs_commands, name="jobs")


def main() -> None:
    """Run the command line."""
    commands()
