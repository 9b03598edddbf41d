"""The database as it was known on a day, for plain SQL that shares no code with the report."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.features.reports.table_types import Standing

Value = float | str | Standing | None
"""What a cell must say: a figure, a standing without one, or None where it is not known."""
Row = tuple[Value, ...]
Rows = dict[str, Row]
MEASURES: dict[str, str] = {
    "matched": "matched",
    "read": "read",
    "living_wage": "wage = 'met'",
    **{f"band_{band}": f"band = '{band}'" for band in ("low", "medium", "high", "very_high")},
}
SQL = """
CREATE TEMP TABLE listed AS
  SELECT DISTINCT r.supplier_id FROM intake_supplier r JOIN intake i ON i.id = r.intake_id
  JOIN supplier s ON s.id = r.supplier_id WHERE NOT s.is_placeholder AND i.created_at < '{end}';
CREATE TEMP TABLE latest AS
  SELECT a.* FROM assessment a JOIN listed USING (supplier_id)
  WHERE a.id = (SELECT b.id FROM assessment b
    WHERE b.supplier_id = a.supplier_id AND b.as_at <= '{day}' AND b.created_at < '{end}'
    ORDER BY b.as_at DESC, b.created_at DESC, b.id DESC LIMIT 1);
CREATE TEMP TABLE contracts AS
  SELECT l.id, c.value AS facts, json_extract(c.value, '$.place') AS place,
    COALESCE(CAST(json_extract(c.value, '$.annual_value') AS REAL),
      CAST(json_extract(c.value, '$.total_value') AS REAL) / MAX(1, (
        julianday(json_extract(c.value, '$.end')) - julianday(json_extract(c.value, '$.start')) + 1
      ) / 365.25)) AS yearly,
    COALESCE(json_extract(c.value, '$.end'), '9999') >= '{day}' AS in_force
  FROM latest l, json_each(l.inputs, '$.facts.contracts') c;
CREATE TEMP TABLE chosen AS
  SELECT * FROM contracts c WHERE in_force;
CREATE TEMP TABLE paid AS
  SELECT l.id, CAST(json_extract(l.inputs, '$.facts.spend') AS REAL) AS pounds,
    (SELECT SUM(julianday(json_extract(p.value, '$.end'))
        - julianday(json_extract(p.value, '$.start')) + 1)
      FROM json_each(l.inputs, '$.facts.spend_periods') p) AS days
  FROM latest l;
CREATE TEMP TABLE outcomes AS
  SELECT assessment_id, rule, theme, CASE
    WHEN SUM(outcome = 'not_met') THEN 'not_met' WHEN SUM(outcome = 'unknown') THEN 'unknown'
    WHEN SUM(outcome = 'met') THEN 'met' ELSE 'not_applicable' END AS outcome
  FROM finding WHERE assessment_id IN (SELECT id FROM latest) GROUP BY assessment_id, rule;
CREATE TEMP TABLE told AS
  SELECT l.id, l.supplier_id, l.band, l.exposure,
    (SELECT MAX(each) FROM (
      SELECT CASE WHEN days IS NULL OR days BETWEEN 364 AND 371 THEN pounds
        ELSE pounds * 365.25 / days END AS each FROM paid p WHERE p.id = l.id
      UNION ALL SELECT SUM(yearly) FROM chosen c WHERE c.id = l.id)) AS pounds,
    json_extract(l.inputs, '$.matched.state') = 'accepted' AS matched,
    l.statement_score IS NOT NULL AS read,
    (SELECT outcome FROM outcomes o WHERE o.assessment_id = l.id AND rule = 'pay.living_wage')
      AS wage,
    (SELECT COALESCE(NULLIF(json_extract(e.value, '$.value'), ''), 'Not known')
      FROM json_each(l.breakdown, '$.exposure.contributions') e
      WHERE json_extract(e.value, '$.part') = 'industry') AS category,
    (SELECT COALESCE(NULLIF(json_extract(e.value, '$.value'), ''), 'Not known')
      FROM json_each(l.breakdown, '$.exposure.contributions') e
      WHERE json_extract(e.value, '$.part') = 'location') AS country,
    (SELECT CASE COUNT(DISTINCT borough) WHEN 0 THEN 'Not known' WHEN 1 THEN MAX(borough)
      ELSE 'More than one place' END FROM (SELECT CASE
        WHEN place = '' THEN NULL WHEN place IN ('Newham', 'Barking and Dagenham') THEN place
        WHEN place LIKE '%, London' THEN 'London, borough not known'
        ELSE 'Outside London' END AS borough FROM chosen c WHERE c.id = l.id)) AS borough
  FROM latest l;
CREATE TEMP TABLE levels AS
  SELECT l.id, json_extract(e.value, '$.criterion') AS criterion,
    json_extract(e.value, '$.level') AS level
  FROM latest l, json_each(l.breakdown, '$.levels') e WHERE l.statement_score IS NOT NULL;
"""


class Database:
    """What was known at the end of a day, and, with `since`, what had been known on that day."""

    def __init__(self, home: Path, day: date, since: date | None = None) -> None:
        self._connection = sqlite3.connect(home / "candour.sqlite")
        self.day, self.end = day, end_of(day)
        self.run(SQL.format(day=day, end=self.end))
        self.before = Database(home, since) if since else None

    def run(self, sql: str) -> int:
        """Run statements; return how many rows the last one changed."""
        self._connection.executescript(sql)
        return self.count("SELECT changes()")

    def all(self, sql: str) -> list[tuple[object, ...]]:
        return self._connection.execute(sql).fetchall()

    def row(self, sql: str) -> tuple[float, ...]:
        """The figures of one line, nothing counting as zero."""
        return tuple(each or 0 for each in self.all(sql)[0])  # type: ignore[misc]

    def one(self, sql: str) -> float:
        return self.row(sql)[0]

    def count(self, sql: str) -> int:
        return int(self.one(sql))

    def take(self, table: str, rows: list[tuple[object, ...]]) -> None:
        """Put what another day's database told into a table that is there."""
        for row in rows:
            marks = ", ".join("?" for _ in row)
            self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)

    def close(self) -> None:
        if self.before:
            self.before.close()
        self._connection.close()


Recomputed = Callable[[Database], Rows]


def end_of(day: date) -> str:
    """The instant, in UTC as it is kept, at which a day is over in London."""
    midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=ZoneInfo("Europe/London"))
    return f"{midnight.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def share(part: float, whole: float) -> float | None:
    return part / whole * 100 if whole > 0 else None
