"""Pages for procurement officers, from a list that is sent to a decision on a supplier."""

from fastapi import APIRouter

from app.web.officer import (
    actions,
    ask,
    changes,
    chosen,
    decide,
    evidence,
    feedback,
    job,
    listing,
    pay,
    shared,
    supplier,
    tiers,
    vet,
    vetted,
    views,
    why,
)

router = APIRouter()
_PARTS = (
    listing,
    chosen,
    views,
    vet,
    job,
    vetted,
    supplier,
    changes,
    evidence,
    why,
    feedback,
    shared,
    ask,
    decide,
    actions,
    pay,
    tiers,
)
for _each in _PARTS:
    router.include_router(_each.router)
