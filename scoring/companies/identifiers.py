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


# Source: Companies House, uniform resource identifiers for companies: the prefixes of its
# registers (England and Wales has none).
_REGISTERS = """
AC BR CE CS FC GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC QP RC RS SA SC SE SF SG SI
SL SO SP SR SZ ZC
"""
_PREFIXES = frozenset(_REGISTERS.split())
_LETTERED = re.compile(r"([A-Z]{2})(\d{1,6})\Z")
_SOCIETY = re.compile(r"(IP|SP|NP|RS)?0*(\d{1,5})R\Z")
_NORTHERN_IRELAND = re.compile(r"R\d{7}\Z")
_ODD = re.compile(r"([A-Z]{2})\d{5}[A-Z]\Z")
_JOINED = re.compile(r"\\n|[\n\r;,|/&]|\band\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:company|companies|house|registered|registration|registra|reg|number|num|no|crn|co)"
    r"\b[\s.:#]*)+",
    re.IGNORECASE,
)
_WORDED = re.compile(r"[A-Za-z&.'’ ]*[A-Za-z]{3,}[.:#]?\s+([A-Za-z]{0,2}\s?\d[\dR]*)\Z")
_FORM_AFTER = re.compile(
    r"\s*[-–(/]?\s*\b(?:ltd|limited|plc|llp|cic|company|registered)\b\.?\)?\Z", re.IGNORECASE
)
_CONSONANT = "BCDGHJLMNPQRTVWXYZ"
_PPON = re.compile(
    rf"(?:GB-PPON[-:]?)?(P[{_CONSONANT}]{{3}})-?([1-9]{{4}})-?([{_CONSONANT}]{{4}})\Z"
)
_CHARITY = re.compile(
    r"(?:(?:CHA|CHC|GB-CHC-?|REGISTERED CHARITY|CHARITY|NUMBER|NO|REG)[\s.:#]*)*"
    r"(\d{6,7})(?:-\d+)?(?: ?\(?(?:REGISTERED )?CHARITY(?: NUMBER| NO\.?)?\)?)?\Z"
)
_CHARITY_SCOTLAND = re.compile(r"(?:GB-SC-?)?SC0(\d{5})\Z")
_CHARITY_NI = re.compile(r"(?:GB-NIC-?|NIC)(\d{6})\Z")
_SPACE = re.compile(r"[\s.\-\u200b\u00a0]")


def company_number(text: str) -> str:
    """Return the company number in canonical form (eight characters), or an empty string.

    Spreadsheets eat leading zeros, so up to seven digits are padded, and so are digits after a
    prefix, and a decimal point that one put behind is left out. `20014R` is a registered
    society's number without its `IP`.

    Source: Companies House, uniform resource identifiers for companies: eight characters.
    """
    bare = _SPACE.sub("", text.strip().removeprefix("GB-COH-").removesuffix(".0")).upper()
    if bare.isascii() and bare.isdigit():
        return bare.zfill(8) if len(bare) <= 8 and bare.strip("0") else ""
    if lettered := _LETTERED.match(bare):
        prefix, digits = lettered.groups()
        return f"{prefix}{digits:>06}" if prefix in _PREFIXES else ""
    if society := _SOCIETY.match(bare):
        prefix, digits = society.groups()
        return f"{prefix or 'IP'}{digits:>05}R"
    odd = _ODD.match(bare)
    return bare if _NORTHERN_IRELAND.match(bare) or (odd and odd[1] in _PREFIXES) else ""


def company_numbers(text: str) -> tuple[str, ...]:
    """Return every company number in a cell, in order, each once.

    A cell may hold several, parted by lines or marks, with a word before each
    (`Northern 01234567`). A number behind two letters of another country is none of ours.
    """
    if number := company_number(text):
        return (number,)
    numbers = (_one(part.strip()) for part in _JOINED.split(text))
    return tuple(dict.fromkeys(number for number in numbers if number))


def _one(part: str) -> str:
    part = _FORM_AFTER.sub("", _LABEL.sub("", part))
    if number := company_number(part):
        return number
    worded = _WORDED.match(part)
    return company_number(worded[1]) if worded and len(_SPACE.sub("", worded[1])) >= 6 else ""


def charity_number(text: str) -> Identifier | None:
    """Return the charity that a cell of a charity column names, or None.

    Source: the registers of charities of England and Wales (six or seven digits), Scotland
    (SC and six digits, the first of them 0) and Northern Ireland (NIC and six digits).
    """
    bare = " ".join(text.upper().split())
    if match := _CHARITY_SCOTLAND.match(bare):
        return Identifier(Scheme.CHARITY_SCOTLAND, f"SC0{match[1]}")
    if match := _CHARITY_NI.match(bare):
        return Identifier(Scheme.CHARITY_NI, f"NIC{match[1]}")
    match = _CHARITY.match(bare)
    return Identifier(Scheme.CHARITY, match[1]) if match else None


def ppon(text: str) -> str:
    """Return the number of the Central Digital Platform in its own form, or an empty string.

    Source: Find a Tender's published identifiers: `PJJX-1133-JRGV`.
    """
    match = _PPON.match(text.strip().upper())
    return "-".join(match.groups()) if match else ""


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """Return every identifier in a cell that may hold any: company, charity or platform number.

    Bare digits are taken for a company number; a charity's must say that it is one.
    """
    if not text:
        return ()
    if text.isascii() and text.isdigit() and (number := company_number(text)):
        return (Identifier(Scheme.COMPANY, number),)
    identifiers: list[Identifier] = []
    for part in (part.strip() for part in _JOINED.split(text)):
        if number := ppon(part):
            identifiers.append(Identifier(Scheme.PPON, number))
        elif (charity := charity_number(part)) and not part.isdigit():
            identifiers.append(charity)
        elif number := _one(part):
            identifiers.append(Identifier(Scheme.COMPANY, number))
    return tuple(dict.fromkeys(identifiers))


def identifier(scheme: str, id: str) -> Identifier | None:
    """Return an identifier from a register's code and a number, as OCDS and share codes give.

    A company number is put in canonical form; a scheme that we do not know is kept as `other`
    with its code before the number. None where there is no number.
    """
    number = id.strip().removesuffix(".0")
    if not number:
        return None
    if scheme == Scheme.COMPANY:
        canonical = company_number(number)
        return Identifier(Scheme.COMPANY, canonical) if canonical else None
    if scheme in Scheme.__members__.values():
        return Identifier(Scheme(scheme), number)
    return Identifier(Scheme.OTHER, f"{scheme}-{number}" if scheme else number)
