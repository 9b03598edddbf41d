"""The twelve worked cases on exclusion, each with the path that the Act gives."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scoring.exclusion.grounds import (
    GroundEvent,
    GroundKind,
    grounds_in_force,
)
from scoring.exclusion.grounds import ground as ground_of
from scoring.exclusion.judgement import (
    SEVERITIES,
    DebarmentEntry,
    Declaration,
    ExclusionPath,
    judge_case,
    judge_declaration,
    judge_entry,
)
from scoring.exclusion.next_steps import needs_notice, next_steps
from scoring.exclusion.people import Connection, IdentityMatch, Party, Person
from scoring.exclusion.procurements import ProcurementKind
from scoring.exclusion.self_cleaning import FactorEvidence, SelfCleaningFactor
from scoring.reference.vocabulary import Severity
from tests.scoring.exclusion.worked import (
    AT,
    FIRM,
    FULL,
    NO,
    NOT_KNOWN,
    RECENT,
    YES,
    declared,
    path,
    whole,
)


def test_conviction_of_a_subsidiarys_director_is_not_settled_but_that_of_a_subsidiary_counts() -> (
    None
):
    director = Person("A. Elm", connection=Connection.DIRECTOR_OF_SUBSIDIARY, individual=True)
    judged = judge_declaration(declared("sch6.23.slavery", director), AT)
    assert judged.path is ExclusionPath.NOT_KNOWN
    assert "equivalent position" in " ".join(judged.reasons)
    subsidiary = Person("Elm Ltd", connection=Connection.SUBSIDIARY_UNDERTAKING)
    assert path("sch6.23.slavery", subsidiary) is ExclusionPath.MANDATORY


@pytest.mark.parametrize(
    ("ground", "event", "at", "expected"),
    [
        ("sch6.23.slavery", date(2021, 11, 30), AT, ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.23.slavery", date(2021, 12, 1), AT, ExclusionPath.MANDATORY),
        ("sch6.23.order", date(2021, 12, 1), AT, ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.19", date(2022, 2, 23), AT, ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.19", date(2022, 2, 24), AT, ExclusionPath.MANDATORY),
        ("sch6.21", date(2022, 2, 23), AT, ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.22", date(2022, 2, 24), AT, ExclusionPath.MANDATORY),
        ("sch6.22", date(2022, 2, 24), date(2027, 2, 23), ExclusionPath.MANDATORY),
        ("sch6.22", date(2022, 2, 24), date(2027, 2, 24), ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.2", date(2025, 2, 23), AT, ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.2", date(2025, 2, 24), AT, ExclusionPath.MANDATORY),
        ("sch7.1a", date(2025, 2, 23), AT, ExclusionPath.OUTSIDE_PERIOD),
        ("sch7.1a", date(2025, 2, 24), AT, ExclusionPath.DISCRETIONARY),
        ("sch7.3a", date(2025, 2, 23), AT, ExclusionPath.OUTSIDE_PERIOD),
        ("sch7.3a", date(2025, 2, 24), AT, ExclusionPath.DISCRETIONARY),
    ],
)
def test_event_before_the_look_back_is_outside_and_on_its_first_day_counts(
    ground: str, event: date, at: date, expected: ExclusionPath
) -> None:
    assert path(ground, at=at, event=event) is expected


def test_subcontractor_on_the_debarment_list_is_excluded_after_a_chance_to_replace_it() -> None:
    sub = Person("Birch Ltd", Party.INTENDED_SUBCONTRACTOR)
    judged = judge_entry(DebarmentEntry(sub, GroundKind.MANDATORY, IdentityMatch.CONFIRMED, AT))
    assert judged.path is ExclusionPath.DEBARRED_EXCLUDED
    steps = " ".join(next_steps(judged))
    assert "find another sub-contractor (section 28(5))" in steps
    assert "must be excluded" in steps
    assert "must be excluded" not in " ".join(
        next_steps(judged, procurement=ProcurementKind.PRIVATE_UTILITY)
    )


@pytest.mark.parametrize("party", list(Party))
@pytest.mark.parametrize(
    ("connection", "expected"),
    [
        (Connection.ITSELF, ExclusionPath.DEBARRED_EXCLUDED),
        (Connection.PARENT_UNDERTAKING, ExclusionPath.NOT_KNOWN),
        (Connection.DIRECTOR_OF_SUBSIDIARY, ExclusionPath.NOT_KNOWN),
        (Connection.UNCLEAR, ExclusionPath.NOT_KNOWN),
        (Connection.NONE, ExclusionPath.NOT_REACHED),
    ],
)
def test_debarment_entry_excludes_only_the_party_itself(
    party: Party, connection: Connection, expected: ExclusionPath
) -> None:
    person = Person("Holding plc", party, connection)
    entry = DebarmentEntry(person, GroundKind.MANDATORY, IdentityMatch.CONFIRMED, AT)
    case = judge_case(AT, (), (), (entry,))
    assert case.path is expected
    if expected is ExclusionPath.NOT_KNOWN:
        assert "answer that ground for this person" in " ".join(case.judgements[0].reasons)
    if expected is not ExclusionPath.DEBARRED_EXCLUDED:
        assert case.severity is Severity.INFO


@pytest.mark.parametrize(
    ("describes", "procurement", "expected"),
    [
        (True, ProcurementKind.OPEN, True),
        (None, ProcurementKind.OPEN, False),
        (False, ProcurementKind.OPEN, False),
        (True, ProcurementKind.DIRECT_AWARD, False),
    ],
)
def test_entry_on_national_security_that_describes_the_contract_needs_a_notice(
    describes: bool | None, procurement: ProcurementKind, expected: bool
) -> None:
    entry = DebarmentEntry(FIRM, GroundKind.MANDATORY, IdentityMatch.CONFIRMED, AT, describes)
    judged = judge_entry(entry)
    assert needs_notice(judged, procurement) is expected
    assert ("30 days, that day" in " ".join(next_steps(judged, procurement=procurement))) is (
        expected
    )


@pytest.mark.parametrize(
    "last",
    [AT + timedelta(days=365), AT - timedelta(days=1), AT - timedelta(days=89)],
    ids=["to come", "yesterday", "weeks ago"],
)
def test_self_cleaning_is_not_full_where_it_last_happened_too_lately(last: date) -> None:
    timed = FactorEvidence(SelfCleaningFactor.TIME_ELAPSED, YES, last_occurred=last)
    cleaned = (*FULL[:3], timed)
    assert path("sch7.1a", self_cleaning=cleaned) is ExclusionPath.DISCRETIONARY
    early = replace(timed, last_occurred=RECENT - timedelta(days=1))
    assert path("sch7.1a", self_cleaning=(*FULL[:3], early)) is (
        ExclusionPath.DISCRETIONARY
        if ground_of("sch7.1a").event is GroundEvent.CONDUCT
        else ExclusionPath.DISCRETIONARY_SELF_CLEANED
    )


def test_offence_that_relates_to_a_ground_without_a_period_of_its_own_keeps_the_floor() -> None:
    old = date(2022, 1, 10)
    for related in ("sch6.34", "sch7.1a"):
        assert path("sch6.34", related=related, event=old) is ExclusionPath.NOT_KNOWN


def test_full_self_cleaning_lowers_a_discretionary_ground_and_partial_does_not() -> None:
    assert path("sch7.1a", self_cleaning=FULL) is ExclusionPath.DISCRETIONARY_SELF_CLEANED
    assert SEVERITIES[ExclusionPath.DISCRETIONARY_SELF_CLEANED] is Severity.HIGH
    assert path("sch7.1a", self_cleaning=FULL[:2]) is ExclusionPath.DISCRETIONARY
    claimed = tuple(replace(each, evidence="") for each in FULL)
    assert path("sch7.1a", self_cleaning=claimed) is ExclusionPath.DISCRETIONARY
    assert SEVERITIES[ExclusionPath.DISCRETIONARY] is Severity.CRITICAL


def test_mandatory_ground_with_self_cleaning_keeps_its_weight_and_its_own_path() -> None:
    judged = judge_declaration(declared("sch6.23.slavery", self_cleaning=FULL), AT)
    assert judged.path is ExclusionPath.MANDATORY
    assert SEVERITIES[judged.path] is Severity.CRITICAL
    assert "likely to occur again" in " ".join(judged.reasons)


def test_debarment_is_above_a_mandatory_ground_and_self_cleaning_does_not_touch_it() -> None:
    entry = DebarmentEntry(FIRM, GroundKind.DISCRETIONARY, IdentityMatch.CONFIRMED, AT)
    case = judge_case(AT, (FIRM,), (declared("sch6.23.slavery", self_cleaning=FULL),), (entry,))
    assert case.path is ExclusionPath.DEBARRED_EXCLUDABLE
    assert [each.path for each in case.judgements] == [
        ExclusionPath.DEBARRED_EXCLUDABLE,
        ExclusionPath.MANDATORY,
    ]
    assert "Minister" in judge_entry(replace(entry, kind=GroundKind.MANDATORY)).reasons[0]


def test_agency_without_a_licence_counts_once_convicted_and_not_on_suspicion() -> None:
    agency = Person("Oak Labour Ltd", Party.ASSOCIATED_PERSON)
    judged = judge_declaration(declared("sch6.22", agency), AT)
    assert judged.path is ExclusionPath.MANDATORY
    assert "replace the associated person" in " ".join(next_steps(judged))
    assert not [
        each.id
        for each in grounds_in_force(AT)
        if each.event.value == "conduct" and "Gangmasters" in each.law
    ]


@pytest.mark.parametrize(
    ("ground", "related", "event", "expected"),
    [
        ("sch6.34", "sch6.23.order", RECENT, ExclusionPath.MANDATORY),
        ("sch6.34", "sch6.23.order", date(2022, 1, 10), ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.34", "sch6.23.slavery", date(2022, 1, 10), ExclusionPath.MANDATORY),
        ("sch6.33", "sch6.2", date(2024, 1, 10), ExclusionPath.OUTSIDE_PERIOD),
        ("sch6.34", "", date(2022, 1, 10), ExclusionPath.NOT_KNOWN),
        ("sch6.34", "", RECENT, ExclusionPath.MANDATORY),
        ("sch6.34", "", date(2020, 1, 10), ExclusionPath.OUTSIDE_PERIOD),
        ("sch7.3a", "", RECENT, ExclusionPath.DISCRETIONARY),
        ("sch7.2", "", RECENT, ExclusionPath.DISCRETIONARY),
    ],
)
def test_order_breached_abroad_counts_as_the_offence_it_relates_to(
    ground: str, related: str, event: date, expected: ExclusionPath
) -> None:
    assert path(ground, related=related, event=event) is expected


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ((True, True, True, True), ExclusionPath.MANDATORY),
        ((True, True, True, False), ExclusionPath.NOT_REACHED),
        ((True, True, None, True), ExclusionPath.NOT_KNOWN),
    ],
)
def test_predecessor_company_counts_where_all_four_tests_hold(
    tests: tuple[bool | None, ...], expected: ExclusionPath
) -> None:
    old = Person(
        "Old Alder Ltd", connection=Connection.PREDECESSOR_COMPANY, predecessor_tests=tests
    )
    assert path("sch6.21", old) is expected


def test_namesake_of_a_convicted_firm_is_not_known_until_compared_and_then_not_reached() -> None:
    namesake = judge_declaration(declared("sch6.22", identity=IdentityMatch.NAME_ONLY), AT)
    assert namesake.path is ExclusionPath.NOT_KNOWN
    assert "company number" in namesake.reasons[0]
    assert path("sch6.22", identity=IdentityMatch.SOMEONE_ELSE) is ExclusionPath.NOT_REACHED
    entry = DebarmentEntry(FIRM, GroundKind.MANDATORY, IdentityMatch.NAME_ONLY, AT)
    assert judge_entry(entry).path is ExclusionPath.NOT_KNOWN


def test_connected_person_of_an_associated_person_counts_but_not_for_breach_of_contract() -> None:
    director = Person("A. Elm", Party.ASSOCIATED_PERSON, Connection.SHADOW_DIRECTOR)
    assert path("sch6.21", director) is ExclusionPath.MANDATORY
    assert path("sch7.12.breach", director) is ExclusionPath.NOT_REACHED


def test_spent_conviction_of_an_individual_waits_for_advice_and_a_company_has_none() -> None:
    director = Person("A. Elm", connection=Connection.DIRECTOR, individual=True)
    spent = judge_declaration(declared("sch6.21", director, spent=True), AT)
    assert spent.path is ExclusionPath.NOT_KNOWN
    assert "Rehabilitation of Offenders Act 1974" in " ".join(spent.reasons)
    assert path("sch6.21", spent=True) is ExclusionPath.MANDATORY


def test_unanswered_questions_are_not_known_and_all_no_is_only_none_declared() -> None:
    everything = [Declaration(FIRM, each.id, NO) for each in grounds_in_force(AT)]
    assert whole(*everything).path is ExclusionPath.NONE_DECLARED
    part = whole(*everything[:-1])
    assert part.path is ExclusionPath.NOT_KNOWN
    assert [each.id for _, missing in part.unanswered for each in missing] == [
        everything[-1].ground
    ]
    assert (
        whole(*everything[:-1], replace(everything[-1], value=NOT_KNOWN)).path
        is ExclusionPath.NOT_KNOWN
    )
    assert whole().path is ExclusionPath.NOT_KNOWN
    assert not {each.value for each in ExclusionPath} & {"clean", "compliant", "safe", "clear"}
