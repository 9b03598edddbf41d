"""Signs that lie in what workers share: accounts, addresses, phones and next of kin."""

import pytest

from scoring.payroll.samples import Shifts
from scoring.reference.vocabulary import Outcome, Severity
from tests.scoring.payroll.sample import day, of, outcome, people, slips

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
NEITHER = Outcome.NOT_APPLICABLE
ADULT = {"born": [day("1990-01-01")], "london": [1], "apprentice": [0]}
NONE = Shifts.none()


@pytest.mark.parametrize(
    ("accounts", "severity"),
    [
        pytest.param([0, 1, 2], None, id="one each"),
        pytest.param([0, 0, 1], Severity.HIGH, id="two share"),
        pytest.param([0, 0, 0], Severity.CRITICAL, id="three share"),
    ],
)
def test_wages_of_several_into_one_account(accounts: list[int], severity: Severity | None) -> None:
    rows = [{"worker": who, "account": code} for who, code in enumerate(accounts)]
    found = of("payslip.shared_account", NONE, slips(rows))
    short = [each for each in found if each.outcome is NOT_MET]
    assert [each.severity for each in short] == ([severity] if severity else [])
    assert [each.urgent for each in short] == ([severity is Severity.CRITICAL] if short else [])


def test_one_worker_with_two_payslips_shares_with_nobody() -> None:
    rows = [{"account": 7}, {"account": 7, "start": day("2026-07-01")}]
    assert outcome("payslip.shared_account", NONE, slips(rows)) is MET


@pytest.mark.parametrize(
    ("count", "expected"), [pytest.param(4, MET, id="four"), pytest.param(5, NOT_MET, id="five")]
)
def test_workers_at_one_address(count: int, expected: Outcome) -> None:
    who = people(6, address=[1] * count + [2] * (6 - count))
    assert outcome("workers.same_address", NONE, slips([{}]), who) is (
        expected if count == 5 else MET
    )


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param({"phone": [1, 2, 3], "kin": [1, 2, 3]}, MET, id="each their own"),
        pytest.param({"phone": [1, 1, 2], "kin": [1, 2, 3]}, NOT_MET, id="two with one number"),
        pytest.param({"phone": [1, 2, 3], "kin": [1, 1, 2]}, MET, id="two with one next of kin"),
        pytest.param({"phone": [1, 2, 3], "kin": [1, 1, 1]}, NOT_MET, id="three with one"),
        pytest.param({"phone": [-1, -1, -1], "kin": [-1, -1, -1]}, UNKNOWN, id="not on record"),
    ],
)
def test_shared_phone_and_next_of_kin(known: dict[str, list[int]], expected: Outcome) -> None:
    found = of("workers.same_contact", NONE, slips([{}]), people(3, **known))
    outcomes = {each.outcome for each in found}
    assert (NOT_MET if NOT_MET in outcomes else found[0].outcome) is expected


def test_what_is_on_record_for_some_says_nothing_of_the_rest() -> None:
    found = of("workers.same_address", NONE, slips([{}]), people(3, address=[1, 2, -1]))
    assert [each.outcome for each in found] == [MET, UNKNOWN]
    assert "Unknown for 1 worker:" in found[1].detail


@pytest.mark.parametrize(
    ("own", "expected"), [(1, MET), (0, NOT_MET), (-1, UNKNOWN)], ids=["own", "another's", "blank"]
)
def test_an_account_in_anothers_name_is_urgent(own: int, expected: Outcome) -> None:
    found = of("payslip.own_account", NONE, slips([{"own_account": own}]))
    assert (found[0].outcome, found[0].urgent) == (expected, expected is NOT_MET)
