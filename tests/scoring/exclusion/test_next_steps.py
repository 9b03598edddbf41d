"""What follows in each kind of procurement, and what the Act is not for."""

import pytest

from scoring.exclusion.grounds import (
    GroundKind,
)
from scoring.exclusion.judgement import (
    DebarmentEntry,
    judge_declaration,
    judge_entry,
)
from scoring.exclusion.next_steps import NO_ANSWER, next_steps
from scoring.exclusion.people import IdentityMatch, Party, Person
from scoring.exclusion.procurements import OTHER_LAW, PROCUREMENTS, ProcurementKind
from tests.scoring.exclusion.worked import (
    AT,
    FIRM,
    declared,
)


def test_switch_to_direct_award_has_no_exception_for_the_public_interest() -> None:
    steps = next_steps(
        judge_declaration(declared("sch6.22"), AT), procurement=ProcurementKind.DIRECT_AWARD
    )
    assert "no such exception (section 43(1))" in " ".join(steps)
    assert "(section 41(2))" in PROCUREMENTS[ProcurementKind.DIRECT_AWARD]


def test_replacement_under_a_framework_needs_no_notification_first() -> None:
    agency = Person("Oak Labour Ltd", Party.ASSOCIATED_PERSON)
    steps = " ".join(next_steps(judge_declaration(declared("sch6.22", agency), AT)))
    assert "Where this is the only reason" in steps
    assert "no duty to notify first (section 48(3))" in steps


def test_other_law_names_what_the_act_is_not_for() -> None:
    for words in ("24 February 2025", "call-off", "SI 2024/716", "health procurement"):
        assert words in OTHER_LAW
    assert "30(1)" in NO_ANSWER
    assert "30(5)-(6)" in NO_ANSWER
    assert "incomplete, inaccurate or misleading" in NO_ANSWER


@pytest.mark.parametrize(
    ("kind", "heavy", "light", "notice"),
    [
        (ProcurementKind.OPEN, "must be excluded", "section 26(2)", True),
        (ProcurementKind.COMPETITIVE_FLEXIBLE, "27(2)", "27(3)", True),
        (ProcurementKind.DIRECT_AWARD, "overriding public interest", "41(4)", False),
        (ProcurementKind.FRAMEWORK_CALL_OFF, "45(6)", "48(1)-(2)", False),
        (ProcurementKind.DYNAMIC_MARKET, "37(2)", "36(6)(d)", True),
        (ProcurementKind.BELOW_THRESHOLD, "section 85", "section 85", False),
        (ProcurementKind.PRIVATE_UTILITY, "57(4)", "57(4)", True),
    ],
)
def test_next_steps_cite_what_follows_in_each_kind_of_procurement(
    kind: ProcurementKind, heavy: str, light: str, notice: bool
) -> None:
    for ground, words in (("sch6.22", heavy), ("sch7.1a", light)):
        steps = next_steps(judge_declaration(declared(ground), AT), procurement=kind)
        text = " ".join(steps)
        assert words.removeprefix("section ") in text
        assert ("within 30 days" in text) is notice
        assert "A named person decides" in text
        assert "workers" in steps[1]
        assert not steps[0].casefold().startswith(("end", "terminate"))


def test_supplier_on_the_debarment_list_must_be_removed_from_a_dynamic_market() -> None:
    entry = DebarmentEntry(FIRM, GroundKind.MANDATORY, IdentityMatch.CONFIRMED, AT)
    steps = next_steps(judge_entry(entry), procurement=ProcurementKind.DYNAMIC_MARKET)
    assert "must be removed from the dynamic market (section 37(1))" in " ".join(steps)


@pytest.mark.parametrize("party", [Party.ASSOCIATED_PERSON, Party.INTENDED_SUBCONTRACTOR])
def test_supplier_is_notified_before_it_is_excluded_for_another_person(party: Party) -> None:
    judged = judge_declaration(declared("sch6.22", Person("Oak Ltd", party)), AT)
    assert "notify the supplier of your intention" in " ".join(next_steps(judged))
