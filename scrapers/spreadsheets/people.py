"""Whose name is it: a firm's, a private person's, one withheld, or no one's."""

import re
from enum import Enum
from functools import lru_cache

_WITHHELD = re.compile(
    r".*\bredact(?:ed|ion)?\b.*|.*\b(?:name|details|information) (?:withheld|removed)\b.*"
    r"|(?:.*\b)?personal (?:data|information|details?)|(?:individual|private individual)s?"
    r"|(?:withheld|confidential|data protection|exempt(?:ed)? information)(?: \w+)?"
    r"|commercial(?:ly)?(?: in)?[- ](?:sensitive|confiden\w+)(?: .*)?|name(?:s)? not disclosed"
    r"|(?:information|data|name|supplier|payee) (?:is )?(?:protected|not disclosed|anonymised)",
    re.IGNORECASE,
)
_NO_ONE = re.compile(
    r"(?:various|multiple|several|numerous|miscellaneous|sundry)"
    r"(?: (?:providers?|suppliers?|contractors?|companies|organisations?|payees?|vendors?"
    r"|creditors?|payments?|persons?|people|individuals?|recipients?|see .*))*(?: ?[-–:(].*)?"
    r"|(?:see|refer to) (?:above|below|attach\w*|desc\w*|notes?|contract\w*|list|annex|appendix"
    r"|schedule|individual|separate|tabs?|sheets?|lots?|documents?|framework|www|http|multiple"
    r"|various|suppliers?|comments?|award|website)\b.*"
    r"|(?:one|once)[- ](?:time|off|only) (?:vendors?|suppliers?|payees?|payments?|customers?)"
    r"|(?:staff|employees?|members?'?|councillors?'?|volunteers?) "
    r"(?:expenses?|reimbursements?|travel|payments?|allowances?)"
    r"|petty cash(?: .*)?|cash|(?:foster|kinship|shared lives|respite) carers?(?: payments?)?"
    r"|foster(?:ing)? (?:payments?|allowances?)|direct payments?(?: clients?| recipients?)?"
    r"|(?:council tax|business rates?|nndr|rent|housing benefit) (?:refunds?|rebates?)|refunds?"
    r"|(?:service users?|clients?|claimants?|tenants?|private landlords?|students?|residents?)"
    r"(?: (?:payments?|refunds?|various))?"
    r"|(?:\w+ )?(?:purchas(?:e|ing)|procurement|corporate|government procurement) cards?"
    r"(?: payments?)?|(?:general|sundry|misc(?:ellaneous)?) (?:expenses?|payments?|creditors?"
    r"|suppliers?)|(?:grants?|housing|rents?|benefits?|pensions?|sundry|misc|fees?|deposits?)"
    r" (?:payments?|refunds?)|.*\b(?:misc(?:ellaneous)?|suspense|sundry|holding) (?:account|a/c)"
    r"|not awarded(?: to (?:a |any )?suppliers?)?|payroll|n/?a|none|tbc|tba|tbd|unknown"
    r"|to be (?:confirmed|awarded|determined)"
    r"|not (?:known|applicable|awarded|yet awarded)|no supplier|[-–—.?*†\s]+",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:grand |sub[- ]?|report |overall |running |page |sheet )?(?:totals?|sum|cyfanswm)\b"
    r"(?: (?:for|of|spend|expenditure|payments?|amount|value|paid|this|to date|net|gross|excl\w*"
    r"|incl\w*|over|number|count)\b.*)?[\s:=£]*(?:\(.*\))?|.* (?:sub ?-?)?totals?:?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:foot ?notes?|notes?|n\.? ?b\.?|source|disclaimer|please note|key)\b ?[:.\-–].*"
    r"|(?:contains public sector|this (?:data|report|list|file|register)|report (?:run|date)"
    r"|prepared by|produced by|end of (?:report|data|file|list)|date (?:produced|printed|run)"
    r"|page \d+|all (?:amounts|figures|values|payments) |amounts? (?:are|is) |figures? (?:are|is) "
    r"|\*+ ?\w|licen[cs]ed? under|for further|\(?c\) ?crown).*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|rev|sir|lady|prof|professor)\b\.? ", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z](?:\.| |\. )){1,3}[A-Z][A-Za-z'’]+(?:-[A-Z][A-Za-z]+)?")
_TRADING = re.compile(r"\b(?:t/a|t/as|trading as|sole trader)\b", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z'’-]+")
_COMMON_FIRST_NAMES = """
adam adrian ahmed aisha alan albert alex alexander alice alison amanda amy andrea andrew angela
anita ann anna anne anthony antonio barbara barry ben benjamin brian caroline catherine charles
charlotte chris christine christopher claire clare clive colin craig daniel darren david dawn
deborah debbie denise dennis derek diane donna dorothy edward elaine elizabeth ellen emily emma
eric fatima fiona frances francis frank gareth gary geoffrey george gillian gordon graham grace
hannah harry heather helen henry hassan ian ibrahim irene jack jacqueline james jane janet jason
jean jennifer jeremy jessica jill joan joanne john jonathan joseph joyce judith julia julie karen
kate katherine kathleen keith kelly kenneth kevin kim laura lauren lee leonard lesley linda lisa
louise lucy lynn malcolm margaret maria marie mark martin mary matthew maureen michael michelle
mohamed mohammad mohammed muhammad natalie neil nicholas nicola nigel oliver olivia omar pamela
patricia patrick paul pauline peter philip rachel raymond rebecca richard robert roger ronald rose
roy russell ruth ryan sally samantha samuel sandra sarah sean sharon shaun sheila shirley simon
sophie stephanie stephen steven stuart susan suzanne sylvia teresa terence thomas timothy tina
tracey trevor valerie vanessa victoria vincent wayne wendy william yusuf yvonne zoe
"""
_BUSINESS_WORDS = """
ltd limited plc llp lp cic cio inc group company co corporation council borough trust school
academy college university nhs services service solutions consultancy consulting consultants
associates partners partnership sons bros brothers care nursery nurseries centre center church
society association foundation charity club hotel house home homes garage taxis taxi transport
travel catering cleaning construction builders building electrical engineering plumbing heating
roofing joinery flooring landscapes gardens farm farms press media design designs print printing
photography studio studios training education learning theatre arts music dance sports fitness
security systems software technology technologies uk international global and & hospital surgery
pharmacy dental solicitors chambers architects surveyors accountants insurance bank finance
properties property estates lettings housing hire supplies products stores shop cafe restaurant
foods bakery lewis lodge park disability communities windows executive cottage dene settlement
worldwide energy cars electric enterprises projects support maintenance city town county parish
works hoses plastics minibuses lines openreach capital usability dinners
"""
_FIRST_NAMES = frozenset(_COMMON_FIRST_NAMES.split())
_BUSINESS = frozenset(_BUSINESS_WORDS.split())


class Whose(Enum):
    """Whose name the words are, as far as they tell."""

    FIRM = "firm"
    PERSON = "person"
    NO_ONE = "no one"
    WITHHELD = "withheld"
    TOTAL = "total"
    NOTE = "note"
    HEADING = "heading"


@lru_cache(65_536)
def whose(name: str) -> Whose:
    """Return whose name it is: a firm's unless the words tell otherwise; no one's if empty."""
    name = name.strip()
    if _TOTAL.fullmatch(name):
        return Whose.TOTAL
    if _WITHHELD.fullmatch(name):
        return Whose.WITHHELD
    if not name or _NO_ONE.fullmatch(name):
        return Whose.NO_ONE
    if _NOTE.fullmatch(name):
        return Whose.NOTE
    return Whose.PERSON if _looks_like_a_person(name) else Whose.FIRM


def _looks_like_a_person(name: str) -> bool:
    """Whether the name looks like a private person's, such as a sole trader's or a carer's.

    Told by a title, by initials before a surname, or by a common first name, where no word is a
    business's. It errs to either side, so it only asks for care and never leaves a row out.
    """
    before_trading = _TRADING.split(name)
    name = before_trading[0].strip() if len(before_trading) > 1 else name
    words = _WORDS.findall(name)
    if not words or {word.lower() for word in words} & _BUSINESS or "&" in name:
        return False
    if _TITLE.match(name):
        return len(words) <= 5
    if any(character.isdigit() for character in name) or not 2 <= len(words) <= 4:
        return False
    if _INITIALS.fullmatch(name):
        return True
    return words[0].lower() in _FIRST_NAMES and all(
        len(word) > 1 or word.isupper() for word in words
    )
