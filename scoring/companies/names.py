"""Names of organisations: one spelling of each, and how alike two are, with the reason."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

# Source: Companies Act 2006 s59 (required indications, English and Welsh), and the forms of the
# other registers; regulation of names ignores them when it asks whether two names are the same
# (Company, LLP and Business (Names and Trading Disclosures) Regulations 2015, schedule 3).
_FORMS = re.compile(
    r"(?: (?:limited|ltd|ltd co|plc|llp|lp|cic|cio|scio|inc|incorporated|llc|gmbh|bv|sarl|spa|ag"
    r"|public limited company|limited liability partnership|limited partnership|unlimited"
    r"|community interest company|charitable incorporated organisation|societas europaea"
    r"|cyfyngedig|cyf|ccc|pac|cbc|registered society|co limited|co ltd|company limited))+\Z"
)
_TRADING = re.compile(
    r" ?[,;(-]? ?\b(?:t/as?|known as|trading as|trading under|formerly(?: known as)?"
    r"|previously(?: known as)?|also known as|aka|fka)"
    r"\b[ :]*",
    re.IGNORECASE,
)
"""Read in a name whose space is single, so that a run of spaces is not tried from each of them."""
_BRACKETS = re.compile(r"\(([^()]{2,})\)")
_SPACES = re.compile(r"[^a-z0-9]+")
_INITIALS = re.compile(r"\b(?:[a-z] )+[a-z]\b")
# words that tell one company of a group from another less than they tell groups apart
_WEAK = frozenset(
    ["uk", "gb", "group", "holdings", "holding", "operations", "services", "international",
     "europe", "england", "and", "of", "co", "united", "kingdom", "great", "britain",
     "corporation", "ireland", "england"]
)  # fmt: skip
BUT_FOR = 90.0
"""What names are worth that differ only by words such as Group, Holdings or UK."""

_MISREAD = str.maketrans("0158", "olsb")
_COMMON = {"company": "co", "companies": "cos", "brothers": "bros", "saint": "st"}


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How alike two names are.

    Attributes:
        score: 0 (nothing alike) to 100 (the same after normalising).
        same: Whether the normalised names are equal.
        reason: Why, in words.
    """

    score: float
    same: bool
    reason: str


@lru_cache(262_144)
def normalise(name: str) -> str:
    """Return the name in one spelling: lower case, no accents, marks, legal forms or leading The.

    Initials are written together, so that `J.C.B.` and `J C B` are `jcb`. Source: what the
    Company, LLP and Business (Names and Trading Disclosures) Regulations 2015, schedule 3, ignore
    when they ask whether two names are the same; so two registered companies rarely share one.
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    plain = plain.lower()
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    for mark, word in (("&", " and "), ("+", " and "), ("'", ""), ("’", ""), ("`", "")):
        if mark in plain:
            plain = plain.replace(mark, word)
    plain = _SPACES.sub(" ", plain).strip()
    plain = _INITIALS.sub(lambda run: run[0].replace(" ", ""), plain)
    bare = _FORMS.sub("", plain).removeprefix("the ") or plain
    return " ".join(_COMMON.get(word, word) for word in bare.split(" "))


def spellings(name: str) -> tuple[str, ...]:
    """Return every normalised name that the words may stand for, the whole first, each once.

    `Ann Fern t/a Fern Cleaning` also stands for `Fern Cleaning`, `Moss Trust (MT)` for
    `Moss Trust`, and what a narrow column cut or a scanner misread (`8eech Lirnited`) for what it
    most likely was (`Beech`).
    """
    name = " ".join(name.split())
    variants = [normalise(name)]
    parts = _TRADING.split(name)
    if len(parts) > 1:
        variants += [normalise(part) for part in parts]
    if "(" in name:
        variants.append(normalise(_BRACKETS.sub(" ", name)))
    variants.append(_repaired(variants[0]))
    return tuple(dict.fromkeys(spelling for spelling in variants if len(spelling) > 1))


def _repaired(name: str) -> str:
    """The name without a legal form that was cut or misread, and digits in words as letters."""
    words = name.split()
    last = words[-1].translate(_MISREAD).replace("rn", "m") if len(words) > 1 else ""
    cut = 2 <= len(last) < 7 and "limited".startswith(last)
    misread = len(last) >= 5 and fuzz.ratio(last, "limited") >= 76
    if cut or misread:
        words = words[:-1]
    return " ".join(
        word.translate(_MISREAD) if not word.isdigit() and not word.isalpha() else word
        for word in words
    )


def compare(a: str, b: str) -> NameComparison:
    """Return how alike two names are; the order of the two does not matter."""
    return compare_normalised(normalise(a), normalise(b))


def compare_normalised(a: str, b: str) -> NameComparison:
    """Return how alike two names are that are in one spelling already."""
    left, right = sorted((a, b))
    if left == right and left:
        return NameComparison(
            100.0, True, "The same name once legal forms and marks are set aside"
        )
    in_order = fuzz.ratio(left, right)
    score, reason = in_order, f"Names are {in_order:.0f} of 100 alike"
    other_order = fuzz.token_sort_ratio(left, right)
    if other_order > in_order:
        score = min(other_order, 99.0)
        reason = f"Names are {score:.0f} of 100 alike, in another order of words"
    if score < BUT_FOR and (weak := _but_for(left, right)):
        score, reason = BUT_FOR, f"The same name but for {' and '.join(weak)}"
    return NameComparison(min(score, 99.0), False, reason)


def _but_for(a: str, b: str) -> list[str]:
    """The words by which two names differ, where all are weak and enough is left to agree."""
    one, two = set(a.split()), set(b.split())
    differing = one ^ two
    shared = one & two - _WEAK
    if not differing or not differing <= _WEAK or (one - two and two - one):
        return []
    return sorted(differing) if len(shared) > 1 or any(len(w) >= 5 for w in shared) else []
