"""When findings together may mean that people are being exploited now."""

import re
from dataclasses import replace
from datetime import date

from scoring.escalation.indicators import indicator
from scoring.escalation.route import urgent_route
from scoring.findings import Finding, rule
from scoring.reference.vocabulary import Outcome, Severity, Theme

_WORKER = re.compile(r"(Worker \d+)\b")
_HEAVY = (Severity.HIGH, Severity.CRITICAL)
_CONTACT = re.compile(r"\b(?:ask\w*|agree|find out|show|request|tell|write|send|give)\b|\?", re.I)
WAIT = "Wait for the named person before anyone contacts the supplier about this."
ENOUGH = 2  # our choice: two signs of different kinds strengthen each other

ARITHMETIC = frozenset(
    {
        "pay.minimum_wage",
        "pay.living_wage",
        "pay.payslips",
        "payslip.minimum_wage",
        "payslip.living_wage",
        "payslip.unpaid_hours",
        "payslip.holiday",
        "payslip.net_pay",
        "payslip.employer_costs",
        "hours.weekly_average",
        "hours.night_work",
        "hours.weekly_rest",
        "hours.daily_rest",
        "hours.breaks",
        "hours.young_day",
        "hours.young_week",
        "hours.young_night",
        "price.minimum_wage_floor",
        "price.living_wage_floor",
    }
)
"""Rules that work out a sum or count hours against a limit. A shortfall is a matter for the wage
or working time law, and by itself no sign that somebody is held."""

ONE_ROTA = frozenset({"hours.sixty", "hours.days_in_a_row", "hours.beyond_promise"})
"""Rules that read the same long hours from one rota: together they are one sign, not several."""


@rule(
    "urgent.route",
    version=3,
    theme=Theme.CONDITIONS,
    title="A named person must look today",
    source="Ending Modern Slavery strategy 2021-2026, need support?; ILO Indicators of Forced "
    "Labour; Home Office, Transparency in supply chains guidance (2025)",
    valid_from=date(2012, 10, 1),
)
def urgent(findings: tuple[Finding, ...], at: date) -> tuple[Finding, ...]:
    """A sign is urgent in itself, or two signs of different kinds concern the same people.

    Wages paid to another's account, identity documents kept, threats, or no freedom to leave are
    urgent alone. Otherwise two findings of high or critical severity are enough if they show
    different ILO indicators for one worker or for all. A shortfall of pay, hours over a limit or a
    low price never counts, whatever the sum: it is judged under its own rule. Long hours, no days
    off and more hours than promised on one rota are one sign. The number is our choice. The
    finding says what to do and what not to do; it is not proof.
    """
    met = [each for each in findings if each.outcome is Outcome.NOT_MET]
    alone = [each for each in met if each.urgent]
    heavy = [each for each in met if each.severity in _HEAVY and each.rule not in ARITHMETIC]
    if not alone and not _strengthened(heavy):
        return ()
    shown = tuple(dict.fromkeys(alone + heavy))
    names = ", ".join(sorted({indicator(sign).name for each in shown for sign in each.indicators}))
    route = urgent_route(at)
    return (
        urgent.finding(
            Outcome.NOT_MET,
            f"{route.headline} Signs shown: {names}.",
            severity=Severity.CRITICAL,
            remedy=route.text,
            evidence=tuple(dict.fromkeys(proof for each in shown for proof in each.evidence))[:50],
            urgent=True,
            indicators=tuple(sorted({sign for each in shown for sign in each.indicators})),
        ),
    )


def hold_questions(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings without advice to ask anybody, where one of them is urgent.

    A question about pay or records may tip off an exploiter, so it waits for the named person.
    """
    if not any(each.urgent and each.outcome is Outcome.NOT_MET for each in findings):
        return findings
    return tuple(
        replace(each, remedy=WAIT) if not each.urgent and _CONTACT.search(each.remedy) else each
        for each in findings
    )


def _strengthened(heavy: list[Finding]) -> bool:
    """Whether two findings with different indicators come together on one worker, or on all."""
    of_all: list[frozenset[str]] = []
    of_one: dict[str, list[frozenset[str]]] = {}
    long_hours = frozenset(
        sign for each in heavy if each.rule in ONE_ROTA for sign in each.indicators
    )
    for each in heavy:
        own = long_hours if each.rule in ONE_ROTA else each.indicators
        signs = frozenset(sign for sign in own if sign.startswith("ilo."))
        workers = {
            worker_match.group(1)
            for text in (each.subject, *(proof.quote for proof in each.evidence))
            if (worker_match := _WORKER.match(text))
        }
        if not signs:
            continue
        if not workers:
            of_all.append(signs)
        for worker in workers:
            of_one.setdefault(worker, []).append(signs)
    groups = [of_all, *(of_all + signs for signs in of_one.values())]
    return any(len(group) >= ENOUGH and _differ(group) for group in groups)


def _differ(group: list[frozenset[str]]) -> bool:
    """Whether the findings show at least two indicators that no one of them shows alone."""
    whole = frozenset().union(*group)
    return len(whole) >= ENOUGH and any(
        one - other and other - one for one in group for other in group
    )
