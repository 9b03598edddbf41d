"""Which financial year a statement is about, from its words and never from its file."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scoring.identity.dates import DATE, MONTH, date_of, dates_in, month_number
from scoring.identity.facts import FinancialYear
from scoring.identity.running_text import with_spaces
from scoring.text import Document, Sentence

_YEAR = r"(?:19|20)\d\d"
_YEARS = rf"{_YEAR}(?:\s*[/–-]\s*(?:{_YEAR}|\d\d(?!\d)))?"
_PERIOD = (
    r"(?:year|period|(?:12|twelve)[ -]months?(?:\s+period)?|(?:5[234]|fifty[- ](?:two|three))"
    r"[ -]weeks?(?:\s+period)?|fy)"
)
_ENDING = re.compile(
    rf"\b{_PERIOD}(?:\s*-?\s*end)?\s*(?:(?:which|that)\s+)?"
    r"(?:ended|ending|ends|end|to|:)?\s*(?:on|in|at|of|is|the|:)?\s*"
    rf"(?P<on>{DATE}|{_YEAR}(?!\s*[/–-]\s*\d))",
    re.IGNORECASE,
)
_ENDING_WORD = re.compile(r"\b(?:end|ended|ending|ends|to)\b", re.IGNORECASE)
_JOINED = (
    r"\s*,?\s*(?:(?:up\s+)?to(?:\s+and\s+including)?|until|and|through|–|—|-)\s*"
    r"(?:(?:ending|ended|ends)\s+(?:on\s+)?)?"
)
_RANGE = re.compile(rf"(?P<from>{DATE}){_JOINED}(?P<to>{DATE})", re.IGNORECASE)
_SHORT_RANGE = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<m1>{MONTH})\b{_JOINED}"
    rf"(?P<to>(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{MONTH}\b,?\s+{_YEAR})",
    re.IGNORECASE,
)
_COMMENCING = re.compile(
    rf"\b{_PERIOD}\s+(?:commencing|beginning|starting|from)\s+(?:on\s+)?(?P<on>{DATE})"
    rf"(?!{_JOINED}{DATE})",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    rf"\b(?:covers?|activities|actions|steps|progress)\b[^.;]{{0,120}}?\bup to\s+(?P<on>{DATE})",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:financial|fiscal|reporting|accounting|academic)\s+(?:year|period)s?\s*(?:of|:|-|–)?\s*"
    rf"(?P<a>{_YEARS})"
    rf"|\bfy\s*['’]?(?P<b>{_YEARS}|\d\d(?:\s*[/–-]\s*\d\d)?)(?!\d)"
    rf"|\b(?P<c>{_YEARS})\s+(?:financial|fiscal|reporting|academic)\s+year",
    re.IGNORECASE,
)
_DURING = re.compile(
    rf"\b(?:during|in|for|over"
    rf"|throughout)\s+(?:the\s+year\s+)?(?P<y>{_YEAR}\s*[/–-]\s*(?:{_YEAR}|\d\d))"
    r"(?!\d)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"\bstatement\b\W*(?:for\s+(?:the\s+year\s+)?|of\s+|fy\s*|{MONTH}\s+(?={_YEAR}[/–-]))?"
    rf"(?P<y>{_YEARS})"
    rf"|(?<!Act )(?<!Act, )\b(?P<z>{_YEARS})\s*"
    r"(?:modern|anti|slavery|transparency|statement|activity)\b"
    rf"|^(?P<h>{_YEAR}\s*[/–-]\s*(?:{_YEAR}|\d\d))$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"{MONTH}\.?,?\s*$", re.IGNORECASE)
"""A month before the year: "May 2022 Modern slavery statement" gives a date, no year."""
_YEAR_END = re.compile(
    r"\b(?:financial|fiscal|accounting|reporting|our)\s+(?:year|period)s?(?:[\s-]+end)?\s*"
    rf"(?:(?:ends?|ending|is|runs?\s+(?:from\s+\d{{1,2}}\w*\s+{MONTH}\s+)?to|finishes)\s*)+"
    rf"(?:on\s+)?(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\b"
    r"(?!,?\s+\d{4})",
    re.IGNORECASE,
)
_OF_STATEMENT = re.compile(
    r"statement|sets out|covers?\b|relates? to|in respect of|section 54|steps (?:we|taken|that)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:will|next|previous|last|prior|since|baseline|target|forthcoming|coming|by|turnover"
    r"|revenue|accounts|acquired|founded|incorporated)\b",
    re.IGNORECASE,
)
_LAST_ONE = re.compile(
    r"\b(?:last|previous|prior|earlier|first|next)\s+(?:year['’]s\s+)?(?:\w+\s+){0,3}statement",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:financial|fiscal|accounting|reporting)\s+(?:year|period)", re.I)
_SHORT = 12
_HEADING_AND_ADDRESS = 60
_TITLE_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class _Candidate:
    weight: int
    year: FinancialYear


def year_of(document: Document) -> FinancialYear | None:
    """Return the year the document's words give, the surest first, or None if they give none.

    Among equally sure ones the year named most often is taken, then the latest. "2021/22" is a
    year that began in 2021; its last day is taken from "our financial year ends on 31 March"
    where the document says so.
    """
    candidates: list[_Candidate] = []
    for sentence in document.sentences:
        here = list(_in_sentence(sentence, sentence.text))
        candidates.extend(here or _in_sentence(sentence, with_spaces(sentence.text)))
    if not candidates and (year := _titled(document.title, None)) is not None:
        candidates.append(_Candidate(1, year))
    if not candidates:
        return None
    often = Counter(candidate.year.end for candidate in candidates)
    best = max(candidates, key=lambda c: (c.weight, often[c.year.end], c.year.end)).year
    if best.exact:
        return best
    exact = [
        c for c in candidates if c.year.exact and _agrees(c.year.end, best) and c.weight >= 35
    ]
    if exact:
        return max(exact, key=lambda c: c.weight).year
    return _with_day(document, best)


def _agrees(end: date, year: FinancialYear) -> bool:
    """Whether a last day is the last day of a year of which only the number is known."""
    named_month = re.search(MONTH, year.quote, re.IGNORECASE)
    same_month = named_month is None or end.month == year.end.month
    return end.year == year.end.year and same_month


def _with_day(document: Document, year: FinancialYear) -> FinancialYear:
    """Add the last day that the document gives for each of its financial years."""
    if re.search(MONTH, year.quote, re.IGNORECASE):
        return year
    for sentence in document.sentences:
        if match := _YEAR_END.search(sentence.text):
            month = month_number(match["month"])
            day = min(int(match["day"]), monthrange(year.end.year, month)[1])
            return replace(year, end=date(year.end.year, month, day), exact=True)
    return year


def _in_sentence(sentence: Sentence, text: str) -> Iterator[_Candidate]:  # noqa: PLR0912 (one form each)
    if not re.search(r"\d", text):
        return
    statement = _OF_STATEMENT.search(text)
    own = bool(statement) or len(text.split()) <= _SHORT
    aside = -25 if _ASIDE.search(text) and not statement else 0
    if _LAST_ONE.search(text):
        aside -= 60
    for match in _RANGE.finditer(text):
        if (year := _range(match, sentence)) is not None:
            yield _Candidate((90 if own else 60) + aside, year)
    for match in _SHORT_RANGE.finditer(text):
        if (year := _short_range(match, sentence)) is not None:
            yield _Candidate((90 if own else 60) + aside, year)
    for match in _COMMENCING.finditer(text):
        if (year := _commencing(match, sentence)) is not None:
            yield _Candidate((88 if own else 58) + aside, year)
    for match in _UP_TO.finditer(text):
        if (year := _ending(match, sentence)) is not None:
            yield _Candidate((85 if own else 30) + aside, year)
    for match in _ENDING.finditer(text):
        ending = _ENDING_WORD.search(match.group().split(match["on"])[0]) is not None
        if not ending and date_of(match["on"]) is not None:
            continue
        if (year := _ending(match, sentence)) is not None:
            weight = (100 if own else 80) if ending else (74 if own else 40)
            yield _Candidate(weight + aside, year)
    for match in _NAMED.finditer(text):
        named = match["a"] or match["b"] or match["c"]
        yield _Candidate((75 if own else 40) + aside, _named(named, match.group(), sentence.index))
    for match in _DURING.finditer(text):
        if statement:
            yield _Candidate(50 + aside, _named(match["y"], match.group(), sentence.index))
    heads = sentence.index < _TITLE_SENTENCES
    short = len(text.split()) <= _HEADING_AND_ADDRESS
    titled = _titled(text if short else text[:60], sentence.index) if heads else None
    if titled is not None:
        yield _Candidate(60, titled)


def _range(match: re.Match[str], sentence: Sentence) -> FinancialYear | None:
    first, last = next(dates_in(match["from"]), None), next(dates_in(match["to"]), None)
    if first is None or last is None:
        return None
    labelled = _LABELLED.search(sentence.text, max(match.start() - 60, 0), match.start())
    least, most = (210, 560) if labelled else (330, 400)
    start = first.day if first.exact else first.day.replace(day=1)
    if not least <= (last.day - start).days <= most:
        return None
    return FinancialYear(start, last.day, match.group(), sentence.index, exact=last.exact)


def _short_range(match: re.Match[str], sentence: Sentence) -> FinancialYear | None:
    """Read "1 January to 31 December 2021", whose first day has no year of its own."""
    last = date_of(match["to"])
    if last is None:
        return None
    month = month_number(match["m1"])
    year = last.day.year if month <= last.day.month else last.day.year - 1
    day = min(int(match["d1"] or 1), monthrange(year, month)[1])
    start = date(year, month, max(day, 1))
    if not 330 <= (last.day - start).days <= 400:
        return None
    whole = not match["d1"] and not last.exact
    return FinancialYear(start, last.day, match.group(), sentence.index, exact=last.exact or whole)


def _commencing(match: re.Match[str], sentence: Sentence) -> FinancialYear | None:
    first = date_of(match["on"])
    if first is None:
        return None
    start = first.day if first.exact else first.day.replace(day=1)
    try:
        end = start.replace(year=start.year + 1) - timedelta(days=1)
    except ValueError:
        end = start + timedelta(days=365)
    return FinancialYear(start, end, match.group(), sentence.index, exact=first.exact)


def _ending(match: re.Match[str], sentence: Sentence) -> FinancialYear | None:
    last = date_of(match["on"])
    if last is not None:
        return FinancialYear(None, last.day, match.group(), sentence.index, exact=last.exact)
    return _named(match["on"], match.group(), sentence.index)


def _named(words: str, quote: str, sentence: int | None) -> FinancialYear:
    """Return a year given as 2024, 2023/24 or 23/24; only its calendar year is then known."""
    parts = [int(part) for part in re.findall(r"\d+", words)]
    full = [part + 2000 if part < 100 else part for part in parts]
    last = full[-1]
    began = full[0] if len(full) > 1 and last - full[0] == 1 else None
    if len(full) > 1 and began is None:
        last = full[0] if len(str(parts[-1])) < 3 and parts[-1] <= 12 else last
    return FinancialYear(None, date(last, 12, 31), quote, sentence, exact=False, began=began)


def _titled(text: str, sentence: int | None) -> FinancialYear | None:
    match = _TITLED.search(text)
    if match is None or (match["z"] and _MONTH_BEFORE.search(text[: match.start("z")])):
        return None
    return _named(match["y"] or match["z"] or match["h"], match.group(), sentence)
