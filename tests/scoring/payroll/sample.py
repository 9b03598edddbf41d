from datetime import date, datetime

import numpy as np

from scoring.findings import Finding
from scoring.payroll import judge_sample
from scoring.payroll.clock import to_utc
from scoring.payroll.samples import Payslips, Shifts, Workers
from scoring.reference.vocabulary import Outcome

AT = date(2026, 11, 24)
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - clock time, made UTC by the code under test
Shift = tuple[int, str, str, int]


def minute(text: str) -> int:
    clock = int((datetime.fromisoformat(text) - EPOCH).total_seconds()) // 60
    return int(to_utc(np.array([clock]))[0][0])


def day(text: str) -> int:
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


def shifts(rows: list[Shift]) -> Shifts:
    """Shifts of (worker, start, end, break): break -1 where it is not recorded."""
    columns = [[row[0], minute(row[1]), minute(row[2]), row[3]] for row in rows]
    table = np.array(columns, np.int64).reshape(len(rows), 4)
    worker, start, end, pause = table.T
    row = np.arange(2, len(rows) + 2)
    kind, clocked = np.zeros(len(rows), np.int64), np.ones(len(rows), np.int64)
    return Shifts(worker, start, end, pause, row, kind, clocked)


def people(count: int, **known: list[int]) -> Workers:
    """Workers with what is known of them: in an ordinary job, unless `job` says otherwise."""
    blank = Workers.unknown(count)
    known = {"job": [0] * count, **known}
    given = {name: np.array(values, np.int64) for name, values in known.items()}
    columns = {name: given.get(name, getattr(blank, name)) for name in Workers.__slots__}
    return Workers(**columns)


def slips(rows: list[dict[str, int]]) -> Payslips:
    """Payslips from what differs from a June 2026 month of 100 hours at £13 in own account."""
    usual = {
        "worker": 0,
        "start": day("2026-06-01"),
        "end": day("2026-06-30"),
        "minutes": 6000,
        "gross": 130000,
        "uncounted": 0,
        "taken": 0,
        "unclear": 0,
        "uncertain": 0,
        "unread": 0,
        "excepted": 0,
        "owed": 0,
        "employer_costs": 0,
        "umbrella": 0,
        "rent": 0,
        "rent_days": 0,
        "net": -1,
        "itemised": 0,
        "accrued": 725,
        "account": -1,
        "own_account": 1,
    }
    table = [usual | row | {"row": index + 2} for index, row in enumerate(rows)]
    names = Payslips.__slots__
    return Payslips(**{name: np.array([row[name] for row in table], np.int64) for name in names})


def outcome(
    rule: str, worked: Shifts, paid: Payslips | None = None, who: Workers | None = None
) -> Outcome | None:
    """What a rule concluded for `Worker 001`, or of the sample where nothing fell short."""
    found = of(rule, worked, paid, who)
    short = [each for each in found if each.outcome is Outcome.NOT_MET]
    return short[0].outcome if short else found[0].outcome if found else None


def of(
    rule: str, worked: Shifts, paid: Payslips | None = None, who: Workers | None = None
) -> list[Finding]:
    count = 1 + max([*worked.worker.tolist(), *(paid.worker.tolist() if paid else [])], default=0)
    found = judge_sample(worked, paid or Payslips.none(), who or people(count), at=AT)
    return [each for each in found if each.rule == rule]


def workers_of(finding: Finding) -> dict[str, str]:
    """The workers whom a finding that is not met concerns, each with its sentence."""
    pairs = (proof.quote.partition(": ") for proof in finding.evidence)
    return {label: said for label, _, said in pairs if label.startswith("Worker ")}
