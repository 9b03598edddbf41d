"""Counts of people, signs, actions and decisions, with what is small held back, by SQL."""

from app.features.reports.table_types import Standing
from scoring.escalation.indicators import INDICATORS
from tests.app.reports.recomputed.database import Database, Recomputed, Rows, Value

DIMENSIONS = ("category", "borough", "sign")
NAMES = {"ilo": "ILO", "sign": "strategy"}
_NEWEST = """
SELECT * FROM (SELECT r.*, ROW_NUMBER() OVER (
  PARTITION BY r.start, r."end", r.area ORDER BY r.created_at DESC, r.row DESC, r.id DESC) AS nth
FROM referral_count r WHERE r.created_at < '{0.end}' AND r."end" <= '{0.day}')
WHERE nth = 1 ORDER BY start, "end", area"""
_SHOWN = "CASE WHEN {0} >= 5 THEN ({0} + 2) / 5 * 5 END"
REFERRED = ("adults", "children", "age_not_recorded")


def _kept_back(recorded: object, shown: object) -> Value:
    if not recorded:
        return Standing.NOT_RECORDED
    return Standing.UNDER_FIVE if shown is None else shown  # type: ignore[return-value]


def _totals(data: Database, columns: tuple[str, ...], by: str) -> list[tuple[object, Value]]:
    """By key, the sum over columns of what is shown of each count."""
    each = " UNION ALL ".join(
        f"SELECT {by} AS key, {column} AS number FROM newest" for column in columns
    )
    rows = data.all(
        f"WITH newest AS ({_NEWEST.format(data)}) SELECT key, COUNT(number), "
        f"SUM({_SHOWN.format('number')}) FROM ({each}) GROUP BY key"
    )
    return [(key, _kept_back(recorded, shown)) for key, recorded, shown in rows]


_KEY = "start || '/' || \"end\" || '/' || area"


def _by_period(*columns: tuple[str, ...]) -> Recomputed:
    def table(data: Database) -> Rows:
        rows: Rows = {}
        for column in columns:
            for key, value in _totals(data, column, _KEY):
                rows[str(key)] = (*rows.get(str(key), ()), value)
        return rows

    return table


local_picture = _by_period(
    ("adults",), ("children",), ("age_not_recorded",), ("duty_to_notify",), REFERRED
)
reports_made = _by_period(("reports",))


def routes(data: Database) -> Rows:
    columns = {"nrm": REFERRED, "duty_to_notify": ("duty_to_notify",), "reports": ("reports",)}
    rows: Rows = {}
    for route, of in columns.items():
        told = _totals(data, of, "''")
        rows[route] = (told[0][1] if told else Standing.NOT_RECORDED,)
    return rows


def remedies(data: Database) -> Rows:
    created_before = f"created_at < '{data.end}'"
    verified = f"{created_before} AND verified_at < '{data.end}'"
    total = data.count(f"SELECT COUNT(*) FROM remedy WHERE {created_before}")
    rows: Rows = {}
    for kind in ("fees_repaid", "wages_made_good", "documents_returned", "other"):
        [row] = data.all(
            f"""SELECT COUNT(*), SUM({verified}),
              SUM(CASE WHEN {verified} THEN workers IS NOT NULL END),
              SUM(CASE WHEN {verified} THEN {_SHOWN.format("workers")} END),
              SUM(CASE WHEN {verified} AND workers >= 5 THEN amount END) / 100.0
            FROM remedy WHERE {created_before} AND kind = '{kind}'"""
        )
        agreed, checked, counted, shown, amount = row
        rows[kind] = (
            agreed if total else Standing.NOT_RECORDED,
            checked or 0 if total else Standing.NOT_RECORDED,
            _kept_back(counted, shown),
            Standing.NOT_RECORDED if amount is None else amount,
        )
    return rows


