"""`/problems/{slug}`: what each kind of problem means and what to do; where their `type` leads."""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.errors import NotFound
from app.problem_details import explanations

router = APIRouter(prefix="/problems", tags=["problems"])


class ProblemType(BaseModel):
    """A kind of problem."""

    slug: str = Field(examples=["conflict"])
    title: str
    status: int
    meaning: str
    advice: str


class ProblemTypeList(BaseModel):
    """Every kind of problem."""

    items: list[ProblemType]


@router.get("", summary="Every kind of problem")
async def list_problem_types() -> ProblemTypeList:
    """Return every kind of problem that an answer may name."""
    return ProblemTypeList(
        items=[ProblemType(slug=slug, **fields) for slug, fields in explanations().items()]
    )


@router.get("/{slug}", summary="One kind of problem")
async def get_problem_type(slug: str) -> ProblemType:
    """Return what a kind of problem means and what to do about it."""
    fields = explanations().get(slug)
    if fields is None:
        raise NotFound("There is no such kind of problem.")
    return ProblemType(slug=slug, **fields)
