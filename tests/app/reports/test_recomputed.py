from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.reports.shapes import Cell, Standing, Table, Unit
from tests.app.reports import recomputed as again
from tests.app.reports.conftest import BEFORE, DAYS, NOW, ReportOn
from tests.app.reports.recomputed import Database, Row

ENDS = {day: f"{day} 23:00:00" if 4 <= day.month <= 10 else f"{day} 24:00:00" for day in DAYS}
"""The instant, in UTC, at which each day is over in London."""
LAW = ("law.duty_to_publish", "law.yearly", "law.approval", "law.signature", "law.homepage")
TABLES: dict[str, Callable[[Database], dict[str, Row]]] = {
    "suppliers": again.suppliers,
    "spend": again.spend,
    "bands": again.bands,
    "living_wage": again.living_wage,
    "statements_law": again.outcomes((*LAW, "law.areas")),
    "statements_criteria": again.criteria,
    "conditions_known": again.conditions_known,
    "conditions": again.outcomes(
        ("voice.grievance", "voice.union", "training.signs", "supply.tiers")
    ),
    "prices": again.outcomes(
        ("price.minimum_wage_floor", "price.living_wage_floor", "price.indexation")
    ),
    "exposure_category": again.means("industry"),
    "exposure_country": again.means("location"),
    "charter": again.charter,
}
SHOWN_ELSEWHERE = {
    "at_a_glance": "shares and changes of `suppliers`, `spend` and `moved`",
    "moved": "checked against two reports below",
    "decisions_asked": "checked below",
    "exposure_borough": "checked below",
    "top_risks": "checked below",
    "actions": "checked below",
    "stopped": "checked below",
    "exclusion": "checked below",
    "training": "checked below",
    "coverage": "checked below",
    "unknown": "checked below",
    "versions": "checked below",
    "model_quality": "the card's own figures",
    "signs": "suppressed: tests of suppression",
    "shared_category": "suppressed: tests of suppression",
    "shared_place": "suppressed: tests of suppression",
    "shared_sign": "suppressed: tests of suppression",
    "routes": "suppressed: tests of suppression",
    "local_picture": "suppressed: tests of suppression",
    "reports_made": "suppressed: tests of suppression",
}


@pytest.fixture(params=DAYS, ids=str)
def day(request: pytest.FixtureRequest) -> date:
    chosen: date = request.param
    return chosen


@pytest.fixture
def data(past: Path, day: date) -> object:
    opened = Database(past, day, _end(day))
    yield opened
    opened.close()


def _end(day: date) -> str:
    told = ENDS[day]
    if told.endswith("24:00:00"):
        return f"{date.fromordinal(day.toordinal() + 1)} 00:00:00"
    return told


def same(cell: Cell, value: object) -> bool:
    if value is None:
        return cell.standing is Standing.NOT_KNOWN
    shown = Decimal(str(cell.value))
    return cell.standing is Standing.KNOWN and abs(shown - Decimal(str(value))) < Decimal("0.01")


def figures(table: Table) -> dict[str, tuple[Cell, ...]]:
    return {
        row.key: tuple(cell for cell in row.cells if cell.unit is not Unit.TEXT)
        for row in table.rows
    }


def table_of(report_on: ReportOn, day: date, id: str) -> Table:
    return next(table for table in report_on(day).tables if table.id == id)


@pytest.mark.parametrize("id", TABLES)
def test_each_figure_is_that_of_plain_sql(
    id: str, day: date, data: Database, report_on: ReportOn
) -> None:
    expected = TABLES[id](data)
    table = table_of(report_on, day, id)
    for key, cells in figures(table).items():
        if any(cell.standing is Standing.NOT_RECORDED for cell in cells):
            assert key not in expected
            continue
        assert len(cells) == len(expected[key])
        for cell, value in zip(cells, expected[key], strict=True):
            assert same(cell, value), (id, key, cell, value)
    if id != "conditions_known":  # of which only some rules are told
        told = {k for k, c in figures(table).items() if c[0].standing is not Standing.NOT_RECORDED}
        assert told == set(expected) or not table.rows


