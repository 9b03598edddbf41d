"""Pages for procurement officers, from a list that is sent to a decision on a supplier."""

from fastapi import APIRouter

from app.web.officer import (
    actions,
    ask,
    chosen,
    decide,
    evidence,
    job,
    listing,
    pay,
    shared,
    supplier,
    vet,
    vetted,
    views,
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
    evidence,
    shared,
    ask,
    decide,
    actions,
    pay,
)
for _each in _PARTS:
    router.include_router(_each.router)
