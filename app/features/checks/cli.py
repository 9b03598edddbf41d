"""`candour check`: may we award to this supplier? The proposal with its reasons."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import orjson
import typer
from pydantic import ValidationError

from app.errors import CandourError
from app.features.checks.api import CheckOut
from app.features.checks.schemas import CheckIn, ContractAsked, SupplierWanted
from app.features.checks.service import ask
from app.http.schemas import FindingOut
from app.terminal.context import HomeOption, JsonOption, at_home, machine
from scoring.identifiers import company_number
from scoring.urgent import HELPLINE

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
    """Propose clear, refer or stop for a supplier, with reasons; a named person decides."""
    try:
        with at_home(home) as opened:
            question = _question(supplier, hourly_rate, weekly_hours, place)
            with opened.database.session() as session:
                asked = ask(session, machine(opened), question.value(), now=datetime.now(UTC))
    except CandourError as error:
        typer.echo(error.detail, err=True)
        raise typer.Exit(1) from error
    told = CheckOut.model_validate(asked.answer)
    if as_json:
        body = told.model_dump(mode="json")
        typer.echo(orjson.dumps(body, option=orjson.OPT_INDENT_2).decode())
    else:
        typer.echo("\n".join(_lines(told)))


def _question(
    supplier: str, hourly_rate: str | None, weekly_hours: str | None, place: str
) -> CheckIn:
    number = company_number(supplier)
    wanted = SupplierWanted(company_number=number) if number else SupplierWanted(name=supplier)
    if not (hourly_rate or weekly_hours or place):
        return CheckIn(supplier=wanted)
    try:
        contract = ContractAsked(
            hourly_rate=Decimal(hourly_rate) if hourly_rate else None,
            weekly_hours=Decimal(weekly_hours) if weekly_hours else None,
            place=place,
        )
    except (InvalidOperation, ValidationError) as error:
        raise typer.BadParameter("Pay and hours are numbers, such as 14.80.") from error
    return CheckIn(supplier=wanted, contract=contract)


def _lines(told: CheckOut) -> Iterator[str]:
    yield f"{told.supplier.name}: {told.proposed.value} is proposed. A named person decides."
    yield told.summary
    yield f"Assessed as of {told.assessed_at}; may be used until {told.valid_until}."
    if told.urgent_route:
        yield ""
        yield told.urgent_route.headline
        yield from (f"  {each}" for each in (*told.urgent_route.do, *told.urgent_route.do_not))
    for reason in told.reasons:
        yield from _finding(reason)
    if told.unknown:
        yield ""
        yield f"Not known ({len(told.unknown)}):"
        yield from (f"  {each.title}: {each.remedy or each.detail}" for each in told.unknown)
    yield ""
    yield f"If someone is in immediate danger call 999. Helpline: {HELPLINE}."


def _finding(each: FindingOut) -> Iterator[str]:
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
