"""A real register against a real list of companies: pairs checked by hand, row by row.

`salford_pairs.csv` gives for a row of the register the number of the company that a person says
it means, empty where that company is not in the list.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from scoring.companies.identifiers import company_number
from scoring.matching import (
    CompanyIndex,
    CompanyRecord,
    MatchProposal,
    MatchState,
    SupplierIdentity,
)
from tests.scrapers.spreadsheets.real import PROCUREMENT, SALFORD_REGISTER, read

COMPANIES = PROCUREMENT.parent / "organisations" / "msu_private_organisations.csv"
PAIRS = Path(__file__).with_name("salford_pairs.csv")
NUMBER_OF_ANOTHER = (20, 47, 82, 118, 237, 240, 302, 322, 357)


def companies() -> Iterator[CompanyRecord]:
    with COMPANIES.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            yield CompanyRecord(
                str(number),
                row["OrganisationName"],
                company_number(row["CompanyNumber"]),
                row["PostCode"],
            )


@cache
def proposals() -> dict[int, MatchProposal]:
    rows = read(SALFORD_REGISTER.file).rows
    if not COMPANIES.exists():
        pytest.skip("the shared data has no list of companies here")
    index = CompanyIndex.build(companies())
    return {
        row.row: index.propose(SupplierIdentity(row.name, row.company_numbers, row.postcode))
        for row in rows
        if not row.no_one
    }


def pairs() -> dict[int, str]:
    with PAIRS.open(newline="") as file:
        return {int(pair["row"]): pair["company"] for pair in csv.DictReader(file)}


def test_there_are_enough_pairs_to_say_anything() -> None:
    checked = pairs()
    assert len(checked) >= 150
    assert sum(map(bool, checked.values())) >= 70


def test_nothing_is_accepted_that_a_person_would_not_accept() -> None:
    found = proposals()
    accepted = {row for row in pairs() if found[row].state is MatchState.ACCEPTED}
    assert len(accepted) >= 50
    for row in accepted:
        best = found[row].best
        assert best is not None
        assert best.company.number == pairs()[row], row


def test_what_is_not_accepted_has_the_true_company_among_the_first_three() -> None:
    found = proposals()
    left = {
        row: number
        for row, number in pairs().items()
        if number and found[row].state is not MatchState.ACCEPTED
    }
    shown = [
        row
        for row, number in left.items()
        if number in [candidate.company.number for candidate in found[row].candidates[:3]]
    ]
    assert len(shown) / len(left) >= 0.93


@pytest.mark.parametrize("row", NUMBER_OF_ANOTHER)
def test_a_number_that_is_another_companys_goes_to_a_person_with_reasons(row: int) -> None:
    proposal = proposals()[row]
    assert proposal.state is MatchState.REVIEW
    assert any("The company number is the same" in c.reasons for c in proposal.candidates)
    assert "name" in proposal.reasons[0]


def test_a_person_is_not_asked_about_companies_that_merely_sound_alike() -> None:
    states = [proposals()[row].state for row, number in pairs().items() if not number]
    assert states.count(MatchState.NONE) / len(states) > 0.9
