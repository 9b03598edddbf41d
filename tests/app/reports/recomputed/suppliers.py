"""Suppliers and spend by measure, what moved, what is asked of the board, and coverage, by SQL."""

from tests.app.reports.recomputed.database import MEASURES, Database, Rows, share

HEAVIEST_FIRST = ("stop", "refer", "ask", "clear")
BANDS = ("low", "medium", "high", "very_high")
_KNOWN = {"living_wage": "wage IN ('met', 'not_met')"}
_APPLIES = {"living_wage": "COALESCE(wage, '') <> 'not_applicable'"}


def _listed(data: Database) -> int:
    return data.count("SELECT COUNT(*) FROM listed")


def _assessed(data: Database) -> int:
    return data.count("SELECT COUNT(*) FROM latest")


def suppliers(data: Database) -> Rows:
    listed, assessed = _listed(data), _assessed(data)
    rows: Rows = {"assessed": (assessed, listed, 0, share(assessed, listed))}
    for key in MEASURES:
        counted, known, whole = _measure(data, key)
        told = counted if known else None
        rows[key] = (told, known, whole - known, share(counted, known))
    return rows


def _measure(data: Database, key: str) -> tuple[float, float, float]:
    counted, known, left_out = data.row(
        f"SELECT SUM({MEASURES[key]}), SUM({_KNOWN.get(key, 1)}), "
        f"SUM(NOT ({_APPLIES.get(key, 1)})) FROM told"
    )
    return counted, known, _listed(data) - left_out


def _pounds(data: Database, key: str) -> tuple[float, float, float]:
    known = _KNOWN.get(key, "1")
    counted, of, whole = (
        data.one(f"SELECT SUM(pounds) FROM told WHERE {where}")
        for where in (f"{MEASURES[key]} AND {known}", known, _APPLIES.get(key, "1"))
    )
    return counted, of, whole


def spend(data: Database) -> Rows:
    rows: Rows = {}
    for key in MEASURES:
        counted, of, whole = _pounds(data, key)
        rows[key] = (counted if of else None, of, whole - of, share(counted, of))
    return rows


def bands(data: Database) -> Rows:
    numbers, sums = suppliers(data), spend(data)
    return {band: (numbers[f"band_{band}"][3], sums[f"band_{band}"][3]) for band in BANDS}


def moved(data: Database) -> Rows:
    assert data.before is not None
    then, now = data.before, data
    rows: Rows = {
        "listed": (_listed(then), _listed(now), _listed(now) - _listed(then)),
        "assessed": (_assessed(then), _assessed(now), _assessed(now) - _assessed(then)),
    }
    for key in MEASURES:
        (was, of_then, _), (is_now, of_now, _) = _measure(then, key), _measure(now, key)
        change = is_now - was if of_then and of_now else None
        rows[key] = (was if of_then else None, is_now if of_now else None, change)
    up, down = changed_band(data)
    both = bool(_assessed(then) and _assessed(now))
    return rows | {"higher": (up if both else None,), "lower": (down if both else None,)}


def changed_band(data: Database) -> tuple[float, float]:
    """How many suppliers went up and down, joined over the two days."""
    assert data.before is not None
    data.run("DROP TABLE IF EXISTS earlier; CREATE TEMP TABLE earlier (supplier_id, band);")
    data.take("earlier", data.before.all("SELECT supplier_id, band FROM latest"))
    place = "INSTR('low    medium high   very_high', {})"
    step = f"{place.format('l.band')} - {place.format('e.band')}"
    up, down = data.row(
        f"SELECT SUM({step} > 0), SUM({step} < 0) FROM latest l JOIN earlier e USING (supplier_id)"
    )
    return up, down


def at_a_glance(data: Database) -> Rows:
    numbers, sums, changes = suppliers(data), spend(data), moved(data)
    listed, assessed = _listed(data), _assessed(data)
    all_spend = 100.0 if data.one("SELECT SUM(pounds) FROM told") else None
    rows: Rows = {
        "assessed": (
            share(assessed, listed),
            all_spend,
            listed - assessed,
            changes["assessed"][2],
        )
    }
    for key in MEASURES:
        rows[key] = (numbers[key][3], sums[key][3], numbers[key][2], changes[key][2])
    return rows


def decisions_asked(data: Database) -> Rows:
    _, known, whole = _measure(data, "living_wage")
    counts: dict[str, float] = {
        "not_assessed": _listed(data) - _assessed(data),
        "stops": decisions_in_force(data)["stop"][1] if _assessed(data) else 0,  # type: ignore[dict-item]
        "very_high": data.count("SELECT COUNT(*) FROM latest WHERE band = 'very_high'"),
        "below_living_wage": data.count("SELECT COUNT(*) FROM told WHERE wage = 'not_met'"),
        "living_wage_unknown": whole - known,
        "statements_due": data.count(
            "SELECT COUNT(*) FROM outcomes WHERE rule = 'law.duty_to_publish' "
            "AND outcome = 'not_met'"
        ),
    }
    return {key: (value,) for key, value in counts.items() if value}


def decisions_in_force(data: Database) -> Rows:
    """Of each decision: suppliers on whom a person's counts, and those with only a proposal."""
    if not _assessed(data):
        return dict.fromkeys(HEAVIEST_FIRST, (None, None))
    rank = "INSTR('clear ask   refer stop', {})"
    counting = f"""WITH taken AS (
        SELECT c.supplier_id, c.proposed, d.decision, c.valid_until, ROW_NUMBER() OVER (
          PARTITION BY c.supplier_id ORDER BY d.decided_at DESC, d.sequence DESC) AS place
        FROM decision_taken d JOIN procurement_check c ON c.id = d.check_id
        WHERE d.decided_at < '{data.end}'),
      counting AS (
        SELECT l.supplier_id, l.decision AS proposal, t.decision FROM latest l
        LEFT JOIN taken t ON t.supplier_id = l.supplier_id AND t.place = 1
          AND t.valid_until >= '{data.day}' AND {rank.format("l.decision")} <=
            MAX({rank.format("t.proposed")}, {rank.format("t.decision")}))"""
    return {
        each: (
            data.count(f"{counting} SELECT COUNT(*) FROM counting WHERE decision = '{each}'"),
            data.count(
                f"{counting} SELECT COUNT(*) FROM counting "
                f"WHERE decision IS NULL AND proposal = '{each}'"
            ),
        )
        for each in HEAVIEST_FIRST
    }


def top_risks(data: Database) -> Rows:
    exposures = data.all(
        "SELECT exposure / 100.0 FROM latest ORDER BY risk DESC, risk_high DESC, "
        "json_extract(inputs, '$.facts.name') LIMIT 10"
    )
    return {str(place): (figure,) for place, (figure,) in enumerate(exposures, 1)}  # type: ignore[dict-item]


def coverage(data: Database) -> Rows:
    listed = _listed(data)
    counts = {
        "assessed": _assessed(data),
        "spend": data.count("SELECT COUNT(*) FROM told WHERE pounds IS NOT NULL"),
        "category": data.count("SELECT COUNT(*) FROM told WHERE category <> 'Not known'"),
        "country": data.count("SELECT COUNT(*) FROM told WHERE country <> 'Not known'"),
        "place": data.count("SELECT COUNT(DISTINCT id) FROM chosen WHERE place <> ''"),
        "contracts": data.count("SELECT COUNT(DISTINCT id) FROM contracts"),
    }
    return {
        key: (number if listed else None, listed, 0, share(number, listed))
        for key, number in counts.items()
    }
