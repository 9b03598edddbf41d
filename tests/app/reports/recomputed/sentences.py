"""The figures in a report's sentences, in their order, computed again by SQL."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from app.features.reports.table_types import Standing
from tests.app.reports.recomputed import people, rules, suppliers
from tests.app.reports.recomputed.database import Database, Recomputed, Value, share

Told = list[str]
NUMBER = re.compile(r"£?\d[\d,]*(?:\.\d+)?%?")


def numbers_in(words: str) -> Told:
    return [each.rstrip(",") for each in NUMBER.findall(words)]


def _whole(value: Value) -> str:
    return f"{Decimal(str(value)).quantize(Decimal(1), ROUND_HALF_UP):,}"


def _percent(part: float, whole: float, sign: str = "") -> Told:
    """A share with its base, or nothing where there is no base."""
    value = share(part, whole)
    if value is None:
        return []
    return [f"{_whole(round(value, 2))}%", f"{sign}{_whole(part)}", f"{sign}{_whole(whole)}"]


def _numbers(*values: Value) -> Told:
    return [_whole(each) for each in values]


def opening(data: Database) -> Told:
    listed, assessed = (data.count(f"SELECT COUNT(*) FROM {t}") for t in ("listed", "latest"))
    if not listed:
        return []
    return _numbers(listed, assessed) if assessed else _numbers(listed)


def spend(data: Database) -> Told:
    told, pounds, listed = data.row(
        "SELECT COUNT(pounds), SUM(pounds), (SELECT COUNT(*) FROM listed) FROM told"
    )
    known, worth, paying, paid = data.row(
        "SELECT (SELECT COUNT(yearly) FROM chosen), (SELECT SUM(yearly) FROM chosen), "
        "(SELECT COUNT(pounds) FROM paid), (SELECT SUM(pounds) FROM paid)"
    )
    sums = ((known, worth), (paying, paid))
    both = [f"£{Decimal(str(each)):,.2f}" for count, each in sums if count]
    return [*([f"£{_whole(pounds)}"] if told else []), *_numbers(told, listed - told), *both]


def bands(data: Database) -> Told:
    high, assessed, pounds, of = data.row(
        "SELECT SUM(band IN ('high', 'very_high')), COUNT(*), "
        "SUM(CASE WHEN band IN ('high', 'very_high') THEN pounds END), SUM(pounds) FROM told"
    )
    return [*_percent(high or 0, assessed), *_percent(pounds or 0, of or 0, "£")]


def moved(data: Database) -> Told:
    assert data.before is not None
    both = all(d.count("SELECT COUNT(*) FROM latest") for d in (data, data.before))
    return _numbers(*suppliers.changed_band(data)) if both else []


def living_wage(data: Database) -> Told:
    met, not_met, unknown, other = (
        sum(each)
        for each in zip(*rules.living_wage(data).values(), strict=True)  # type: ignore[arg-type]
    )
    return _numbers(met + not_met, met + not_met + unknown + other, met)


def statements_law(data: Database) -> Told:
    duty = rules.statements_law(data).get("law.duty_to_publish", (0, 0, 0))
    return _numbers(*duty[:3])


def statements_criteria(data: Database) -> Told:
    read = data.count("SELECT COUNT(*) FROM latest WHERE statement_score IS NOT NULL")
    answers = data.row(
        "SELECT COUNT(*), SUM(level = 'evidenced'), SUM(level = 'none') FROM levels"
    )
    return _numbers(read, *answers) if read else []


def conditions_known(data: Database) -> Told:
    rows = rules.conditions_known(data).values()
    known, unknown = (sum(row[place] for row in rows) for place in (0, 1))  # type: ignore[misc]
    return _percent(known, known + unknown)


def exposure(table: Recomputed) -> Callable[[Database], Told]:
    def told(data: Database) -> Told:
        means = sorted((row[0] for row in table(data).values()), key=lambda mean: -float(mean))  # type: ignore[arg-type]
        if not means:
            return ["5"]
        last = _numbers(means[-1]) if len(means) > 1 else []
        return [*_numbers(means[0]), "100", *last]

    return told


def shared(dimension: str) -> Callable[[Database], Told]:
    def told(data: Database) -> Told:
        counts = [row[0] for row in people.shared(dimension)(data).values()]
        return _numbers(max(counts)) if counts else ["5"]  # type: ignore[type-var]

    return told


def signs(data: Database) -> Told:
    people.signs_left(data)
    whole = data.count("SELECT (COUNT(DISTINCT supplier_id) + 2) / 5 * 5 FROM signs")
    return _numbers(whole) if whole else ["5"]


def training(data: Database) -> Told:
    rows = rules.training(data)
    return _numbers(rows["answers"][1], rows["statements"][1])


def exclusion(data: Database) -> Told:
    return _numbers(sum(row[2] for row in rules.exclusion(data).values()))  # type: ignore[misc]


def stopped(data: Database) -> Told:
    taken = people.decided(data)[0]
    asked = data.count(f"SELECT COUNT(*) FROM procurement_check WHERE created_at < '{data.end}'")
    return _numbers(asked, taken) if taken else []


def decisions_in_force(data: Database) -> Told:
    counts = suppliers.decisions_in_force(data).values()
    taken = [row[0] for row in counts if isinstance(row[0], int)]
    assessed = data.count("SELECT COUNT(*) FROM latest")
    return _numbers(sum(taken), assessed) if assessed else []


def charter(data: Database) -> Told:
    """The tenth is this report itself; the others are shown where anything is known of them."""
    shown = [
        row
        for row in rules.charter(data).values()
        if row[1] is not Standing.NOT_RECORDED and row[1]
    ]
    return _numbers(len(shown) + 1)


def coverage(data: Database) -> Told:
    return _numbers(*(data.count(f"SELECT COUNT(*) FROM {t}") for t in ("latest", "listed")))


def remedies(data: Database) -> Told:
    agreed, verified = data.row(
        f"""SELECT COUNT(*), SUM(verified_at < '{data.end}') FROM remedy
        WHERE created_at < '{data.end}'"""
    )
    return _numbers(agreed, verified or 0) if agreed else []


SENTENCES: dict[str, Callable[[Database], Told]] = {
    "decisions_in_force": decisions_in_force,
    "spend": spend,
    "bands": bands,
    "moved": moved,
    "living_wage": living_wage,
    "statements_law": statements_law,
    "statements_criteria": statements_criteria,
    "conditions_known": conditions_known,
    "exposure_category": exposure(rules.exposure("category")),
    "exposure_country": exposure(rules.exposure("country")),
    "exposure_borough": exposure(rules.exposure("borough")),
    "signs": signs,
    "remedies": remedies,
    "training": training,
    "exclusion": exclusion,
    "stopped": stopped,
    "charter": charter,
    "coverage": coverage,
    "shared_category": shared("category"),
    "shared_place": shared("borough"),
    "shared_sign": shared("sign"),
}
"""The sentences that tell a figure; every other has none."""
