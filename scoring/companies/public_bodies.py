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


_FIRM = re.compile(
    r"\b(?:ltd|limited|plc|llp|lp|cic|inc|llc|gmbh|trading|t a|supplies|solutions|uniforms?"
    r"|friends|association|charit\w+|pta|clubs?|union|fund|foundation school trust|enterprises?"
    r"|consult\w+|recruitment|for voluntary|voluntary (?:service|action|sector))\b"
)
_NO_COUNCIL = re.compile(
    r"\b(?:british|arts|youth|research|design|sports?|works|student|music|union|church|churches"
    r"|film|fashion|world|international|engineering|medical|bar|consumer|voluntary|refugees?"
    r"|equality|muslim|hindu|jewish|sikh|law|tenants?|residents?|development|safety|heritage"
    r"|nursing|teaching|dental|optical|pharmaceutical|care|health|housing|trades?|press"
    r"|industry|network) council$|\b(?:federation|mutual|thin blue|military) police$"
)
_PRIVATE_SCHOOL = re.compile(
    r"\b(?:business|language|driving|riding|dance|stage|theatre|swim\w*|ski|montessori|preparatory"
    r"|prep|independent|international|training|sports?|football|tennis|beauty|hair|music|english"
    r"|motoring|cookery|sailing|martial|film|drama|royal|leadership|cyber|care|fitness)\b"
)
_KINDS = (
    (
        PublicBody.NHS,
        r".*\b(?:nhs|n h s)\b.*\btrust|nhs (?:.* )?(?:icb|ccg|england|digital|improvement"
        r"|resolution|blood and transplant|business services authority|commissioning board)"
        r"|.*\b(?:clinical commissioning group|integrated care board|primary care trust"
        r"|health board|health and social care trust)",
    ),
    (
        PublicBody.COUNCIL,
        r"(?:\w+ )*(?:city|county|borough|district|town|parish|community|metropolitan|village"
        r"|unitary|\w+) council|council of the isles of scilly|(?:\w+ )+(?:mbc|mdc|lbc|wmdc)"
        r"|(?:london|royal) borough(?: of(?: \w+)+)?|city of \w+(?: corporation)?|lb (?:of )?\w+",
    ),
    (
        PublicBody.DEPARTMENT,
        r"(?:uk |hm )?department (?:for|of)(?: \w+)+|ministry of(?: \w+)+"
        r"|home office|cabinet office|hm treasury|hmrc|hm revenue and customs"
        r"|(?:welsh|scottish|uk|hm) government|foreign (?:and )?commonwealth(?: \w+)* office"
        r"|environment agency|natural england|ofsted|ofcom|ofgem|care quality commission"
        r"|(?:hm )?land registry|companies house|ordnance survey|national audit office"
        r"|office for national statistics|national highways|highways england|historic england"
        r"|dvla|driver and vehicle (?:licensing|standards) agency|valuation office agency"
        r"|dwp|dfe|defra|crown prosecution service|hm courts(?: and tribunals)? service"
        r"|hm prison service|hm passport office",
    ),
    (
        PublicBody.AUTHORITY,
        r"(?:\w+ )*(?:combined (?:county )?authority|fire (?:and rescue )?(?:authority|service)"
        r"|passenger transport executive|national park authority|constabulary"
        r"|waste (?:disposal )?authority|police authority|police and crime commissioner)"
        r"|metropolitan police(?: service)?|(?:[a-z]+ ){1,3}police"
        r"|greater london authority|mayor s office for policing and crime"
        r"|(?:office of the )?police and crime commissioner(?: for(?: \w+)+)?"
        r"|transport for (?:london|greater manchester)|national probation service",
    ),
    (PublicBody.ACADEMY, r".+ (?:multi )?academ(?:y|ies)(?: trust)?|.*\bmulti academy trust"),
    (
        PublicBody.SCHOOL,
        r".*\b(?:primary|infants?|junior|secondary|community|high|grammar|special"
        r"|comprehensive|c of e|cofe|ce|rc|church of england|catholic|va|vc)\b.* school"
        r"|(?:\w+ )*(?:primary|high|infant|junior|grammar) school|.+ sixth form college",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"(?:the )?(?:{pattern})")) for kind, pattern in _KINDS)
_BRACKETS = re.compile(r"\s*[([][^)\]]*[)\]]\s*")


@lru_cache(65_536)
def public_body(name: str) -> PublicBody | None:
    """Return the kind of public body whose whole name this is; None where there is doubt.

    A firm may hold the same words: a maker of "Police Supplies", "Home Office Furniture". A public
    body may be cleared on who it is, so what is in doubt is asked: most nursery schools, for one,
    are private.

    Args:
        name: The name as a list writes it; what stands in brackets is left out.
    """
    words = unicodedata.normalize("NFKC", _BRACKETS.sub(" ", name)).casefold()
    words = " ".join(re.sub(r"[^\w]+", " ", words.replace("&", " and ")).split())
    if _FIRM.search(words) or _NO_COUNCIL.search(words):
        return None
    for kind, pattern in _PATTERNS:
        if not pattern.fullmatch(words):
            continue
        of_schools = kind in (PublicBody.SCHOOL, PublicBody.ACADEMY)
        return None if of_schools and _PRIVATE_SCHOOL.search(words) else kind
    return None