def signs_left(data: Database) -> None:
    """Make the table of signs, then take out of it what would say whose they are.

    Small groups go until every group has five. So do groups of which most suppliers have a sign.
    """
    data.run(
        "DROP TABLE IF EXISTS signs; CREATE TEMP TABLE signs AS "
        "SELECT DISTINCT t.supplier_id, t.category, t.borough, i.value AS sign "
        "FROM told t JOIN finding f ON f.assessment_id = t.id, json_each(f.indicators) i "
        "WHERE f.outcome = 'not_met';"
    )
    data.run(
        "DROP TABLE IF EXISTS everyone; CREATE TEMP TABLE everyone AS "
        "SELECT supplier_id, category, borough FROM told;"
    )
    _take_out_small_groups(data, "everyone", DIMENSIONS[:2])
    _take_out_small_groups(data, "signs", DIMENSIONS)
    most = " OR ".join(
        f"{each} IN (SELECT s.{each} FROM signs s GROUP BY 1 HAVING 2 * COUNT(DISTINCT "
        f"s.supplier_id) > (SELECT COUNT(*) FROM everyone e WHERE {same}))"
        for each, same in (
            ("category", "e.category = s.category"),
            ("borough", "e.borough = s.borough"),
            ("sign", "1"),
        )
    )
    while data.run(f"DELETE FROM signs WHERE {most};"):
        _take_out_small_groups(data, "signs", DIMENSIONS)


def _take_out_small_groups(data: Database, table: str, dimensions: tuple[str, ...]) -> None:
    while sum(
        data.run(
            f"DELETE FROM {table} WHERE {each} IN (SELECT {each} FROM {table} GROUP BY 1 "
            "HAVING COUNT(DISTINCT supplier_id) < 5);"
        )
        for each in dimensions
    ):
        pass


def shared(dimension: str) -> Recomputed:
    def table(data: Database) -> Rows:
        signs_left(data)
        rows = data.all(
            f"SELECT {dimension}, (COUNT(DISTINCT supplier_id) + 2) / 5 * 5 FROM signs GROUP BY 1"
        )
        return {_named(str(name)): (number,) for name, number in rows}  # type: ignore[dict-item]

    return table


def _named(name: str) -> str:
    origin = name.partition(".")[0]
    names = {each.id: each.name for each in INDICATORS}
    return f"{names[name]} ({NAMES[origin]})" if origin in NAMES else name


def actions(data: Database) -> Rows:
    assert data.before is not None
    known, *told = data.row(
        f"""WITH steps AS (
          SELECT subject, sequence AS place, occurred_at AS at,
            json_extract(after, '$.due') AS due,
            json_extract(after, '$.state') IN ('done', 'withdrawn') AS ended
          FROM audit_entry WHERE subject LIKE 'actions/%' AND verb LIKE 'action.%'
            AND occurred_at < '{data.end}'),
        stood AS (SELECT l.*,
            (SELECT MIN(at) FROM steps s WHERE s.subject = l.subject) AS agreed,
            (SELECT MIN(at) FROM steps s WHERE s.subject = l.subject AND s.place > COALESCE(
              (SELECT MAX(o.place) FROM steps o WHERE o.subject = l.subject AND NOT o.ended), 0)
            ) AS ended_at
          FROM steps l
          WHERE l.place = (SELECT MAX(place) FROM steps s WHERE s.subject = l.subject))
        SELECT COUNT(*), SUM(agreed >= '{data.before.end}'),
          SUM(ended AND ended_at >= '{data.before.end}'), SUM(NOT ended),
          SUM(NOT ended AND due < '{data.day}') FROM stood"""
    )
    names = ("new", "closed", "open", "overdue")
    return {
        name: (value if known else Standing.NOT_RECORDED,)
        for name, value in zip(names, told, strict=True)
    }


def decided(data: Database) -> tuple[float, ...]:
    """Decided checks, then by what was proposed and decided, the last decision counting."""
    return data.row(
        f"""SELECT COUNT(*), SUM(proposed = 'stop' AND decision = 'stop'),
          SUM(proposed <> 'stop' AND decision = 'stop'),
          SUM(proposed = 'stop' AND decision = 'refer'),
          SUM(proposed = 'stop' AND decision = 'ask'),
          SUM(proposed = 'stop' AND decision = 'clear')
        FROM decision_taken d JOIN procurement_check c ON c.id = d.check_id
        WHERE d.sequence = (SELECT MAX(sequence) FROM decision_taken o
          WHERE o.check_id = d.check_id AND o.decided_at < '{data.end}')"""
    )


def stopped(data: Database) -> Rows:
    taken, *told = decided(data)
    names = ("stop_as_proposed", "stop_otherwise", "refer", "ask", "clear")
    return {
        name: (value if taken else Standing.NOT_RECORDED,)
        for name, value in zip(names, told, strict=True)
    }
