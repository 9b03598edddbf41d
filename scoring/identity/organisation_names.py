"""Clean an organisation's name: without what was written before and behind it in the text."""

import re

_LEADING = re.compile(
    r"^(?:.*\b(?:Boards?|Directors?|Members|Partners|Officer|Manager|Principal|Secretary) of )"
    r"|^(?:The Board|In|At|For|By|Within|This|Our|As|When|While|Although|From|To|And|Of|Under"
    r"|Since|Director|Signed|Organisation|Company|Registered|Copyright|Issued by|DEVELOPED BY"
    r"|Managing Director|Chief Executive(?: Officer)?|CEO|OF|[A-Z]\w+-(?:owned|led|run|based)"
    r")[:,]?\s+|^\([^)]{1,20}\)\s*(?:and|&|,)\s+"
)
HEADING_WORDS = re.compile(
    r"^.*\b(?:Structure|Introduction|Overview|Contents|Foreword|Background|Statement|Slavery"
    r"|Trafficking|Chains?|Policies|Procedures|Commitment|Effectiveness)\b"
    r"(?:\s+(?:At|and|of))*[\s:.,–—-]+(?=[A-Z])"
)
_WITHIN = re.compile(
    r"^.*(?:\b(?:Limited|LIMITED|Ltd|LTD|Director|Officer|Approved|Statement|STATEMENT"
    r"|Policy|POLICY|Slavery|SLAVERY|Trafficking|TRAFFICKING|Chains|Effectiveness|Undertaking"
    r"|Recruitment The|Board|President|Co-Chair|Chair|GLAA|CR|Act|ACT|Managing|Company No\.?|Dear"
    r"|Copyright|[Rr]egistered|Subsidiaries"
    r"|Statements? (?:of|for|by|from))\b|\d{4,}|\b20\d\d(?:[/–-]\d\d)?\b"
    r"| [–—-] |•|❖)[\s:.,–—-]+(?=[A-Z(\d])"
)
HEADINGS_RUN_IN = re.compile(
    r"^(?:(?:(?:[A-Z0-9][\w’'&/.-]*|and|of|for|in|the|&)[\s:.,–—-]+){0,14}?(?:Structure"
    r"|Introduction|INTRODUCTION|Overview|OVERVIEW|Contents|Foreword|Background|Statement"
    r"|STATEMENT|Purpose|Commitment|20\d\d(?:[/–-]\d\d)?)[\s:.,–—-]+)+(?=[A-Z])"
)
"""Headings that ran together with the sentence behind them."""
_HEADING_BEFORE = re.compile(
    r"^(?:(?:Our|The|Company|Group|Corporate|Organi[sz]ational|Annual|and|Business|Supply)\s+)*"
    r"(?:Structure|Introduction|Overview|Training|Executive|Contents|Foreword|Background|Annual"
    r"|Report|Business|Organisation|Responsible|Purpose|Scope|Commitment|Trading"
    r"|Chain|Business Overview)[\s:.,–—-]+(?=[A-Z(\d])(?!(?:Services|Solutions)\b)"
)
"""Headings before a name; within a name the same words are its own: Elm Business Limited."""
NOT_A_NAME = re.compile(
    r"^(?:We|Our|The (?:Board|Company|Organisation|Organization|Group|Act|Government|statement)"
    r"|It|This|They|Directors|Modern Slavery.*|UK|Board|Company|All|Section \d+|Company No.*"
    r"|(?:The )?(?:Society|Trust|University|Council|College"
    r"|Foundation|Association|Charity|Partnership|Business|School|Institute|Club|UK|Directors)"
    r"|(?:The )?(?:University|Borough|County|City|District|Town|Parish|Academic) Council"
    r"|Trust Board"
    r"|There|These|Those|Each|Such|Every|However|Lloyd|(?:\(\w+\)\s+)?(?:Holdings|Group|Services)"
    r" (?:Limited|Ltd|plc)|\(\w+\) (?:Limited|Ltd)|Limited|Ltd|PLC|Group|Senior|Staff"
    r"|Employees|Management|Modern|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\s+\d.*)$",
    re.IGNORECASE,
)
GENERAL = re.compile(
    r"\b(?:Slavery|Trafficking|Rights|Modern|Supply|Chains?|Human|Policy|Statement|Committee|Act"
    r"|Labour|Ethical Trad\w+|Home Office|Living Wage|United Nations|United Kingdom|Working Group"
    r"|Steering|Health|Governance|Training|Code|Conduct|Initiative|Convention|Helpline|Authority"
    r"|Executive|Directors?|Board|Risk|Due Diligence|Suppliers?|Key Performance|Financial Year"
    r"|Gangmasters|Government|GLAA|ETI|Sedex|Great Britain|Northern Ireland|Page|Trade Union)\b"
)


def is_sentence_word(name: str) -> bool:
    """Whether a name holds general words of the topic, or runs into the next sentence."""
    last = name.rsplit(maxsplit=1)[-1]
    return bool(GENERAL.search(name)) or last in {"We", "Our", "The", "This", "It"}


def without_number(name: str) -> str:
    """Return a name without a paragraph's number before it; 23.5 Degrees keeps its own."""
    return re.sub(r"^1?\d(?:\.\d{1,2})+\.?\s+", "", name)


def unnumbered(name: str) -> str:
    """Return a name without a paragraph's number before it and an abbreviation behind it."""
    name = without_number(name)
    name = re.sub(r"\s*\([A-Z&]{2,8}\)$", "", name)
    name = re.sub(r"^About\s+([A-Z]\w+)\s+(?=\1\b)", "", name)
    return trimmed(name.rpartition(" - ")[2]) if " - " in name else name


def trimmed(name: str) -> str:
    """Return a name without words that lead to it, marks, and a genitive."""
    before = ""
    while before != name:
        before, name = name, _LEADING.sub("", name)
    name = re.sub(r"[®™]", "", name)
    name = re.sub(r"['’]s?$", "", name)
    return name.strip(" .,;:-–")


def without_headings(name: str) -> str:
    """Return a name without the headings and other names that ran together before it."""
    return trimmed(_HEADING_BEFORE.sub("", trimmed(_WITHIN.sub("", trimmed(name)))))
