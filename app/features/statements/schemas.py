"""What a statement says of itself, as callers are given it."""

from datetime import date

from pydantic import Field

from app.http.schemas import Published
from scoring.identity import ApprovalState, SignatureState
from scoring.reference.vocabulary import DocumentKind


class FinancialYear(Published):
    """The year that a statement is about, as its words give it."""

    start: date | None
    end: date = Field(
        description="The last day; where only a year is named, the last of that calendar year."
    )
    quote: str
    sentence: int | None = Field(description="Null where it was read from the title.")
    exact: bool = Field(True, description="Whether the words give the last day itself.")
    began: int | None = Field(
        None, description="The year in which it began, where two years are given as in 2021/22."
    )


class Approval(Published):
    """Who approved the statement and when, as its words give it."""

    state: ApprovalState
    by: str = ""
    on: date | None = None
    sentence: int | None = None
    refused: bool = Field(
        default=False, description="Whether the words say that it is not approved yet."
    )


class Signature(Published):
    """Who signed the statement, in what role and when, as its words give it."""

    state: SignatureState
    name: str = ""
    role: str = ""
    sentence: int | None = None
    on: date | None = None


class StatementIdentity(Published):
    """Organisations, financial year, approval and signature, as the statement's words give them.

    Sentences are places in the document's reading order, from 0.
    """

    kind: DocumentKind
    reason: str
    approval: Approval
    signature: Signature
    reason_sentence: int | None = None
    organisations: tuple[str, ...] = ()
    organisation_sentences: list[int | None] = Field(
        default=[], description="The sentence of each; null where it was read from the title."
    )
    year: FinancialYear | None = None
    published: date | None = None
    published_sentence: int | None = None
    calls_itself_policy: bool = False
    published_exact: bool = Field(True, description="Whether the words give the day itself.")
    signatories: list[Signature] = Field(
        default=[], description="Everyone who signed, the surest first."
    )
    unread: list[str] = Field(
        default=[], description="What a person can see in the document and we could not read."
    )
