"""A trade as a distribution: what is known sets the figure, what is not known the range."""

from collections import Counter
from decimal import Decimal

import pytest

from scoring.companies import SectorShare, Trade
from scoring.exposure import Exposure, Factor, exposure_of
from scoring.facts import ContractFacts, SupplierFacts
from scoring.reference.sectors import sectors
from tests.scoring.risk.made import AT


def of(**shares: str) -> Exposure:
    trade = Trade(tuple(SectorShare(name, Decimal(p)) for name, p in shares.items()))
    return exposure_of(SupplierFacts("Fern Ltd", spend=Decimal(50_000), trade=trade), at=AT)


def test_exposure_of_two_trades_never_ties() -> None:
    figures = Counter(of(**{sector: "1"}).figure for sector in sectors())
    assert [figure for figure, times in figures.items() if times > 1] == []


def test_exposure_of_two_likely_trades_lies_between_them() -> None:
    cleaning, software, both = of(cleaning="1"), of(software="1"), of(cleaning=".5", software=".5")
    assert software.figure < both.figure < cleaning.figure
    assert both.low <= software.low
    assert both.high >= cleaning.high


def test_exposure_the_less_sure_the_trade_the_wider_the_range() -> None:
    ranges = [of(legal=p) for p in ("1", ".8", ".6", ".3")]
    widths = [each.high - each.low for each in ranges]
    assert widths == sorted(widths)


@pytest.mark.parametrize(("probability", "known"), [(".599", False), (".6", True), ("1", True)])
def test_industry_is_known_from_six_tenths(probability: str, known: bool) -> None:
    parts = of(cleaning=probability).contributions
    industry = next(each for each in parts if each.part == Factor.INDUSTRY)
    assert industry.known is known
    assert bool(industry.value) is known


def test_industry_of_two_equal_trades_is_known() -> None:
    parts = of(cleaning=".5", catering=".5").contributions
    assert next(each for each in parts if each.part == Factor.INDUSTRY).known


def test_exposure_of_an_ended_contract_does_not_count() -> None:
    ended = ContractFacts("C1", annual_value=Decimal(9_000_000), end=AT.replace(year=2020))
    facts = SupplierFacts("Fern Ltd", contracts=(ended,))
    scale = next(p for p in exposure_of(facts, at=AT).contributions if p.part == Factor.SCALE)
    assert not scale.known
