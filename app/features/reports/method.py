"""Section 6, how we know: coverage, unknowns, the model's quality, versions and limits."""

from collections import Counter

from app.features.reports.cells import count, not_recorded, of_known, percent, text
from app.features.reports.dataset import ReportData
from app.features.reports.model_card import packaged_card
from app.features.reports.table_types import VERSION, Row, Section, Table, Unit
from scoring.catalogue import CARDS
from scoring.reference.rates import living_wage_rows
from scoring.reference.vocabulary import Theme

_THEMES = {
    Theme.PAY: "Pay and price",
    Theme.CONDITIONS: "Working conditions",
    Theme.LAW: "What the law asks for",
}
LIMITS = (
    "A statement that was not found may be published; a finding is a reason to ask.",
    "What suppliers say of themselves is not proof; audits and visits can miss what is hidden.",
    "Lists may name one supplier twice or leave one out. Spend is as the lists give it.",
    "Only contracts with a pay figure can be held against wage rates.",
    "Numbers of groups under five are not shown, so small groups are not seen here.",
    "Nothing here is legal advice; a machine proposes and a named person decides.",
)


def method(known: ReportData) -> Section:
    """Return the section on how the rest is known."""
    return Section(
        "method",
        "How we know",
        ("What this report cannot show:",),
        (_coverage(known), _unknown(known), _quality(known), _versions(known)),
        LIMITS,
    )


def _coverage(known: ReportData) -> Table:
    suppliers, whole = known.suppliers, known.listed
    coverage = (
        ("assessed", "Assessed", len(suppliers)),
        ("spend", "Spend known", sum(each.spend is not None for each in suppliers)),
        ("category", "Category known", sum(each.category != "Not known" for each in suppliers)),
        ("country", "Country known", sum(each.country != "Not known" for each in suppliers)),
        ("place", "Place of work known", sum(each.borough != "Not known" for each in suppliers)),
        (
            "contracts",
            "With a contract in force",
            sum(bool(each.contracts) for each in suppliers),
        ),
    )
    rows = tuple(of_known(key, heading, number, whole, whole) for key, heading, number in coverage)
    return Table(
        "coverage",
        "Coverage of the listed suppliers",
        f"{len(suppliers):,} of {whole:,} listed suppliers had been assessed by this day.",
        "Lists taken in, and the facts kept in each latest assessment.",
        ("Suppliers", "Yes", "Known", "Not known", "Yes, of known"),
        rows,
    )


def _unknown(known: ReportData) -> Table:
    rules = {card.id: card.theme for card in CARDS}
    rows = []
    for theme, heading in _THEMES.items():
        outcomes = [each for rule, each in known.outcomes.items() if rules.get(rule) is theme]
        unknown, applicable = sum(t.unknown for t in outcomes), sum(t.applicable for t in outcomes)
        if applicable:
            cells = (count(applicable), count(unknown), percent(unknown, applicable))
            rows.append(Row(theme.value, heading, cells))
    return Table(
        "unknown",
        "How much is not known",
        "Unknown answers count neither for nor against a supplier."
        if rows
        else "No rule had been asked by this day.",
        "Outcomes of the rules in the latest assessments.",
        ("Theme", "Answers asked", "Not known", "Share not known"),
        tuple(rows),
    )


def _quality(known: ReportData) -> Table:
    card = packaged_card()
    used = {each.judged.versions.get("model", "") for each in known.suppliers if each.read}
    fits = card is not None and any(card.is_of(version) for version in used)
    rows: tuple[Row, ...] = ()
    if fits and card is not None:
        rows = tuple(
            Row(
                each.criterion,
                each.criterion.replace("_", " ").capitalize(),
                tuple(
                    text(value) if value else not_recorded(Unit.TEXT)
                    for value in (each.precision, each.recall, each.f1, each.interval)
                ),
            )
            for each in card.qualities
        )
    return Table(
        "model_quality",
        "The evidence model on statements that it had not learnt from",
        "How often the model is right when it offers a sentence (precision), and how much of what "
        "is there it finds (recall)."
        if rows
        else "The figures of the model that judged by this day are not recorded here.",
        "The model's card (scoring/evidence/model/CARD.md). The last column is the 95 % "
        "confidence interval.",
        ("Criterion", "Precision", "Recall", "F1", "95 % confidence interval"),
        rows,
    )


def _versions(known: ReportData) -> Table:
    used: Counter[tuple[str, str]] = Counter(
        (name, version)
        for each in known.suppliers
        for name, version in each.judged.versions.items()
    )
    days = [each.judged.at for each in known.suppliers]
    announced = [each.announced for each in living_wage_rows() if each.announced <= known.day]
    rates = str(max(announced)) if announced else "none"
    rows = [
        Row(
            f"{name} {version}",
            f"{name.capitalize()}",
            (text(version), count(number)),
        )
        for (name, version), number in sorted(used.items())
    ]
    rows += [
        Row("report", "Figures of this report", (text(VERSION), text("–"))),
        Row("rates", "Living Wage rates, latest known by this day", (text(rates), text("–"))),
    ]
    if days:
        span = f"{min(days)} to {max(days)}"
        rows.append(Row("days", "Assessed as of", (text(span), count(len(days)))))
    return Table(
        "versions",
        "Versions and dates",
        "What judged the suppliers, and when; an assessment can be recomputed from what it names.",
        "Versions kept in each latest assessment; dated rates in scoring/data.",
        ("What", "Version or date", "Suppliers"),
        tuple(rows),
    )
