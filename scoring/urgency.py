"""When findings together may mean that people are being exploited now."""

import re
from datetime import date

from scoring.findings import Finding, rule
from scoring.indicators import indicator
from scoring.urgent import urgent_route
from scoring.vocabulary import Outcome, Severity, Theme

_ONE_WORKER = re.compile(r"Worker \d+")
_HEAVY = (Severity.HIGH, Severity.CRITICAL)
ENOUGH = 3  # our choice: one sign may suffice, several from different records rarely mislead


@rule(
    "urgent.route",
    version=1,
    theme=Theme.CONDITIONS,
    title="A named person must look today",
    source="Ending Modern Slavery strategy 2021-2026, need support?; ILO Indicators of Forced "
    "Labour; Home Office, Transparency in supply chains guidance (2025)",
    valid_from=date(2012, 10, 1),
)
def urgent(findings: tuple[Finding, ...], at: date) -> tuple[Finding, ...]:
    """Findings that are urgent in themselves, or show three or more ILO indicators, come together.

    Wages kept from workers, identity documents kept, threats, or no freedom to leave are urgent
    alone. Otherwise three different ILO indicators on findings of high or critical severity are
    enough, where they concern one worker or all: single slips of many workers do not add up. The
    number is our choice. The finding says what to do and what not to do; it is not proof.
    """
    met = [each for each in findings if each.outcome is Outcome.NOT_MET]
    alone = [each for each in met if each.urgent]
    heavy = [each for each in met if each.severity in _HEAVY]
    if not alone and _most_signs(heavy) < ENOUGH:
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


def _most_signs(heavy: list[Finding]) -> int:
    """How many ILO indicators come together on one worker, with those that concern everyone."""
    of_all: set[str] = set()
    of_one: dict[str, set[str]] = {}
    for each in heavy:
        one = _ONE_WORKER.fullmatch(each.subject)
        signs = of_one.setdefault(each.subject, set()) if one else of_all
        signs.update(sign for sign in each.indicators if sign.startswith("ilo."))
    return max((len(of_all | signs) for signs in of_one.values()), default=len(of_all))
