"""Section 1: what is known, read, paid and at risk, of suppliers and of spend, in one page."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from app.features.reports.cells import count, of_known, of_known_pounds, percent, pounds, text
from app.features.reports.dataset import ReportData
from app.features.reports.measures import BANDS, MEASURES, Counted
from app.features.reports.table_types import Chart, ChartKind, Row, Section, Table
from scoring.escalation.route import HELPLINE
from scoring.periods import covers_year, in_words
from scoring.reference.money import pounds as to_the_penny
from scoring.reference.vocabulary import Decision, RiskBand

Counts = Mapping[str, Counted]
"""What each measure counts, by its key."""
COLUMNS = ("", "Yes", "Known", "Not known", "Yes, of known")
LISTS = (
    "Lists of suppliers taken in by that day; each supplier counts once, and lines "
    "that name no one (“Redacted”, “Various”) are left out."
)
SPEND = (
    "Supplier by supplier, the larger of its payments and of the yearly value of its contracts in "
    "force, in the latest assessments. Payments of another length of time than a year count as an "
    "estimate a year. Suppliers whose spend is not known are left out, not counted as zero."
)


def one_page(known: ReportData, moved: Table) -> Section:
    """Return the first section."""
    counted = {each.key: each.counted(known) for each in MEASURES}
    return Section(
        "one_page",
        "In one page",
        (
            _opening(known),
            "Where we do not know, we say “not known”. Finding no problem does not mean "
            "that there is none.",
            f"In an emergency call 999. Modern Slavery & Exploitation Helpline: {HELPLINE}, "
            "open every day of the year.",
        ),
        (
            _at_a_glance(known, counted, moved),
            _board_questions(known, counted),
            _in_force(known),
            _suppliers(known, counted),
            _spend(known, counted),
            _bands(known, counted),
            moved,
        ),
    )


def _opening(known: ReportData) -> str:
    if not known.listed:
        return "No list of suppliers was loaded by this day, so there are no figures."
    if not known.assessed:
        return (
            f"{known.listed:,} suppliers were listed by this day and none had been assessed, so "
            "what they are like is not known."
        )
    return (
        f"{known.listed:,} suppliers were listed by this day; {known.assessed:,} of them had been "
        "assessed. Figures use each supplier's most recent assessment."
    )


def _at_a_glance(known: ReportData, counted: Counts, moved: Table) -> Table:
    """The whole in one table; the figures behind it follow."""
    changes = {row.key: row.cells[-1] for row in moved.rows}
    listed = percent(known.assessed, known.listed)
    left = count(known.listed - known.assessed)
    spent = percent(known.spend, known.spend) if known.suppliers else percent(0, 0)
    first = Row("assessed", "Assessed", (listed, spent, left, changes["assessed"]))
    rows = [first]
    for each in MEASURES:
        counts = counted[each.key]
        (yes, of, whole), (paid, of_paid, _) = counts.suppliers, counts.pounds
        cells = (percent(yes, of), percent(paid, of_paid), count(whole - of), changes[each.key])
        rows.append(Row(each.key, each.heading, cells))
    return Table(
        "at_a_glance",
        "Key figures",
        "Percentages are of suppliers where we have the information. Change is since the last "
        "report.",
        "The tables that follow, each with its source.",
        ("Share", "Of suppliers", "Of spend", "Suppliers not known", "Change in suppliers"),
        tuple(rows),
    )


def _suppliers(known: ReportData, counted: Counts) -> Table:
    listed = Row(
        "assessed",
        "Assessed",
        (
            count(known.assessed),
            count(known.listed),
            count(0),
            percent(known.assessed, known.listed),
        ),
        LISTS,
    )
    rows = tuple(
        of_known(each.key, each.heading, *counted[each.key].suppliers, source=each.source)
        for each in MEASURES
    )
    return Table(
        "suppliers",
        "Suppliers: known, read, paid and at risk",
        "How many suppliers meet each measure, and how many we do not know about.",
        "Latest assessment of each listed supplier by that day; bands of residual risk by the "
        "method in docs/method.md.",
        COLUMNS,
        (listed, *rows),
    )


def _spend(known: ReportData, counted: Counts) -> Table:
    with_spend = sum(each.spend is not None for each in known.suppliers)
    rows = tuple(
        of_known_pounds(each.key, each.heading, *counted[each.key].pounds) for each in MEASURES
    )
    without = known.listed - with_spend
    return Table(
        "spend",
        "Spend a year: known, read, paid and at risk",
        f"Of {pounds(known.spend if with_spend else None).text} a year with the {with_spend:,} "
        f"suppliers whose spend is known; it is not known of {without:,}. {_both(known)}".strip(),
        SPEND,
        COLUMNS,
        rows,
    )


def _both(known: ReportData) -> str:
    """Payments and contracts side by side, in words; neither is a part of the other."""
    values = [each.contract_value for each in known.suppliers if each.contract_value is not None]
    payments = [each for each in known.suppliers if each.paid is not None]
    sentences = []
    if values:
        sentences.append(f"Contracts in force: {to_the_penny(sum(values, Decimal(0)))} a year.")
    if payments:
        paid = to_the_penny(sum((each.paid or Decimal(0) for each in payments), Decimal(0)))
        periods = {each.paid_periods for each in payments}
        [when] = periods if len(periods) == 1 else [()]
        named = f"in {in_words(when)}" if when else "in periods that are not all known"
        estimate = "" if not when or covers_year(when) else ", counted as an estimate a year"
        sentences.append(f"Payments: {paid} {named}{estimate}.")
    return " ".join(sentences)


def _bands(known: ReportData, counted: Counts) -> Table:
    rows = []
    for band, heading in BANDS.items():
        yes, of, _ = counted[f"band_{band.value}"].suppliers
        spent, whole, _ = counted[f"band_{band.value}"].pounds
        rows.append(Row(band.value, heading, (percent(yes, of), percent(spent, whole))))
    high = [counted[f"band_{band.value}"] for band in (RiskBand.HIGH, RiskBand.VERY_HIGH)]
    share = percent(sum(each.suppliers[0] for each in high), known.assessed)
    of_spend = percent(sum(each.pounds[0] for each in high), known.spend)
    return Table(
        "bands",
        "Risk bands",
        f"High and very high residual risk together: {share.text} of the suppliers assessed, "
        f"{of_spend.text} of the spend that is known."
        if known.assessed
        else "No supplier had been assessed by this day.",
        "Latest assessments: the band of the residual risk, of assessed suppliers and of their "
        "known spend.",
        ("", "Of suppliers", "Of spend"),
        tuple(rows),
        Chart(ChartKind.BARS, (0, 1)),
    )


_BY_A_PERSON = {
    Decision.STOP: "Stopped by a person",
    Decision.REFER: "Referred by a person",
    Decision.ASK: "Asked, as a person decided",
    Decision.CLEAR: "Cleared by a person",
}


def _in_force(known: ReportData) -> Table:
    """What named persons decided and what is only proposed, of the suppliers assessed."""
    decided = {each.judged.supplier: known.decision_on(each) for each in known.suppliers}
    counts = Counter(each.decision for each in decided.values() if each)
    proposals = Counter(
        each.judged.decision for each in known.suppliers if not decided[each.judged.supplier]
    )
    rows = tuple(
        Row(
            each.value,
            heading,
            (
                count(counts[each] if known.suppliers else None),
                count(proposals[each] if known.suppliers else None),
            ),
        )
        for each, heading in _BY_A_PERSON.items()
    )
    return Table(
        "decisions_in_force",
        "Decisions in force, and proposals without a decision",
        f"A person's decision is in force on {counts.total():,} of {known.assessed:,} suppliers "
        "assessed."
        if known.assessed
        else "No supplier had been assessed by this day.",
        "The last decision of a named person on each supplier by this day. It counts until its "
        "last day, or until new facts call for more; then the proposal counts again.",
        ("", "Decided by a person", "Only proposed"),
        rows,
    )


def _board_questions(known: ReportData, counted: Counts) -> Table:
    """What the board is asked to decide, each with the figure that it rests on."""
    stops = sum(
        each.judged.decision is Decision.STOP and known.decision_on(each) is None
        for each in known.suppliers
    )
    duty = known.outcome("law.duty_to_publish").not_met
    wage = counted["living_wage"].suppliers
    very_high = sum(each.judged.band is RiskBand.VERY_HIGH for each in known.suppliers)
    questions = (
        (
            "not_assessed",
            "Should every supplier be assessed by the next meeting?",
            known.listed - known.assessed,
            "suppliers not assessed",
        ),
        (
            "stops",
            "Who confirms or overrules each proposed stop, and when?",
            stops,
            "suppliers with a proposed stop and no decision yet",
        ),
        (
            "very_high",
            "Which suppliers at very high risk should we visit first?",
            very_high,
            "suppliers in the very high band",
        ),
        (
            "below_living_wage",
            "Raise pay below the Living Wage now, or at re-letting?",
            wage[1] - wage[0],
            "suppliers paying less on a contract",
        ),
        (
            "living_wage_unknown",
            "Should each contract manager find out what is paid?",
            wage[2] - wage[1],
            "suppliers whose pay is not known",
        ),
        (
            "statements_due",
            "Should we write to the suppliers that must publish a statement?",
            duty,
            "suppliers whose statement we have not found",
        ),
    )
    rows = tuple(
        Row(key, question, (count(figure), text(what)))
        for key, question, figure, what in questions
        if figure
    )
    return Table(
        "decisions_asked",
        "What the board is asked to decide",
        "Each question with the figure that it rests on."
        if rows
        else "Nothing that is known by this day asks for a decision.",
        "The figures of this report.",
        ("Question", "Figure", "What it counts"),
        rows,
    )
