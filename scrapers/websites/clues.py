"""How much a link promises to lead to a statement, and of which year its words speak."""

import re
from urllib.parse import unquote, urlsplit

_NAMES = re.compile(
    r"modern[\s_-]*(day[\s_-]*)?slavery|anti[\s_-]*slavery|slavery|human[\s_-]*trafficking"
    r"|transparency (in|of) (our |the )?supply chains?|section 54|\bmsa statement",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"statement|report|disclosure", re.IGNORECASE)
_POLICY = re.compile(r"polic(y|ies)", re.IGNORECASE)
# Pages that commonly lead on to a statement, the likeliest first.
_LEADS_ON = (
    (re.compile(r"polic(y|ies)|statements?\b|compliance|regulatory|legal|statutory", re.I), 30),
    (re.compile(r"responsib|sustainab|governance|ethic|\besg\b|\bcsr\b|human rights", re.I), 20),
    (re.compile(r"about|who we are|company|corporate|investors?|terms|supplier", re.I), 10),
)
_LAW = re.compile(r"\bact[\s_-]*(of[\s_-]*)?2015|2015[\s_-]*act", re.IGNORECASE)
_SPAN = re.compile(r"(?<!\d)(20[12]\d)\s?[-–/_]\s?(20[12]\d|[12]\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
_SHORT = re.compile(r"\bfy[\s_-]?([12]\d)(?:[-/]([12]\d))?(?!\d)", re.IGNORECASE)

#: From this on a link speaks of a statement; below, of a page that may lead on.
NAMED = 60


def promise(words: str, url: str) -> int:
    """Return how likely a link leads to a statement: 0 not at all, from `NAMED` on by its name."""
    path = _path(url)
    if _NAMES.search(words):
        return 100 + _kind(words)
    if _NAMES.search(path.replace("/", " ")):
        return 80 + _kind(path)
    return max((worth for form, worth in _LEADS_ON if form.search(words)), default=0)


def named(words: str) -> bool:
    """Whether a link's own words say that it leads to a statement."""
    return bool(_NAMES.search(words))


def year_in_link(words: str, url: str) -> int | None:
    """Return the last year that a link's words or its file's name speak of.

    Folders of an address are left out: sites file documents under the month of upload.
    """
    for text in (words, _path(url).rstrip("/").rpartition("/")[2]):
        plain = _LAW.sub(" ", text)
        ends = [_end(start, end) for start, end in _SPAN.findall(plain)]
        ends += [2000 + int(end or start) for start, end in _SHORT.findall(plain)]
        ends += [int(year) for year in _YEAR.findall(plain)]
        if ends:
            return max(ends)
    return None


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site, with or without www."""
    hosts = {urlsplit(each).netloc.lower().removeprefix("www.") for each in (one, other)}
    return len(hosts) == 1


def _end(start: str, end: str) -> int:
    year = int(end) if len(end) == 4 else 2000 + int(end)
    # 2024-11 is a month of 2024, not a span of years.
    return year if int(start) <= year <= int(start) + 2 else int(start)


def _kind(text: str) -> int:
    if _STATEMENT.search(text):
        return 10
    return -10 if _POLICY.search(text) else 0


def _path(url: str) -> str:
    return unquote(urlsplit(url).path)
