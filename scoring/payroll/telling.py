"""From one outcome for each worker to findings: each shortfall by pseudonym, the rest in sum."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.findings import Evidence, Finding, Rule
from scoring.indicators import indicators_of
from scoring.payroll.samples import Flags, Ints, Workers
from scoring.urgent import urgent_route
from scoring.vocabulary import Outcome, Severity

SHOWN = 20  # labels named in one sentence
PEOPLE = "workers' list"


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts:
    """What a rule found for each worker; a worker in none of the masks is not concerned.

    Attributes:
        broken: Falls short.
        doubtful: Cannot be told.
        fine: Does not fall short.
        figures: The number that decided, for the sentence.
        rows: The row that shows it.
        why_doubtful: What is missing, for the sentence.
    """

    broken: Flags
    doubtful: Flags
    fine: Flags
    figures: Ints
    rows: Ints
    why_doubtful: str = ""


def findings(
    judge: Rule[..., tuple[Finding, ...]],
    workers: Workers,
    verdicts: Verdicts,
    tell: Callable[[int], str],
    *,
    at: date,
    severity: Severity,
    remedy: str,
    file: str,
    urgent: bool = False,
    note: str = "",
) -> tuple[Finding, ...]:
    """Return a finding for each worker who falls short, and one each for unknown and met.

    Where the rule concerns nobody in the sample, one finding says that it is not applicable.

    Args:
        judge: The rule that speaks.
        workers: The people of the sample.
        verdicts: What it found for each.
        tell: The sentence for a worker's figure.
        at: The day of the judgement.
        severity: How much a shortfall weighs.
        remedy: What would put it right.
        file: Which file the rows are of, for the evidence.
        urgent: A shortfall may show people being exploited now.
        note: What every finding adds, such as how old the rates are.
    """
    broken = verdicts.broken & ~workers.shared_id
    # Rows that could not be read may hide a shortfall, so such a worker is never met; rows of two
    # people under one identifier prove nothing of either.
    unsure = (verdicts.fine & workers.incomplete) | (verdicts.broken & workers.shared_id)
    doubtful = (verdicts.doubtful | unsure) & ~broken
    fine = verdicts.fine & ~doubtful & ~broken
    shown = indicators_of(judge.card.id)
    note = f" {note[0].upper()}{note[1:]}." if note else ""
    told = tuple(
        judge.finding(
            Outcome.NOT_MET,
            tell(int(verdicts.figures[index])) + note,
            severity=severity,
            remedy=urgent_route(at).text if urgent else remedy,
            subject=workers.labels[index],
            evidence=(_proof(tell, verdicts, index, file),),
            urgent=urgent,
            indicators=shown,
        )
        for index in np.flatnonzero(broken).tolist()
    )
    sums = _sums(judge, workers, doubtful, fine, verdicts.why_doubtful, file, note)
    return told + sums or (
        judge.finding(Outcome.NOT_APPLICABLE, "Concerns nobody in this sample.", subject="sample"),
    )


def _proof(tell: Callable[[int], str], verdicts: Verdicts, index: int, file: str) -> Evidence:
    row = int(verdicts.rows[index])
    return Evidence(tell(int(verdicts.figures[index])), file, row=row if row > 0 else None)


def _sums(
    judge: Rule[..., tuple[Finding, ...]],
    workers: Workers,
    doubtful: Flags,
    fine: Flags,
    why: str,
    file: str,
    note: str,
) -> tuple[Finding, ...]:
    found = []
    if doubtful.any():
        unread = "some of their rows could not be read, or are of two people under one identifier"
        harmed = bool((doubtful & (workers.incomplete | workers.shared_id)).any())
        reason = " or ".join(each for each in (why, unread if harmed or not why else "") if each)
        found.append(
            judge.finding(
                Outcome.UNKNOWN,
                f"Unknown for {_workers(int(doubtful.sum()))} "
                f"({named(workers, np.flatnonzero(doubtful).tolist())}): {reason}.{note}",
                remedy="Ask for what is missing.",
                subject="sample",
            )
        )
    if fine.any():
        said = f"Met for {_workers(int(fine.sum()))} of {workers.count}"
        found.append(
            judge.finding(
                Outcome.MET, f"{said}.{note}", subject="sample", evidence=(Evidence(said, file),)
            )
        )
    return tuple(found)


def _workers(count: int) -> str:
    return "1 worker" if count == 1 else f"{count:,} workers"


def named(workers: Workers, indices: list[int]) -> str:
    """Return workers' pseudonyms in one line, the first twenty and how many more."""
    some = ", ".join(workers.labels[index] for index in indices[:SHOWN])
    return some if len(indices) <= SHOWN else f"{some} and {len(indices) - SHOWN:,} more"


def hours(minutes: int) -> str:
    """Return minutes in words: 3125 is `52 h 05 min`."""
    return f"{minutes // 60:,} h {minutes % 60:02} min"
