"""`/v1/statements`: a document offered as a supplier's statement, and what was read in it."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.db.json_codec import EVIDENCE
from app.features.assessments.serializer import Evidence, serialize_evidence
from app.features.statements.explanation import Explained, explain_sentence
from app.features.statements.schemas import StatementIdentity
from app.features.suppliers.queries import statement_of
from app.http.dependencies import InstallationDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from scoring.reference.vocabulary import Criterion, DocumentKind

if TYPE_CHECKING:  # it needs scikit-learn, which takes seconds to import
    from scoring.evidence.explain import Term
from datetime import UTC, datetime

from pydantic import ConfigDict, StringConstraints

from app.features.statements.feedback import feedback_on, give_feedback
from app.http.dependencies import CallerDep
from app.http.idempotency import IdempotentRoute
from models import Feedback as FeedbackRow
from models import Verdict

router = APIRouter(
    prefix="/statements", tags=["statements"], dependencies=[require_scope(Scope.READ_SUPPLIERS)]
)


class Statement(BaseModel):
    """A statement as read; `kind` is null where it could not be read, and `reason` says why."""

    id: UUID
    supplier_id: UUID
    name: str
    document: str = Field(description="SHA-256 of its bytes.")
    media_type: str
    kind: DocumentKind | None
    reason: str
    matched_by: str
    pages: int
    words: int
    read_by_ocr: bool
    notices: list[str]
    identity: StatementIdentity | None = Field(description="Null where it could not be read.")
    evidence: list[Evidence]


@router.get("/{statement_id}", summary="One statement")
def get_statement(
    session: SessionDep, organisation: OrganisationDep, statement_id: UUID
) -> Statement:
    """Return what a statement is, whose, for which year, and the evidence that it offers."""
    statement, document = statement_of(session, organisation, statement_id)
    evidence = EVIDENCE.decompress(document.evidence) if document.evidence else ()
    return Statement(
        id=statement.id,
        supplier_id=statement.supplier_id,
        name=statement.name,
        document=document.sha256,
        media_type=document.media_type,
        kind=document.kind,
        reason=document.reason,
        matched_by=statement.matched_by,
        pages=document.pages,
        words=document.words,
        read_by_ocr=document.read_by_ocr,
        notices=document.notices,
        identity=StatementIdentity.model_validate(document.identity)
        if document.identity
        else None,
        evidence=[serialize_evidence(each) for each in evidence],
    )


explanations_router = APIRouter(
    prefix="/statements", tags=["statements"], dependencies=[require_scope(Scope.READ_SUPPLIERS)]
)

_PLACES = 6
"""Decimal places of what is told: the weights are single floats."""

Weight = Annotated[float, Field(description="Added to the score; below 0 it speaks against.")]


class ExplanationTerm(BaseModel):
    """A word, a pair of words or a run of letters, small and with every digit as 9."""

    text: str = Field(examples=["training on"])
    weight: Weight


class ExplanationNeighbour(BaseModel):
    """A sentence nearby, what it added, and the words that weighed most in it."""

    sentence: int
    quote: str = Field(examples=["Training"])
    weight: Weight
    words: list[ExplanationTerm]


class NearestSentence(BaseModel):
    """A labelled sentence: where it stands in its collection, and how like it is."""

    collection: str = Field(examples=["aims_uk"])
    statement: str = Field(examples=["SID_581"])
    sentence: int
    likeness: float = Field(description="From about 0 to 1: the cosine of their words.")


class Judgement(BaseModel):
    """What is kept of the sentence: the judgement that findings rest on."""

    model: str = Field(description="The version of the classifier that judged the document.")
    offered: bool
    probability: float | None = Field(description="Null where it did not offer the sentence.")


class Explanation(BaseModel):
    """A judgement taken apart; the parts add up to the score.

    That is `base`, `encoder`, `words`, `other_words`, `letters`, `other_letters` and the weights
    of `neighbours`.
    """

    sentence: int = Field(examples=[12])
    criterion: Criterion = Field(examples=["training"])
    quote: str = Field(examples=["All buyers receive training on modern slavery every year."])
    page: int = Field(description="Page, from 1.")
    judgement: Judgement
    model: str = Field(description="The version of today's classifier, which explains.")
    same_model: bool = Field(
        description="False where another version judged: what follows is then not that judgement."
    )
    probability: float = Field(
        description="Calibrated, 0 to 1; for an area of mitigation also that of mitigation."
    )
    threshold: float = Field(description="The probability from which a sentence is offered.")
    score: float = Field(description="The sum, before calibration.")
    base: float = Field(description="Where it starts, and what the sentence's length added.")
    encoder: float = Field(
        description="What the encoder added, which cannot be taken apart; 0 without one."
    )
    words: list[ExplanationTerm] = Field(
        description="The words that weighed most, heaviest first."
    )
    other_words: float = Field(description="What the sentence's remaining words added.")
    letters: list[ExplanationTerm] = Field(description="The runs of letters that weighed most.")
    other_letters: float = Field(description="What its remaining runs of letters added.")
    neighbours: list[ExplanationNeighbour] = Field(
        description="The sentences around it that weighed, heaviest first."
    )
    nearest: list[NearestSentence] = Field(
        description="The labelled sentences most like it, whose words are not kept."
    )

    @classmethod
    def of(cls, value: Explained) -> "Explanation":
        """Return the shape of an explanation."""
        why = value.why
        return cls(
            sentence=why.sentence,
            criterion=why.criterion,
            quote=value.sentence.text,
            page=value.sentence.page,
            judgement=Judgement(
                model=value.judged_by,
                offered=value.judged is not None,
                probability=value.judged,
            ),
            model=value.model,
            same_model=value.same_model,
            probability=round(why.probability, _PLACES),
            threshold=round(why.threshold, _PLACES),
            score=round(why.score, _PLACES),
            base=round(why.base, _PLACES),
            encoder=round(why.encoder, _PLACES),
            words=_terms(why.words),
            other_words=round(why.other_words, _PLACES),
            letters=_terms(why.letters),
            other_letters=round(why.other_letters, _PLACES),
            neighbours=[
                ExplanationNeighbour(
                    sentence=each.sentence,
                    quote=value.read.sentences[each.sentence].text,
                    weight=round(each.weight, _PLACES),
                    words=_terms(each.terms),
                )
                for each in why.neighbours
            ],
            nearest=[NearestSentence(**asdict(each)) for each in why.nearest],
        )


def _terms(terms: "Iterable[Term]") -> list[ExplanationTerm]:
    return [ExplanationTerm(text=each.text, weight=round(each.weight, _PLACES)) for each in terms]


@explanations_router.get("/{statement_id}/explanation", summary="Why a sentence was offered")
def get_statement_explanation(
    home: InstallationDep,
    session: SessionDep,
    organisation: OrganisationDep,
    statement_id: UUID,
    sentence: Annotated[
        int,
        Query(
            ge=0,
            le=1_000_000,
            description="Its place in the document's reading order, as in `evidence`.",
            examples=[12],
        ),
    ],
    criterion: Annotated[
        Criterion, Query(description="What it is, or is not, evidence for.", examples=["training"])
    ],
) -> Explanation:
    """Return the words, the sentences around and the labelled examples behind one judgement.

    A sentence that was not offered is explained too.
    """
    _, document = statement_of(session, organisation, statement_id)
    return Explanation.of(explain_sentence(home, document, sentence, criterion))


feedback_router = APIRouter(prefix="/statements", tags=["statements"], route_class=IdempotentRoute)


class FeedbackCreate(BaseModel):
    """That a sentence is, or is not, evidence for a criterion."""

    model_config = ConfigDict(extra="forbid")

    sentence: Annotated[int, Field(strict=True, ge=0, le=1_000_000)] = Field(
        description="Place of the sentence in the document's reading order, from 0.", examples=[4]
    )
    criterion: Criterion
    verdict: Verdict
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4_000)] = ""


class Feedback(BaseModel):
    """What a person said of one sentence; the newest on a sentence and criterion stands."""

    id: UUID
    sentence: int
    criterion: Criterion
    verdict: Verdict
    note: str
    offered: bool = Field(description="Whether the classifier had offered the sentence for it.")
    model: str = Field(description="The version of the classifier that had judged it.")
    given_by: str
    given_at: datetime

    @classmethod
    def of(cls, row: FeedbackRow) -> "Feedback":
        """Return the shape of a person's word."""
        return cls(
            id=row.id,
            sentence=row.sentence,
            criterion=row.criterion,
            verdict=row.verdict,
            note=row.note,
            offered=row.offered,
            model=row.model,
            given_by=row.given_by,
            given_at=row.given_at,
        )


class FeedbackList(BaseModel):
    """All that was said of a statement's evidence, oldest first."""

    items: list[Feedback]


@feedback_router.get(
    "/{statement_id}/feedback",
    summary="Feedback on a statement's evidence",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def list_statement_feedback(
    session: SessionDep, organisation: OrganisationDep, statement_id: UUID
) -> FeedbackList:
    """Return all that people said of a statement's evidence."""
    statement, _ = statement_of(session, organisation, statement_id)
    return FeedbackList(items=[Feedback.of(each) for each in feedback_on(session, statement.id)])


@feedback_router.post(
    "/{statement_id}/feedback",
    status_code=201,
    summary="Mark evidence right or wrong",
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)
def create_statement_feedback(
    session: SessionDep, caller: CallerDep, statement_id: UUID, given: FeedbackCreate
) -> Feedback:
    """Keep what a person says of a sentence; nothing is learnt from it until a person trains anew.

    A sentence that was not offered may be marked right: it was missed.
    """
    row = give_feedback(
        session,
        caller,
        statement_id,
        sentence=given.sentence,
        criterion=given.criterion,
        verdict=given.verdict,
        note=given.note,
        now=datetime.now(UTC),
    )
    return Feedback.of(row)
