"""Only questions that matter, none lost, and not knowing leaves nothing out."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.facts import AnswerValue
from scoring.questionnaires.questionnaire import (
    SCREENINGS,
    Circumstance,
    questions_for,
    screened,
    sections,
)
from scoring.questionnaires.questions import QUESTIONS

NO = AnswerValue.NO
VALUES = st.sampled_from(AnswerValue)
IDS = st.sampled_from([each.id for each in QUESTIONS])


def ids(circumstances: dict[str, AnswerValue], answers: dict[str, AnswerValue]) -> set[str]:
    return {each.id for each in questions_for(circumstances, answers)}


def test_a_supplier_is_never_asked_what_a_visitor_saw() -> None:
    assert not any(id.startswith("observed.") for id in ids({}, {}))


def test_what_does_not_occur_is_not_asked_about() -> None:
    assert "recruitment.fees" in ids({}, {})
    assert "recruitment.fees" not in ids({Circumstance.ABROAD_OR_AGENCY: NO}, {})
    assert "supply.licence" not in ids({}, {"supply.labour_provider": NO})
    assert "supply.tiers" not in ids({}, {"supply.subcontracted": NO})


@given(st.dictionaries(IDS, VALUES))
def test_only_a_no_leaves_questions_out(answers: dict[str, AnswerValue]) -> None:
    unsure = {id: value for id, value in answers.items() if value is not NO}
    assert ids({}, unsure) == ids({}, {})


@given(st.dictionaries(IDS, VALUES), VALUES)
def test_every_question_asked_stands_in_one_section(
    answers: dict[str, AnswerValue], said: AnswerValue
) -> None:
    questions = questions_for({Circumstance.ABROAD_OR_AGENCY: said}, answers)
    told = [each for _, _, some in sections(questions) for each in some]
    assert sorted(each.id for each in told) == sorted(each.id for each in questions)


def test_every_circumstance_names_words_that_questions_have() -> None:
    matters = {each.matters for each in QUESTIONS}
    known = {each.id for each in QUESTIONS}
    for each in SCREENINGS:
        assert each.matters <= matters
        assert not each.question_id or each.question_id in known
    assert all(each.text for each in screened())
