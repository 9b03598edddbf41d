"""What can go wrong outside: every reader and register raises one of these, with a plain reason.

SourceError
├── SourceUnavailable   the publisher or site did not answer, or refused
├── SourceChanged       it answered in a shape we do not know: names the field and row
├── FetchRefused        our own guard refused the address, the size or the time
├── DocumentUnreadable  the bytes are no document that we can read
│   └── ReaderDied      its reader was killed in the middle: perhaps by it, perhaps by chance
├── HeadingsUnclear     a person must say which of two columns of a pay file is meant
└── ListUnreadable      the bytes are no supplier list that we can read
    └── ColumnsUnclear  a person must say which column holds the suppliers or the money
"""


class SourceError(Exception):
    """Something outside could not be read; `reason` is a sentence for a person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SourceUnavailable(SourceError):
    """The publisher or site did not answer, or answered with an error.

    `status` is the HTTP status it answered with, 0 where it did not answer: a page that is gone
    (404, 410) differs from a site that is ill.
    """

    def __init__(self, reason: str, *, status: int = 0) -> None:
        super().__init__(reason)
        self.status = status

    @property
    def gone(self) -> bool:
        """Whether the site says that there is nothing at this address."""
        return self.status in (404, 410)


class SourceChanged(SourceError):
    """The source answered in a shape that we do not know.

    `field` names the column or member, `row` counts records from 1 (0: the whole answer).
    """

    def __init__(self, reason: str, *, field: str = "", row: int = 0) -> None:
        super().__init__(reason)
        self.field = field
        self.row = row


class FetchRefused(SourceError):
    """The guard refused to fetch: the address, the size or the time is not allowed."""


class DocumentUnreadable(SourceError):
    """The bytes are no document that we can read."""


class ReaderDied(DocumentUnreadable):
    """The process that read the document died in the middle, so it may be worth another try."""


class ListUnreadable(SourceError):
    """The file is no supplier list that we can read: no table, or no column of suppliers."""


HOW_TO_CHOOSE = (
    "Choose on the page, or send it again with --column NUMBER=FIELD (columns count from 1), or "
    "with `columns` over the API."
)


class ColumnsUnclear(ListUnreadable):
    """A list of which a person must say what a column holds before it is read.

    `field` names what the column would hold, `choices` the columns that may hold it, by index
    from 0. `question` asks a person, and the reason also says how to answer.
    """

    def __init__(self, question: str, *, field: str, choices: tuple[int, ...]) -> None:
        super().__init__(f"{question} {HOW_TO_CHOOSE}")
        self.question = question
        self.field = field
        self.choices = choices


class HeadingsUnclear(SourceError):
    """A rota or file of payslips has two columns that may hold the same, and they differ.

    `choices` has one question for each: a sentence, and for each answer the heading and meaning
    as `Heading = meaning`.
    """

    def __init__(self, choices: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        said = [f"{question} Answer {' or '.join(answers)}." for question, answers in choices]
        super().__init__(" ".join(said))
        self.choices = choices