def test_no_table_is_left_without_a_check(report_on: ReportOn) -> None:
    ids = {table.id for table in report_on(NOW).tables}
    assert ids == set(TABLES) | set(SHOWN_ELSEWHERE)


def count(data: Database, sql: str) -> int:
    return int(data.one(sql))


def test_what_moved_is_the_difference_of_two_reports(
    data: Database, day: date, past: Path, report_on: ReportOn
) -> None:
    report = report_on(day)
    told = figures(table_of(report_on, day, "moved"))
    before = Database(past, report.since, f"{report.since} 23:00:00")
    then, now = again.suppliers(before), again.suppliers(data)
    before.close()
    for key, cells in told.items():
        if key in ("listed", "higher", "lower"):
            continue
        was = then[key][0] if key == "assessed" or then[key][1] else None
        is_now = now[key][0] if key == "assessed" or now[key][1] else None
        assert same(cells[0], was), key
        assert same(cells[1], is_now), key
        change = None if was is None or is_now is None else is_now - was  # type: ignore[operator]
        assert same(cells[2], change), key


def test_questions_to_the_board_rest_on_counts(
    data: Database, day: date, report_on: ReportOn
) -> None:
    told = figures(table_of(report_on, day, "decisions_asked"))
    wage = again.suppliers(data)["living_wage"]
    counts = {
        "not_assessed": count(data, "SELECT COUNT(*) FROM listed")
        - count(data, "SELECT COUNT(*) FROM latest"),
        "stops": count(data, "SELECT COUNT(*) FROM latest WHERE decision = 'stop'"),
        "very_high": count(data, "SELECT COUNT(*) FROM latest WHERE band = 'very_high'"),
        "below_living_wage": count(data, "SELECT COUNT(*) FROM told WHERE wage = 'not_met'"),
        "living_wage_unknown": wage[2],
        "statements_due": count(
            data,
            "SELECT COUNT(*) FROM outcomes WHERE rule = 'law.duty_to_publish' "
            "AND outcome = 'not_met'",
        ),
    }
    assert {key: cells[0].value for key, cells in told.items()} == {
        key: value for key, value in counts.items() if value
    }


def test_the_ten_at_highest_risk_are_those_of_the_database(
    data: Database, day: date, report_on: ReportOn
) -> None:
    expected = data.all(
        "SELECT json_extract(inputs, '$.facts.name'), REPLACE(band, '_', ' '), exposure "
        "FROM latest ORDER BY risk DESC, risk_high DESC, 1 LIMIT 10"
    )
    rows = table_of(report_on, day, "top_risks").rows
    assert [(r.heading, r.cells[0].value) for r in rows] == [each[:2] for each in expected]
    assert [r.cells[1].value for r in rows] == [Decimal(str(e[2])) / 100 for e in expected]


def test_what_people_did_is_counted(data: Database, day: date, report_on: ReportOn) -> None:
    started = f"{report_on(day).since} 23:00:00"
    end = f"created_at < '{data.end}'"
    if count(data, f"SELECT COUNT(*) FROM action WHERE {end}"):
        closed = f"state IN ('done', 'withdrawn') AND updated_at < '{data.end}'"
        expected = [
            count(data, f"SELECT COUNT(*) FROM action WHERE {end} AND {rest}")
            for rest in (
                f"created_at >= '{started}'",
                f"{closed} AND updated_at >= '{started}'",
                f"NOT ({closed})",
                f"NOT ({closed}) AND due < '{day}'",
            )
        ]
        told = figures(table_of(report_on, day, "actions"))
        assert [cells[0].value for cells in told.values()] == expected
        stopped = data.all(
            "SELECT SUM(proposed = 'stop' AND decision = 'stop'), "
            "SUM(proposed <> 'stop' AND decision = 'stop'), "
            "SUM(proposed = 'stop' AND decision = 'refer'), "
            "SUM(proposed = 'stop' AND decision = 'clear') "
            'FROM decision_taken d JOIN "check" c ON c.id = d.check_id'
        )[0]
        told = figures(table_of(report_on, day, "stopped"))
        assert tuple(cells[0].value for cells in told.values()) == stopped
    else:
        for id in ("actions", "stopped"):
            cells = figures(table_of(report_on, day, id)).values()
            assert all(each[0].standing is Standing.NOT_RECORDED for each in cells)


