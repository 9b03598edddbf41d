"""Open Contracting Data Standard 1.1: packages of releases, read strictly, from any publisher."""

from scrapers.registers.ocds.reading import Package, read_package
from scrapers.registers.ocds.records import (
    Award,
    Classification,
    Item,
    Lot,
    Money,
    Notice,
    Party,
    PartyIdentifier,
    Period,
    Reference,
    Release,
    SignedContract,
    Tender,
)

__all__ = [
    "Award",
    "Classification",
    "Item",
    "Lot",
    "Money",
    "Notice",
    "Package",
    "Party",
    "PartyIdentifier",
    "Period",
    "Reference",
    "Release",
    "SignedContract",
    "Tender",
    "read_package",
]
