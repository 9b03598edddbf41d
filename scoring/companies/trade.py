"""The trade of a supplier as a distribution over sectors, with the evidence for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import prod

KNOWN = Decimal("0.6")
"""A trade is known where one sector, or several of one kind of work, is at least this likely."""

_STEP = Decimal("0.001")
_MOST = 0.995  # no single record makes a trade certain


class TradeSource(StrEnum):
    """Where a piece of evidence about a trade comes from, the strongest first."""

    PERSON = "person"
    KNOWN_SUPPLIER = "known_supplier"
    CATEGORY_CODE = "category_code"
    SIC_CODE = "sic_code"
    CATEGORY_TEXT = "category_text"
    CONTRACT_TITLE = "contract_title"
    NAME = "name"

    @property
    def label(self) -> str:
        """The source in words, for a page."""
        return _LABELS[self]


_LABELS = {
    TradeSource.PERSON: "an officer’s choice",
    TradeSource.KNOWN_SUPPLIER: "our table of large suppliers",
    TradeSource.CATEGORY_CODE: "codes of what was bought",
    TradeSource.SIC_CODE: "the company's registered business (SIC)",
    TradeSource.CATEGORY_TEXT: "the list's words for what was bought",
    TradeSource.CONTRACT_TITLE: "contract titles",
    TradeSource.NAME: "the supplier's name",
}


@dataclass(frozen=True, slots=True)
class TradeEvidence:
    """One record that speaks for one sector.

    Attributes:
        source: What kind of record it is.
        sector: Identifier of the sector, as in `data/sectors.csv`.
        strength: Probability, 0 to 1, that the record alone shows the sector.
        text: The words or the code, as recorded.
    """

    source: TradeSource
    sector: str
    strength: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class SectorShare:
    """One sector and the probability, 0 to 1, that it is the supplier's trade."""

    sector: str
    probability: Decimal


@dataclass(frozen=True, slots=True)
class Trade:
    """What a supplier does, as a distribution over sectors.

    Attributes:
        shares: Sectors with their probabilities, the likeliest first. They sum to 1 at most; what
            is missing to 1 is unknown. Empty where nothing speaks for any sector.
        evidence: The records that the shares rest on, the strongest first.
    """

    shares: tuple[SectorShare, ...] = ()
    evidence: tuple[TradeEvidence, ...] = ()

    @property
    def unknown(self) -> Decimal:
        """The probability, 0 to 1, that the trade is none that the evidence names."""
        return max(Decimal(1) - sum((s.probability for s in self.shares), Decimal(0)), Decimal(0))

    @property
    def likeliest(self) -> SectorShare | None:
        """The most probable sector, or None where nothing is known."""
        return self.shares[0] if self.shares else None

    @property
    def known(self) -> bool:
        """Whether the likeliest sector has a probability of `KNOWN` or more."""
        return bool(self.shares) and self.shares[0].probability >= KNOWN

    def probabilities(self) -> Mapping[str, Decimal]:
        """Return the distribution as a mapping from sector to probability."""
        return {share.sector: share.probability for share in self.shares}

    def why(self, sector: str) -> tuple[TradeEvidence, ...]:
        """Return the records that speak for one sector, the strongest first."""
        return tuple(each for each in self.evidence if each.sector == sector)


def combine(evidence: Iterable[TradeEvidence]) -> Trade:
    """Return the distribution that pieces of evidence give together.

    Records that agree strengthen each other; records that differ share the probability; what no
    record supports stays unknown. Of records of one source for one sector only the strongest
    counts, since a thousand payments of one kind are one fact. An officer's choice stands alone.

    Source of the rule: Dempster's rule of combination for simple support functions (G. Shafer,
    A Mathematical Theory of Evidence, 1976, chapter 4).
    """
    given = sorted(evidence, key=lambda each: (-each.strength, each.source, each.sector))
    by_person = [each for each in given if each.source is TradeSource.PERSON]
    if by_person:
        each_one = Decimal(1) / len(by_person)
        return Trade(
            tuple(SectorShare(each.sector, each_one) for each in by_person), tuple(by_person)
        )
    strongest: dict[tuple[str, TradeSource], float] = {}
    for each in given:
        key = (each.sector, each.source)
        strongest[key] = max(strongest.get(key, 0.0), min(each.strength, _MOST))
    sectors = sorted({sector for sector, _ in strongest})
    support = {
        sector: 1 - prod(1 - s for (held, _), s in strongest.items() if held == sector)
        for sector in sectors
    }
    odds = {sector: figure / (1 - figure) for sector, figure in support.items()}
    whole = 1 + sum(odds.values())
    shares = [
        SectorShare(sector, Decimal(odd / whole).quantize(_STEP)) for sector, odd in odds.items()
    ]
    shares.sort(key=lambda share: (-share.probability, share.sector))
    return Trade(tuple(share for share in shares if share.probability), tuple(given))
