"""Pages for procurement officers, from a list that is sent to a decision on a supplier."""

from fastapi import APIRouter

from app.web.officer import (
    ask,
    changes,
    decide,
    evidence,
    job,
    listing,
    pay,
    shared,
    supplier,
    tiers,
    vet,
    vetted,
)

router = APIRouter()
for _each in (
    listing,
    vet,
    job,
    vetted,
    supplier,
    changes,
    evidence,
    shared,
    ask,
    decide,
    pay,
    tiers,
):
    router.include_router(_each.router)
