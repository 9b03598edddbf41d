"""Names and roles of people, as they stand beneath a statement or in its words."""

import re

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness)\.?\s+)"
_PART = r"(?:[A-ZÀ-ÖØ-Þ][\w'’]*(?:-[A-ZÀ-ÖØ-Þ][\w'’]*)*\.?)"
_PARTICLE = r"(?:van|von|den|der|de|del|della|di|da|la|le|bin|ap|ferch|al)"
NAME = rf"{_TITLE}?{_PART}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_PART}){{1,3}}"
_OFFICE = (
    r"(?:Chief\s+\w+(?:\s+\w+)?\s+Officer|Chief\s+(?:Executive|Operating Officer|of Staff)"
    r"|CEO|CFO|COO|CPO|C\.E\.O\.?|(?:\w+(?:[/&]\w+)?\s+){0,3}Director|Chair(?:man|woman|person)?"
    r"|(?:Company\s+)?Secretary|(?:Managing|Senior|General|Designated|Equity)\s+(?:Partner|Member)"
    r"|Partner|(?:Vice[- ])?President|(?:Co-?)?[Ff]ounder|Principal|Owner|Proprietor|Trustee"
    r"|(?:\w+\s+){0,2}General Manager|General Counsel|VP(?:\s+\w+){1,3})"
)
ROLE = re.compile(
    rf"(?:(?:Group|Interim|Deputy|Joint|Acting|Executive|Non-[Ee]xecutive)\s+)*{_OFFICE}"
    rf"(?:\s+of\s+the\s+Board|\s+of\s+[\w ]+?(?=,|$))?(?:\s*(?:&|and|,|/)\s*{_OFFICE})*"
)
_LEADER = re.compile(
    r"\b(?:director|chief executive|chief \w+(?: \w+)? officer|ceo|c\.e\.o|cfo|coo|chair\w*"
    r"|partner|member|president|founder|principal|owner|proprietor|trustee|general manager)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\s+of\s+[\w ]*\b(?:Limited|Ltd|PLC|plc|LLP|LLC|Inc|Group)\b.*")
_NAME = re.compile(NAME)
_NO_PERSON = re.compile(
    r"\b(?:Limited|Ltd|PLC|LLP|Group|Statement|Slavery|Policy|Policies|Board|Act|Company|Signed"
    r"|Signature|Date|Approval|Approved|United|Kingdom|London|England|Wales|Human|Trafficking"
    r"|Supply|Chain|Chains|Code|Conduct|Financial|Year|Version|Modern|Review|Contact|Directors?"
    r"|Officer|Manager|Executive|Chief|Head|Chair\w*|Secretary|Services?|Solutions|Our|The|This|We"
    r"|Training|Risk|Due|Diligence|Committee|Management|Senior|Team|January|February|March|April"
    r"|May|June|July|August|September|October|November|December|Page|Next|Steps|Conclusion"
    r"|Introduction|Further|Questions|Email|Registered|Number|Road|Street|House|Park|Partners"
    r"|Council|Trust|International|Digital|Academy|Associates|Resources|Performance|Indicators)\b"
)


def is_person(text: str) -> bool:
    """Whether a text is a person's name and nothing else."""
    return bool(_NAME.fullmatch(text.strip(" .,:;"))) and not _NO_PERSON.search(text)


def person_in(text: str) -> str:
    """Return the first person's name in a text, or nothing."""
    for match in _NAME.finditer(text):
        if not _NO_PERSON.search(match.group()):
            return match.group().strip(" .,")
    return ""


def role_of(text: str) -> str:
    """Return the role that a text opens with, or nothing."""
    match = ROLE.match(text.lstrip(" ,.:;()–-").rstrip(" ,:;()–-"))
    return _COMPANY.sub("", match.group()).strip(" ,") if match else ""


def leads(role: str) -> bool:
    """Whether a role is a director's, or the equal of one where a firm has none."""
    return bool(_LEADER.search(role))
