"""What a deduction from pay is for, read from its name: the kinds that the wage rules tell apart.

Source: National Minimum Wage Regulations 2015 regs 11-15. A deduction for the employer's own use
    or for the worker's expenses in the job reduces pay (regs 12(1), 13). A sum paid on to a third
    party, and the exceptions in reg 12(2), do not. Living accommodation has its own rule (regs
    14-16).
"""

import re
from enum import StrEnum
from functools import lru_cache


class DeductionKind(StrEnum):
    """How a deduction counts for the minimum wage."""

    STATUTORY = "statutory"
    """Tax, National Insurance, student loan, court order, pension: never reduces (reg 12(1))."""
    THIRD_PARTY = "third party"
    """Paid on at the worker's wish, such as union dues: never reduces (reg 12(1))."""
    EXCEPTED = "excepted"
    """Loan or advance, overpayment, shares, contractual liability: never reduces (reg 12(2))."""
    OWN_USE = "own use"
    """For the employer's use, or the worker's expenses in the job: reduces (regs 12(1), 13)."""
    DEBT = "fee or debt"
    """As own use, and like a debt that the worker must work off: a fee, a fine, transport."""
    FINE = "fine"
    """Lawful only where the contract makes the worker liable: may reduce (reg 12(2)(a))."""
    EMPLOYER_COST = "employer's cost"
    """The employer's own National Insurance or levy: may not be taken from pay."""
    UMBRELLA = "umbrella margin"
    """An umbrella company's margin: for its own use, so it reduces."""
    ACCOMMODATION = "accommodation"
    """Rent and what comes with a home: only the part over the offset reduces (reg 14)."""
    UNKNOWN = "unknown"
    """The name does not say, so it may or may not reduce."""


