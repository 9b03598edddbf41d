"""From one outcome for each worker to one finding for each rule and outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from scoring.escalation.indicators import indicators_of
from scoring.escalation.route import urgent_route
from scoring.findings import Evidence, Finding, Rule
from scoring.payroll.samples import Flags, Ints, Workers
from scoring.reference.vocabulary import Outcome, Severity

SHOWN = 20  # labels named in one sentence
SPELT = 5  # workers whose figure the sentence gives
PEOPLE = "workers' list"


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts:
    """What a rule found for each worker; a worker in none of the masks is not concerned.

    Attributes:
        broken: Falls short.
        doubtful: Cannot be known.
        fine: Does not fall short.
        figures: The number that decided, for the sentence.
        rows: The row that shows it.
        why_doubtful: What is missing, for the sentence.
        between: For a doubtful worker, the figures that it lies between; empty where there are
            none.
    """

    broken: Flags
    doubtful: Flags
    fine: Flags
    figures: Ints
    rows: Ints
    why_doubtful: str = ""
    between: Callable[[int], str] | None = None


def findings(
    judge: Rule[..., tuple[Finding, ...]],
    workers: Workers,
    verdicts: Verdicts,
    tell: Callable[[int], str],
    *,
    at: date,
    severity: Severity | Callable[[list[int]], Severity],
    remedy: str,
    file: str,
    urgent: bool = False,
    note: str = "",
    in_all: Callable[[int], str] | None = None,
) -> tuple[Finding, ...]:
    """Return at most one finding each for not met, unknown and met, with the workers concerned.

    Where the rule concerns nobody in the sample, one finding says that it is not applicable.

    Args:
        judge: The rule that speaks.
        workers: The people of the sample.
        verdicts: What it found for each.
        tell: The sentence for a worker's figure.
        at: The day of the judgement.
        severity: How much a shortfall weighs, or how to weigh the figures of those who fall short.
        remedy: What would put it right.
        file: Which file the rows are of, for the evidence.
        urgent: A shortfall may show people being exploited now.
        note: What to add once, such as how old the rates are.
        in_all: The sentence for the sum of the figures, where a sum means something.
    """
    broken = verdicts.broken & ~workers.shared_id
    # Rows that could not be read may hide a shortfall, so such a worker is never met; rows of two
    # people under one identifier prove nothing of either.
    unsure = (verdicts.fine & workers.incomplete) | (verdicts.broken & workers.shared_id)
    doubtful = (verdicts.doubtful | unsure) & ~broken
    fine = verdicts.fine & ~doubtful & ~broken
    note = f" {note[0].upper()}{note[1:]}." if note else ""
    cases: list[Finding] = []
    if broken.any():
        which = np.flatnonzero(broken).tolist()
        figures = [int(verdicts.figures[index]) for index in which]
        cases.append(
            judge.finding(
                Outcome.NOT_MET,
                _broken(workers, which, figures, tell, in_all) + note,
                severity=severity if isinstance(severity, Severity) else severity(figures),
                remedy=urgent_route(at).text if urgent else remedy,
                subject=workers.labels[which[0]] if len(which) == 1 else _workers(len(which)),
                evidence=tuple(_proof(workers, tell, verdicts, index, file) for index in which),
                urgent=urgent,
                indicators=indicators_of(judge.card.id),
            )
        )
    rest = _sums(judge, workers, doubtful, fine, verdicts, file, "" if cases else note)
    return (*cases, *rest) or (
        judge.finding(
            Outcome.NOT_APPLICABLE, "Applies to no one in this sample.", subject="sample"
        ),
    )


def _broken(
    workers: Workers,
    which: list[int],
    figures: list[int],
    tell: Callable[[int], str],
    in_all: Callable[[int], str] | None,
) -> str:
    """One worker's sentence, or the workers with the highest figures and how many more."""
    if len(which) == 1:
        return tell(figures[0])
    ranked = sorted(zip(which, figures, strict=True), key=lambda each: (-each[1], each[0]))
    some = [f"{workers.labels[index]}: {tell(figure)}" for index, figure in ranked[:SPELT]]
    more = len(ranked) - SPELT
    total = f" {in_all(sum(figures))}" if in_all else ""
    head = f"{_workers(len(which))} of {workers.count:,}.{total}"
    return " ".join([head, *some, *([f"And {_workers(more)} more."] if more > 0 else [])])


