"""Names of organisations: one spelling of each, and how alike two are, with the reason."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

_FORMS = re.compile(
    r"(?: (?:limited|ltd|plc|llp|lp|cic|public limited company|limited liability partnership"
    r"|community interest company))+\Z"
)


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


def normalise(name: str) -> str:
    """Return the name in one spelling: lower case, no accents, marks or legal forms."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"['’.]", "", plain.replace("&", " and "))
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())
    return _FORMS.sub("", plain) or plain


def compare(a: str, b: str) -> NameComparison:
    """Return how alike two names are; the order of the two does not matter."""
    left, right = sorted((normalise(a), normalise(b)))
    if left == right and left:
        return NameComparison(
            100.0, True, "The same name once legal forms and marks are set aside"
        )
    score = fuzz.ratio(left, right)
    return NameComparison(score, False, f"Names are {score:.0f} of 100 alike")
