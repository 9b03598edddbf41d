"""`candour check`: may we award to this supplier? The proposal with its reasons."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from app.features.assessments.serializer import Finding
from app.features.checks.schemas import CheckContract, CheckCreate, CheckSupplier
from app.features.checks.serializer import Check
from app.features.checks.service import create_check
from app.terminal.context import HomeOption, JsonOption, cli_principal, installation_context
from app.terminal.output import print_json
from scoring.companies.identifiers import company_number
from scoring.escalation.route import HELPLINE

SHOWN = 3
"""Pieces of evidence printed for a finding; the page and the JSON have them all."""


def check(
    supplier: Annotated[str, typer.Argument(help="Name as on the list, or company number.")],
    hourly_rate: Annotated[
        str | None, typer.Option(help="Lowest pay on the contract, pounds an hour.")
    ] = None,
    weekly_hours: Annotated[str | None, typer.Option(help="Hours a week of that worker.")] = None,
    place: Annotated[str, typer.Option(help="Where the work is done.")] = "",
    home: HomeOption = Path("var"),
    as_json: JsonOption = False,
) -> None:
    """Propose clear, ask, refer or stop for a supplier, with reasons. A named person decides."""
    with installation_context(home) as opened:
        question = _question(supplier, hourly_rate, weekly_hours, place)
        with opened.database.session() as session:
            result = create_check(
                session, cli_principal(opened), question.value(), now=datetime.now(UTC)
            )
    if as_json:
        print_json(result.answer.model_dump(mode="json"))
    else:
        typer.echo("\n".join(_lines(result.answer)))


def _question(
    supplier: str, hourly_rate: str | None, weekly_hours: str | None, place: str
) -> CheckCreate:
    number = company_number(supplier)
    wanted = CheckSupplier(company_number=number) if number else CheckSupplier(name=supplier)
    if not (hourly_rate or weekly_hours or place):
        return CheckCreate(supplier=wanted)
    try:
        contract = CheckContract(
            hourly_rate=Decimal(hourly_rate) if hourly_rate else None,
            weekly_hours=Decimal(weekly_hours) if weekly_hours else None,
            place=place,
        )
    except (InvalidOperation, ValidationError) as error:
        raise typer.BadParameter("Pay and hours are numbers, such as 14.80.") from error
    return CheckCreate(supplier=wanted, contract=contract)


def _lines(answer: Check) -> Iterator[str]:
    yield f"{answer.supplier.name}: {answer.proposed.value} is proposed. A named person decides."
    if answer.supplier_decision:
        yield answer.supplier_decision.text
    yield answer.summary
    yield f"Assessed as of {answer.assessed_at}; may be used until {answer.valid_until}."
    if answer.urgent_route:
        yield ""
        yield answer.urgent_route.headline
        yield from (f"  {each}" for each in (*answer.urgent_route.do, *answer.urgent_route.do_not))
    for reason in answer.reasons:
        yield from _finding(reason)
    if answer.unknown:
        yield ""
        yield f"Not known ({len(answer.unknown)}):"
        yield from (f"  {each.title}: {each.remedy or each.detail}" for each in answer.unknown)
    yield ""
    yield f"If someone is in immediate danger call 999. Helpline: {HELPLINE}."


def _finding(each: Finding) -> Iterator[str]:
    yield ""
    yield f"[{each.severity.value}] {each.title}: {each.outcome.value.replace('_', ' ')}"
    yield f"  {each.detail}"
    for proof in each.evidence[:SHOWN]:
        page = f", page {proof.page}" if proof.page else ""
        row = f", row {proof.row}" if proof.row else ""
        yield f"  “{proof.quote}” ({proof.source}{page}{row})"
    if each.remedy:
        yield f"  What to do: {each.remedy}"
    yield f"  Rule {each.rule}, version {each.version}. Source: {each.source}"
