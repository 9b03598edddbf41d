"""`candour check-pay`: rotas, payslips and answers judged by every rule on pay and conditions."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from app.dates import LONDON
from app.errors import Unusable
from app.features.payroll_checks.columns import columns_meant
from app.features.payroll_checks.service import PayCheck, check_pay
from app.terminal.output import print_json
from scoring.escalation.route import HELPLINE, urgent_route
from scoring.escalation.urgency import WAIT
from scoring.findings import Evidence, Finding
from scoring.reference.vocabulary import Outcome
from scoring.text import Document
from scrapers.documents import Caller, read_document_safely
from scrapers.errors import HeadingsUnclear, SourceError

SHOWN = 20
HELP = (
    "Signs are not proof. In an emergency call 999. Modern Slavery & Exploitation Helpline: "
    f"{HELPLINE} (every day of the year)."
)


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            exists=True,
            dir_okay=False,
            readable=True,
            help="Rotas, payslips and lists of workers, CSV or XLSX.",
        ),
    ],
    answers: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Answers to the questionnaire."),
    ] = None,
    statement: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="The employer's statement, to compare."),
    ] = None,
    at: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day the judgement is for; today if absent."),
    ] = None,
    work: Annotated[
        str, typer.Option(help="The kind of work on the contract, such as security or care.")
    ] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(help="What a heading means, such as “Zeta item=Uniform”; may be repeated."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
) -> None:
    """Check a sample of rotas and payslips, and answers, against the rules on pay and hours."""
    day = at.date() if at else datetime.now(LONDON).date()
    try:
        judged = check_pay(
            [(each.name, each.read_bytes()) for each in files],
            answers=answers.read_bytes() if answers else None,
            statement=_read(statement),
            at=day,
            work=work,
            columns=columns_meant(column or (), pointer="/column"),
        )
    except HeadingsUnclear as error:
        raise Unusable("\n".join(_questions(error)), pointer="/column") from error
    except SourceError as error:
        raise Unusable(f"Could not be read: {error.reason}") from error
    if as_json:
        print_json(asdict(judged) | {"urgent": judged.urgent is not None, "help": HELP})
    else:
        typer.echo("\n".join(_lines_of(judged)))


def _read(statement: Path | None) -> Document | None:
    if statement is None:
        return None
    return read_document_safely(statement.read_bytes(), name=statement.name, caller=Caller.OFFICER)


def _questions(error: HeadingsUnclear) -> Iterator[str]:
    yield "Nothing was judged yet: say which column is meant, and send the files again."
    for question, answers in error.choices:
        options = " or ".join(f'--column "{each}"' for each in answers)
        yield f"{question} {options}".strip()


def _lines_of(judged: PayCheck) -> Iterator[str]:
    yield (
        f"Judged for {judged.at}: {judged.shifts:,} shifts and {judged.payslips:,} payslips of "
        f"{judged.workers:,} workers, {judged.answers:,} answers; "
        f"{judged.rows:,} rows read, {_left_out(judged):,} left out.{_unread(judged)}"
    )
    yield from judged.not_judged
    if judged.urgent:
        route = urgent_route(judged.at)
        yield from ("", "A NAMED PERSON MUST LOOK TODAY", judged.urgent.detail)
        yield from (f"  {step}" for step in (*route.do, *route.do_not))
    yield from _short(judged.findings, wait=judged.urgent is not None)
    for outcome, heading in (
        (Outcome.UNKNOWN, "UNKNOWN"),
        (Outcome.MET, "MET"),
        (Outcome.NOT_APPLICABLE, "NOT APPLICABLE"),
    ):
        findings = [each for each in judged.findings if each.outcome is outcome]
        yield from ("", f"{heading} ({len(findings)})") if findings else ()
        yield from (f"  {each.title}. {each.detail}" for each in findings)
    yield from _notices(judged)
    yield from ("", HELP)


def _short(findings: Iterable[Finding], *, wait: bool) -> Iterator[str]:
    """What is not met, heaviest first, each rule once with the workers it concerns."""
    short = [each for each in findings if each.outcome is Outcome.NOT_MET]
    short = [each for each in short if each.rule != "urgent.route"]
    short.sort(key=lambda each: (-each.severity.rank, each.rule))
    yield from ("", f"NOT MET ({len(short)})") if short else ()
    for _, group in groupby(short, key=lambda each: (each.severity, each.rule)):
        same = list(group)
        first = same[0]
        yield f"  [{first.severity}] {first.title}  ({first.rule}, version {first.version})"
        for each in same[:SHOWN]:
            yield f"    {_subject(each)}{each.detail}{_where(each.evidence)}"
        if len(same) > SHOWN:
            yield f"    and {len(same) - SHOWN:,} more"
        signs = ", ".join(first.indicators)
        yield f"    Source: {first.source}" + (f"  Signs: {signs}" if signs else "")
        if not first.urgent:
            label = "Once the named person agrees: " if wait else "Remedy: "
            yield f"    {'' if first.remedy == WAIT else label}{first.remedy}"


def _subject(finding: Finding) -> str:
    return f"{finding.subject}: " if finding.subject.startswith("Worker") else ""


def _where(evidence: tuple[Evidence, ...]) -> str:
    first = evidence[0] if evidence else None
    return f" [{first.source}, row {first.row}]" if first and first.row else ""


def _unread(judged: PayCheck) -> str:
    """Columns of money that were not read, for the first line."""
    if not judged.unread:
        return ""
    return f" Money not read: {'; '.join(judged.unread)}. Say what it is with --column."


def _left_out(judged: PayCheck) -> int:
    return sum(each.left_out for each in judged.notices)


def _notices(judged: PayCheck) -> Iterator[str]:
    notices = judged.notices
    yield from ("", f"ROWS TO LOOK AT ({len(notices)})") if notices else ()
    for each in notices[:SHOWN]:
        place = f"{each.file}, row {each.row}" if each.row else each.file
        yield f"  {place}: {each.problem}{' Left out.' if each.left_out else ''}"
    if len(notices) > SHOWN:
        yield f"  and {len(notices) - SHOWN:,} more; `--json` lists all"
