"""Headings as people write them, and how surely each means a field."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from scrapers.spreadsheets.heading_words import HEADINGS
from scrapers.spreadsheets.records import Field

EXACT = 0.95
"""How sure a heading makes us that is written exactly as one we know."""

MISSPELT = 0.85
"""How sure a heading makes us that differs from one we know by one letter."""

_LONG_ENOUGH = 11
"""Letters below which a heading that differs by one letter may be another word."""

PARTLY = 0.7
"""How sure a heading makes us that only contains words we know."""

_OURS = {heading: field for field, headings in HEADINGS.items() for heading in headings.split("|")}
# words inside a longer heading, the surest first
_CONTAINED = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"\b(?:company|companies house|co) (?:reg\w* )?(?:number|no)\b", Field.COMPANY_NUMBER),
        (r"\bcharity\b.*\b(?:number|no)\b", Field.CHARITY_NUMBER),
        (r"\bpost(?:al)? ?code\b", Field.POSTCODE),
        (r"\b(?:modern slavery|msa)\b.*\b(?:statement|link|url)\b", Field.STATEMENT),
        (r"\bsub ?(?:contractors?|suppliers?)\b", Field.SUB_SUPPLIERS),
        (r"\bannual\b.*\b(?:value|spend|cost)\b", Field.ANNUAL_VALUE),
        (r"\b(?:value|spend|cost)\b.*\b(?:year|annum|annual)\b", Field.ANNUAL_VALUE),
        (r"\btotal\b.*\bvalue\b|\bcontract value\b", Field.TOTAL_VALUE),
        (r"\b(?:hourly|per hour)\b", Field.HOURLY_RATE),
        (r"\bhours\b.*\bweek\b|\bweekly hours\b", Field.WEEKLY_HOURS),
        (r"\bcpv\b|\bproclass\b.*\bcode\b", Field.CATEGORY_CODE),
        (r"\bsic\b.*\bcodes?\b", Field.SIC_CODE),
        (r"\bstart\b.*\bdate\b|\bcommence\w*\b.*\bdate\b", Field.START),
        (r"\b(?:end|expiry)\b.*\bdate\b", Field.END),
        (r"\b(?:payment|paid|invoice)\b.*\bdate\b", Field.PAYMENT_DATE),
        (r"\bcontract (?:\w+ )?status\b", Field.STATUS),
        (r"\bcontract\b.*\b(?:ref|reference|number|no|id)\b", Field.REFERENCE),
        (r"\bcontract\b.*\b(?:title|name)\b", Field.TITLE),
        (r"\bcountry\b", Field.COUNTRY),
        (r"\bcurrency\b", Field.CURRENCY),
        (r"\b(?:number|no) of (?:employees|staff)\b", Field.EMPLOYEES),
        (r"\b(?:number|no) of (?:workers|operatives)\b", Field.WORKERS),
    )
)
# not what they seem: a mark, a duration, a tax, or another party's
_OTHER = re.compile(
    r"\b(?:vat|taw|tax|duration|months?|option|extensions?|sme|vcse|email|phone|telephone|contact|"
    r"taken|officer|manager|buyer|purchasing|department|directorate|effective date|"
    r"published date|review date|notice|parent company|capital)\b"
)
# with or without VAT: a word about an amount, not a VAT amount
_VAT_BASIS = re.compile(
    r"\b(?:net of|ex\w*|inc\w*|without|before|less|plus|after|no|not inc\w*)"
    r"(?: of| any| the)?(?: non)?(?: recoverable| irrecoverable| recov| irrecov)? vat\b"
    r"|\bvat (?:ex(?:c|cl|clu\w*)?|inc(?:l|lu\w*)?)\b"
)
_PARTY = re.compile(
    r"\b(?:suppliers?|vendors?|payees?|beneficiar(?:y|ies)|contractors?|providers?|merchants?|"
    r"creditors?|cyflenwr)\b"
)
_PARTY_DETAIL = re.compile(
    r"\b(?:type|status|category|classification|code|id|number|no|address|addr|line|post ?code|"
    r"reg|registration|sme|vcse|email|group|class|ref|reference|site|city|town|county|country|size|"
    r"contact|url|invoice|count|spend|amount|value|total|location|region|vat|date|parent|account|"
    r"key|identifier|uri|local|sub|tier|terms|lead|manager)\b"
)
_WEAK_PARTY = {
    "company name": 0.75, "company": 0.72, "firm": 0.72, "trading name": 0.65,
    "legal name": 0.75, "business name": 0.75, "organisation name": 0.55, "organisation": 0.55,
    "organization": 0.55, "organization name": 0.55, "name": 0.6, "recipient": 0.7,
    "recipient name": 0.7, "grantee": 0.6, "third party": 0.55, "third party name": 0.6,
    "account name": 0.4, "customer name": 0.4, "customer": 0.35, "partner": 0.4, "enw": 0.6,
    "trader": 0.65, "payable to": 0.8, "counterparty": 0.7, "consultant": 0.6, "agency": 0.3,
    "bidder": 0.5, "winning bidder": 0.85, "entity": 0.3, "body name": 0.2, "factory name": 0.6,
    "facility name": 0.6, "provider or supplier": 0.9,
}  # fmt: skip
"""Words for an organisation that may as well be the buyer."""

_WEAK_CATEGORY = {
    "service area": 0.62, "service label": 0.62, "service category label": 0.66, "sector": 0.62,
    "expense area description": 0.65, "expense area": 0.62,
}  # fmt: skip
"""Words that may say which part of the buyer paid, or of the public sector, and not for what."""

_MONEY = re.compile(
    r"\b(?:amount|amt|value|total|gross|nett?|cost|costs|paid|spend|spent|expenditure|sum|price|"
    r"payments?|gbp|sterling|invoiced|swm|gwerth|cyfanswm|gwariant|debit|subtotal)\b"
)
_NOT_MONEY = re.compile(
    r"\b(?:number|no|num|ref|reference|code|id|date|day|rate|percent|percentage|type|"
    r"qty|quantity|period|method|terms|description|desc|category|name|status|po|band|"
    r"limit|centre|center|element|hours|days|count|supplier type|area|narrative|text|department|"
    r"threshold|score|discount|budget code|notes?|comments?|reason|purpose|process|detail|"
    r"basis|group|class|order|transactions|invoices|details|card|extensions?|options?|turnover|"
    r"low|high|lowest|highest|lower|upper)\b"
)
_NET = re.compile(r"\bnett?\b|\bex\w* (?:of )?(?:[a-z]+ )?vat\b|\bvat ex")
_GROSS = re.compile(r"\bgross\b|\binc\w* (?:[a-z]+ )?vat\b|\bvat inc")
_PERIOD = re.compile(
    r"(?:(?:fy|year|spend|amount|total|expenditure|value|paid|cost|net|gbp) )*"
    r"(?:(?:19|20)\d\d(?: (?:19|20)?\d\d)?|\d\d \d\d|q[1-4]|quarter [1-4]|qtr [1-4]|p\d{1,2}|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*)"
    r"(?: (?:(?:19|20)?\d\d|spend|amount|total|expenditure|value|paid|cost|net|gbp))*\Z"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

Scores = Mapping[Field, float]


@lru_cache(8192)
def plain(heading: str) -> str:
    """Return a heading in one spelling: lower case, words parted by single blanks."""
    words = unicodedata.normalize("NFKC", heading).replace("£", " gbp ").replace("’", "'")
    words = _CAMEL.sub(" ", words).replace("'", " ")
    words = " ".join(re.sub(r"[\W_]+", " ", words.lower()).split())
    return words.replace("pro class", "proclass")


@lru_cache(8192)
def scores_of(heading: str) -> Scores:
    """Return every field that a heading may mean and how sure it makes us, 0 to 1.

    A heading in two languages (`Swm / Amount`) means what either of them says.
    """
    scores = dict(_scores(heading))
    parts = [part for part in re.split(r"\s*[/|\n]\s*", heading) if part.strip()]
    if (
        len(parts) > 1
        and not _OTHER.search(_VAT_BASIS.sub(" ", plain(heading)))
        and max(scores.values(), default=0.0) < EXACT
    ):
        for part in parts:
            for field, score in _scores(part).items():
                scores[field] = max(scores.get(field, 0.0), score - 0.03)
    return scores


def field_of(heading: str) -> tuple[Field | None, float]:
    """Return the field that a heading most surely means, and how sure it makes us, 0 to 1."""
    scores = scores_of(heading)
    if not scores:
        return None, 0.0
    best = max(scores, key=lambda field: (scores[field], field.value))
    return best, scores[best]


def is_net(heading: str) -> bool:
    """Return whether a money heading says that VAT is not in it."""
    return bool(_NET.search(plain(heading)))


def is_gross(heading: str) -> bool:
    """Return whether a money heading says that VAT is in it."""
    return bool(_GROSS.search(plain(heading)))


def is_period(heading: str) -> bool:
    """Return whether a heading names nothing but a year, quarter or month: `2023/24`, `Q1`."""
    return bool(_PERIOD.fullmatch(plain(heading)))


def names_a_part_of_the_buyer(heading: str) -> bool:
    """Return whether a heading may say which part of the buyer paid, and not for what."""
    return plain(heading) in _WEAK_CATEGORY


def names_a_party(heading: str) -> bool:
    """Return whether a heading speaks of a supplier, not of any organisation."""
    return bool(_PARTY.search(plain(heading)))


def _scores(heading: str) -> Scores:
    words = plain(heading)
    if not words or len(words) > 80:
        return {}
    without_brackets = plain(re.sub(r"\(.*?\)|\[.*?\]", "", heading))
    scores: dict[Field, float] = {}
    for spelling in dict.fromkeys((words, without_brackets)):
        if spelling in _OURS:
            scores[_OURS[spelling]] = EXACT
        if spelling in _WEAK_CATEGORY:
            scores[Field.CATEGORY_TEXT] = _WEAK_CATEGORY[spelling]
        if spelling in _WEAK_PARTY:
            scores[Field.SUPPLIER] = _WEAK_PARTY[spelling]
    if not scores and (alike := _misspelt(words)):
        scores[_OURS[alike]] = MISSPELT
    bare = " ".join(_VAT_BASIS.sub(" ", words).split())
    if money := _money_score(words, bare):
        scores.setdefault(Field.AMOUNT, money)
    if scores or _OTHER.search(bare):
        return scores
    if party := _party_score(words):
        scores[Field.SUPPLIER] = party
    field = next((field for pattern, field in _CONTAINED if pattern.search(bare)), None)
    if field:
        scores.setdefault(field, PARTLY)
    return scores


def _misspelt(words: str) -> str:
    """Return the heading we know that differs by one letter, or an empty string."""
    if len(words) < _LONG_ENOUGH:
        return ""
    match = process.extractOne(words, _OURS.keys(), scorer=OSA.distance, score_cutoff=1)
    return str(match[0]) if match else ""


def _party_score(words: str) -> float:
    if not _PARTY.search(words) or _PARTY_DETAIL.search(words):
        return 0.0
    return 0.85 if "name" in words.split() else PARTLY


def _money_score(words: str, bare: str) -> float:
    if re.search(r"\b(?:vat|taw|tax)\b", bare):
        return 0.0
    if is_period(words):
        return 0.55
    if not _MONEY.search(bare) or _NOT_MONEY.search(bare):
        return 0.0
    return 0.75 if re.search(r"\b(?:amount|amt|nett?|gross|paid)\b", bare) else 0.65
