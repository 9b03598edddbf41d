"""`/v1/assessments`: what was concluded of a supplier on a day, with findings and proof."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, Field

from app.errors import NotFound
from app.features.assessments.schemas import Assessment, serialize_assessment
from app.features.suppliers.queries import assessment_of
from app.http.dependencies import OrganisationDep, SessionDep, require_auth, require_scope
from app.security.permissions import Scope
from scoring.findings import RuleCard
from scoring.reference.vocabulary import Theme
from scoring.rules import RULEBOOK

router = APIRouter(
    prefix="/assessments", tags=["assessments"], dependencies=[require_scope(Scope.READ_CHECKS)]
)


@router.get("/{assessment_id}", summary="One assessment")
def get_assessment(
    session: SessionDep, organisation: OrganisationDep, assessment_id: UUID
) -> Assessment:
    """Return an assessment: findings, the evidence of each, and the parts of each score."""
    row = assessment_of(session, organisation, assessment_id)
    return serialize_assessment(session, row, today=datetime.now(UTC).date())


rules_router = APIRouter(tags=["method"], dependencies=[require_auth])
METHOD = Path(__file__).resolve().parents[3] / "docs" / "method.md"


class MarkdownResponse(PlainTextResponse):
    """Text in Markdown."""

    media_type = "text/markdown"


class Rule(BaseModel):
    """A rule: what it asks, what it rests on, since when, in which version."""

    id: str = Field(examples=["pay.minimum_wage"])
    version: int
    theme: Theme
    title: str
    source: str = Field(description="The Act, regulation, guidance or figure that it rests on.")
    explanation: str
    valid_from: date | None
    valid_to: date | None

    @classmethod
    def of(cls, card: RuleCard) -> "Rule":
        """Return the shape of a rule."""
        return cls(
            id=card.id,
            version=card.version,
            theme=card.theme,
            title=card.title,
            source=card.source,
            explanation=card.doc,
            valid_from=card.valid_from,
            valid_to=card.valid_to,
        )


class RuleList(BaseModel):
    """The rule book."""

    items: list[Rule]


@cache
def _by_id() -> dict[str, Rule]:
    return {each.card.id: Rule.of(each.card) for each in RULEBOOK}


@rules_router.get("/rules", summary="Every rule")
async def list_rules() -> RuleList:
    """Return the rule book: each rule with its source and explanation."""
    return RuleList(items=list(_by_id().values()))


@rules_router.get("/rules/{rule_id}", summary="One rule")
async def get_rule(rule_id: str) -> Rule:
    """Return a rule as published."""
    rule = _by_id().get(rule_id)
    if rule is None:
        raise NotFound("There is no such rule.")
    return rule


@rules_router.get("/method", summary="How scores come about", response_class=MarkdownResponse)
async def get_method() -> MarkdownResponse:
    """Return how scores and proposals come about, as Markdown."""
    return MarkdownResponse(METHOD.read_text("utf-8"))
