"""What is told of people and of small groups is the same whatever the hidden numbers are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID, uuid5

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from app.features.reports.as_json import as_json
from app.features.reports.changes import moved_since
from app.features.reports.dataset import ReportData, SupplierSnapshot
from app.features.reports.history import AssessmentSnapshot
from app.features.reports.method import method
from app.features.reports.objective_charter import charter
from app.features.reports.objective_justice import justice
from app.features.reports.objective_prevention import prevented
from app.features.reports.objective_victims import victims
from app.features.reports.one_page import one_page
from app.features.reports.rule_stats import IndicatorCount, RuleOutcomes
from app.features.reports.sharing import sharing, signs_released
from app.features.reports.table_types import Report, Section, Standing, Table
from models import ReferralCount
from scoring.assessment import Inputs
from scoring.disclosure_control import THRESHOLD, Record, core
from scoring.facts import SupplierFacts
from scoring.matching import MatchState
from scoring.reference.vocabulary import Decision, RiskBand
from scoring.rules.company import MatchedCompany

ROOT = UUID(int=7)
NOW = datetime(2026, 10, 1, tzinfo=UTC)
DAY = date(2026, 11, 1)
COUNTS = ("adults", "children", "age_not_recorded", "duty_to_notify", "reports")
PEOPLE = ("signs", "routes", "local_picture", "reports_made")
GROUPS = ("exposure_category", "exposure_country", "exposure_borough")
SHARED = ("shared_category", "shared_place", "shared_sign")


def stood(number: int, category: str, borough: str, exposure: int) -> SupplierSnapshot:
    """A supplier of a category, working in a borough."""
    facts = SupplierFacts(name=f"Supplier {number}")
    judged = AssessmentSnapshot(
        supplier=uuid5(ROOT, f"supplier {number}"),
        assessment=uuid5(ROOT, f"assessment {number}"),
        at=DAY,
        statement_score=None,
        exposure=Decimal(exposure),
        risk=Decimal(exposure),
        risk_low=Decimal(exposure),
        risk_high=Decimal(exposure),
        band=RiskBand.MEDIUM,
        decision=Decision.REFER,
        urgent=False,
        inputs=Inputs(DAY, facts, (), (), MatchedCompany(MatchState.NONE)),
        exposure_contributions=(),
        criterion_levels=(),
        versions={},
    )
    return SupplierSnapshot(
        judged,
        contracts=(),
        category=category,
        country="United Kingdom",
        borough=borough,
        spend=None,
        paid=None,
        paid_periods=(),
        contract_value=None,
        living_wage=None,
        wages=(),
    )


def known(
    suppliers: Sequence[SupplierSnapshot] = (),
    signs: Sequence[IndicatorCount] = (),
    referrals: Sequence[ReferralCount] = (),
    outcomes: Sequence[RuleOutcomes] = (),
) -> ReportData:
    return ReportData(
        DAY,
        len(suppliers),
        tuple(suppliers),
        {each.rule: each for each in outcomes},
        tuple(signs),
        tuple(referrals),
        None,
        None,
    )


def whole(then: ReportData, now: ReportData) -> bytes:
    """Everything that leaves the house, each section and total, as of a day."""
    signs = signs_released(now)
    sections = (
        one_page(now, moved_since(then, now)),
        prevented(now),
        victims(now, signs),
        justice(now),
        charter(now),
        method(now),
        sharing(signs),
    )
    return as_json(Report("A council", DAY, DAY, sections))


def told(sections: Sequence[Section], ids: Sequence[str]) -> bytes:
    """What a reader sees of some tables, as the JSON that leaves the house."""
    report = Report("A council", DAY, DAY, tuple(sections))
    facts = orjson.loads(as_json(report))
    tables = [table for section in facts["sections"] for table in section["tables"]]
    return orjson.dumps([table for table in tables if table["id"] in ids])


def referral(area: str, counts: Sequence[int | None]) -> ReferralCount:
    numbers = dict(zip(COUNTS, counts, strict=True))
    return ReferralCount(
        id=uuid5(ROOT, area),
        organisation_id=ROOT,
        area=area,
        start=date(2026, 1, 1),
        end=date(2026, 9, 30),
        created_at=NOW,
        **numbers,
    )


counts = st.lists(st.one_of(st.none(), st.integers(0, 40)), min_size=5, max_size=5)
tables_of_counts = st.lists(counts, min_size=1, max_size=4)


@settings(deadline=None)
@given(tables_of_counts, st.data())
def test_hidden_counts_of_people_change_nothing_that_is_told(
    rows: list[list[int | None]], data: st.DataObject
) -> None:
    hidden = st.integers(0, THRESHOLD - 1)
    other = [
        [data.draw(hidden) if each is not None and each < THRESHOLD else each for each in row]
        for row in rows
    ]

    def seen(given_rows: list[list[int | None]]) -> bytes:
        all_known = known(
            referrals=[referral(f"Council {n}", row) for n, row in enumerate(given_rows)]
        )
        return told([victims(all_known, signs_released(all_known)), justice(all_known)], PEOPLE)

    assert seen(rows) == seen(other)


@given(tables_of_counts, tables_of_counts, st.data())
def test_hidden_counts_on_two_days_change_nothing_in_either_report(
    first: list[list[int | None]], second: list[list[int | None]], data: st.DataObject
) -> None:
    """Whatever is subtracted, rows, columns, totals or days, hidden counts are not in it."""
    hidden = st.integers(0, THRESHOLD - 1)

    def on(rows: list[list[int | None]]) -> ReportData:
        return known(referrals=[referral(f"Council {n}", row) for n, row in enumerate(rows)])

    def other(rows: list[list[int | None]]) -> list[list[int | None]]:
        return [
            [data.draw(hidden) if each is not None and each < THRESHOLD else each for each in row]
            for row in rows
        ]

    then, now, now_too, then_too = on(first), on(second), on(other(second)), on(other(first))
    assert whole(then, now) == whole(then_too, now_too)
    assert whole(known(), then) == whole(known(), then_too)


def test_no_count_of_people_under_five_or_not_rounded_is_told() -> None:
    rows = [[1, 7, 0, 4, None], [5, 7, 1, 1, 0], [3, 8, 0, 2, 12]]
    all_known = known(referrals=[referral(f"Council {n}", row) for n, row in enumerate(rows)])
    for section in (victims(all_known, signs_released(all_known)), justice(all_known)):
        for table in section.tables:
            if table.id in PEOPLE:
                for row in table.rows:
                    for cell in row.cells:
                        assert cell.value is None or int(cell.value) % 5 == 0
                        assert cell.value is None or int(cell.value) >= 5


supplier_kinds = st.tuples(
    st.sampled_from(["Cleaning", "Care", "Waste"]),
    st.sampled_from(["Westminster", "Camden"]),
    st.integers(0, 100),
)
some_signs = st.lists(st.sampled_from(["ilo.debt_bondage", "sign.fear", "ilo.deception"]))


@given(
    st.lists(st.tuples(supplier_kinds, some_signs), max_size=40),
    st.integers(0, THRESHOLD - 1),
    st.integers(0, THRESHOLD - 1),
    st.integers(0, 100),
)
def test_a_category_of_few_suppliers_may_hold_any_number_of_them(
    others: list[tuple[tuple[str, str, int], list[str]]], first: int, second: int, exposure: int
) -> None:
    def seen(small: int) -> bytes:
        rows = [*others, *[(("Car washing", "Westminster", exposure), ["sign.fear"])] * small]
        suppliers = [stood(n, *kind) for n, (kind, _) in enumerate(rows)]
        signs = [
            IndicatorCount(supplier.judged.assessment, shown)
            for supplier, (_, shown) in zip(suppliers, rows, strict=True)
        ]
        all_known = known(suppliers, signs)
        sections = (
            victims(all_known, signs_released(all_known)),
            sharing(signs_released(all_known)),
            prevented(all_known),
        )
        return told(sections, (*PEOPLE, *SHARED, "exposure_category"))

    assert seen(first) == seen(second)


RULES = {
    "ilo.debt_bondage": "recruitment.fees",
    "sign.fear": "observed.signs",
    "ilo.deception": "recruitment.terms_as_promised",
}
Raised = tuple[tuple[str, str, int], list[str]]


def raised(rows: Sequence[Raised]) -> ReportData:
    """Suppliers with their signs; of each rule that shows one, who raised it and who did not."""
    suppliers = [stood(n, *kind) for n, (kind, _) in enumerate(rows)]
    signs = [
        IndicatorCount(each.judged.assessment, shown)
        for each, (_, shown) in zip(suppliers, rows, strict=True)
    ]
    counts = {rule: sum(sign in shown for _, shown in rows) for sign, rule in RULES.items()}
    told = [RuleOutcomes(rule, len(rows) - count, count) for rule, count in counts.items()]
    return known(suppliers, signs, outcomes=told)


def hidden_in(rows: Sequence[Raised]) -> set[tuple[int, str]]:
    """The signs, by supplier, that are in no table since a group of theirs is small."""
    records = {
        Record(n, (category, borough, sign)): (n, sign)
        for n, ((category, borough, _), shown) in enumerate(rows)
        for sign in shown
    }
    return set(records.values()) - {records[each] for each in core(records)}


@given(st.lists(st.tuples(supplier_kinds, some_signs), max_size=40), st.integers(0, 40), st.data())
def test_a_sign_that_is_left_out_is_nowhere_in_the_reports_of_two_days(
    rows: list[Raised], earlier: int, data: st.DataObject
) -> None:
    """Had it not been raised, by any supplier, both whole reports would be the same bytes."""
    then, now = rows[:earlier], rows
    out = {each for each in hidden_in(now) if each[0] >= earlier or each in hidden_in(then)}
    gone = {each for each in sorted(out) if data.draw(st.booleans())}
    other = [
        (kind, [sign for sign in shown if (n, sign) not in gone])
        for n, (kind, shown) in enumerate(rows)
    ]
    first, first_too = raised(then), raised(other[:earlier])
    assert whole(known(), first) == whole(known(), first_too)
    assert whole(first, raised(now)) == whole(first_too, raised(other))


def test_a_single_supplier_is_in_no_group_that_is_told() -> None:
    one = known([stood(1, "Security", "Westminster", 70)], [])
    assert orjson.loads(told([prevented(one), sharing(signs_released(one))], (*GROUPS, *SHARED)))
    for table in (*prevented(one).tables, *sharing(signs_released(one)).tables):
        if table.id in (*GROUPS, *SHARED):
            assert not table.rows
            assert "5 suppliers or more" in table.sentence


def test_signs_of_five_suppliers_are_told_to_the_nearest_five() -> None:
    suppliers = [stood(n, "Cleaning", "Westminster", 60) for n in range(16)]
    signs = [
        IndicatorCount(each.judged.assessment, ["ilo.debt_bondage"]) for each in suppliers[:7]
    ]
    tables = {table.id: table for table in sharing(signs_released(known(suppliers, signs))).tables}
    assert [row.cells[0].value for row in tables["shared_category"].rows] == [5]
    assert "Debt bondage" in tables["shared_sign"].rows[0].heading


def test_signs_of_most_suppliers_of_a_trade_are_not_shown() -> None:
    """Five of six cleaning firms with a sign: who knows the six would know of each."""
    suppliers = [stood(n, "Cleaning", "Camden", 60) for n in range(6)]
    signs = [IndicatorCount(each.judged.assessment, ["sign.fear"]) for each in suppliers[:5]]
    for table in sharing(signs_released(known(suppliers, signs))).tables:
        assert not table.rows
        assert "as many without" in table.sentence


def test_an_urgent_case_changes_nothing_but_what_is_suppressed() -> None:
    """Neither the list of the highest risks nor any count tells whose urgent route is open."""
    suppliers = [stood(n, "Cleaning", "Westminster", 60 + n) for n in range(6)]
    marked = replace(suppliers[0], judged=replace(suppliers[0].judged, urgent=True))

    def seen(all_known: ReportData) -> bytes:
        moved = moved_since(known(), all_known)
        sections = (
            one_page(all_known, moved),
            prevented(all_known),
            victims(all_known, signs_released(all_known)),
        )
        return as_json(Report("A council", DAY, DAY, sections))

    assert seen(known(suppliers)) == seen(known([marked, *suppliers[1:]]))


def test_not_recorded_is_not_told_as_zero() -> None:
    table: Table = next(
        t for t in victims(known(), signs_released(known())).tables if t.id == "routes"
    )
    assert {row.cells[0].standing for row in table.rows} == {Standing.NOT_RECORDED}
