"""A public body is known by its whole name; a firm that holds such a word is none."""

import pytest

from scoring.companies.public_bodies import is_public_body


@pytest.mark.parametrize(
    "name",
    [
        "MIDDLESBROUGH BOROUGH COUNCIL",
        "GATESHEAD COUNCIL",
        "Stockton on Tees Borough Council",
        "Bournemouth, Christchurch and Poole Council",
        "Durham County Council (Adult Services)",
        "Hurworth Parish Council",
        "Rotherham MBC",
        "London Borough of Camden",
        "Royal Borough of Kensington & Chelsea",
        "City of London Corporation",
        "Tees Valley Combined Authority",
        "COUNTY DURHAM & DARLINGTON FIRE & RESCUE SERVICE",
        "West Yorkshire Police",
        "Police and Crime Commissioner for Cleveland",
        "HM Revenue & Customs",
        "Department for Education",
        "Environment Agency",
        "The Welsh Government",
    ],
)
def test_is_public_body_of_a_whole_name_is_true(name: str) -> None:
    assert is_public_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "Lambton Mutual Local Government",
        "Police Mutual Assurance Society",
        "Police Supplies Ltd",
        "Council Tax Recovery Ltd",
        "Leeds City Council Trading Ltd",
        "Fire Service Training Ltd",
        "Fire Protection Services",
        "Government Staffing Services",
        "Environment Agency Staffing",
        "City of London Cleaning",
        "City of Sanctuary Housing",
        "Home Office Furniture",
        "The Refugee Council",
        "Arts Council",
        "Pension Fund Advisers",
        "Council House Cleaning",
        "Hartlepool CC",
        "",
    ],
)
def test_is_public_body_of_a_firm_or_a_doubt_is_false(name: str) -> None:
    assert not is_public_body(name)
