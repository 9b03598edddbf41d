"""`/v1/statements/{id}/feedback`: what people say of the evidence that was offered."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.api.asked import CallerDep, OrganisationDep, SessionDep, require_scope
from app.api.once import IdempotentRoute
from app.pipeline.feedback import give_feedback
from app.queries.feedback import feedback_on
from app.queries.suppliers import statement_of
from app.security.roles import Scope
from models import Feedback as FeedbackRow
from models import Verdict
from scoring.vocabulary import Criterion

router = APIRouter(prefix="/statements", tags=["statements"], route_class=IdempotentRoute)


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


@router.get(
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


@router.post(
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
