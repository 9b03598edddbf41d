"""Pages for procurement officers, from a list that is sent to a decision on a supplier."""

from fastapi import APIRouter

from app.web.officer import (
    ask,
    decide,
    evidence,
    feedback,
    job,
    listing,
    pay,
    supplier,
    vet,
    vetted,
)

router = APIRouter()
for _each in (listing, vet, job, vetted, supplier, evidence, feedback, ask, decide, pay):
    router.include_router(_each.router)
