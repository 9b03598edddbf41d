"""Pages for procurement officers, from a list that is sent to a decision on a supplier."""

from fastapi import APIRouter

from app.web.officer import ask, evidence, job, listing, supplier, vet, vetted

router = APIRouter()
for _each in (listing, vet, job, vetted, supplier, evidence, ask):
    router.include_router(_each.router)
