"""The facts of a document's identity, each with the sentence it was read from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scoring.reference.vocabulary import DocumentKind


class ApprovalState(StrEnum):
    """Whether the statement says that its board, or the board's equal, approved it.

    The first three answers are those of the statement registry's human audits: many statements
    name the board without saying that it approved. Unknown: part of the document was not read.
    """

    YES = "yes"
    NOT_EXPLICIT = "not_explicit"
    NO = "no"
    UNKNOWN = "unknown"


class SignatureState(StrEnum):
    """Whether a named person put their name to the statement.

    Unknown: part of the document was not read, or its kind cannot show a signature.
    """

    YES = "yes"
    NOT_EXPLICIT = "not_explicit"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FinancialYear:
    """The year a statement is about, as its words give it.

    Attributes:
        start: First day, where the words give it.
        end: Last day; where only a year is named, the last day of that calendar year.
        quote: The words it was read from.
        sentence: Index of the sentence in the document, or None if read from the title.
        exact: Whether the words give the last day itself, and not only a year.
        began: The year in which it began, where the words give two years such as 2021/22.
    """

    start: date | None
    end: date
    quote: str
    sentence: int | None
    exact: bool = True
    began: int | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved the statement and when, as its words give it.

    Attributes:
        refused: Whether the words say that it is not approved yet.
    """

    state: ApprovalState
    by: str = ""
    on: date | None = None
    sentence: int | None = None
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed the statement, in what role and when, as its words give it."""

    state: SignatureState
    name: str = ""
    role: str = ""
    sentence: int | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document is and the facts that a register would keep of it.

    Attributes:
        kind: What it is, by its words.
        reason: Why, in a sentence for a person.
        reason_sentence: Index of the sentence that told most, or None.
        organisations: The companies it speaks for, as it writes them.
        organisation_sentences: For each of them the sentence it was read from, or None if read
            from the title.
        year: The financial year it is about, or None if its words do not tell.
        published: The day it was published or last updated, as its words give it; the last of
            the month where they give only a month.
        published_sentence: Index of the sentence that gives that day.
        approval: Whether the board approved it.
        signature: Whether a named person signed it.
        published_exact: Whether the words give the day itself.
        calls_itself_policy: It speaks as a section 54 statement but is headed a policy.
        signatories: Everyone who signed, the surest first; `signature` is the first of them.
        unread: What a person can see in the document and we could not read, in plain words.
        signature_unseen: Why this kind of file may not show its signature, or empty.
    """

    kind: DocumentKind
    reason: str
    approval: Approval
    signature: Signature
    reason_sentence: int | None = None
    organisations: tuple[str, ...] = ()
    organisation_sentences: tuple[int | None, ...] = ()
    year: FinancialYear | None = None
    published: date | None = None
    published_sentence: int | None = None
    calls_itself_policy: bool = False
    published_exact: bool = True
    signatories: tuple[Signature, ...] = ()
    unread: tuple[str, ...] = ()
    signature_unseen: str = ""