def _proof(
    workers: Workers, tell: Callable[[int], str], verdicts: Verdicts, index: int, file: str
) -> Evidence:
    row = int(verdicts.rows[index])
    said = f"{workers.labels[index]}: {tell(int(verdicts.figures[index]))}"
    return Evidence(said, file, row=row if row > 0 else None)


def _sums(
    judge: Rule[..., tuple[Finding, ...]],
    workers: Workers,
    doubtful: Flags,
    fine: Flags,
    verdicts: Verdicts,
    file: str,
    note: str,
) -> tuple[Finding, ...]:
    sums = []
    if doubtful.any():
        which = np.flatnonzero(doubtful).tolist()
        unread = "some of their rows could not be read, or are of two people under one identifier"
        harmed = bool((doubtful & (workers.incomplete | workers.shared_id)).any())
        why, ask = _question(verdicts.why_doubtful)
        reason = " or ".join(each for each in (why, unread if harmed or not why else "") if each)
        between = verdicts.between or (lambda _: "")
        spelt = [(workers.labels[index], between(index)) for index in which]
        figures = [f" {label}: {said}" for label, said in spelt if said]
        more = f" And {_workers(len(figures) - SPELT)} more." if len(figures) > SPELT else ""
        sums.append(
            judge.finding(
                Outcome.UNKNOWN,
                f"Unknown for {_workers(len(which))} ({named(workers, which)}): {reason}."
                f"{''.join(figures[:SPELT])}{more}{note}",
                remedy=ask,
                subject="sample",
            )
        )
    if fine.any():
        said = f"Met for {_workers(int(fine.sum()))} of {workers.count}"
        extra = "" if sums else note
        sums.append(
            judge.finding(
                Outcome.MET, f"{said}.{extra}", subject="sample", evidence=(Evidence(said, file),)
            )
        )
    return tuple(sums)


def _question(why: str) -> tuple[str, str]:
    """Part what is not known from what to ask: where a case is urgent, questions wait."""
    parts = [each.partition(": ask ") for each in why.split("; ") if each]
    ask = "; ".join(question for _, _, question in parts if question)
    known = "; ".join(reason for reason, _, _ in parts)
    return known, f"Ask {ask}." if ask else "Ask for what is missing."


def _workers(count: int) -> str:
    return "1 worker" if count == 1 else f"{count:,} workers"


def named(workers: Workers, indices: list[int]) -> str:
    """Return workers' pseudonyms in one line, the first twenty and how many more."""
    some = ", ".join(workers.labels[index] for index in indices[:SHOWN])
    return some if len(indices) <= SHOWN else f"{some} and {len(indices) - SHOWN:,} more"


def hours(minutes: int) -> str:
    """Return minutes in words: 3125 is `52 h 05 min`."""
    return f"{minutes // 60:,} h {minutes % 60:02} min"


def weigh(figures: list[int], *, some: int, much: int, top: Severity) -> Severity:
    """Return how much shortfalls weigh together: more with the sum and with each worker.

    Args:
        figures: Each worker's shortfall.
        some: The sum from which it weighs one step less than the most.
        much: The sum, or half of it over five workers, from which it weighs the most.
        top: The most that it weighs.
    """
    order = [Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL]
    total, highest = sum(figures), order.index(top)
    if total >= much or (len(figures) >= MANY and 2 * total >= much):
        return order[highest]
    return order[highest - (1 if total >= some else 2)]


MANY = 5  # workers, from which half the sum weighs as much; our choice
