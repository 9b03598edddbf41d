"""Public bodies by name: councils, NHS bodies, departments, police, fire, and state schools.

Most of them are in no register of companies, so no company number is missing. Source: the kinds of
body in the Public Sector Classification Guide of the Office for National Statistics.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class PublicBody(StrEnum):
    """What kind of public body a name is of."""

    COUNCIL = "council"
    NHS = "NHS body"
    DEPARTMENT = "government department"
    AUTHORITY = "public authority"
    SCHOOL = "state school"
    ACADEMY = "academy"

    @property
    def is_company(self) -> bool:
        """Whether it is a company of the register: academy trusts are, limited by guarantee."""
        return self is PublicBody.ACADEMY


_BUSINESS = re.compile(
    r"\b(?:ltd|limited|plc|llp|lp|cic|inc|gmbh|services? ltd|supplies|solutions|uniforms?"
    r"|friends|association|charit\w+|pta|clubs?|union|fund|foundation school trust|enterprises?"
    r"|consult\w+|recruitment|agency ltd|for voluntary|voluntary (?:service|action|sector))\b"
)
_NO_COUNCIL = re.compile(
    r"\b(?:for|voluntary|youth|arts|british|world|sports|churches|refugees?|network|safety|works"
    r"|industry|trades?|student)\b"
)
_PRIVATE_SCHOOL = re.compile(
    r"\b(?:business|language|driving|riding|dance|stage|theatre|swim\w*|ski|montessori|preparatory"
    r"|prep|independent|international|training|sports?|football|tennis|beauty|hair|music|english"
    r"|motoring|cookery|sailing|martial|film|drama|royal|leadership|cyber|care|fitness)\b"
)
_KINDS = (
    (
        PublicBody.NHS,
        re.compile(
            r".*\b(?:nhs|n h s)\b.*\btrust|nhs (?:.* )?(?:icb|ccg|england|digital|improvement"
            r"|resolution|blood and transplant|business services authority|commissioning board)"
            r"|.*\b(?:clinical commissioning group|integrated care board|primary care trust"
            r"|health board|health and social care trust)"
        ),
    ),
    (
        PublicBody.COUNCIL,
        re.compile(
            r"(?:london borough of|lb of?|royal borough of|city of|borough of|corporation of) .+"
            r"|.+ (?:council|mbc|metropolitan borough)(?: of .+)?|(?:city|county|borough) council"
        ),
    ),
    (
        PublicBody.DEPARTMENT,
        re.compile(
            r"(?:the )?(?:department (?:of|for)|ministry of) .+|home office .+|hmrc|home office"
            r"|hm (?:revenue|treasury|courts|prison|land registry|passport).*|cabinet office"
            r"|(?:scottish|welsh) government|foreign,? .*office|crown prosecution service"
            r"|office for national statistics|companies house|ofsted|ofgem|ofcom"
            r"|valuation office agency|environment agency|highways england|natural england"
            r"|historic england"
        ),
    ),
    (
        PublicBody.AUTHORITY,
        re.compile(
            r".+ (?:constabulary|police(?: service| authority| force)?"
            r"|fire (?:(?:and|&) rescue )?(?:authority|service)|(?:fire|police) authority"
            r"|combined authority|national park authority|waste (?:disposal )?authority"
            r"|(?:national )?probation (?:service|trust)|passenger transport executive)"
            r"|.*police (?:and|&) crime commissioner.*|transport for (?:london|greater manchester)"
            r"|greater london authority|national probation service"
        ),
    ),
    (
        PublicBody.ACADEMY,
        re.compile(r".+ (?:multi[- ])?academ(?:y|ies)(?: trust)?|.*\bmulti[- ]academy trust"),
    ),
    (
        PublicBody.SCHOOL,
        re.compile(
            r".*\b(?:primary|infants?|junior|nursery|secondary|community|high|grammar|special"
            r"|comprehensive|c of e|cofe|ce|rc|church of england|catholic|va|vc)\b.* school"
            r"|(?!the ).+ (?:primary|high|infant|junior|grammar) school|.+ sixth form college"
        ),
    ),
)


@lru_cache(65_536)
def public_body(name: str) -> PublicBody | None:
    """Return the kind of public body that a name is of; None where it is of none that we know.

    A name with a company's form is a company's, whoever owns it.
    """
    words = unicodedata.normalize("NFKC", name).casefold()
    words = " ".join(re.sub(r"[^\w&,]+", " ", words).split())
    if _BUSINESS.search(words):
        return None
    for kind, pattern in _KINDS:
        if not pattern.fullmatch(words):
            continue
        if kind is PublicBody.COUNCIL and _NO_COUNCIL.search(words):
            continue
        of_schools = kind in (PublicBody.SCHOOL, PublicBody.ACADEMY)
        if of_schools and _PRIVATE_SCHOOL.search(words):
            continue
        return kind
    return None
