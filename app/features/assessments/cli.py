"""`candour assess`: judge every supplier again, as of a day."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from app.features.assessments.reproduce import reproduce as computed_again
from app.features.checks.decision_in_force import SupplierDecision, decisions_of, effective
from app.features.imports.jobs import enqueue_assessment
from app.features.suppliers.queries import Ranked, assessment_of, ranked
from app.features.suppliers.schemas import SupplierSummary
from app.security.principal import Principal
from app.terminal.context import (
    AtOption,
    HomeOption,
    JsonOption,
    cli_principal,
    default_tenant,
    installation_context,
    print_failures,
    wait_for_job,
)
from app.terminal.output import print_json
from models import JobState
from scoring.catalogue import CARDS
from scoring.escalation.indicators import INDICATORS, indicator, indicators_of
from scoring.escalation.route import HELPLINE
from scoring.findings import RuleCard
from scoring.questionnaires.questions import QUESTIONS
from scoring.reference.law import Law, law
from scoring.reference.rate_tables import living_wage_rows, minimum_wage_rows
from scoring.reference.vocabulary import Theme


def assess(
    at: AtOption = None, home: HomeOption = Path("var"), as_json: JsonOption = False
) -> None:
    """Assess every supplier with what we know on a day, and rank them."""
    day = at.date() if at else datetime.now(UTC).date()
    with installation_context(home, work=True) as opened:
        organisation = default_tenant(opened)
        job = enqueue_assessment(opened, organisation, at=day)
        ended = wait_for_job(opened, job, quiet=as_json)
        with opened.database.session() as session:
            if as_json:
                facts = as_facts(session, cli_principal(opened))
                print_json({"at": day.isoformat(), "suppliers": facts})
            else:
                show(as_table(session, organisation))
            print_failures(session, ended)
    if ended.state is not JobState.DONE:
        raise typer.Exit(1)


def reproduce(
    assessment: Annotated[UUID, typer.Argument(help="The assessment's identifier.")],
    home: HomeOption = Path("var"),
    as_json: JsonOption = False,
) -> None:
    """Compute an assessment again from its stored inputs. Exits with 1 if the result differs."""
    with installation_context(home) as opened:
        organisation = default_tenant(opened)
        with opened.database.session() as session:
            stored = assessment_of(session, organisation, assessment)
            result = computed_again(session, stored, model=opened.model_version)
    if as_json:
        print_json(asdict(result))
    elif result.same:
        typer.echo("The same to the last figure.")
    else:
        typer.echo("The result differs:")
        for each in result.differences:
            typer.echo(
                f"  {each.what}: was {each.before or 'nothing'}, now {each.now or 'nothing'}"
            )
    if not result.same:
        raise typer.Exit(1)


_URGENT = (
    "Signs of exploitation were found: a named person must look today. In immediate danger call "
    f"999; Modern Slavery & Exploitation Helpline {HELPLINE}. Do not confront or tip off anyone."
)


def as_table(session: Session, organisation: UUID) -> Table:
    """Return the ranked list as a table for a terminal."""
    table = Table(
        title="Suppliers: who needs a person today first, then proposed stops, then by risk",
        title_justify="left",
        caption_justify="left",
    )
    for heading in ("", "Supplier", "Decision", "Proposed", "Risk", "Band", "Statement", "Why"):
        table.add_column(heading, overflow="fold")
    rows = ranked(session, organisation)
    decided = _decided(session, rows)
    for place, each in enumerate(rows, start=1):
        table.add_row(str(place), *_cells(each, decided.get(each.supplier.id)))
        if each.assessment and each.assessment.urgent:
            table.caption = _URGENT
    return table


def as_facts(session: Session, caller: Principal) -> list[dict[str, object]]:
    """Return the ranked list as JSON's own types, each supplier as the API gives it."""
    rows = ranked(session, caller.organisation)
    decided = _decided(session, rows)
    return [SupplierSummary.of(each, caller, decided).model_dump(mode="json") for each in rows]


def _decided(session: Session, rows: Iterable[Ranked]) -> dict[UUID, SupplierDecision]:
    suppliers = (each.supplier.id for each in rows)
    return decisions_of(session, suppliers, today=datetime.now(UTC).date())


def show(table: Table) -> None:
    """Print a table, as wide as the terminal or wide enough to read in a file."""
    console = Console()
    console = console if console.is_terminal else Console(width=160)
    console.print(table)


