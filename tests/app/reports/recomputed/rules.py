"""What rules found, by outcome, level, group, ground and commitment, by SQL."""

from collections.abc import Iterable

from app.features.reports.table_types import Standing
from scoring.escalation.indicators import INDICATORS
from tests.app.reports.recomputed.database import Database, Recomputed, Rows, Value, share

NAMES = ("met", "not_met", "unknown", "not_applicable")
LAW = ("duty_to_publish", "yearly", "approval", "signature", "homepage", "areas")
GROUNDS = ("mandatory", "discretionary", "debarment")
COMMITMENTS = {
    2: "law.duty_to_publish",
    3: "price.minimum_wage_floor",
    4: "voice.union",
    6: "voice.grievance",
}


def _counted(data: Database, rule: str, names: Iterable[str] = NAMES) -> tuple[float, ...]:
    sums = ", ".join(f"SUM(outcome = '{name}')" for name in names)
    return data.row(f"SELECT {sums} FROM outcomes WHERE rule = '{rule}'")


def outcomes(*rules: str) -> Recomputed:
    """Return the recomputation of a table of rules by outcome; rules never asked have no row."""
    return lambda data: {rule: counts for rule in rules if any(counts := _counted(data, rule))}


statements_law = outcomes(*(f"law.{name}" for name in LAW))
conditions = outcomes("voice.grievance", "voice.union", "training.signs", "supply.tiers")
prices = outcomes("price.minimum_wage_floor", "price.living_wage_floor", "price.indexation")


def living_wage(data: Database) -> Rows:
    sums = ", ".join(f"SUM(f.outcome = '{name}')" for name in NAMES)
    sql = f"""
    SELECT {sums} FROM finding f JOIN latest l ON l.id = f.assessment_id LEFT JOIN (
      SELECT id, json_extract(facts, '$.reference') AS reference,
        MAX(json_extract(facts, '$.third_party')) AS third_party
      FROM chosen GROUP BY 1, 2) c ON c.id = l.id AND c.reference = f.subject
    WHERE f.rule = 'pay.living_wage' AND c.third_party IS """
    kinds = {"third_party": "1", "direct": "0", "not_told": "NULL"}
    return {key: data.row(sql + value) for key, value in kinds.items()}


def statements_criteria(data: Database) -> Rows:
    sums = ", ".join(
        f"SUM(level = '{level}')" for level in ("none", "mentioned", "described", "evidenced")
    )
    rows = data.all(f"SELECT criterion, {sums} FROM levels GROUP BY 1")
    return {str(key): counts for key, *counts in rows}  # type: ignore[misc]


def conditions_known(data: Database) -> Rows:
    """Rules on conditions, and those that the list of indicators names as able to show a sign."""
    named = ", ".join(f"'{rule}'" for each in INDICATORS for rule in each.rules)
    rows: Rows = {}
    for rule, known, unknown in data.all(
        "SELECT rule, SUM(outcome IN ('met', 'not_met')), SUM(outcome = 'unknown') FROM outcomes "
        f"WHERE rule <> 'urgent.route' AND (theme = 'conditions' OR rule IN ({named})) "
        "GROUP BY rule HAVING SUM(outcome <> 'not_applicable')"
    ):
        rows[str(rule)] = (known, unknown, share(known, known + unknown))  # type: ignore[assignment, arg-type, operator]
    return rows


def exposure(column: str) -> Recomputed:
    return lambda data: {
        str(name): (mean,)  # type: ignore[misc]
        for name, mean in data.all(
            f"SELECT {column}, ROUND(AVG(exposure) / 100.0) FROM told GROUP BY 1 "
            "HAVING COUNT(*) >= 5"
        )
    }


def charter(data: Database) -> Rows:
    rows: Rows = {str(number): (Standing.NOT_RECORDED,) * 4 for number in range(1, 11)}
    for number, rule in COMMITMENTS.items():
        met, not_met, unknown, _ = _counted(data, rule)
        known = met + not_met
        rows[str(number)] = (met if known else None, known, unknown, share(met, known))
    fresh = data.count(
        f"SELECT COUNT(*) FROM latest WHERE julianday('{data.day}') - julianday(as_at) <= 365"
    )
    listed = data.count("SELECT COUNT(*) FROM listed")
    rows["7"] = (fresh if listed else None, listed, 0, share(fresh, listed))
    return rows


def exclusion(data: Database) -> Rows:
    rows: Rows = {}
    for rule in (f"exclusion.{ground}" for ground in GROUNDS):
        met, not_met, unknown, _ = _counted(data, rule)
        known = met + not_met
        rows[rule] = (not_met if known else None, known, unknown)
    return rows


def training(data: Database) -> Rows:
    met, not_met, unknown, _ = _counted(data, "training.signs")
    known = met + not_met
    told, of = data.row(
        "SELECT SUM(level IN ('described', 'evidenced')), COUNT(*) FROM levels "
        "WHERE criterion = 'training'"
    )
    silent = data.count("SELECT COUNT(*) FROM latest") - of
    figures: dict[str, tuple[Value, ...]] = {
        "answers": (met if known else None, known, unknown, share(met, known)),
        "statements": (told if of else None, of, silent, share(told, of)),
    }
    return figures


def unknown(data: Database) -> Rows:
    rows: Rows = {}
    for theme, asked, not_known in data.all(
        "SELECT theme, SUM(outcome <> 'not_applicable') AS asked, SUM(outcome = 'unknown') "
        "FROM outcomes WHERE theme IN ('pay', 'conditions', 'law') GROUP BY 1 HAVING asked"
    ):
        rows[str(theme)] = (asked, not_known, share(not_known, asked))  # type: ignore[assignment, arg-type]
    return rows
