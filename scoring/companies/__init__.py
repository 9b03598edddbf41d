"""What a company is: its trade, told from everything that is recorded about it."""

from scoring.companies.trade import (
    KNOWN,
    SectorShare,
    Trade,
    TradeEvidence,
    TradeSource,
    combine,
)

__all__ = ["KNOWN", "SectorShare", "Trade", "TradeEvidence", "TradeSource", "combine"]
