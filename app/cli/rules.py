"""`candour rules`: every rule with its source, version and dates, as published."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import orjson
import typer

from scoring.catalogue import CARDS
from scoring.findings import RuleCard
from scoring.indicators import INDICATORS, indicator, indicators_of
from scoring.questions import QUESTIONS
from scoring.rates import living_wage_rows, minimum_wage_rows
from scoring.urgent import HELPLINE
from scoring.vocabulary import Theme

_OPENING = f"""# Rules

Made by `candour rules --markdown` from the rules themselves; do not edit.

Each rule is a pure function of what is known on a day. It answers met, not met, unknown or not
applicable, names its source, and has a version that changes when its answers can. Unknown is a
result: what is missing is never taken for met. A rule shows what to ask about; it is not legal
advice, and a named person decides. In an emergency call 999; the Modern Slavery & Exploitation
Helpline is {HELPLINE} (24 hours).
"""


def rules(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the page that docs/rules.md holds.")
    ] = False,
) -> None:
    """List every rule: what it asks, its source, its version and since when it holds."""
    if as_json:
        facts = [asdict(each) | {"indicators": indicators_of(each.id)} for each in CARDS]
        typer.echo(orjson.dumps(facts, option=orjson.OPT_INDENT_2).decode())
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
    yield f"- Source: {card.source}.\n"


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