K = DeductionKind
_SACRIFICE = (
    r"salary (?:sacrifice|exchange)|sal(?:ary)? ?sac(?:rifice)?\b|sal(?:ary)? ?ex(?:ch)?\b|"
    r"pension smart\b|\bsmart (?:sacrifice|exchange|contribution)|"
    r"(?:cycle|bike|cycling) ?(?:to|2) ?work|(?:cycle|bike|car|tech\w*) scheme|car lease|"
    r"\bc2w\b|cycle ?scheme|tusker|\bev (?:scheme|lease|car)|"
    r"(?:holiday|leave) (?:purchase|buy)|(?:buy\w*|bought|purchased?) (?:holiday|leave)"
)
_WORDS: tuple[tuple[DeductionKind, str], ...] = (
    (
        K.EMPLOYER_COST,
        r"employers?(?: s)? (?:secondary )?(?:class 1 )?(?:national insurance|ni|nic|"
        r"nics)\b|\bers? nic?s?\b|"
        r"secondary (?:ni|national insurance|contribution)|app(?:rentice(?:ship)?)? levy",
    ),
    (K.UMBRELLA, r"umbrella|\bmargin\b|(?:payroll|intermediary|company) margin"),
    (
        K.DEBT,
        r"recruit\w*|(?:agency|work finding|finder s?|placement|introduction|registration|"
        r"arrangement|processing|sponsor\w*) fees?|\bsponsor\w*|\bvisas?\b|immigration|"
        r"certificate of sponsorship|skills charge|work permit|passport|debt\b|"
        r"penalt\w+|\bpcns?\b|\bfines?\b|airport|\bcos\b|interpret\w*|translation|"
        r"\bfees?\b|flights?|airfare|air ?tickets?|\bihs\b|health surcharge|relocation",
    ),
    (
        K.EXCEPTED,
        r"(?:over ?paid|over ?pay(?:ments?)?\b|\bovpd?\b|\badv\b|\bo p\b|paid in error)|"
        r"\badvances?\b|\bsub\b|\bloans?\b|hardship|"
        r"wagestream|earned wage|early wage|pre ?paid wages|pre ?payment|"
        r"\bshares?\b|share ?save|\bsaye\b|\bsip\b|save as you earn|"
        r"contractual(?:ly)? (?:liab\w+|agreed)|excess (?:holiday|leave)|"
        r"(?:holiday|leave) (?:taken )?in excess|holiday overtaken|industrial action|strike",
    ),
    (
        K.THIRD_PARTY,
        r"union|unison|unite\b|\bgmb\b|usdaw|\brmt\b|\bcwu\b|prospect\b|\bsubs(?:cription)?s?\b|"
        r"\brcn\b|nasuwt|\bneu\b|\bpcs\b|iwgb|\buvw\b|aslef|\bnuj\b|"
        r"political (?:levy|fund)|tssa|\bfbu\b|\bucu\b|bectu|"
        r"bfawu|napo\b|nautilus|balpa|\bnaht\b|\brcm\b|simply ?health|westfield health|benenden|"
        r"\bb?hsf\b|medicash|health shield|health (?:cash )?plan|cash plan|dental|"
        r"private medical|(?:health|life) (?:insurance|"
        r"assurance|cover)|bupa|\bgym\b|"
        r"give as you earn|payroll giving|charit\w*|donation|credit union|\bgaye\b",
    ),
    (
        K.STATUTORY,
        r"\bpaye\b|income tax|\btax\b|national insurance|\bni\b|\bnics?\b|\bees? ni\b|"
        r"stud?(?:ent)? (?:loan|ln)|\bsld\b|\baoe\b|\bcmg\b|\bpgl\b|\bslr\b|\bn i\b|"
        r"nat(?:ional)? ins\b|\bpens\b|"
        r"\bcis\b|\bhmrc\b|\bdwp\b|universal credit|\blgps\b|"
        r"\bsl\b|(?:post ?grad\w*|pg) loan|attach\w*|arrest\w*|court|\bcsa\b|\bcms\b|"
        r"child (?:support|"
        r"maintenance)|maintenance order|\b(?:ct|cc)?aeos?\b|\bdeas?\b|council tax|"
        r"benefit overpayment|deduct\w* from earnings order|\bdeos?\b|\bcmec\b|\bccj\b|"
        r"magistrates|pensions?|\bnest\b|\bavc\b|"
        r"superannuation|"
        r"auto enrol\w*|scottish widows|royal london|standard life|legal and general|aviva|"
        r"cushon|peoples? partnership",
    ),
    (
        K.ACCOMMODATION,
        r"accomm?odation|\baccomm?\b|\brent\b|housing|lodging|hostel|caravan|\bdigs\b|"
        r"\bbed\b|utilit\w+|"
        r"electric\w*|"
        r"\bgas\b|heating|household bills|bedding|furniture",
    ),
    (
        K.OWN_USE,
        r"uniforms?|work ?wear|clothing|tabards?|overalls?|aprons?|fleece|trousers|polo shirt|"
        r"jacket|\bshirts?\b|boots|shoes|hi ?vi[sz]\w*|high vis\w*|gloves|"
        r"helmet|hard hat|"
        r"\bcscs\b|vetting|screening|right to work|\brtw\b|background check|pre ?employment|"
        r"occupational health|health check|eye test|medical check|registration|\bnmc\b|hcpc|"
        r"bacs|cheque|pay ?slips?\b|"
        r"withh(?:o|e)ld\w*|held back|retained|retention$|"
        r"\bppe\b|protective|tools?\b|equipment|laundry|"
        r"dry cleaning|meals?\b|lunch\w*|food|care certificate|canteen|refreshments|\bdbs\b|"
        r"\bcrb\b|licen[cs]e|"
        r"\bsia\b|badge|"
        r"id card|training|course|induction|e ?learning|admin\w*|payroll (?:charge|cost)|handling|"
        r"bank charge|cash(?:ing)? charge|(?:car )?park(?:ing)?\b|locker|"
        r"name tag|lanyard|smart ?card|fuel|vehicle|\bvan\b|mobile|\bphone\b|"
        r"cleaning of|"
        r"materials|chair rent|childcare|(?:staff|company|works|site) (?:shop|store|purchases?)|"
        r"grocer\w*",
    ),
    (K.DEBT, r"transport|travel|minibus|\bbus\b|\blift\b|taxi"),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _WORDS)
_REDUCES = frozenset({K.OWN_USE, K.DEBT, K.EMPLOYER_COST, K.UMBRELLA})
_KEEPS = frozenset({K.STATUTORY, K.THIRD_PARTY, K.EXCEPTED})
_CLEAR = re.compile(
    r"\b(?:stud(?:ent)?|post ?grad\w*|pg) loans?|credit union|benefit overpayments?|council tax|"
    r"(?:season ticket|travel|transport|bike|cycle|rent|tenancy|training|"
    r"course) (?:loan|advance)s?|"
    r"child(?:care)? (?:support|maintenance)|union (?:fees?|dues|subscriptions?)|"
    r"court (?:fines?|fees?|orders?)|pension (?:loan|fees?)"
)
_LIABILITY = re.compile(
    r"till|shortage|shortfall|unreturned|(?:not|non|failure to) return\w*|"
    r"breakage|damage|accident|lost|replacement|misconduct|disciplin\w+|"
    r"\bfines?\b|penalt\w+|\bpcns?\b|notice (?:not|pay)|deposit"
)
_LOSS = re.compile(r"lost|return|damage|replace\w*|shortage|breakage")
_LEAVING = re.compile(r"leav\w+|resign\w*|claw ?back|termination|repayment of training")
_STATE = re.compile(r"\b(?:hmrc|dwp|tax|council|benefits?|court)\b")
_BONDED = re.compile(
    r"recruit\w*|agency|visa|sponsor\w*|flight|airfare|arriv\w*|travel to (?:the )?uk|"
    r"passport|debt\b"
)


