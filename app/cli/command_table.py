"""Every command: its name, its line of help and where it is defined, without importing it."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.main import get_command, get_group


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """A command, or a group of commands, that is not imported yet.

    Attributes:
        name: What a person types.
        place: Where it is defined, as `module:attribute`.
        help: The first paragraph of its help.
    """

    name: str
    place: str
    help: str

    def load(self) -> Any:
        """Import its module and return the real command."""
        module, _, attribute = self.place.partition(":")
        target = getattr(import_module(module), attribute)
        if isinstance(target, typer.Typer):
            group = get_group(target)
            group.name = self.name
            return group
        alone = typer.Typer(add_completion=False)
        alone.command(self.name)(target)
        return get_command(alone)


COMMANDS = (
    LazyCommand(
        "intake",
        "app.features.imports.cli:intake",
        "Take in a supplier list, read the statements, and rank the suppliers with reasons.",
    ),
    LazyCommand(
        "assess",
        "app.features.assessments.cli:assess",
        "Judge every supplier by what is known of it on a day, and rank them.",
    ),
    LazyCommand(
        "check",
        "app.features.checks.cli:check",
        "Propose clear, refer or stop for a supplier, with reasons; a named person decides.",
    ),
    LazyCommand(
        "companies",
        "app.features.matching.cli:companies",
        "Load companies: Companies House's snapshot (zip or CSV), or any list with numbers.",
    ),
    LazyCommand(
        "register",
        "app.features.registers.cli:register",
        "Load a publisher's own download, and judge again those of whom it says otherwise.",
    ),
    LazyCommand(
        "watch",
        "app.features.monitoring.cli:watch",
        "Watch a supplier's website, or look at all that are watched for new statements.",
    ),
    LazyCommand(
        "reproduce",
        "app.features.assessments.cli:reproduce",
        "Compute an assessment again from what was kept; exits with 1 where the result differs.",
    ),
    LazyCommand(
        "referrals",
        "app.features.registers.cli:referrals",
        "Take in counts of referrals; exits with 1 where a row could not be taken.",
    ),
    LazyCommand(
        "report",
        "app.features.reports.cli:report",
        "Make the report to the strategy board, as it was known on a day.",
    ),
    LazyCommand(
        "read",
        "app.features.statements.cli:read",
        "Read a statement: its pages and sentences, what it is, whose and for which year.",
    ),
    LazyCommand(
        "fetch",
        "app.features.monitoring.cli:fetch",
        "Fetch a document and keep it as evidence; or say why it was refused.",
    ),
    LazyCommand(
        "rules",
        "app.features.assessments.cli:rules",
        "List every rule: what it asks, its source, its version and since when it holds.",
    ),
    LazyCommand(
        "train",
        "app.features.training.cli:train",
        "Train the classifier, measure it on statements held out, and package it with its card.",
    ),
    LazyCommand(
        "evaluate",
        "app.features.training.cli:evaluate",
        "Measure the packaged classifier on labelled sentences, at its own thresholds.",
    ),
    LazyCommand(
        "serve",
        "app.cli.serve:serve",
        "Serve pages and API until stopped; at the first start, print the administrator's link.",
    ),
    LazyCommand(
        "worker",
        "app.cli.worker:worker",
        "Do jobs' work and deliver to webhooks until asked to stop; the rest is left to others.",
    ),
    LazyCommand(
        "migrate",
        "app.cli.migrate:migrate",
        "Make or bring up to date every table; started twice at once, one waits for the other.",
    ),
    LazyCommand(
        "backup",
        "app.features.backup.cli:backup",
        "Back up the database and every kept file; the service may go on meanwhile.",
    ),
    LazyCommand(
        "restore",
        "app.features.backup.cli:restore",
        "Restore a backup where nothing is kept yet; every part is checked before it is used.",
    ),
    LazyCommand(
        "demo",
        "app.cli.demo:demo",
        "Load the example council where nothing is kept yet, print its ranking, and serve.",
    ),
    LazyCommand(
        "version", "app.cli.version:version", "Print the version of Candour that is installed."
    ),
    LazyCommand(
        "check-pay",
        "app.features.payroll_checks.cli:check",
        "Check a sample of rotas and payslips, and answers, against the rules on pay and hours.",
    ),
    LazyCommand("keys", "app.features.users.cli:keys", "API keys of programs."),
    LazyCommand("audit", "app.features.audit.cli:audit", "The audit trail."),
    LazyCommand(
        "feedback", "app.features.training.cli:feedback", "What people said of the evidence."
    ),
    LazyCommand(
        "jobs", "app.features.jobs_admin.cli:commands", "See how far jobs are, and steer them."
    ),
)
"""Every command, with the line that `candour --help` shows; a test holds it to the real one."""
