"""Exposure follows what is known, and what is unknown widens it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from scoring.exposure import Contribution, Exposure, Factor, Tier, exposure_of, flow_up
from scoring.facts import Answer, AnswerValue, ContractFacts, SupplierFacts
from scoring.geography.countries import country_code, country_name
from scoring.reference.sectors import sector_of_code, sectors, sectors_of_words
from scoring.reference.tables import table
from scoring.reference.weights import section
from tests.scoring.risk.made import AT, FACTS

FERN = SupplierFacts("Fern Ltd", company_number="01234567")


def part(facts: SupplierFacts, factor: Factor) -> Contribution:
    return next(p for p in exposure_of(facts, at=AT).contributions if p.part == factor)


def figure(facts: SupplierFacts) -> Decimal:
    return exposure_of(facts, at=AT).figure


@pytest.mark.parametrize(
    ("scheme", "code", "sector"),
    [
        ("cpv", "90910000-9", "cleaning"), ("cpv", "90500000", "waste"),
        ("cpv", "45233130", "construction"),
        ("cpv", "18110000-3", "clothing"), ("cpv", "85311300-5", "children"),
        ("cpv", "79713000-5", "security"),
        ("proclass", "130000", "cleaning"), ("proclass", "321100", "children"),
        ("proclass", "270000", "software"), ("proclass", "140000", "clothing"),
        ("proclass", "160000", "manufacturing"),
        ("sic", "81210", "cleaning"), ("sic", "1110", "agriculture"), ("sic", "96010", "laundry"),
        ("", "50112300-6", "car_wash"), ("", "391400", "construction"), ("", "80100", "security"),
        ("", "999999", None), ("", "x", None), ("", "2023", None),
    ],
)  # fmt: skip
def test_codes_of_all_schemes_mean_one_set_of_sectors(
    scheme: str, code: str, sector: str | None
) -> None:
    found = sector_of_code(code, scheme)
    assert (found.id if found else None) == sector


def test_words_serve_where_there_are_no_codes() -> None:
    assert [s.id for s in sectors_of_words("RESIDENTIAL CARE PRIVATE SPOT")] == ["social_care"]
    assert [s.id for s in sectors_of_words("Agency staff - officers")] == ["recruitment"]
    assert sectors_of_words("Hope Street") == ()


def test_every_name_in_the_tables_means_something() -> None:
    steps = section("steps")
    for sector in sectors().values():
        assert {sector.industry, sector.workforce, sector.context, sector.business_model} <= set(
            steps
        )
    goods = {row["good"] for row in table("dol_goods.csv")}
    groups = {row["group"] for row in table("goods_groups.csv")}
    assert {row["good"] for row in table("goods_groups.csv")} <= goods
    assert {sector.goods for sector in sectors().values()} - {""} <= groups
    mapped = {
        row["sector"] for name in ("sector_codes.csv", "sector_words.csv") for row in table(name)
    }
    assert mapped <= set(sectors())
    assert all(country_name(row["country"]) != row["country"] for row in table("dol_goods.csv"))


def test_countries_are_known_by_the_names_people_write() -> None:
    names = ["UK", "Turkey", "Burma", "the Netherlands", "DRC", "cn", "Côte d'Ivoire", "Atlantis"]
    assert [country_code(name) for name in names] == [
        "GB", "TR", "MM", "NL", "CD", "CN", "CI", ""
    ]  # fmt: skip


def test_goods_from_a_listed_country_are_the_most_exposed() -> None:
    gloves = replace(FERN, category_codes=("18424300-0",))
    unknown = part(gloves, Factor.COMMODITY)
    assert not unknown.known
    assert unknown.low < unknown.points < unknown.high
    listed = part(replace(gloves, countries=("Bangladesh",)), Factor.COMMODITY)
    assert listed.known
    assert listed.points >= unknown.points
    assert "Bangladesh" in listed.reason
    elsewhere = part(replace(gloves, countries=("France",)), Factor.COMMODITY)
    assert elsewhere.points < unknown.points
    named = part(
        replace(FERN, goods=("rubber gloves",), countries=("Malaysia",)), Factor.COMMODITY
    )
    assert "Rubber Gloves from Malaysia" in named.value


def test_traits_raise_and_permanent_staff_lower() -> None:
    cleaning = replace(FERN, category_codes=("98310000",))
    for words in ("mostly women", "night shift", "labour-only subcontracting"):
        assert figure(replace(cleaning, workforce=(words,))) >= figure(cleaning)
    assert figure(replace(cleaning, workforce=("permanent staff",))) < figure(cleaning)
    denied = replace(cleaning, workforce=("no agency staff",))
    assert figure(denied) == figure(cleaning)
    answered = replace(cleaning, answers=(Answer("accommodation.tied", AnswerValue.YES),))
    assert figure(answered) > figure(cleaning)


def test_a_year_of_spending_is_told_by_contracts_in_force() -> None:
    over = ContractFacts("C1", annual_value=Decimal(9_000_000), end=AT.replace(year=2020))
    live = ContractFacts("C2", annual_value=Decimal(10_000))
    facts = replace(FERN, contracts=(over, live), turnover=Decimal(100_000))
    assert "£10,000.00 a year, 10.0% of its turnover" in part(facts, Factor.SCALE).reason
    total = ContractFacts(
        "C3", total_value=Decimal(4_000_000), start=AT, end=AT.replace(year=2030)
    )
    yearly = part(replace(FERN, contracts=(total,)), Factor.SCALE)
    assert yearly.points == section("scale")["from_250000"] * section("exposure")["scale"]


def test_an_imported_index_takes_the_place_of_our_table() -> None:
    facts = replace(FERN, countries=("France",))
    risk = exposure_of(facts, at=AT, country_risk={"FR": Decimal(20)})
    location = next(p for p in risk.contributions if p.part == Factor.LOCATION)
    assert location.points == 20 * section("exposure")["location"]
    assert location.known


@given(FACTS)
def test_contributions_sum_and_the_figure_lies_in_its_range(facts: SupplierFacts) -> None:
    exposure = exposure_of(facts, at=AT)
    parts = exposure.contributions
    assert sum(p.points for p in parts) == exposure.figure
    assert sum(p.low for p in parts) == exposure.low
    assert sum(p.high for p in parts) == exposure.high
    assert 0 <= exposure.low <= exposure.figure <= exposure.high <= 100
    assert all(p.low <= p.points <= p.high and p.reason for p in parts)
    assert exposure.version


@given(FACTS)
def test_what_is_known_lies_within_what_was_unknown(facts: SupplierFacts) -> None:
    known = exposure_of(facts, at=AT)
    nothing = exposure_of(SupplierFacts(facts.name), at=AT)
    assert nothing.low <= known.low
    assert known.high <= nothing.high
    untold = exposure_of(replace(facts, workforce=(), spend=None, contracts=()), at=AT)
    assert untold.low <= known.figure <= untold.high


@given(FACTS, FACTS)
def test_exposure_flows_up_with_the_share_and_never_down(
    own: SupplierFacts, sub: SupplierFacts
) -> None:
    mine, theirs = exposure_of(own, at=AT), exposure_of(sub, at=AT)

    def with_share(share: Decimal | None) -> Exposure:
        return flow_up(mine, [Tier("Moss Ltd", theirs, share)])

    none, half, full, untold = map(with_share, (Decimal(0), Decimal("0.5"), Decimal(1), None))
    assert mine.figure == none.figure <= half.figure <= full.figure
    assert full.figure == max(mine.figure, theirs.figure)
    assert none.figure <= untold.figure <= full.figure
    for each in (half, full, untold, flow_up(mine, [Tier(n, theirs) for n in "abcdefgh"])):
        assert each.low <= each.figure <= each.high <= 100
        assert sum(p.points for p in each.contributions) == each.figure
        assert sum(p.high for p in each.contributions) == each.high
        assert sum(p.low for p in each.contributions) == each.low
    assert flow_up(mine, []) == mine


@pytest.mark.parametrize(
    ("code", "sector"),
    [
        ("100000", "building_materials"), ("110000", "catering"), ("120000", "grounds"),
        ("130000", "cleaning"), ("140000", "clothing"), ("150000", "professional"),
        ("160000", "manufacturing"), ("170000", "education"), ("180000", "waste"),
        ("190000", "facilities"), ("200000", "finance"), ("201300", "security"),
        ("210000", "furniture"), ("240000", "grounds"), ("250000", "property"),
        ("260000", "recruitment"), ("270000", "software"), ("271440", "software"),
        ("280000", "legal"), ("290000", "arts"), ("300000", "transport"), ("310000", "health"),
        ("321000", "social_care"), ("321060", "property"), ("321100", "children"),
        ("340000", "stationery"), ("360000", "transport"), ("370000", "utilities"),
        ("380000", "vehicles"), ("390000", "construction"), ("391114", "professional"),
        ("3911465", "construction"), ("401503", "professional"), ("999999", None),
    ],
)  # fmt: skip
def test_proclass_is_known_by_its_categories(code: str, sector: str | None) -> None:
    """160000 is domestic goods, not domestic work; 300000 is mail, carried, not paper."""
    found = sector_of_code(code)
    assert (found.id if found else None) == sector
