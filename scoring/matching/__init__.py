"""Supplier + universe of companies → a proposed match with reasons; a person decides the rest."""

from scoring.matching.index import CompanyIndex
from scoring.matching.judge import propose
from scoring.matching.records import (
    Candidate,
    CompanyRecord,
    MatchProposal,
    MatchState,
    SupplierIdentity,
)

__all__ = [
    "Candidate",
    "CompanyIndex",
    "CompanyRecord",
    "MatchProposal",
    "MatchState",
    "SupplierIdentity",
    "propose",
]
