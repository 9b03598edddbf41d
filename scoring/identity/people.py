"""Names and roles of people, as they are written beneath a statement or in its words."""

import re

_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Councillor|Cllr|Rev"
    r"|The Rt Hon)\.?\s+)"
)
_LETTER = r"[^\W\d_]"
_PART = (
    rf"(?:[A-ZÀ-ÖØ-Þ]{_LETTER}{{0,2}}\.|[A-ZÀ-ÖØ-Þ](?:{_LETTER}|['’](?!s\b))*"
    rf"(?:-[A-ZÀ-ÖØ-Þ](?:{_LETTER}|['’])*)*)"
)
_PARTICLE = r"(?:van|von|den|der|de|del|della|di|da|la|le|bin|bint|ibn|ap|ferch|al|el|y|dos|ter)"
NAME = rf"{_TITLE}?{_PART}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_PART}){{1,3}}"
_FIELD = (
    r"(?:Managing|Executive|Non[- ]?[Ee]xecutive|Group|UK|U\.K\.|EMEA|GB|Europe(?:an)?|Global"
    r"|International|Regional|National|Country|Area|Divisional|Finance|Financial|Sales|Commercial"
    r"|Operations?|Operating|HR|Human|Resources?|People|Technical|Technology|Compliance|Legal"
    r"|Supply|Chain|Procurement|Purchasing|Sourcing|Deputy|Joint|Interim|Acting|Creative"
    r"|Marketing|Quality|IT|Digital|Development|Business|Corporate|Sustainability|Company"
    r"|Associate|Founding|Clinical|Medical|Nursing|Estates|Property|Production|Manufacturing"
    r"|Export|Retail|Trading|Strategy|Governance|Communications|Customer|Client|Services?|Health"
    r"|Safety|Environment(?:al)?|Ethical|Risk|Internal|Audit|Senior|Co|Vice|V\.P\.|VP|Programme"
    r"|Project|Product|Brand|Food|Responsible|Lead|Independent|Transformation|Care|Housing"
    r"|Research|Learning|Culture|Talent|Investment|Assurance|Information|Data|Security|Logistics"
    r"|Distribution|Engineering|Construction|Contracts?|Facilities|Recruitment|Site|Store|Public"
    r"|Affairs|Administrat\w+|Statutory|Sole|Owner|General|Region|Chief|Equity|Designated|LLP"
    r"|Talent|Delivery|Performance|Support|Transport|Fleet|Planning|Policy|Social|Value)"
)
_OFFICE = (
    r"(?:Chief\s+\w+(?:\s+(?:&|and)\s+\w+|\s+\w+)?\s+Officer"
    r"|Chief\s+(?:[Ee]xecutive|Operating Executive|of Staff|Constable|Nurse|Counsel)"
    r"|CEO|CFO|COO|CPO|CHRO|CTO|C\.E\.O\.?|C\.F\.O\.?|MD(?![\w-])"
    rf"|(?:{_FIELD}[\s/&,-]+(?:and\s+)?){{0,5}}?(?:Directors?|Partner|President|Principal"
    r"|Secretary|Counsel|Treasurer|Manager|Trustee|Member|Solicitor)"
    rf"|{_FIELD}\s+(?:director|partner|secretary|manager|officer|trustee|member)(?!s)"
    r"|(?:(?:Co|Vice|Deputy|Executive|Non[- ]?[Ee]xecutive|Group|Independent|Joint)[-\s]+)*"
    r"Chair(?:man|woman|person)?(?![a-z])"
    r"|(?:Pro[- ])?(?:Deputy )?Vice[- ]Chancellor|Chancellor|Provost|Rector|Warden|Bursar"
    r"|Head\s?teacher|Town Clerk|Leader of (?:the )?Council|Governor|Convener"
    r"|(?:Co-?)?[Ff]ounder|Owner|Proprietor|Sole Trader|Trustee|Partner|Vice[- ]President"
    rf"|VP(?:\s+{_FIELD}){{0,3}}(?:\s+\w+)?|Head of {_FIELD}(?:[\s,&]+(?:and\s+)?{_FIELD}){{0,4}}"
    r")"
)
_BEFORE = (
    r"(?:Group|Interim|Deputy|Joint|Acting|Executive|Non-[Ee]xecutive|Global|UK|International"
    r"|European)"
)
_PLAIN_OFFICE = (
    r"(?:Chief\s+\w+(?:\s+\w+)?\s+Officer|Chief\s+Executive"
    r"|(?:\w+(?:[/&]\w+)?\s+){0,3}(?:Director|Manager|Partner|President|Secretary|Member))"
)
_BETWEEN = r"(?:\s*(?:&|and|,|/|\+)\s*)"
ROLE = re.compile(
    rf"(?:{_BEFORE}\s+)*(?:{_OFFICE})"
    rf"(?:\s+of\s+the\s+Board|\s+of\s+[A-Z][\w ]*?(?=,|$|\n|\s+(?:{_FIELD}|Date|on)\b))?"
    rf"(?:{_BETWEEN}(?:{_BEFORE}\s+)*{_OFFICE})*"
)
_ANY_ROLE = re.compile(
    rf"(?:(?:{_BEFORE})\s+)*(?:{_OFFICE}|{_PLAIN_OFFICE})"
    r"(?:\s+of\s+the\s+Board|\s+of\s+[\w ]+?(?=,|$))?"
    rf"(?:{_BETWEEN}(?:{_OFFICE}))*"
)
_LEADER = re.compile(
    r"\b(?:directors?|chief executive|chief \w+(?: (?:and |& )?\w+)? officer|ceo"
    r"|c\.e\.o|cfo|coo|md"
    r"|chair\w*|partner|member|president|founder|principal|owner|proprietor|sole trader|trustee"
    r"|vice[- ]chancellor|provost|rector|governor|leader of (?:the )?council)\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(r"\b(?:partner|member|chair\w*)\b", re.IGNORECASE)
_COMPANY = re.compile(
    r"\s+of\s+[\w ]*\b(?:Limited|Ltd|PLC|plc|LLP|LLC|Inc|Group|Company)\b.*|\s+of\s+[A-Z]{2,}$"
)
_NAME = re.compile(NAME)
_NO_PERSON = re.compile(
    r"\b(?:Limited|Ltd|PLC|plc|LLP|LLC|Inc|GmbH|Group|Statement|Slavery|Policy|Policies|Board|Act"
    r"|Company|Signed|Signature|Date|Dated|Approval|Approved|United|Kingdom|London|England|Wales"
    r"|Human|Trafficking|Supply|Chain|Chains|Code|Conduct|Financial|Year|Version|Modern|Review"
    r"|Contact|Directors?|Officer|Manager|Executive|Chief|Head|Chair\w*|Secretary|Services?"
    r"|Solutions|Our|The|This|We|Training|Risk|Due|Diligence|Committee|Management|Senior|Team"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Page"
    r"|Next|Steps|Conclusion|Introduction|Further|Questions|Email|Registered|Number|Road|Street"
    r"|House|Park|Partners?|Council|Trust|International|Digital|Academy|Associates|Resources"
    r"|Performance|Indicators|President|Founder|Owner|CEO|CFO|COO|MD|Name|Title|Position|Role"
    r"|Full|Print|Behalf|For|And|By|On|In|Of|To|From|At|With|Its|Their|All|Any|UK|GB|Ireland"
    r"|Europe|Global|Governance|Compliance|Responsible|Procurement|Operations|Human|Resources"
    r"|Managing|Interim|Joint|Deputy|Acting|Finance|Commercial|Sales|Technical|University"
    r"|Foundation|NHS|Foods?|Holdings|Statements|Release|Author|Issued|Authorised|Yours"
    r"|Sincerely|Faithfully|Message|Letter|Foreword|Business|People|Quality|Sustainability"
    r"|Purpose|Scope|Contents|Appendix|Summary|Background|Overview|Structure|Effectiveness"
    r"|Commitment|Responsibility|Awareness|Monitoring|Progress|Plans?|Actions?|Future|Region\w*"
    r"|Transparency|Authority|Ethical|Trading|Initiative|Leader|Corporate|Legal|Safety|Health"
    r"|Reference|Document|Template|Draft|Final|Issue|Section|Part|Reporting|Period|Fiscal|Dear"
    r"|Key|Executives?|Lead|Co|Association|College|School|Partnership|Cabinet|Governing|Body"
    r"|Trustees?|Members?|Meeting|Electronic|Record|Docu[Ss]ign\w*|Envelope|Security|Level)\b"
)
_HONOURS = re.compile(
    r"(?:,?\s+(?:OBE|MBE|CBE|KBE|DBE|GBE|CVO|DL|JP|QC|KC|MP|MS|FCA|FCCA|ACA|ACMA|FCMA|FCIPS|MCIPS"
    r"|FCIPD|MCIPD|FRSA|FRICS|FCIOB|RGN|PhD|MBA|MSc|BSc|MA|BA|LLB|FCG))+\s*$"
)
_NO_CAPITALS_PERSON = re.compile(_NO_PERSON.pattern, re.IGNORECASE)


def without_honours(text: str) -> str:
    """Return a name without the letters of honours and degrees behind it, such as OBE."""
    return _HONOURS.sub("", text)


def is_person(text: str) -> bool:
    """Whether a text is a person's name and nothing else."""
    text = text.strip(" .,:;")
    if not _NAME.fullmatch(text):
        return False
    words = _NO_CAPITALS_PERSON if text.isupper() else _NO_PERSON
    parts = text.split()
    if not text.isupper():
        capitals = [part for part in parts if part.isupper() and len(part.strip(".")) > 1]
        if any(_NO_CAPITALS_PERSON.fullmatch(part) for part in capitals):
            return False
        if len(parts) > 2 and parts[0] in capitals and len(parts[0]) > 3 and len(capitals) == 1:
            return False  # a mark before the name
    return not words.search(text) and any(len(part.strip(".")) > 1 for part in parts)


def person_in(text: str) -> str:
    """Return the first person's name in a text, or nothing."""
    for match in _NAME.finditer(text):
        if is_person(match.group()):
            return match.group().strip(" .,")
    return ""


def role_of(text: str) -> str:
    """Return the role that a text opens with, or nothing."""
    match = _ANY_ROLE.match(text.lstrip(" ,.:;()–-").rstrip(" ,:;()–-"))
    return plain_role(match.group()) if match else ""


def plain_role(role: str) -> str:
    """Return a role without the company that it is held in."""
    return " ".join(_COMPANY.sub("", role).split()).strip(" ,")


def leads(role: str, *, partnership: bool = False) -> bool:
    """Whether a role signs for an organisation of this legal form, as its name says.

    A director or the equal of one for a company, charity or public body; for a limited liability
    partnership a member, for another partnership a partner. Source: Modern Slavery Act 2015,
    section 54(6). The name of a post does not prove who is a director by law.
    """
    return bool((_PARTNER if partnership else _LEADER).search(role))
