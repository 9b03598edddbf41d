"""Everything recorded about a supplier → its trade as a distribution over sectors."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from scoring.companies.model import chances_of_name
from scoring.companies.trade import Trade, TradeEvidence, TradeSource, combine
from scoring.companies.words import evidence_of_name, evidence_of_text
from scoring.facts import SupplierFacts
from scoring.reference.sectors import sector_of_code

_CODE, _SIC, _CATCH_ALL = 0.92, 0.88, 0.05
_SPREAD = 0.35
_NAME_MOST = 0.85
_LEAST_CHANCE = 0.25
_PLAIN_NAME = 0.78
_PAID_BESIDES = {"finance": 0.62, "furniture": 0.7, "clothing": 0.75}
"""Sectors under whose ledger words mostly others are paid, and what such words count.

Source: 1,900 suppliers of 16 published lists whose ledger words show one sector and whose name
shows one: of those paid under finance 23% are so named, furniture 28%, clothing 50%."""

_CARE, _FOR_CARE, _HALF = frozenset({"social_care", "children"}), 0.5, 0.5
_CALLED_LIKE_CARE = frozenset(
    {"community", "property", "health", "medical_goods", "professional", "catering", "wholesale"}
)

# Source: UK SIC 2007. Codes that companies of every trade register under: head offices, holding
# companies, "other" business support, personal, health and financial services, and the like.
_CATCH_ALL_CODES = frozenset(
    ("00001", "09999", "32990", "46900", "47190", "47990", "63990", "64201", "64202", "64203",
     "64204", "64205", "64209", "64999", "66190", "68209", "70100", "70229", "74909", "74990",
     "77390", "82110", "82990", "84110", "86900", "94990", "96090", "98000", "99999")
)  # fmt: skip


def is_catch_all(sic: str) -> bool:
    """Return whether a five-digit SIC code says almost nothing of a company's trade."""
    return sic in _CATCH_ALL_CODES


def trade_of(facts: SupplierFacts) -> Trade:
    """Return the trade that was set for the supplier, else the one that its records give."""
    return facts.trade or trade_from(
        name=facts.name,
        sic_codes=facts.sic_codes,
        codes=(*facts.category_codes, *(c for k in facts.contracts for c in k.category_codes)),
        texts=(facts.category_text, *(each.category_text for each in facts.contracts)),
        titles=tuple(each.title for each in facts.contracts),
    )


@lru_cache(16_384)
def trade_from(
    *,
    name: str,
    sic_codes: tuple[str, ...] = (),
    codes: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    titles: tuple[str, ...] = (),
) -> Trade:
    """Return the trade that a supplier's name, codes and words give together.

    Args:
        name: The supplier's name.
        sic_codes: UK SIC 2007 codes, five digits.
        codes: CPV, ProClass or SIC codes of what was bought.
        texts: The list's words for what was bought.
        titles: Contract titles.
    """
    bought = [*_by_texts(texts, TradeSource.CATEGORY_TEXT)]
    named = [*_beside_care(_by_name(name), bought)]
    return combine(
        [
            *_by_codes(codes, TradeSource.CATEGORY_CODE, _CODE),
            *_by_codes(sic_codes, TradeSource.SIC_CODE, _SIC),
            *_beside_name(bought, named),
            *_by_texts(titles, TradeSource.CONTRACT_TITLE),
            *named,
        ]
    )


def _by_codes(
    codes: Iterable[str], source: TradeSource, strength: float
) -> Iterator[TradeEvidence]:
    scheme = "sic" if source is TradeSource.SIC_CODE else ""
    for code in dict.fromkeys(codes):
        if sector := sector_of_code(code, scheme):
            weight = _CATCH_ALL if scheme and is_catch_all(code.zfill(5)) else strength
            yield TradeEvidence(source, sector.id, weight, code)


def _by_texts(texts: Iterable[str], source: TradeSource) -> Iterator[TradeEvidence]:
    """What words show; where they show several sectors, each is shown less surely."""
    evidence = [each for text in dict.fromkeys(texts) for each in evidence_of_text(text, source)]
    several = len({each.sector for each in evidence})
    for each in evidence:
        trust = (
            1.0 if source is TradeSource.CONTRACT_TITLE else _PAID_BESIDES.get(each.sector, 1.0)
        )
        yield replace(each, strength=each.strength * trust / several**_SPREAD)


def _beside_care(
    by_name: Iterable[TradeEvidence], bought: Iterable[TradeEvidence]
) -> Iterator[TradeEvidence]:
    """The evidence of a name, less sure of what a provider of care is often called.

    A payment for residential care goes to `Church View`, a housing trust or a partnership, and
    buys care of each.
    """
    care = any(each.sector in _CARE and each.strength >= _FOR_CARE for each in bought)
    for each in by_name:
        weaker = care and each.sector in _CALLED_LIKE_CARE
        yield replace(each, strength=each.strength * _HALF) if weaker else each


def _beside_name(
    bought: Iterable[TradeEvidence], named: Iterable[TradeEvidence]
) -> Iterator[TradeEvidence]:
    """The evidence of ledger words, less sure where the name plainly shows another trade.

    A ledger word is of one purchase: solicitors are paid under `Insurance claims`, and a council
    under `Rents`. Care is not weakened, since its providers have names of every kind.
    """
    shown = {each.sector for each in named if each.strength >= _PLAIN_NAME}
    for each in bought:
        weaker = shown and each.sector not in shown | _CARE
        yield replace(each, strength=each.strength * _HALF) if weaker else each


def _by_name(name: str) -> Iterator[TradeEvidence]:
    """What the words of a name show, and the model's chances where they show nothing."""
    by_words = evidence_of_name(name)
    yield from by_words
    if by_words:
        return
    for sector, chance in chances_of_name(name).items():
        if chance >= _LEAST_CHANCE:
            yield TradeEvidence(TradeSource.NAME, sector, min(chance, _NAME_MOST), name)
