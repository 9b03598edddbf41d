"""Whether a name is the whole name of a public body, and not a firm's that holds such a word.

A public body may be cleared on who it is, so the name must leave no doubt. A firm may hold the
same words: an insurer's arm "Local Government", a maker of "Police Supplies". What is in doubt is
asked.

Source: the kinds of contracting authority in Procurement Act 2023 s2 and Schedule 2; the patterns
are ours.
"""

import re

_FIRM = re.compile(r"\b(?:ltd|limited|plc|llp|lp|cic|inc|llc|gmbh|trading|t/a)\b")
_ENDS = (
    r"(?:city|county|borough|district|town|parish|community|metropolitan|village|unitary"
    r"|[a-z]+shire|[a-z'-]+) council|council of the isles of scilly",
    r"combined (?:county )?authority",
    r"fire (?:and rescue )?(?:authority|service)",
    r"passenger transport executive|national park authority",
    r"constabulary|metropolitan police(?: service)?",
    r"mbc|mdc|lbc|wmdc",
)
_WHOLE = (
    r"(?:london|royal) borough(?: of [a-z ,'-]+)?",
    r"city of [a-z]+(?: corporation)?|lb (?:of )?[a-z]+",
    r"(?:uk |hm )?department (?:for|of) [a-z ,-]+|ministry of [a-z ,-]+",
    r"home office|cabinet office|hm treasury|hmrc|hm revenue (?:and|&) customs",
    r"(?:welsh|scottish|uk|hm) government",
    r"environment agency|natural england|ofsted|ofcom|care quality commission",
    r"(?:hm )?land registry|companies house|ordnance survey|national audit office",
    r"dvla|driver and vehicle (?:licensing|standards) agency|valuation office agency",
    r"dwp|dfe|defra|crown prosecution service|hm courts(?: and tribunals)? service",
    r"greater london authority|mayor'?s office for policing and crime",
    r"(?:office of the )?police and crime commissioner(?: for [a-z ]+)?",
    r"[a-z ]+ police (?:and crime commissioner|authority)|(?:[a-z]+ ){1,3}police",
)
_NAME = re.compile(rf"(?:the )?(?:(?:[a-z,'-]+ )*(?:{'|'.join(_ENDS)})|{'|'.join(_WHOLE)})")
_NO_COUNCIL = re.compile(
    r"\b(?:british|arts|youth|research|design|sports?|works|student|music|union|church|churches"
    r"|film|fashion|world|international|engineering|medical|bar|consumer|voluntary|refugee"
    r"|equality|muslim|hindu|jewish|sikh|law|tenants'?|residents'?|development|safety|heritage"
    r"|nursing|teaching|dental|optical|pharmaceutical|care|health|housing|trade|press) council$"
    r"|\b(?:federation|mutual|thin blue|military) police$"
)
_BRACKETS = re.compile(r"\s*[([][^)\]]*[)\]]\s*")


def is_public_body(name: str) -> bool:
    """Return whether a name is the whole name of a public body; False where there is doubt.

    Args:
        name: The name as a list writes it.
    """
    words = _BRACKETS.sub(" ", name.casefold()).replace("&", "and").replace("’", "'")
    words = " ".join(words.split()).strip(" .,-")
    if _FIRM.search(words) or _NO_COUNCIL.search(words):
        return False
    return _NAME.fullmatch(words) is not None
