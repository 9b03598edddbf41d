"""Places in London, outside it and in doubt: by name, short form and postcode."""

import pytest

from scoring.geography.borough import borough_of
from scoring.geography.london import BOROUGHS, in_london

IN = """
Croydon, Surrey
Bromley, Kent
Romford, Essex
RBKC
LBHF
Kingston-upon-Thames
Richmond-upon-Thames
Royal Greenwich
City of London Corporation
Heathrow
Wembley
Canary Wharf
Westminster
Royal Borough of Kensington & Chelsea
London Borough of Hammersmith & Fulham
Hammersmith & Fulham Council
Camden Town Hall
Croydon University Hospital
BR1 3UH
CR0 1EA
DA5 1AA
EN1 3XY
HA9 0WS
IG1 1AA
KT1 1EU
RM1 3BD
SM1 1EA
TW3 1JL
UB8 1UW
E4 8AA
E14 5AB
SW1E 6QP
sw1e6qp
Twickenham, Middlesex
Enfield, Middx
Barnet, Herts
LB Camden
Royal Borough of Greenwich
Richmond, Surrey
Sutton, Surrey
London SE1
10 High Street, London
Hayes, Middlesex
Woolwich, London, SE18 6HQ
The City
City of London
Kingston, Surrey
Stratford, London
Westminster City Council
London Borough of Barking and Dagenham
UKI32
E09000033
Heathrow Airport, Hounslow
Hornchurch, Essex
South London
Wembley Stadium
Uxbridge UB8
"""
OUT = """
London, Ontario
Newham, Northumberland
Leeds
LS1 1UR
Manchester
Richmond, North Yorkshire
Scotland
Gatwick
London Gatwick Airport
Sutton, Cambridgeshire
Kent
Surrey
Essex
M1 1AE
KT10 9AA
RM20 1AA
DA12 1AA
East London, South Africa
UKE42
London Road, Reading
Stratford-upon-Avon, Warwickshire
Watford WD17 1AA
Guildford GU1 1AA
"""
UNKNOWN = """
England
Various
UK
Nationwide
CR3 5AA
EN9 1AA
Richmond
Kingston
Hayes
Sutton Coldfield
Loughton, Essex
Ham
E4 7QH
Camden Road
TN16 1AA
Hampton
somewhere
Middlesex
"""


def lines(text: str) -> list[str]:
    return text.strip().split("\n")


@pytest.mark.parametrize("place", lines(IN))
def test_in_london_a_borough_district_or_postcode_is_inside(place: str) -> None:
    assert in_london(place) is True


@pytest.mark.parametrize("place", lines(OUT))
def test_in_london_a_namesake_or_other_town_is_outside(place: str) -> None:
    assert in_london(place) is False


@pytest.mark.parametrize("place", [*lines(UNKNOWN), ""])
def test_in_london_a_doubtful_place_is_unknown(place: str) -> None:
    assert in_london(place) is None


@pytest.mark.parametrize("borough", sorted(BOROUGHS - {"city of london"}))
def test_in_london_every_borough_is_inside_by_every_usual_title(borough: str) -> None:
    for form in ("{}", "London Borough of {}", "{} Council", "LB {}", "{} London Borough Council"):
        assert in_london(form.format(borough.title())) is True
        assert in_london(form.format(borough.title().replace(" ", "-"))) is True


@pytest.mark.parametrize(
    ("place", "borough"),
    [
        ("RBKC", "Kensington and Chelsea"),
        ("Wembley", "Brent"),
        ("Croydon, Surrey", "Croydon"),
        ("Hackney and Camden", "More than one place"),
        ("Kensington and Chelsea and Westminster", "More than one place"),
        ("Leeds", "Outside London"),
    ],
)
def test_borough_of_names_the_borough(place: str, borough: str) -> None:
    assert borough_of(place) == borough
