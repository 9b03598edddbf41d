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
        "Assess every supplier with what we know on a day, and rank them.",
    ),
    LazyCommand(
        "check",
        "app.features.checks.cli:check",
        "Propose clear, ask, refer or stop for a supplier, with reasons. A named person decides.",
    ),
    LazyCommand(
        "companies",
        "app.features.matching.cli:companies",
        "Load companies: Companies House's snapshot (zip or CSV), or any list with numbers.",
    ),
    LazyCommand(
        "register",
        "app.features.registers.cli:register",
        "Load a publisher's download, and assess again the suppliers that changed in it.",
    ),
    LazyCommand(
        "watch",
        "app.features.monitoring.cli:watch",
        "Watch a supplier's website, or check all watched sites for new statements.",
    ),
    LazyCommand(
        "reproduce",
        "app.features.assessments.cli:reproduce",
        "Compute an assessment again from its stored inputs. Exits with 1 if the result differs.",
    ),
    LazyCommand(
        "referrals",
        "app.features.registers.cli:referrals",
        "Load counts of referrals. Exits with 1 if a row cannot be read.",
    ),
    LazyCommand(
        "report",
        "app.features.reports.cli:report",
        "Make the strategy board's report, with what was known on a day.",
    ),
    LazyCommand(
        "read",
        "app.features.statements.cli:read",
        "Read a statement: its pages and sentences, what it is, whose and for which year.",
    ),
    LazyCommand(
        "fetch",
        "app.features.monitoring.cli:fetch",
        "Fetch a document and save it as evidence, or say why it was refused.",
    ),
    LazyCommand(
        "rules",
        "app.features.assessments.cli:rules",
        "List every rule: what it asks, its source, its version and its start date.",
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
        "Serve pages and API until stopped. The first start prints the administrator's link.",
    ),
    LazyCommand(
        "worker",
        "app.cli.worker:worker",
        "Work on jobs and deliver webhooks until stopped. Unfinished work goes to other workers.",
    ),
    LazyCommand(
        "migrate",
        "app.cli.migrate:migrate",
        "Create or update every table. A second run at the same time waits for the first.",
    ),
    LazyCommand(
        "doctor",
        "app.cli.doctor:doctor",
        "Check settings, files, database, workers, address, secrets and registers.",
    ),
    LazyCommand(
        "settings",
        "app.cli.settings_reference:settings",
        "List every setting, its default and what it does.",
    ),
    LazyCommand(
        "backup",
        "app.features.backup.cli:backup",
        "Back up the database and every stored file. The service can keep running.",
    ),
    LazyCommand(
        "restore",
        "app.features.backup.cli:restore",
        "Restore a backup into an empty installation. Every part is checked before it is used.",
    ),
    LazyCommand(
        "demo",
        "app.cli.demo:demo",
        "Load the example council into an empty installation, print its ranking, and serve.",
    ),
    LazyCommand(
        "version", "app.cli.version:version", "Print the version of Candour that is installed."
    ),
    LazyCommand(
        "check-pay",
        "app.features.payroll_checks.cli:check",
        "Check a sample of rotas and payslips, and answers, against the rules on pay and hours.",
    ),
    LazyCommand(
        "check-price",
        "app.features.price_checks.cli:check",
        "Check a tenderer's price against what its labour costs, year by year.",
    ),
    LazyCommand("keys", "app.features.users.cli:keys", "API keys of programs."),
    LazyCommand(
        "secrets",
        "app.features.users.secrets_cli:secrets",
        "Keys and secrets of this installation.",
    ),
    LazyCommand("audit", "app.features.audit.cli:audit", "The audit trail."),
    LazyCommand(
        "feedback", "app.features.training.cli:feedback", "What people said of the evidence."
    ),
    LazyCommand(
        "jobs", "app.features.jobs_admin.cli:commands", "See how far jobs are, and steer them."
    ),
)
"""Every command, with the line that `candour --help` shows; a test holds it to the real one."""
