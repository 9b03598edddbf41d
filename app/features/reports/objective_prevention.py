"""Section 2, Exploitation Prevented: pay, working conditions, price, and what is agreed."""

from collections import Counter
from decimal import Decimal

from app.features.reports.cells import count, not_recorded, percent, points, text
from app.features.reports.dataset import SIGN_RULES, ReportData, SupplierSnapshot
from app.features.reports.objective_exposure import exposure_tables
from app.features.reports.statements import statement_tables
from app.features.reports.table_types import Chart, ChartKind, Row, Section, Table
from scoring.catalogue import CARDS
from scoring.reference.vocabulary import Outcome, Theme

OUTCOMES = ("Met", "Not met", "Not known", "Does not apply")
_COLUMNS = (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE)
_WORKERS = {True: "Third-party workers", False: "Direct workers", None: "Not known which"}
TOP = 10
REASONS = 3


def prevented(known: ReportData) -> Section:
    """Return the section on the strategy's second objective."""
    return Section(
        "prevented",
        "Exploitation Prevented",
        (
            "The strategy asks employers to pay at least the London Living Wage and to provide "
            "fair and safe working conditions. They require the same of their supply chain and "
            "check it, and publish a yearly modern slavery statement (objective 2).",
        ),
        (
            _living_wage(known),
            *statement_tables(known),
            _conditions_known(known),
            _conditions(known),
            _prices(known),
            _actions(known),
            *exposure_tables(known),
            _top_risks(known),
        ),
    )


def _living_wage(known: ReportData) -> Table:
    counts: dict[bool | None, Counter[Outcome]] = {each: Counter() for each in _WORKERS}
    for supplier in known.suppliers:
        third_party = {each.reference: each.third_party for each in supplier.contracts}
        for reference, outcome in supplier.wages:
            counts[third_party.get(reference)][outcome] += 1
    rows = tuple(
        Row(
            {True: "third_party", False: "direct", None: "not_told"}[workers],
            heading,
            tuple(count(counts[workers][outcome]) for outcome in _COLUMNS),
        )
        for workers, heading in _WORKERS.items()
    )
    total = sum(counts.values(), Counter[Outcome]())
    answered = total[Outcome.MET] + total[Outcome.NOT_MET]
    return Table(
        "living_wage",
        "The Living Wage on contracts, by who employs the workers",
        f"Pay is known on {answered:,} of {total.total():,} contracts; it reaches the Living Wage "
        f"on {total[Outcome.MET]:,} of these.",
        "Rule pay.living_wage on each contract in the latest assessments: the London rate where "
        "the work is in London, else the UK rate (Living Wage Foundation). A contract let before "
        "the buyer's policy asked for it is not known, not a breach.",
        ("Contracts", *OUTCOMES),
        rows,
        Chart(ChartKind.STACKED, (0, 1, 2, 3)),
    )


def _conditions_known(known: ReportData) -> Table:
    rules = [card for card in CARDS if card.theme is Theme.CONDITIONS or card.id in SIGN_RULES]
    outcomes = [(card, known.outcome(card.id)) for card in rules if card.id != "urgent.route"]
    rows = tuple(
        Row(
            card.id,
            card.title,
            (
                count(outcome.known),
                count(outcome.unknown),
                percent(outcome.known, outcome.applicable),
            ),
        )
        for card, outcome in outcomes
        if outcome.applicable
    )
    share = percent(sum(t.known for _, t in outcomes), sum(t.applicable for _, t in outcomes))
    return Table(
        "conditions_known",
        "How much we know about working conditions",
        f"Of all that is asked about working conditions, {share.text} is known.",
        "Outcome of each rule for each supplier in the latest assessments. Where a rule can show "
        "signs of exploitation its outcomes are counts about people and are shown only by sign, "
        "under “Signs raised through contracts”.",
        ("Rule", "Known", "Not known", "Share known"),
        rows,
    )


def _conditions(known: ReportData) -> Table:
    rules = [c for c in CARDS if c.theme is Theme.CONDITIONS and c.id not in SIGN_RULES]
    return _outcomes(
        known,
        "conditions",
        "Working conditions: what was found",
        [card.id for card in rules],
        "Rules on conditions that by themselves show no sign of exploitation.",
    )


def _prices(known: ReportData) -> Table:
    return _outcomes(
        known,
        "prices",
        "Do contract prices cover the cost of labour?",
        ["price.minimum_wage_floor", "price.living_wage_floor", "price.indexation"],
        "Rules on price in the latest assessments. A price below the floor may be abnormally low "
        "(Procurement Act 2023 s19): the supplier is asked before anything follows.",
    )


def _outcomes(known: ReportData, id: str, title: str, rules: list[str], source: str) -> Table:
    titles = {card.id: card.title for card in CARDS}
    rows = []
    for rule in rules:
        outcomes = known.outcome(rule)
        numbers = (outcomes.met, outcomes.not_met, outcomes.unknown, outcomes.not_applicable)
        if any(numbers):
            rows.append(Row(rule, titles[rule], tuple(count(each) for each in numbers)))
    return Table(
        id,
        title,
        "Suppliers by outcome; a supplier with one contract not met counts as not met."
        if rows
        else "None of these had been asked by this day.",
        source,
        ("Suppliers", *OUTCOMES),
        tuple(rows),
        Chart(ChartKind.STACKED, (0, 1, 2, 3)) if rows else None,
    )


def _actions(known: ReportData) -> Table:
    actions = known.agreed
    recorded = actions is not None and actions.known > 0
    rows = []
    for key, heading in (
        ("new", "New since the last report"),
        ("closed", "Closed since the last report"),
        ("open", "Open"),
        ("overdue", "Open and overdue"),
    ):
        cell = count(getattr(actions, key)) if recorded else not_recorded()
        rows.append(Row(key, heading, (cell,)))
    return Table(
        "actions",
        "Actions agreed with suppliers",
        "Steps agreed to put something right, each with its owner and due date."
        if recorded
        else "No actions were recorded.",
        "The audit trail: actions by the day they were agreed, ended and due, as they stood then.",
        ("Actions", "Number"),
        tuple(rows),
    )


def _top_risks(known: ReportData) -> Table:
    """The suppliers at the highest risk, without the figures that an urgent finding would raise.

    Nobody is left out and nobody is marked, so that neither the list nor the counts of the bands
    tell of whom an urgent case is open.
    """
    highest = sorted(
        known.suppliers,
        key=lambda each: (-each.judged.risk, -each.judged.risk_high, each.name, each.judged.at),
    )[:TOP]
    rows = tuple(
        Row(
            f"{place}",
            each.name,
            (
                text(each.judged.band.value.replace("_", " ")),
                points(each.judged.exposure),
                text(_reasons(each)),
            ),
        )
        for place, each in enumerate(highest, start=1)
    )
    return Table(
        "top_risks",
        "Where the residual risk is highest, with reasons",
        "Risk is about the work and what is not known of it; it says nothing of guilt."
        if rows
        else "No supplier had been assessed by this day.",
        "Latest assessments, in order of residual risk; the parts of the exposure, of 100, that "
        "weigh most. Findings about one supplier's workers are never in a report.",
        ("Supplier", "Band", "Exposure", "What weighs most"),
        rows,
    )


def _reasons(supplier: SupplierSnapshot) -> str:
    parts = sorted(
        supplier.judged.exposure_contributions,
        key=lambda part: (-Decimal(part["points"]), str(part["part"])),
    )
    return " ".join(f"{_heading(part['part'])}: {part['reason']}." for part in parts[:REASONS])


def _heading(part: str) -> str:
    return part.replace("_", " ").capitalize()
