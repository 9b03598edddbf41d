"""Which events count: from their day, their result, a ruling, or when the authority was aware."""

from datetime import date, timedelta

import pytest

from scoring.exclusion.grounds import (
    Ground,
    GroundKind,
    LookBack,
    grounds_in_force,
)
from scoring.exclusion.judgement import (
    DebarmentEntry,
    Declaration,
    ExclusionPath,
    judge_case,
    judge_entry,
)
from scoring.exclusion.people import IdentityMatch
from tests.scoring.exclusion.worked import (
    AT,
    FIRM,
    NO,
    PARTLY,
    declared,
    path,
    whole,
)


@pytest.mark.parametrize(
    ("at", "earlier", "later"),
    [
        (date(2026, 4, 6), ExclusionPath.MANDATORY, ExclusionPath.NOT_KNOWN),
        (date(2026, 4, 7), ExclusionPath.NOT_KNOWN, ExclusionPath.MANDATORY),
        (date(2026, 4, 8), ExclusionPath.NOT_KNOWN, ExclusionPath.MANDATORY),
    ],
)
def test_breach_of_a_labour_market_order_is_named_by_the_act_of_the_day(
    at: date, earlier: ExclusionPath, later: ExclusionPath
) -> None:
    assert path("sch6.26.2016", at=at) is earlier
    assert path("sch6.26.2025", at=at) is later


def test_event_after_the_decision_or_without_a_day_is_not_known() -> None:
    assert path("sch6.22", event=date(2026, 12, 1)) is ExclusionPath.NOT_KNOWN
    assert path("sch6.22", event=None) is ExclusionPath.NOT_KNOWN
    assert path("sch6.22", value=PARTLY) is ExclusionPath.MANDATORY


@pytest.mark.parametrize(
    ("aware", "expected"),
    [
        (None, ExclusionPath.NOT_KNOWN),
        (date(2029, 6, 1), ExclusionPath.OUTSIDE_PERIOD),
        (date(2030, 12, 1), ExclusionPath.DISCRETIONARY),
    ],
)
def test_discretionary_event_counts_from_when_the_authority_was_aware(
    aware: date | None, expected: ExclusionPath
) -> None:
    at = date(2033, 6, 1)
    assert path("sch7.11", at=at, event=date(2029, 5, 1), aware=aware) is expected


@pytest.mark.parametrize(
    ("ground", "event", "aware", "expected"),
    [
        ("sch7.12.breach", date(2025, 11, 3), None, ExclusionPath.DISCRETIONARY),
        ("sch7.12.breach", date(2023, 11, 30), date(2023, 11, 30), ExclusionPath.OUTSIDE_PERIOD),
        ("sch7.12.breach", date(2023, 11, 30), date(2023, 12, 1), ExclusionPath.DISCRETIONARY),
        ("sch7.12.ruled", date(2025, 11, 3), None, ExclusionPath.DISCRETIONARY),
        ("sch7.11.ruled", date(2025, 11, 3), None, ExclusionPath.DISCRETIONARY),
        ("sch7.11.ruled", date(2023, 11, 30), date(2023, 11, 30), ExclusionPath.OUTSIDE_PERIOD),
        ("sch7.11", date(2022, 11, 3), date(2022, 11, 10), ExclusionPath.OUTSIDE_PERIOD),
    ],
)
def test_breach_of_contract_counts_from_its_result_and_a_ruling_from_its_own_day(
    ground: str, event: date, aware: date | None, expected: ExclusionPath
) -> None:
    assert path(ground, event=event, aware=aware) is expected


def test_ruling_of_last_year_on_older_conduct_counts_though_the_conduct_is_too_old() -> None:
    known = date(2022, 6, 1)
    conduct = declared("sch7.11", event=date(2022, 5, 1), aware=known)
    ruling = declared("sch7.11.ruled", event=date(2025, 11, 3), aware=date(2025, 11, 3))
    case = judge_case(AT, (), (conduct, ruling))
    assert case.path is ExclusionPath.DISCRETIONARY
    assert [each.path for each in case.judgements] == [
        ExclusionPath.DISCRETIONARY,
        ExclusionPath.OUTSIDE_PERIOD,
    ]


@pytest.mark.parametrize("id", ["sch7.11.ruled", "sch7.12.ruled"])
def test_ruling_that_was_not_asked_about_leaves_the_case_not_known(id: str) -> None:
    asked = [Declaration(FIRM, each.id, NO) for each in grounds_in_force(AT) if each.id != id]
    case = whole(*asked)
    assert case.path is ExclusionPath.NOT_KNOWN
    assert [each.id for _, missing in case.unanswered for each in missing] == [id]


@pytest.mark.parametrize(
    ("kind", "describes", "expected", "words"),
    [
        (GroundKind.MANDATORY, None, ExclusionPath.DEBARRED_EXCLUDED, "Read the entry"),
        (GroundKind.MANDATORY, True, ExclusionPath.DEBARRED_EXCLUDED, "such as this one"),
        (GroundKind.MANDATORY, False, ExclusionPath.NOT_REACHED, "section 57(3)"),
        (GroundKind.DISCRETIONARY, None, ExclusionPath.DEBARRED_EXCLUDABLE, "may exclude it"),
    ],
)
def test_entry_only_on_national_security_counts_for_the_contracts_that_it_describes(
    kind: GroundKind, describes: bool | None, expected: ExclusionPath, words: str
) -> None:
    entry = DebarmentEntry(FIRM, kind, IdentityMatch.CONFIRMED, AT, describes)
    judged = judge_entry(entry)
    assert judged.path is expected
    assert words in " ".join(judged.reasons)


FLOORS = {
    LookBack.ANY_FIVE_YEARS: date(2021, 12, 1),
    LookBack.FROM_2022: date(2022, 2, 24),
    LookBack.FROM_ACT: date(2025, 2, 24),
    LookBack.AWARE_FROM_ACT: date(2025, 2, 24),
}


@pytest.mark.parametrize("each", grounds_in_force(AT), ids=lambda each: each.id)
def test_each_ground_applies_with_a_recent_event_and_is_outside_before_its_floor(
    each: Ground,
) -> None:
    applies = ExclusionPath.MANDATORY if each.schedule == 6 else ExclusionPath.DISCRETIONARY
    assert path(each.id) is applies
    if floor := FLOORS.get(each.look_back):
        assert path(each.id, event=floor) is applies
        assert path(each.id, event=floor - timedelta(days=1)) is ExclusionPath.OUTSIDE_PERIOD
