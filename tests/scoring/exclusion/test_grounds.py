"""The grounds as data: what the Schedules name, when, and where it was read."""

from datetime import date
from pathlib import Path

import pytest

from scoring.exclusion.grounds import (
    GROUNDS,
    GroundEvent,
    GroundKind,
    LookBack,
    ground,
    grounds_in_force,
)
from scoring.exclusion.lookback import first_day
from scoring.questionnaires.questions import question

AT = date(2026, 11, 30)
ROOT = Path(__file__).resolve().parents[3]


def test_grounds_name_every_labour_paragraph_with_kind_source_and_evidence() -> None:
    paragraphs = {(each.schedule, each.paragraph) for each in grounds_in_force(AT)}
    assert {(6, str(number)) for number in (2, *range(19, 27), 33, 34)} <= paragraphs
    assert {
        (7, each) for each in ("1(a)", "1(b)", "1(c)", "1(d)", "2", "3(a)", "3(b)", "3(c)")
    } <= (paragraphs)
    assert {
        (7, each) for each in ("11(1)", "11(2)", "12(1)", "12(2)", "12(3)", "12(4)", "13")
    } <= paragraphs
    assert len({each.id for each in GROUNDS}) == len(GROUNDS)
    for each in GROUNDS:
        assert (each.kind is GroundKind.MANDATORY) == (each.schedule == 6)
        assert "read 30 November 2026" in each.source
        assert "legislation.gov.uk" in each.source
        assert each.evidence
        assert each.conduct
        assert question(each.question).rule.startswith("exclusion.")


@pytest.mark.parametrize(
    ("id", "law"),
    [
        ("sch6.19", "Employment Agencies Act 1973, any offence but s9(4)(b)"),
        ("sch6.22", "Gangmasters (Licensing) Act 2004, any offence"),
        ("sch6.26.2025", "Employment Rights Act 2025 s139"),
        ("sch7.1d.2025", "Employment Rights Act 2025 s123"),
    ],
)
def test_ground_cites_the_whole_offence_of_the_act_in_force(id: str, law: str) -> None:
    assert ground(id).law == law


@pytest.mark.parametrize(
    ("id", "event"),
    [
        ("sch7.11", GroundEvent.CONDUCT),
        ("sch7.11.ruled", GroundEvent.RULING),
        ("sch7.12.breach", GroundEvent.RESULT_OF_BREACH),
        ("sch7.12.ruled", GroundEvent.RULING),
        ("sch7.12.performance", GroundEvent.FAILURE),
        ("sch7.12.published_breach", GroundEvent.PUBLICATION),
    ],
)
def test_ground_names_the_event_by_which_it_applies(id: str, event: GroundEvent) -> None:
    assert ground(id).event is event


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("exclusion.convicted", "corporate manslaughter"),
        (
            "exclusion.conduct",
            "conduct abroad that could lead to a slavery or labour market order",
        ),
        ("exclusion.misconduct", "misled an authority about it in a procurement"),
        ("exclusion.misconduct", "incomplete, inaccurate or misleading"),
        ("exclusion.misconduct", "Count rulings"),
    ],
)
def test_question_asks_about_each_ground_that_points_to_it(id: str, words: str) -> None:
    asked = question(id)
    assert words in f"{asked.text} {asked.guidance}"


def test_look_back_of_labour_market_offences_starts_in_2022_and_of_slavery_with_no_floor() -> None:
    from_2022 = {each.paragraph for each in GROUNDS if each.look_back is LookBack.FROM_2022}
    assert from_2022 == {"19", "20", "21", "22", "23", "24", "25", "26"}
    no_floor = {each.id for each in GROUNDS if each.look_back is LookBack.ANY_FIVE_YEARS}
    assert no_floor == {"sch6.23.slavery", "sch6.24.slavery", "sch6.25.slavery"}


@pytest.mark.parametrize(
    ("at", "first"),
    [
        (date(2026, 11, 30), date(2021, 12, 1)),
        (date(2028, 2, 29), date(2023, 3, 1)),
        (date(2029, 2, 28), date(2024, 2, 29)),
        (date(2026, 12, 31), date(2022, 1, 1)),
    ],
)
def test_first_day_of_the_five_years_that_end_with_a_day(at: date, first: date) -> None:
    assert first_day(5, at) == first


@pytest.mark.parametrize("at", [date(2026, 4, 6), date(2026, 4, 7), date(2026, 4, 8)])
def test_exactly_one_act_is_named_for_labour_market_orders_on_each_day(at: date) -> None:
    named = [each.id for each in grounds_in_force(at) if each.paragraph in ("26", "1(d)")]
    year = "2016" if at < date(2026, 4, 7) else "2025"
    assert named == [f"sch6.26.{year}", f"sch7.1d.{year}"]


def test_no_ground_is_named_before_the_act_was_in_force() -> None:
    assert grounds_in_force(date(2025, 2, 23)) == ()
    assert len(grounds_in_force(date(2025, 2, 24))) == 30


def test_docs_exclusion_maps_each_ground_to_question_evidence_rule_and_a_test_that_exists() -> (
    None
):
    lines = (ROOT / "docs" / "exclusion.md").read_text(encoding="utf-8").splitlines()
    folder = Path(__file__).parent
    tests = "".join(each.read_text(encoding="utf-8") for each in sorted(folder.glob("test_*.py")))
    for each in GROUNDS:
        [row] = [line for line in lines if line.startswith(f"| `{each.id}`: {each.paragraph} |")]
        assert f"`{each.question}`" in row
        assert f"`{question(each.question).rule}`" in row
        assert each.evidence in row
        assert f"def {row.split('`')[-2]}(" in tests
        assert not each.unconfirmed or f"- `{each.id}`: {each.unconfirmed}" in lines
