"""Findings → reasons of at most twelve words that name the thing."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from scoring.findings import Finding
from scoring.reference.tables import table

MOST_WORDS = 12
SHOWN = 3
"""Reasons written out; the rest are counted."""

_MONEY = re.compile(r"£[\d,]+(?:\.\d\d)?(?: an hour)?")
_RATE = re.compile(r"(?:Wage|wage)[^;£]{0,60}? is (£[\d,]+\.\d\d)")


def reason_of(finding: Finding, titles: Mapping[str, str] | None = None) -> str:
    """Return a finding that is not met in at most twelve words.

    Args:
        finding: What was found.
        titles: What contracts are for, by reference; a title says more than a reference.
    """
    words = _words().get(finding.rule)
    if words is None:
        return _short(f"Not met: {finding.title}")
    subject = (titles or {}).get(finding.subject) or finding.subject.replace("_", " ")
    money, rate = _MONEY.search(finding.detail), _RATE.search(finding.detail)
    filled = words.format(
        subject=subject or "the contract",
        money=money[0] if money else "pay",
        rate=rate[1] if rate else "not reached",
    )
    over = len(filled.split()) - MOST_WORDS
    if over > 0 and subject:
        short_words = subject.split()[: max(len(subject.split()) - over, 1)]
        filled = words.format(
            subject=f"{' '.join(short_words)}…",
            money=money[0] if money else "pay",
            rate=rate[1] if rate else "not reached",
        )
    return _short(filled)


def reasons_in_words(
    findings: Iterable[Finding], titles: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return each different reason once, what a statement leaves out as one reason."""
    unique: dict[str, None] = {}
    silent = 0
    for each in findings:
        if each.rule == "urgent.route":
            continue
        if each.rule == "statement.criterion":
            silent += 1
        else:
            unique[reason_of(each, titles)] = None
    reasons = list(unique)
    if silent:
        reasons.append(
            f"Statement does not describe {silent} thing{'s' if silent > 1 else ''} it is asked"
        )
    return tuple(reasons)


def listed(reasons: Iterable[str], shown: int = SHOWN) -> str:
    """Return reasons as one sentence, with how many more there are."""
    given = list(reasons)
    text = "; ".join([given[0], *(f"{each[0].lower()}{each[1:]}" for each in given[1:shown])])
    more = len(given) - shown
    return f"{text}; and {more} more" if more > 0 else text


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= MOST_WORDS else " ".join([*words[: MOST_WORDS - 1], "…"])


@cache
def _words() -> dict[str, str]:
    return {row["rule"]: row["words"] for row in table("reasons.csv")}
