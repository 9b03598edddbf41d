"""Pages for procurement officers, from a list that is sent to a decision on a supplier."""

from fastapi import APIRouter

from app.features.actions import pages
from app.features.checks import pages
from app.features.imports import pages, results_pages
from app.features.monitoring import pages
from app.features.payroll_checks import pages
from app.features.questionnaires import officer_pages
from app.features.statements import pages
from app.features.suppliers import bulk_actions, list_pages, pages

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
