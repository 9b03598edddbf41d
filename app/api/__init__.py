"""The REST interface, version 1: one resource a file."""

from fastapi import APIRouter

from app.api import (
    actions,
    assessments,
    audit,
    changes,
    checks,
    explanations,
    exports,
    feedback,
    identifiers,
    job_checks,
    jobs,
    keys,
    kinds_of_problem,
    matches,
    me,
    oauth,
    people,
    reports,
    rules,
    statements,
    suppliers,
    webhooks,
    websites,
)

v1 = APIRouter(prefix="/v1")
RESOURCES = (
    checks,
    suppliers,
    identifiers,
    websites,
    changes,
    statements,
    explanations,
    feedback,
    assessments,
    actions,
    matches,
    jobs,
    reports,
    job_checks,
    exports,
    rules,
    me,
    keys,
    people,
    webhooks,
    audit,
)
for resource in RESOURCES:
    v1.include_router(resource.router)
v1.include_router(people.invitations)

fast_router = APIRouter(prefix="/v1")
fast_router.include_router(checks.busiest)

unversioned_router = APIRouter()
unversioned_router.include_router(oauth.router)
unversioned_router.include_router(kinds_of_problem.router)
