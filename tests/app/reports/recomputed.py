"""Each figure of a report computed again by plain SQL over the same database, sharing no code."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

Row = tuple[object, ...]
SQL = """
CREATE TEMP VIEW listed AS
  SELECT DISTINCT r.supplier_id FROM intake_row r JOIN intake i ON i.id = r.intake_id
  WHERE r.supplier_id IS NOT NULL AND i.created_at < '{end}';
CREATE TEMP VIEW latest AS
  SELECT a.* FROM assessment a JOIN listed USING (supplier_id)
  WHERE a.id = (SELECT b.id FROM assessment b
    WHERE b.supplier_id = a.supplier_id AND b.at <= '{day}' AND b.created_at < '{end}'
    ORDER BY b.at DESC, b.created_at DESC, b.id DESC LIMIT 1);
CREATE TEMP VIEW contracts AS
  SELECT l.id, c.value AS facts,
    COALESCE(CAST(json_extract(c.value, '$.annual_value') AS REAL),
      CAST(json_extract(c.value, '$.total_value') AS REAL) / MAX(1, (
        julianday(json_extract(c.value, '$.end')) - julianday(json_extract(c.value, '$.start')) + 1
      ) / 365.25)) AS yearly,
    COALESCE(json_extract(c.value, '$.end'), '9999') >= l.at AS in_force
  FROM latest l, json_each(l.inputs, '$.facts.contracts') c;
CREATE TEMP VIEW chosen AS
  SELECT * FROM contracts c WHERE in_force
    OR NOT EXISTS (SELECT 1 FROM contracts o WHERE o.id = c.id AND o.in_force);
CREATE TEMP VIEW spending AS
  SELECT l.id, COALESCE(CAST(json_extract(l.inputs, '$.facts.spend') AS REAL),
    (SELECT SUM(yearly) FROM chosen c WHERE c.id = l.id)) AS pounds
  FROM latest l;
CREATE TEMP VIEW outcomes AS
  SELECT assessment_id, rule, CASE
    WHEN SUM(outcome = 'not_met') THEN 'not_met' WHEN SUM(outcome = 'unknown') THEN 'unknown'
    WHEN SUM(outcome = 'met') THEN 'met' ELSE 'not_applicable' END AS outcome
  FROM finding WHERE assessment_id IN (SELECT id FROM latest) GROUP BY assessment_id, rule;
CREATE TEMP VIEW told AS
  SELECT l.id, l.supplier_id, l.band, s.pounds,
    json_extract(l.inputs, '$.matched.state') = 'accepted' AS matched,
    l.statement_score IS NOT NULL AS read,
    (SELECT outcome FROM outcomes o WHERE o.assessment_id = l.id AND rule = 'pay.living_wage')
      AS wage
  FROM latest l JOIN spending s ON s.id = l.id;