def test_grounds_training_and_unknowns_are_counted(
    data: Database, day: date, report_on: ReportOn
) -> None:
    known = again.conditions_known(data)
    not_met = dict(
        data.all("SELECT rule, COUNT(*) FROM outcomes WHERE outcome = 'not_met' GROUP BY 1")
    )
    for rule, cells in figures(table_of(report_on, day, "exclusion")).items():
        told, unknown, _ = known.get(rule, (0, 0, None))
        assert same(cells[0], not_met.get(rule, 0) if told else None)
        assert same(cells[1], told)
        assert same(cells[2], unknown)
    trained = data.all(
        "SELECT SUM(json_extract(e.value, '$.level') IN ('described', 'evidenced')), COUNT(*) "
        "FROM latest l, json_each(l.told, '$.levels') e WHERE statement_score IS NOT NULL "
        "AND json_extract(e.value, '$.criterion') = 'training'"
    )[0]
    cells = figures(table_of(report_on, day, "training"))["statements"]
    assert same(cells[1], trained[1])
    assert not trained[1] or same(cells[0], trained[0])
    for theme, cells in figures(table_of(report_on, day, "unknown")).items():
        asked, unknown = data.all(
            "SELECT SUM(outcome <> 'not_applicable'), SUM(outcome = 'unknown') FROM outcomes o "
            f"WHERE (SELECT theme FROM finding f WHERE f.rule = o.rule LIMIT 1) = '{theme}'"
        )[0]
        assert (cells[0].value, cells[1].value) == (asked, unknown)


def test_coverage_places_and_versions_are_counted(
    data: Database, day: date, report_on: ReportOn
) -> None:
    told = {k: c[0].value for k, c in figures(table_of(report_on, day, "coverage")).items()}
    part = (
        "SELECT COUNT(*) FROM latest l, json_each(l.told, '$.exposure.contributions') e "
        "WHERE json_extract(e.value, '$.part') = '{}' AND json_extract(e.value, '$.value') <> ''"
    )
    expected = {
        "assessed": count(data, "SELECT COUNT(*) FROM latest"),
        "spend": count(data, "SELECT COUNT(*) FROM spending WHERE pounds IS NOT NULL"),
        "category": count(data, part.format("industry")),
        "country": count(data, part.format("location")),
        "contracts": count(data, "SELECT COUNT(DISTINCT id) FROM contracts"),
    }
    listed = count(data, "SELECT COUNT(*) FROM listed")
    assert not listed or expected.items() <= told.items()
    used = dict(
        data.all(
            "SELECT e.key || ' ' || e.value, COUNT(*) FROM latest l, json_each(l.versions) e "
            "GROUP BY 1"
        )
    )
    rows = {row.key: row.cells[1].value for row in table_of(report_on, day, "versions").rows}
    assert used.items() <= rows.items()
    london = data.all(
        "SELECT ROUND(AVG(l.exposure) / 100.0), COUNT(*) FROM latest l WHERE NOT EXISTS "
        "(SELECT 1 FROM chosen c WHERE c.id = l.id AND json_extract(c.facts, '$.place') NOT LIKE "
        "'%London%' AND json_extract(c.facts, '$.place') <> '') AND EXISTS (SELECT 1 FROM chosen "
        "c WHERE c.id = l.id AND json_extract(c.facts, '$.place') LIKE '%, London')"
    )[0]
    boroughs = figures(table_of(report_on, day, "exposure_borough"))
    assert bool(boroughs) == (london[1] >= 5)  # type: ignore[operator]
    if boroughs:
        assert same(boroughs["London, borough not told"][0], london[0])


def test_a_day_before_the_first_list_knows_nothing(report_on: ReportOn) -> None:
    told = figures(table_of(report_on, BEFORE, "suppliers"))
    assert told["assessed"][1].value == 0
    assert all(cells[3].standing is Standing.NOT_KNOWN for cells in told.values())
