import pytest

from scoring.matching import CompanyRecord, MatchState
from scoring.reference.vocabulary import Outcome, Severity
from scoring.rules.company import MatchedCompany, known_company


@pytest.mark.parametrize("standing", ["Liquidation", "no longer in the register of 2026-11-01"])
def test_a_company_that_is_not_plainly_active_is_for_a_person_to_look_at(standing: str) -> None:
    company = CompanyRecord("1", "DAMSON LIMITED", "03333333", standing=standing)
    told = known_company(MatchedCompany(MatchState.ACCEPTED, company, ("they agree",), "Ada"))
    assert (told.outcome, told.severity) == (Outcome.UNKNOWN, Severity.MEDIUM)
    assert standing in told.detail
    assert told.remedy


def test_a_company_that_is_plainly_active_is_known() -> None:
    company = CompanyRecord("1", "DAMSON LIMITED", "03333333")
    told = known_company(MatchedCompany(MatchState.ACCEPTED, company, ("they agree",), "Ada"))
    assert told.outcome is Outcome.MET
    assert "Decided by Ada" in told.detail
