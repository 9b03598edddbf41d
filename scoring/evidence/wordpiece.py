"""Words to word pieces, as the encoder reads them: the longest known beginning first.

The rules are those of BERT's WordPiece for plain ASCII (J. Devlin and others, "BERT" (2019)).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

START, END, HIDDEN, UNKNOWN = "[CLS]", "[SEP]", "[MASK]", "[UNK]"
"""Before a text, after a sentence, a piece to be guessed, and a word that cannot be spelt."""

CONTINUED = "##"
"""What a piece begins with that goes on within a word."""

_WORD = re.compile(r"[a-z0-9]+|[!-/:-@\[-`{-~]")
_LONGEST = 100
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The word pieces that an encoder knows.

    Attributes:
        numbers: Each piece's number.
    """

    numbers: Mapping[str, int]
    _spelt: dict[str, list[int]] = field(init=False, repr=False, default_factory=dict)

    @classmethod
    def listed(cls, pieces: Sequence[str]) -> "Pieces":
        """Return pieces by their place in a list."""
        return cls({piece: number for number, piece in enumerate(pieces)})

    def of(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text of plain ASCII."""
        if len(self._spelt) > _REMEMBERED:
            self._spelt.clear()
        return [piece for word in _WORD.findall(text.lower()) for piece in self._word(word)]

    def _word(self, word: str) -> list[int]:
        spelt = self._spelt.get(word)
        if spelt is None:
            spelt = self._spelt[word] = self._divided(word)
        return spelt

    def _divided(self, word: str) -> list[int]:
        numbers: list[int] = []
        at = 0
        while at < len(word):
            before = CONTINUED if at else ""
            for end in range(len(word), at, -1):
                number = self.numbers.get(before + word[at:end])
                if number is not None:
                    numbers.append(number)
                    at = end
                    break
            else:
                return [self.numbers[UNKNOWN]]
        return numbers if len(word) <= _LONGEST else [self.numbers[UNKNOWN]]
