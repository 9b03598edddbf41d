"""Check pay and conditions: read a sample and answers, judge them by a pure call, say where.

Nothing is stored here: page and command line give the same findings for the same bytes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from scoring.escalation.urgency import hold_questions, urgent
from scoring.facts import SupplierFacts
from scoring.findings import Evidence, Finding
from scoring.payroll import HOUR_RULES, PEOPLE_RULES, SLIP_RULES, judge_sample
from scoring.payroll.arithmetic import PayslipSum, payslip_sums
from scoring.payroll.findings import PEOPLE
from scoring.payroll.prepare import FILE
from scoring.payroll.work_kinds import in_work
from scoring.payroll.working_time import ROTA
from scoring.rules import contradictions, judge
from scoring.statements.status import status_of
from scoring.text import Document
from scrapers.answers import AnswerSheet, read_answers
from scrapers.errors import ListUnreadable
from scrapers.payroll import Kind, RowNotice, Sample, read_sample

_KINDS = {ROTA: Kind.SHIFTS, FILE: Kind.PAYSLIPS, PEOPLE: Kind.WORKERS}
ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class PayCheck:
    """What a sample of rotas, payslips and answers shows on a day.

    Attributes:
        at: The day the judgement is for.
        findings: What each rule concluded; workers by pseudonym only.
        notices: What was wrong with single rows, by file and row.
        not_judged: What could not be judged because no such record was given, in sentences.
        rows: Filled rows below the headings of the sample's files.
        shifts: Shifts judged.
        payslips: Payslips judged.
        workers: Workers seen in any file.
        answers: Answers judged.
        unread: Columns of money that were not read, by file and heading.
        sums: Each payslip's arithmetic, the short and the doubtful first, where it was asked for.
    """

    at: date
    findings: tuple[Finding, ...]
    notices: tuple[RowNotice, ...]
    not_judged: tuple[str, ...]
    rows: int
    shifts: int
    payslips: int
    workers: int
    answers: int
    unread: tuple[str, ...] = ()
    sums: tuple[PayslipSum, ...] = ()

    @property
    def urgent(self) -> Finding | None:
        """The finding that a named person must look today, if the findings call for it."""
        return next((each for each in self.findings if each.rule == urgent.card.id), None)


def check_pay(
    files: Iterable[tuple[str, bytes]],
    *,
    answers: bytes | None = None,
    statement: Document | None = None,
    at: date,
    employer: str = "The employer",
    work: str = "",
    columns: Mapping[str, str] | None = None,
    most_sums: int = 0,
) -> PayCheck:
    """Judge rotas, payslips, workers' lists and answers by every rule on pay and conditions.

    Args:
        files: Name and content of each rota, file of payslips or list of workers, CSV or XLSX.
        answers: The questionnaire's answers, CSV or XLSX, of one employer.
        statement: The employer's statement as read, to be held against what the rest shows.
        at: The day the judgement is for; rates and rules are those of that day.
        employer: Whose workers they are, for the sentences.
        work: The kind of work on the contract, for workers whose job no list gives.
        columns: What headings that we cannot read mean: for each, a heading that we know.
        most_sums: How many payslips' arithmetic to give at most.

    Raises:
        DocumentUnreadable: A file is neither CSV nor XLSX, or has no headings that we know.
        ListUnreadable: The answers are no sheet of answers, or are of several employers.
    """
    sample = read_sample(files, columns)
    given = AnswerSheet((), ()) if answers is None else _of_one(answers)
    facts = SupplierFacts(employer, answers=tuple(each.answer for each in given.answers))
    workers = in_work(sample.workers, work)
    judged = judge_sample(sample.shifts, sample.payslips, workers, at=at)
    located = [_located(each, sample) for each in _without_route(judged)]
    if answers is not None:
        located += _without_route(judge(facts, at=at))
    if statement is not None:
        located += contradictions(_sentences(statement), tuple(located), facts, at=at)
    return PayCheck(
        at=at,
        findings=hold_questions((*urgent(tuple(located), at), *located)),
        notices=(
            *sample.notices,
            *(RowNotice(ANSWERS, each.row, each.message, True) for each in given.errors),
        ),
        not_judged=_not_judged(sample, answers is not None),
        rows=sample.rows,
        shifts=int(sample.shifts.worker.size),
        payslips=int(sample.payslips.worker.size),
        workers=sample.workers.count,
        answers=len(given.answers),
        unread=sample.unread,
        sums=payslip_sums(sample.shifts, sample.payslips, workers, most=most_sums)
        if most_sums
        else (),
    )


def _of_one(answers: bytes) -> AnswerSheet:
    sheet = read_answers(answers, name=ANSWERS)
    if len({each.supplier for each in sheet.answers}) > 1:
        raise ListUnreadable("The answers are of several employers: give those of one.")
    return sheet


def _without_route(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without the urgent route, which is judged once over all of them together."""
    return [each for each in findings if each.rule != urgent.card.id]


def _located(finding: Finding, sample: Sample) -> Finding:
    return replace(finding, evidence=tuple(_at_row(each, sample) for each in finding.evidence))


def _at_row(evidence: Evidence, sample: Sample) -> Evidence:
    kind = _KINDS.get(evidence.source)
    if kind is None or evidence.row is None:
        return evidence
    file, row = sample.lines[kind].place(evidence.row)
    return replace(evidence, source=file, row=row)


def _sentences(statement: Document) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            each.text,
            statement.title or "statement",
            statement.sha256,
            each.page,
            each.boxes,
            each.index,
            status=status_of(each.text),
        )
        for each in statement.sentences
    )


def _not_judged(sample: Sample, answered: bool) -> tuple[str, ...]:
    listed = bool((sample.workers.row >= 0).any())
    missing = (
        (bool(sample.shifts.worker.size), "No rota was", len(HOUR_RULES)),
        (bool(sample.payslips.worker.size), "No payslips were", len(SLIP_RULES)),
        (listed or bool(sample.payslips.worker.size), "No list of workers was", len(PEOPLE_RULES)),
    )
    said = [f"{what} given: {rules} rules not judged." for has, what, rules in missing if not has]
    if not answered:
        said.append("No answers were given: what records cannot show was not judged.")
    return tuple(said)
