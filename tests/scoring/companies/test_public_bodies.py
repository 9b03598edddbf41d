"""Public bodies are known by their names; firms with a public word in theirs are not."""

import pytest

from scoring.companies.public_bodies import PublicBody, public_body
from scoring.matching import CompanyIndex, CompanyRecord, MatchState, SupplierIdentity


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Leeds City Council", PublicBody.COUNCIL),
        ("LONDON BOROUGH OF HAVERING", PublicBody.COUNCIL),
        ("Royal Borough of Kensington & Chelsea", PublicBody.COUNCIL),
        ("Cornwall Council", PublicBody.COUNCIL),
        ("South Tees Hospitals NHS Foundation Trust", PublicBody.NHS),
        ("2Gether N H S Foundation Trust", PublicBody.NHS),
        ("NHS North West London ICB", PublicBody.NHS),
        ("Department for Education", PublicBody.DEPARTMENT),
        ("HM Revenue & Customs", PublicBody.DEPARTMENT),
        ("HMRC", PublicBody.DEPARTMENT),
        ("Greater Manchester Combined Authority", PublicBody.AUTHORITY),
        ("Lancashire Constabulary", PublicBody.AUTHORITY),
        ("South Yorkshire Fire & Rescue Authority", PublicBody.AUTHORITY),
        ("St Mary's C of E Primary School", PublicBody.SCHOOL),
        ("Fernleigh Infant and Nursery School", PublicBody.SCHOOL),
        ("Walthamstow Academy", PublicBody.ACADEMY),
        ("Stour Vale Academy Trust", PublicBody.ACADEMY),
    ],
)
def test_public_body_is_known_by_its_name(name: str, kind: PublicBody) -> None:
    assert public_body(name) is kind


@pytest.mark.parametrize(
    "name",
    ["NHS Property Services Ltd", "Council Cleaning Supplies", "Primary School Uniforms",
     "Refugee Council", "Camden Council for Voluntary Service", "London School of Business",
     "Elite Football Academy", "City Cleaning Services", "Friends of Moss Primary School",
     "Fern Security Limited", "Academy Transport Services Limited", "British Council",
     "Montessori Nursery School", "Smith's Nursery School", "Police Supplies Direct", ""],
)  # fmt: skip
def test_firm_with_a_public_word_in_its_name_is_no_public_body(name: str) -> None:
    assert public_body(name) is None


@pytest.mark.parametrize(
    ("name", "state"),
    [("Fenland City Council", MatchState.NONE), ("Fenland City Cleaning", MatchState.REVIEW)],
)
def test_public_body_without_a_number_is_not_put_before_a_person(
    name: str, state: MatchState
) -> None:
    near = f"{name} Group Limited".replace("Council", "Councils")
    index = CompanyIndex.build([CompanyRecord("1", near, "01234567")])
    proposal = index.propose(SupplierIdentity(name))
    assert proposal.state is state
    if state is MatchState.NONE:
        assert "council" in proposal.reasons[0]


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
def test_public_body_of_a_whole_name_is_given(name: str) -> None:
    assert public_body(name) is not None


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
def test_public_body_of_a_firm_or_a_doubt_is_none(name: str) -> None:
    assert public_body(name) is None
