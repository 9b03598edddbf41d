"""The ranked list of suppliers as a command prints it, and as JSON."""

from uuid import UUID

from rich.console import Console
from rich.table import Table
from sqlmodel import Session

from app.queries.suppliers import Ranked, ranked
from scoring.urgent import HELPLINE

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
    for heading in ("", "Supplier", "Proposed", "Risk", "Band", "Statement", "Why"):
        table.add_column(heading, overflow="fold")
    for place, each in enumerate(ranked(session, organisation), start=1):
        table.add_row(str(place), *_cells(each))
        if each.assessment and each.assessment.urgent:
            table.caption = _URGENT
    return table


def as_facts(session: Session, organisation: UUID) -> list[dict[str, object]]:
    """Return the ranked list as JSON's own types."""
    return [_facts(each) for each in ranked(session, organisation)]


def show(table: Table) -> None:
    """Print a table, as wide as the terminal or wide enough to read in a file."""
    console = Console()
    console = console if console.is_terminal else Console(width=160)
    console.print(table)


def _cells(each: Ranked) -> tuple[str, ...]:
    name = each.supplier.name if each.supplier.on_list else f"{each.supplier.name} (not listed)"
    assessment = each.assessment
    if assessment is None:
        why = "The list names no one here." if each.supplier.is_placeholder else ""
        return (name, "not assessed", "", "", "", why)
    score = (
        "unknown" if assessment.statement_score is None else f"{assessment.statement_score:.0f}"
    )
    band = assessment.band.value.replace("_", " ")
    return (
        name,
        assessment.decision.value,
        f"{assessment.risk:.0f}",
        band,
        score,
        assessment.reason,
    )


def _facts(each: Ranked) -> dict[str, object]:
    supplier, assessment = each.supplier, each.assessment
    facts: dict[str, object] = {
        "supplier": str(supplier.id),
        "name": supplier.name,
        "company_numbers": supplier.company_numbers,
        "listed": supplier.on_list,
        "assessment": None,
    }
    if assessment is not None:
        facts |= {
            "assessment": str(assessment.id),
            "at": assessment.as_at.isoformat(),
            "decision": assessment.decision.value,
            "reason": assessment.reason,
            "urgent": assessment.urgent,
            "band": assessment.band.value,
            "risk": str(assessment.risk),
            "exposure": str(assessment.exposure),
            "control": str(assessment.control),
            "statement_score": None
            if assessment.statement_score is None
            else str(assessment.statement_score),
        }
    return facts
