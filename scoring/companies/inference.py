"""Everything recorded about a supplier → its trade as a distribution over sectors."""

from collections.abc import Iterator

from scoring.companies.trade import Trade, TradeEvidence, TradeSource, combine
from scoring.facts import SupplierFacts
from scoring.sectors import sector_of_code, sectors_of_words

_CODE, _SIC, _WORDS, _TITLE = 0.9, 0.85, 0.75, 0.7


def trade_of(facts: SupplierFacts) -> Trade:
    """Return the trade that was set for the supplier, else the one that its records give."""
    return facts.trade or combine(_evidence(facts))


def _evidence(facts: SupplierFacts) -> Iterator[TradeEvidence]:
    codes = [*facts.category_codes, *(c for each in facts.contracts for c in each.category_codes)]
    for code in codes:
        if sector := sector_of_code(code):
            yield TradeEvidence(TradeSource.CATEGORY_CODE, sector.id, _CODE, code)
    for code in facts.sic_codes:
        if sector := sector_of_code(code, "sic"):
            yield TradeEvidence(TradeSource.SIC_CODE, sector.id, _SIC, code)
    for words in (facts.category_text, *(each.category_text for each in facts.contracts)):
        for sector in sectors_of_words(words):
            yield TradeEvidence(TradeSource.CATEGORY_TEXT, sector.id, _WORDS, words)
    for each in facts.contracts:
        for sector in sectors_of_words(each.title):
            yield TradeEvidence(TradeSource.CONTRACT_TITLE, sector.id, _TITLE, each.title)
