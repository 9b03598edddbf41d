"""The drafts: what the supplier is asked, and what the notice says and when it is due."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.exclusion.grounds import GroundKind, grounds_in_force
from scoring.exclusion.judgement import Case, DebarmentEntry, Declaration, judge_case
from scoring.exclusion.letters import (
    BEFORE_SENDING,
    DecisionMade,
    letter_to_supplier,
    notice_due,
    notice_of_exclusion,
)
from scoring.exclusion.people import Connection, IdentityMatch, Party, Person
from scoring.facts import AnswerValue

AT = date(2026, 11, 30)
FIRM = Person("Alder Works Ltd")
AGENCY = Person("Oak Labour Ltd", Party.ASSOCIATED_PERSON)
DECIDED = DecisionMade("Ada Lead", "approver", date(2026, 11, 2), "Likely to occur again.")


def case(*declarations: Declaration, persons: tuple[Person, ...] = ()) -> Case:
    return judge_case(AT, persons, declarations)


def convicted(person: Person) -> Declaration:
    return Declaration(person, "sch6.22", AnswerValue.YES, event=date(2025, 9, 1))


def letter(of: Case) -> str:
    return letter_to_supplier(
        of, supplier="Alder Works Ltd", authority="Example Council",
        procurement="Cleaning of libraries", reply_by=date(2026, 12, 14),
    )  # fmt: skip


def test_letter_asks_decides_nothing_and_names_the_factors_and_the_day() -> None:
    text = letter(case(convicted(AGENCY)))
    assert "your answer is needed by 14 December 2026" in text
    assert "Nothing has been decided" in text
    assert "Gangmasters (Licensing) Act 2004" in text
    assert "(e) Any other evidence" in text
    assert "You may replace it before we decide" in text
    assert "that is the only reason" in text
    assert "We notify you" in text
    assert "continuing or could occur again" in text
    assert "58(3)" in text
    assert "guilty" not in text
    assert "terminat" not in text


def test_letter_asks_for_what_was_not_answered_without_the_factors() -> None:
    text = letter(case(persons=(FIRM,)))
    assert f"{FIRM.name}: please say whether {len(grounds_in_force(AT))} grounds" in text
    for each in grounds_in_force(AT):
        assert f"Schedule {each.schedule}, paragraph {each.paragraph}: {each.law}" in text
    assert "58(1)" not in text
    assert "section 30(5)-(6)" in text
    assert "section 30(1)-(3)" in text
    assert "incomplete, inaccurate or misleading" in text


def test_letter_with_nothing_to_ask_is_refused() -> None:
    answered = (Declaration(FIRM, each.id, AnswerValue.NO) for each in grounds_in_force(AT))
    with pytest.raises(ValueError, match="nothing to ask"):
        letter(case(*answered, persons=(FIRM,)))


def test_before_sending_warns_of_tipping_off_and_gives_the_numbers() -> None:
    assert "tip off" in BEFORE_SENDING
    assert "999" in BEFORE_SENDING
    assert "08000 121 700" in BEFORE_SENDING


def test_notice_is_due_on_the_thirtieth_day_with_the_day_itself_as_the_first() -> None:
    assert notice_due(date(2026, 11, 1)) == date(2026, 11, 30)
    assert notice_due(date(2027, 2, 1)) == date(2027, 3, 2)


def test_letter_puts_the_day_and_the_record_of_what_is_alleged() -> None:
    text = letter(case(replace(convicted(FIRM), evidence="Leeds Crown Court, T2025/1")))
    assert "Conviction of 1 September 2025. Record: Leeds Crown Court, T2025/1." in text


def test_letter_on_a_debarment_entry_asks_for_no_self_cleaning() -> None:
    sub = Person("Birch Ltd", Party.INTENDED_SUBCONTRACTOR)
    entry = DebarmentEntry(sub, GroundKind.MANDATORY, IdentityMatch.CONFIRMED, AT)
    text = letter(judge_case(AT, (), (), (entry,)))
    assert "Birch Ltd: an entry of the debarment list, read on 30 November 2026." in text
    assert "find another before we decide" in text
    assert "58(1)" not in text


def test_letter_does_not_put_a_record_that_only_has_the_same_name() -> None:
    namesake = replace(convicted(FIRM), identity=IdentityMatch.NAME_ONLY)
    with pytest.raises(ValueError, match="nothing to ask"):
        letter(case(namesake))


def test_letter_asks_again_for_what_was_answered_not_known() -> None:
    text = letter(case(replace(convicted(FIRM), value=AnswerValue.NOT_KNOWN)))
    assert f"{FIRM.name}: please say whether one ground may apply" in text
    assert "Schedule 6, paragraph 22" in text


def notice(of: Case) -> str:
    return notice_of_exclusion(
        of.judgements[0], supplier=FIRM.name, authority="Example Council",
        procurement="Cleaning of libraries", excluded_on=date(2026, 11, 1), decision=DECIDED,
    )  # fmt: skip


def test_notice_names_the_ground_its_day_the_person_and_the_decision() -> None:
    text = notice(case(convicted(AGENCY)))
    assert "Schedule 6, paragraph 22" in text
    assert "Conviction of 1 September 2025" in text
    assert "Oak Labour Ltd (associated person)" in text
    assert "To be given by: 30 November 2026" in text
    assert "Decided by: Ada Lead, approver, 2 November 2026. Reasons: Likely to occur" in text
    assert "[" not in text


def test_notice_says_what_a_connected_person_is_to_the_supplier() -> None:
    director = Person("Dora Elm", connection=Connection.DIRECTOR, individual=True)
    assert "Dora Elm (a director (paragraph 45, (b)) of the supplier)" in notice(
        case(convicted(director))
    )


def test_notice_is_drafted_for_an_entry_on_national_security_that_describes_the_contract() -> None:
    entry = DebarmentEntry(FIRM, GroundKind.MANDATORY, IdentityMatch.CONFIRMED, AT, True)
    assert "Schedule 6, paragraph 35" in notice(judge_case(AT, (), (), (entry,)))
    other = replace(entry, describes_contract=None)
    with pytest.raises(ValueError, match="section 59"):
        notice(judge_case(AT, (), (), (other,)))


def test_notice_without_a_ground_is_refused() -> None:
    with pytest.raises(ValueError, match="section 59"):
        notice(case(replace(convicted(AGENCY), value=AnswerValue.NOT_KNOWN)))
