"""The commencement table: judging a day before, on and after each change gives what it says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scoring.catalogue import CARDS
from scoring.escalation.route import FAIR_WORK_AGENCY_FROM
from scoring.exclusion.lookback import IN_FORCE as IN_FORCE_OF_THE_ACT
from scoring.facts import ContractFacts, SupplierFacts
from scoring.findings import rule
from scoring.reference.law import (
    LAWS,
    Confirmed,
    Law,
    LawKind,
    LawState,
    changes_from,
    changes_until,
    last_day,
    law,
    laws_of,
    without_day,
)
from scoring.reference.vocabulary import Theme
from scoring.rules import PER_CONTRACT, PER_SUPPLIER, judge, observed

DAY = timedelta(days=1)
NOW = date(2026, 11, 30)
IN_FORCE, ENDED, NOT_YET = LawState.IN_FORCE, LawState.ENDED, LawState.NOT_YET
RULES = {each.id for each in CARDS}
FACTS = SupplierFacts("Example", contracts=(ContractFacts("C1"),))
JUDGED_ON_FACTS = frozenset(
    each.card.id for each in (*PER_CONTRACT, *PER_SUPPLIER, observed.signs)
)
"""The rules that give a finding for any supplier with a contract; others need more."""


@pytest.mark.parametrize("each", LAWS, ids=lambda each: each.id)
def test_law_is_as_the_table_says_a_day_before_on_and_after_each_change(each: Law) -> None:
    if each.since is None:
        assert each.state(NOW) is LawState.NOT_IN_FORCE
        return
    assert [each.state(each.since + days) for days in (-DAY, 0 * DAY, DAY)] == [
        NOT_YET,
        IN_FORCE,
        IN_FORCE,
    ]
    if each.until:
        assert [each.state(each.until + days) for days in (-DAY, 0 * DAY, DAY)] == [
            IN_FORCE,
            IN_FORCE,
            ENDED,
        ]
        assert each.after


@pytest.mark.parametrize(
    ("id", "since", "until"),
    [
        ("msa2015.s54", date(2015, 10, 29), None),
        ("era2025.part5", date(2026, 4, 7), None),
        ("ia2016.lme", date(2016, 11, 25), date(2026, 4, 6)),
        ("glaa", date(2005, 4, 1), date(2026, 4, 6)),
        ("fa2026.umbrella", date(2026, 4, 6), None),
        ("era2025.sick_pay", date(2026, 4, 6), None),
        ("sscba1992.waiting", date(1992, 7, 1), date(2026, 4, 5)),
        ("awr2010", date(2011, 10, 1), None),
        ("npps2025", date(2025, 2, 24), None),
        ("ppn009", date(2025, 2, 24), None),
        ("ppn0223", date(2023, 4, 1), date(2025, 2, 23)),
        ("pa2023.exclusion", date(2025, 2, 24), None),
        ("bill2026.s54", None, None),
        ("pa2023.part5a", None, None),
        ("era2025.guaranteed_hours", None, None),
    ],
)
def test_law_has_the_dates_of_its_commencement(
    id: str, since: date | None, until: date | None
) -> None:
    assert (law(id).since, law(id).until) == (since, until)


def test_what_was_not_confirmed_says_where_to_look() -> None:
    for each in LAWS:
        assert each.source
        assert each.confirmed is Confirmed.YES or each.look, each.id
    assert law("helpline").look
    assert {each.id for each in without_day()} == {
        "bill2026.s54",
        "pa2023.part5a",
        "era2025.guaranteed_hours",
    }


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_each_rule_rests_on_laws_of_the_table_that_were_in_force_when_it_began(
    card: object,
) -> None:
    laws = laws_of(card.id)  # type: ignore[attr-defined]
    since = card.valid_from  # type: ignore[attr-defined]
    assert laws
    assert card.laws == tuple(each.id for each in laws)  # type: ignore[attr-defined]
    assert since is None or any(each.state(since) is IN_FORCE for each in laws)
    assert all(each.kind is not LawKind.BILL for each in laws)


def test_dates_said_elsewhere_are_those_of_the_table() -> None:
    assert law("era2025.part5").since == FAIR_WORK_AGENCY_FROM
    assert law("pa2023.exclusion").since == IN_FORCE_OF_THE_ACT


def test_each_rule_that_the_table_names_exists() -> None:
    assert {rule for each in LAWS for rule in each.rules} == RULES


def test_rule_stops_by_itself_after_the_last_day_of_all_its_laws() -> None:
    old, new = law("ia2016.lme"), law("era2025.part5")
    assert last_day((old,)) == date(2026, 4, 6)
    assert last_day((old, new)) is None
    assert last_day((old, law("sscba1992.waiting"))) == date(2026, 4, 6)
    assert last_day((old, law("bill2026.s54"))) == date(2026, 4, 6)
    assert last_day((law("bill2026.s54"),)) is None
    assert last_day(()) is None


def test_rule_is_not_judged_the_day_after_its_law_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = replace(law("ia2016.lme"), rules=("test.order",))
    monkeypatch.setattr("scoring.findings.laws_of", lambda _: (ended,))

    @rule("test.order", version=1, theme=Theme.LAW, title="", source="", valid_from=ended.since)
    def order(at: date) -> None:
        """Judge nothing."""

    assert [order.in_force(date(2026, 4, day)) for day in (5, 6, 7)] == [True, True, False]


@pytest.mark.parametrize("change", [*changes_until(NOW), *changes_from(NOW)], ids=str)
def test_rules_judged_around_each_change_are_those_of_the_table(change: object) -> None:
    day, changed = change.day, change.law  # type: ignore[attr-defined]
    cards = {each.id: each for each in CARDS if each.id in changed.rules}
    for at in (day - DAY, day, day + DAY):
        judged = {each.rule for each in judge(FACTS, at=at)} & set(cards)
        due = {
            id
            for id, card in cards.items()
            if (card.valid_from is None or card.valid_from <= at)
            and any(each.state(at) is IN_FORCE for each in laws_of(id))
        }
        assert judged == due & JUDGED_ON_FACTS


def test_table_has_changes_around_which_rules_are_judged() -> None:
    changes = (*changes_until(NOW), *changes_from(NOW))
    assert len([each for each in changes if set(each.law.rules) & JUDGED_ON_FACTS]) >= 5


def test_changes_are_in_order_and_an_end_is_the_first_day_without_the_law() -> None:
    before = changes_from(date(2026, 4, 5))
    assert [(each.day, each.law.id, each.begins) for each in before][:3] == [
        (date(2026, 4, 6), "sscba1992.waiting", False),
        (date(2026, 4, 6), "era2025.leave_records", True),
        (date(2026, 4, 6), "era2025.sick_pay", True),
    ]
    assert {each.law.id for each in before if each.day == date(2026, 4, 7)} == {
        "glaa",
        "ia2016.lme",
        "era2025.part5",
    }
    assert changes_until(date(2026, 4, 6))[0].day == date(2026, 4, 6)