@lru_cache(maxsize=50_000)
def deduction_kind(name: str) -> DeductionKind:
    """Return what a deduction is for, from its name as a payslip writes it.

    A name that fits kinds which count differently is unknown, because one sum covers both. Salary
    sacrifice lowers pay itself, whatever it buys (reg 8), so it counts as own use.

    Args:
        name: A heading or a reason, such as `Unison subscription` or `uniform`.
    """
    text = " ".join(re.findall(r"[a-z0-9]+", name.lower().replace("&", " and ")))
    kinds = _kinds(text)
    if re.search(_SACRIFICE, text) or _is_deposit(text, kinds):
        return K.OWN_USE
    if K.STATUTORY in kinds and _STATE.search(text) and "debt" in text.split():
        return K.STATUTORY  # what the state collects, such as a tax debt
    if _BONDED.search(text) and kinds & {K.EXCEPTED, K.DEBT}:
        return K.DEBT  # a loan for a fee or a visa is the debt that binds a worker
    if _LIABILITY.search(text) and K.EXCEPTED not in kinds:
        return K.STATUTORY if K.STATUTORY in kinds else K.FINE if K.DEBT in kinds else K.UNKNOWN
    if (_LEAVING.search(text) and kinds & _REDUCES) or "smart pension" in text:
        # Who leaves may be liable under the contract (reg 12(2)(a)). "Smart Pension" is a
        # provider, and also a way to sacrifice salary.
        return K.UNKNOWN
    own = kinds & {K.EMPLOYER_COST, K.UMBRELLA}
    return min(own) if own else _agreed(kinds)


def _is_deposit(text: str, kinds: frozenset[DeductionKind]) -> bool:
    """Whether it is a deposit for a thing of the job, which the employer has meanwhile."""
    return kinds == {K.OWN_USE} and "deposit" in text.split() and not _LOSS.search(text)


def may_be_liability(name: str) -> bool:
    """Return whether a name is of a loss or damage that a contract may charge to the worker."""
    return bool(_LIABILITY.search(name.lower()))


def _kinds(text: str) -> frozenset[DeductionKind]:
    clear = _CLEAR.findall(text)
    rest = _CLEAR.sub(" ", text)
    kinds = {kind for kind, pattern in _PATTERNS if pattern.search(rest)}
    for each in clear:
        if re.search(r"stud|grad|pg|court|council tax|benefit|child|pension", each):
            kinds.add(K.STATUTORY)
        elif "union" in each:
            kinds.add(K.THIRD_PARTY)
        else:
            kinds.add(K.EXCEPTED)
    if K.ACCOMMODATION in kinds and "council tax" in text:
        kinds -= {K.STATUTORY}  # what a landlord charges beside the rent
    if K.EXCEPTED in kinds and re.search(r"over ?pa|paid in error|advance|excess", text):
        kinds -= {K.OWN_USE, K.DEBT, K.STATUTORY} - ({K.DEBT} if _BONDED.search(text) else set())
    if K.STATUTORY in kinds and re.search(
        r"attach|arrest|court|order\b|\b(?:(?:ct|cc)?aeos?|aoe|deas?|deos?|csa|cms)\b", text
    ):
        kinds -= {K.DEBT, K.OWN_USE}
    return frozenset(kinds)


def _agreed(kinds: frozenset[DeductionKind]) -> DeductionKind:
    """The one kind, or the one that stands for several that count alike; else unknown."""
    if not kinds:
        return K.UNKNOWN
    if kinds <= _REDUCES:
        return K.DEBT if K.DEBT in kinds else next(iter(sorted(kinds)))
    if kinds <= _KEEPS:
        return K.EXCEPTED if K.EXCEPTED in kinds else next(iter(sorted(kinds)))
    return next(iter(kinds)) if len(kinds) == 1 else K.UNKNOWN
