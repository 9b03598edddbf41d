"""Words parted at the end of a line: put together again, the hyphen kept where it belongs."""

import re
from collections import Counter
from collections.abc import Iterable

_PREFIXES = re.compile(
    r"anti|co|cross|e|ex|half|high|inter|long|low|mid|mini|multi|non|off|on|part|post|pre|pro"
    r"|self|semi|short|sub|third|two|un|well|zero"
)
_TAILS = re.compile(
    r"based|being|border|building|built|chain|compliance|day|depth|discrimination|ended|free|going"
    r"|government|hand|house|led|level|line|linked|making|military|off|operation|ordination|owned"
    r"|paid|party|person|place|positive|profit|quality|related|risk|round|scale|site|skilled"
    r"|slavery|specific|standing|takers|taking|term|tier|time|to|tolerance|towards|up|wage|wide"
    r"|work|year"
)
_SOFT = "\u2010"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Hyphens:
    """Judges parted words by the document's own vocabulary.

    A document that writes "co-operation" somewhere writes it so at a line's end too; where it
    shows neither way, the hyphen stays before a capital, after a short prefix or where both
    halves stand alone elsewhere, and goes otherwise. The hyphen that typesetters put in by rule
    (U+2010, or a soft one) goes always.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        for word, count in Counter(words).items():
            for part in _WORD.findall(word.casefold()):
                self._seen[part] += count

    def join(self, before: str, after: str) -> str:
        """Return the word that `before`, which ends in a hyphen, and `after` make."""
        head, tail = before[:-1], after
        left = re.search(r"[^\W_]*$", head)
        right = re.match(r"[^\W_]*", tail)
        one, two = (left[0] if left else ""), (right[0] if right else "")
        if before.endswith(_SOFT) and one.isalpha() and two[:1].islower():
            return head + tail
        return head + tail if self._is_one(one, two, head) else f"{head}-{tail}"

    def _is_one(self, one: str, two: str, head: str) -> bool:
        if not one or not two or not two[0].islower() or one[-1].isdigit():
            return False
        whole, parted = (one + two).casefold(), f"{one}-{two}".casefold()
        if self._seen[whole] != self._seen[parted]:
            return self._seen[whole] > self._seen[parted]
        if _PREFIXES.fullmatch(one.casefold()) or "-" in head or len(one) < 2:
            return False
        if _TAILS.fullmatch(two.casefold()) and len(one) > 2:
            return False
        halves = self._seen[one.casefold()] > 0 and self._seen[two.casefold()] > 0
        return not (halves and len(one) > 2 and len(two) > 2)
