"""`/problems/{slug}`: what each kind of problem means and what to do; where their `type` leads."""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.errors import NotFound
from app.problem_details import explanations

router = APIRouter(prefix="/problems", tags=["problems"])


class ProblemKind(BaseModel):
    """A kind of problem."""

    slug: str = Field(examples=["conflict"])
    title: str
    status: int
    meaning: str
    advice: str


class ProblemKinds(BaseModel):
    """Every kind of problem."""

    items: list[ProblemKind]


@router.get("", summary="Every kind of problem")
async def list_kinds() -> ProblemKinds:
    """Return every kind of problem that an answer may name."""
    return ProblemKinds(
        items=[ProblemKind(slug=slug, **told) for slug, told in explanations().items()]
    )


@router.get("/{slug}", summary="One kind of problem")
async def show_kind(slug: str) -> ProblemKind:
    """Return what a kind of problem means and what to do about it."""
    told = explanations().get(slug)
    if told is None:
        raise NotFound("There is no such kind of problem.")
    return ProblemKind(slug=slug, **told)
