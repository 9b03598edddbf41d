"""Which financial year a statement is about, from its words and never from its file."""

import re
from dataclasses import dataclass
from datetime import date

from scoring.identity.dates import DATE, date_of, dates_in
from scoring.identity.facts import FinancialYear
from scoring.text import Document, Sentence

_YEAR = r"(?:19|20)\d\d"
_ENDING = re.compile(
    r"\b(?:year|period|(?:12|twelve)[ -]months?|fy)(?:\s*-?\s*end)?\s*"
    r"(?:ended|ending|ends|end|to|:)?\s*(?:on|in|at|of|is|the|:)?\s*"
    rf"(?P<on>{DATE}|{_YEAR}(?!\s*[/–-]\s*\d))",
    re.IGNORECASE,
)
_ENDING_WORD = re.compile(r"\b(?:end|ended|ending|ends|to)\b", re.IGNORECASE)
_RANGE = re.compile(rf"(?P<from>{DATE})\s*(?:to|until|and|-|–|—)\s*(?P<to>{DATE})", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:financial|fiscal|reporting|accounting)\s+(?:year|period)s?\s*(?:of|:|-|–)?\s*"
    rf"(?P<a>{_YEAR}(?:\s*[/–-]\s*(?:{_YEAR}|\d\d))?)"
    rf"|\bfy\s*'?(?P<b>{_YEAR}(?:\s*[/–-]\s*(?:{_YEAR}|\d\d))?|\d\d(?:\s*/\s*\d\d)?)\b"
    rf"|\b(?P<c>{_YEAR}(?:\s*[/–-]\s*(?:{_YEAR}|\d\d))?)\s+(?:financial|fiscal|reporting)\s+year",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"\bstatement\b\W*(?:for\s+|of\s+|fy\s*)?(?P<y>{_YEAR}(?:\s*[/–-]\s*(?:{_YEAR}|\d\d))?)\b"
    rf"|\b(?P<z>{_YEAR}(?:\s*[/–-]\s*(?:{_YEAR}|\d\d))?)\s+(?:modern|anti|slavery|transparency)\b",
    re.IGNORECASE,
)
_OF_STATEMENT = re.compile(
    r"statement|covers?\b|relates? to|in respect of|section 54|steps (?:we|taken|that)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:will|next|previous|last|prior|since|baseline|target|forthcoming|coming|by|turnover"
    r"|revenue|accounts|acquired|founded|incorporated)\b",
    re.IGNORECASE,
)
_SHORT = 12
_TITLE_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class _Candidate:
    weight: int
    year: FinancialYear


def year_of(document: Document) -> FinancialYear | None:
    """Return the year the document's words give, best told first, or None if they give none."""
    found: list[_Candidate] = []
    for sentence in document.sentences:
        found.extend(_in_sentence(sentence))
    title = document.title
    if not found and (year := _titled(title, None)) is not None:
        found.append(_Candidate(1, year))
    if not found:
        return None
    return max(found, key=lambda candidate: candidate.weight).year


def _in_sentence(sentence: Sentence) -> list[_Candidate]:
    text = sentence.text
    own = bool(_OF_STATEMENT.search(text)) or len(text.split()) <= _SHORT
    aside = -25 if _ASIDE.search(text) and not _OF_STATEMENT.search(text) else 0
    found: list[_Candidate] = []
    for match in _RANGE.finditer(text):
        if (year := _range(match, sentence)) is not None:
            found.append(_Candidate((90 if own else 60) + aside, year))
    for match in _ENDING.finditer(text):
        ending = _ENDING_WORD.search(match.group().split(match["on"])[0]) is not None
        if not ending and date_of(match["on"]) is not None:
            continue
        if (year := _ending(match, sentence)) is not None:
            weight = (100 if own else 80) if ending else (74 if own else 40)
            found.append(_Candidate(weight + aside, year))
    for match in _NAMED.finditer(text):
        named = match["a"] or match["b"] or match["c"]
        found.append(
            _Candidate((75 if own else 40) + aside, _named(named, match.group(), sentence.index))
        )
    heads = sentence.index < _TITLE_SENTENCES and len(text.split()) <= _SHORT
    if heads and (titled := _titled(text, sentence.index)) is not None:
        found.append(_Candidate(60, titled))
    return found


def _range(match: re.Match[str], sentence: Sentence) -> FinancialYear | None:
    first, last = next(dates_in(match["from"]), None), next(dates_in(match["to"]), None)
    if first is None or last is None or not 330 <= (last.day - first.day).days <= 400:
        return None
    start = first.day if first.exact else first.day.replace(day=1)
    return FinancialYear(start, last.day, match.group(), sentence.index, exact=last.exact)


def _ending(match: re.Match[str], sentence: Sentence) -> FinancialYear | None:
    told = date_of(match["on"])
    if told is not None:
        return FinancialYear(None, told.day, match.group(), sentence.index, exact=told.exact)
    return _named(match["on"], match.group(), sentence.index)


def _named(words: str, quote: str, sentence: int | None) -> FinancialYear:
    """Return a year told as 2024, 2023/24 or 23/24; only its calendar year is then known."""
    parts = re.findall(r"\d+", words)
    last = int(parts[-1])
    if last < 100:
        last += 2000
    return FinancialYear(None, date(last, 12, 31), quote, sentence, exact=False)


def _titled(text: str, sentence: int | None) -> FinancialYear | None:
    match = _TITLED.search(text)
    if match is None:
        return None
    return _named(match["y"] or match["z"], match.group(), sentence)