"""

_YES = {
    "matched": "matched",
    "read": "read",
    "living_wage": "wage = 'met'",
    **{f"band_{band}": f"band = '{band}'" for band in ("low", "medium", "high", "very_high")},
}
_KNOWN = {"living_wage": "wage IN ('met', 'not_met')"}
_APPLIES = {"living_wage": "COALESCE(wage, '') <> 'not_applicable'"}


class Database:
    """The database as it was known on a day, for plain SQL."""

    def __init__(self, home: Path, day: date, end: str) -> None:
        self._connection = sqlite3.connect(home / "candour.sqlite")
        self._connection.executescript(SQL.format(day=day, end=end))
        self.day, self.end = day, end

    def all(self, sql: str) -> list[Row]:
        return self._connection.execute(sql).fetchall()

    def one(self, sql: str) -> float:
        return self.all(sql)[0][0] or 0  # type: ignore[return-value]

    def close(self) -> None:
        self._connection.close()


def share(part: float, whole: float) -> float | None:
    return part / whole * 100 if whole > 0 else None


def suppliers(data: Database) -> dict[str, Row]:
    listed = data.one("SELECT COUNT(*) FROM listed")
    assessed = data.one("SELECT COUNT(*) FROM latest")
    rows: dict[str, Row] = {"assessed": (assessed, listed, 0, share(assessed, listed))}
    for key, yes in _YES.items():
        counted, known, left_out = data.all(
            f"SELECT SUM({yes}), SUM({_KNOWN.get(key, 1)}), SUM(NOT ({_APPLIES.get(key, 1)}))"
            " FROM told"
        )[0]
        counted, known = counted or 0, known or 0  # type: ignore[assignment]
        whole = listed - (left_out or 0)  # type: ignore[operator]
        told = counted if known else None
        rows[key] = (told, known, whole - known, share(counted, known))  # type: ignore[operator, arg-type]
    return rows


def spend(data: Database) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for key, yes in _YES.items():
        known = _KNOWN.get(key, "1")
        counted, of, whole = (
            data.one(f"SELECT SUM(pounds) FROM told WHERE {where}")
            for where in (f"{yes} AND {known}", known, _APPLIES.get(key, "1"))
        )
        rows[key] = (counted if of else None, of, whole - of, share(counted, of))
    return rows


def bands(data: Database) -> dict[str, Row]:
    numbers, sums = suppliers(data), spend(data)
    return {
        band: (numbers[f"band_{band}"][3], sums[f"band_{band}"][3])
        for band in ("low", "medium", "high", "very_high")
    }


def outcomes(rules: Iterable[str], *names: str) -> Callable[[Database], dict[str, Row]]:
    """Return the recomputation of a table of rules by outcome; rules never asked have no row."""

    def table(data: Database) -> dict[str, Row]:
        rows = {}
        for rule in rules:
            counts = tuple(
                data.one(f"SELECT SUM(outcome = '{name}') FROM outcomes WHERE rule = '{rule}'")
                for name in names or ("met", "not_met", "unknown", "not_applicable")
            )
            if any(counts):
                rows[rule] = counts
        return rows

    return table


def living_wage(data: Database) -> dict[str, Row]:
    sql = """
    SELECT SUM(f.outcome = 'met'), SUM(f.outcome = 'not_met'), SUM(f.outcome = 'unknown'),
      SUM(f.outcome = 'not_applicable')
    FROM finding f JOIN latest l ON l.id = f.assessment_id LEFT JOIN (
      SELECT id, json_extract(facts, '$.reference') AS reference,
        MAX(json_extract(facts, '$.third_party')) AS third_party
      FROM chosen GROUP BY 1, 2) c ON c.id = l.id AND c.reference = f.subject
    WHERE f.rule = 'pay.living_wage' AND c.third_party IS {}"""
    kinds = {"third_party": "1", "direct": "0", "not_told": "NULL"}
    return {
        key: tuple(value or 0 for value in data.all(sql.format(value))[0])
        for key, value in kinds.items()
    }


def criteria(data: Database) -> dict[str, Row]:
    levels = ("none", "mentioned", "described", "evidenced")
    sums = ", ".join(f"SUM(json_extract(e.value, '$.level') = '{level}')" for level in levels)
    rows = data.all(
        f"SELECT json_extract(e.value, '$.criterion'), {sums} FROM latest l, "
        "json_each(l.told, '$.levels') e WHERE l.statement_score IS NOT NULL GROUP BY 1"
    )
    return {str(key): tuple(counts) for key, *counts in rows}


def conditions_known(data: Database) -> dict[str, Row]:
    rows = {}
    for rule, known, unknown in data.all(
        "SELECT rule, SUM(outcome IN ('met', 'not_met')), SUM(outcome = 'unknown') FROM outcomes "
        "GROUP BY rule"
    ):
        rows[str(rule)] = (known, unknown, share(known, known + unknown))  # type: ignore[arg-type, operator]
    return rows


def means(part: str) -> Callable[[Database], dict[str, Row]]:
    def table(data: Database) -> dict[str, Row]:
        rows = data.all(
            f"""SELECT COALESCE(NULLIF(json_extract(e.value, '$.value'), ''), 'Not known') AS name,
              ROUND(AVG(l.exposure) / 100.0) FROM latest l,
              json_each(l.told, '$.exposure.contributions') e
            WHERE json_extract(e.value, '$.part') = '{part}'
            GROUP BY name HAVING COUNT(*) >= 5"""
        )
        return {str(name): (mean,) for name, mean in rows}

    return table


def charter(data: Database) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    rules = {
        2: "law.duty_to_publish",
        3: "price.minimum_wage_floor",
        4: "voice.union",
        6: "voice.grievance",
    }
    for number, rule in rules.items():
        met, not_met, unknown = (
            data.one(f"SELECT SUM(outcome = '{each}') FROM outcomes WHERE rule = '{rule}'")
            for each in ("met", "not_met", "unknown")
        )
        known = met + not_met
        rows[str(number)] = (met if known else None, known, unknown, share(met, known))
    fresh = data.one(
        f"SELECT COUNT(*) FROM latest WHERE julianday('{data.day}') - julianday(at) <= 365"
    )
    listed = data.one("SELECT COUNT(*) FROM listed")
    rows["7"] = (fresh if listed else None, listed, 0, share(fresh, listed))
    return rows
