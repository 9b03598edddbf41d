"""The command line: one verb a file, each also with `--json` for scripts."""

from typer import Typer

from app.cli.demo import demo
from app.cli.migrate import migrate
from app.cli.serve import serve
from app.cli.version import version
from app.cli.worker import worker
from app.features.assessments.cli import assess, reproduce, rules
from app.features.audit.cli import audit
from app.features.backup.cli import backup, restore
from app.features.checks.cli import check
from app.features.imports.cli import intake
from app.features.jobs_admin.cli import commands as jobs_commands
from app.features.matching.cli import companies
from app.features.monitoring.cli import fetch, watch
from app.features.payroll_checks.cli import check as check_pay
from app.features.registers.cli import referrals, register
from app.features.reports.cli import report
from app.features.statements.cli import read
from app.features.training.cli import evaluate, feedback, train
from app.features.users.cli import keys

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
