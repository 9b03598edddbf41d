"""Identifiers of organisations: company numbers in all their forms, PPON, charity and others."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Registers that give an organisation a number, by org-id.guide code."""

    COMPANY = "GB-COH"
    PPON = "GB-PPON"
    CHARITY = "GB-CHC"
    CHARITY_SCOTLAND = "GB-SC"
    CHARITY_NI = "GB-NIC"
    MUTUAL = "GB-MPR"
    UKPRN = "GB-UKPRN"
    VAT = "GB-VAT"
    DUNS = "XI-DUNS"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in a register, in the register's own form."""

    scheme: Scheme
    id: str

    def __str__(self) -> str:
        return f"{self.scheme}-{self.id}"


_COMPANY = re.compile(r"(?:\d{8}|[A-Z]{2}\d{6}|(?:IP|SP|NP|RS)\d{5}R|[A-Z]{2}\d{5}[A-Z]|R\d{7})\Z")


def company_number(text: str) -> str:
    """Return the company number in canonical form (eight characters), or an empty string.

    Spreadsheets eat leading zeros, so up to seven digits are padded.

    Source: Companies House, uniform resource identifiers for companies: eight characters.
    """
    bare = re.sub(r"[\s.\-]", "", text).upper()
    if bare.isdigit() and bare.strip("0"):
        bare = bare.zfill(8)
    return bare if _COMPANY.match(bare) else ""


def company_numbers(text: str) -> tuple[str, ...]:
    """Return every company number in a cell, in order, each once."""
    found = (company_number(part) for part in re.split(r"[\n;,/&]|\band\b", text))
    return tuple(dict.fromkeys(number for number in found if number))