def _cells(each: Ranked, decided: SupplierDecision | None) -> tuple[str, ...]:
    name = each.supplier.name if each.supplier.on_list else f"{each.supplier.name} (not listed)"
    assessment = each.assessment
    if assessment is None:
        why = "The list names no one here." if each.supplier.is_placeholder else ""
        return (name, "", "not assessed", "", "", "", why)
    score = (
        "unknown" if assessment.statement_score is None else f"{assessment.statement_score:.0f}"
    )
    band = assessment.band.value.replace("_", " ")
    return (
        name,
        effective(assessment.decision, decided).value if decided else "not decided",
        assessment.decision.value,
        f"{assessment.risk:.0f}",
        band,
        score,
        f"{decided.text} {assessment.reason}" if decided else assessment.reason,
    )


_OPENING = f"""# Rules

Made by `candour rules --markdown` from the rules themselves; do not edit.

Each rule uses only what we know on a day. Its answer is met, not met, unknown or not applicable.
It names its source, and its version changes when its answers can change. Unknown is a
result: missing information never counts as met. A rule shows what to ask about; it is not legal
advice, and a named person decides. In an emergency call 999; the Modern Slavery & Exploitation
Helpline is {HELPLINE} (every day of the year).
"""


def rules(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the page that docs/rules.md holds.")
    ] = False,
) -> None:
    """List every rule: what it asks, its source, its version and its start date."""
    if as_json:
        rows = [asdict(each) | {"indicators": indicators_of(each.id)} for each in CARDS]
        print_json({"rules": rows})
    elif as_markdown:
        typer.echo("\n".join(_page()))
    else:
        typer.echo("\n".join(f"{each.id}  v{each.version}  {each.title}" for each in CARDS))


def _page() -> Iterator[str]:
    yield _OPENING
    for theme in Theme:
        cards = [each for each in CARDS if each.theme is theme]
        if cards:
            yield f"## {theme.value.capitalize()}\n"
        for card in cards:
            yield from _section(card)
    yield from _signs()
    yield from _rates()


def _section(card: RuleCard) -> Iterator[str]:
    yield f"### {card.title}\n"
    until = f" until {card.valid_to}" if card.valid_to else ""
    since = f", in force from {card.valid_from}{until}" if card.valid_from else ""
    yield f"`{card.id}`, version {card.version}{since}.\n"
    yield f"{card.doc}\n"
    questions = [each.text for each in QUESTIONS if each.rule == card.id]
    yield from (f"- Asked: {text}" for text in questions)
    shown = [indicator(each).name for each in indicators_of(card.id)]
    yield from [f"- Can show: {'; '.join(shown)}."] if shown else []
    yield from (_law(law(id)) for id in card.laws)
    yield f"- Source: {card.source}.\n"


def _law(of: Law) -> str:
    until = f" until {of.until}" if of.until else ""
    return f"- Rests on: {of.title} ({of.citation}), from {of.since}{until}."


def _signs() -> Iterator[str]:
    yield "## Signs of exploitation and the rules that can show them\n"
    yield "| sign | listed by | rules |\n|---|---|---|"
    for each in INDICATORS:
        yield f"| {each.name} | {each.origin} | {', '.join(f'`{rule}`' for rule in each.rules)} |"
    yield ""


def _rates() -> Iterator[str]:
    yield "## Living Wage, pounds an hour\n"
    yield "| announced | must be paid by | London | UK | known | source |"
    yield "|---|---|---|---|---|---|"
    for row in living_wage_rows():
        announced = f"{row.announced}" if row.day_known else f"{row.announced:%Y-%m}"
        yield (
            f"| {announced} | {row.must_pay_by or '–'} | {row.london} | {row.uk} "
            f"| {row.checked} | {row.source} |"
        )
    yield "\n## Minimum wage, pounds an hour, and accommodation offset, pounds a day\n"
    yield "| from | adult | next band | 18 to 20 | 16 to 17 | apprentice | offset | source |"
    yield "|---|---|---|---|---|---|---|---|"
    for pay in minimum_wage_rows():
        after = " (provisional)" if pay.provisional else ""
        yield (
            f"| {pay.start}{after} | {pay.adult} ({pay.adult_age}+) | {pay.next or '–'} "
            f"| {pay.youth} | {pay.under_18} | {pay.apprentice} | {pay.offset or '–'} "
            f"| {pay.source} |"
        )
