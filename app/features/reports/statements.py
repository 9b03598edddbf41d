"""Statements held against the duty to publish and against each criterion."""

from collections import Counter

from app.features.reports.cells import count
from app.features.reports.dataset import ReportData
from app.features.reports.table_types import Chart, ChartKind, Row, Table
from scoring.catalogue import CARDS
from scoring.reference.vocabulary import Level
from scoring.rules.publication import duty_to_publish
from scoring.statements.criteria import DEFINITIONS

LAW = ("law.yearly", "law.approval", "law.signature", "law.homepage", "law.areas")


def statement_tables(known: ReportData) -> tuple[Table, Table]:
    """Return the law's demands on statements, and how far they go on each criterion."""
    return _law(known), _criteria(known)


def _law(known: ReportData) -> Table:
    titles = {card.id: card.title for card in CARDS}
    rows = []
    for rule in (duty_to_publish.card.id, *LAW):
        outcomes = known.outcome(rule)
        numbers = (outcomes.met, outcomes.not_met, outcomes.unknown, outcomes.not_applicable)
        if any(numbers):
            rows.append(Row(rule, titles[rule], tuple(count(each) for each in numbers)))
    due = known.outcome(duty_to_publish.card.id)
    return Table(
        "statements_law",
        "Statements against the duty to publish",
        f"We hold a statement, or the registry lists one for the latest year, from {due.met:,} "
        f"suppliers. {due.not_met:,} more must publish one; we have not found theirs. For "
        f"{due.unknown:,} we do not know enough to say.",
        "Modern Slavery Act 2015 section 54 (turnover of £36 million or more, SI 2015/1833), by "
        "the rules on law in the latest assessments. Leaving out an area of section 54(5) "
        "is not a breach.",
        ("Suppliers", "Met", "Not met", "Not known", "Does not apply"),
        tuple(rows),
    )


def _criteria(known: ReportData) -> Table:
    counts: dict[str, Counter[str]] = {each.criterion.value: Counter() for each in DEFINITIONS}
    read = [each for each in known.suppliers if each.read]
    for supplier in read:
        for shown in supplier.judged.criterion_levels:
            counts.setdefault(str(shown["criterion"]), Counter())[str(shown["level"])] += 1
    rows = tuple(
        Row(
            criterion.criterion.value,
            criterion.title,
            tuple(count(counts[criterion.criterion.value][level.value]) for level in Level),
        )
        for criterion in DEFINITIONS
    )
    evidenced = sum(each[Level.EVIDENCED.value] for each in counts.values())
    silent = sum(each[Level.NONE.value] for each in counts.values())
    total = sum(each.total() for each in counts.values())
    return Table(
        "statements_criteria",
        "Statements by criterion and level",
        f"{len(read):,} statements were read. Of {total:,} answers to what a statement is read "
        f"for, {evidenced:,} are backed by figures, names or places and {silent:,} are silence."
        if read
        else "No statement had been read by this day.",
        "Section 54(5) and the Home Office guidance of March 2025; levels by the rules in "
        "docs/evidence.md, from the sentences that the model offered.",
        ("Statements", *(level.value.capitalize() for level in Level)),
        rows if read else (),
        Chart(ChartKind.STACKED, (0, 1, 2, 3)) if read else None,
    )
