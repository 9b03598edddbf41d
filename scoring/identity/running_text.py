"""The document as one text, so that names and dates are found where line breaks were lost.

Pasted text, web pages and PDF exports often run lines together: "Jane DoeChief Executive12 June
2025". Words that ran together are parted here; every place leads back to its sentence.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from scoring.text import Document

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_RUN_TOGETHER = (
    re.compile(
        r"(?<=[a-zà-ÿ])(?=(?:Chief (?:Executive|\w+ \w*\s?Officer)|Director|Managing Director"
        r"|Chair(?:man|woman)?|Executive|(?:Group|Joint|Interim|General|Senior|Non-Executive|Company)"
        r"\s(?:Chief|CEO|Managing|HR|Finance|Manager|Secretary|Partner|Director|People|Human)"
        r"|President|Vice|Interim|CEO|CFO|COO|MD|VP|Partner|Dated?|Signed|Approved|Position|Title"
        r"|Trustee|Principal|Founder|UK|Structure|Introduction|This|We)\b|Chief Executive)"
    ),
    re.compile(r"(?<=[A-Za-z0-9)][.:;,!?])(?=[A-Z][a-zA-Z'’-]+\s)"),
    re.compile(r"(?<=[a-z])(?=\d[A-Z][a-z])|(?<=[a-z]\d)(?=[A-Z][a-z]{2})"),
    re.compile(r"(?<=[a-z])(?<=[eyt])(?=page \d)"),
    re.compile(r"(?<=[a-z][rtey])(?=UK\b)"),
    re.compile(r"(?<=[a-z])(?=[A-Z]{4,}\s[A-Z])"),
    re.compile(
        r"(?:(?<=SLAVERY)|(?<=TRAFFICKING)|(?<=POLICY)|(?<=STATEMENT)(?!S\b)"
        r"|(?<=\bACT)(?!I[OV]|OR|UA))(?=[A-Z]{3,}|[A-Z]?[a-z]{3,})"
    ),
    re.compile(r"(?<=[A-Z]{4})(?=[A-Z][a-z]{2,}\s)"),
    re.compile(rf"(?<=[A-Za-zà-ÿ])(?=\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}\b)"),
    re.compile(rf"(?<=[a-zà-ÿ])(?={_MONTHS}\s+\d)"),
    re.compile(r"(?<=\b(?:19|20)\d\d)(?=[A-Z][a-z])"),
    re.compile(r"(?<=\b(?:CEO|CFO|COO))(?=[A-Z][a-z])"),
    re.compile(r"(?<=[a-z])(?=POSITION|DATE\b|NAME\b)"),
    re.compile(r"(?<=\b20\d\d[/–-]\d\d)(?=[A-Z][a-z])"),
)
_WITHOUT_SPACES = (
    (re.compile(r"(?<=[a-z])(financial|fiscal|reporting)year(ended|ending)?(?=\d|[A-Z])"),
     r" \1 year \2 "),
    (re.compile(rf"(?<=\d)(?={_MONTHS})|(?<=[a-z])(?=(?:19|20)\d\d(?!\d))"), " "),
)  # fmt: skip
"""Words of the year in text that lost all of its spaces, as some PDF exports do."""


@dataclass(frozen=True)
class RunningText:
    """All sentences in reading order, one a line; table cells are lines of their own.

    Attributes:
        text: The whole text.
        starts: Where each sentence begins in it.
        indexes: The index of each sentence in the document.
    """

    text: str
    starts: tuple[int, ...]
    indexes: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> "RunningText":
        """Return a document's running text."""
        parts: list[str] = []
        starts: list[int] = []
        length = 0
        for sentence in document.sentences:
            words = parted(sentence.text).replace(" | ", "\n")
            starts.append(length)
            parts.append(words)
            length += len(words) + 1
        return cls("\n".join(parts), tuple(starts), tuple(s.index for s in document.sentences))

    def sentence_at(self, place: int) -> int | None:
        """Return the index of the sentence that holds a place."""
        if not self.starts:
            return None
        return self.indexes[max(bisect_right(self.starts, place) - 1, 0)]

    @cached_property
    def closing(self) -> int:
        """Where the last part begins: what closes a statement is in its last tenth."""
        last_lines = self.starts[-10] if len(self.starts) > 10 else 0
        return min(max(int(len(self.text) * 0.9), last_lines), max(len(self.text) - 600, 0))


_LONGEST_WORD = 24
_ADDRESS = re.compile(r"\S*(?:@|/|www\.)\S*")


def has_lost_spaces(text: str) -> bool:
    """Whether a good part of a text (a tenth of its letters) ran together into long words."""
    letters = [sum(map(str.isalpha, word)) for word in _ADDRESS.sub(" ", text).split()]
    return sum(n for n in letters if n > _LONGEST_WORD) * 10 > sum(letters) > 0


def parted(text: str) -> str:
    """Part words that ran together where a line break was lost."""
    for pattern in _RUN_TOGETHER:
        text = pattern.sub(" ", text)
    return text


def with_spaces(text: str) -> str:
    """Part words, and the words of a year where a text lost all of its spaces."""
    for pattern, parts in _WITHOUT_SPACES:
        text = pattern.sub(parts, text)
    return parted(text)
