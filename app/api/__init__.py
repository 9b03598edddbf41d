"""The REST interface, version 1: one resource a file."""

from fastapi import APIRouter

from app.api import (
    assessments,
    audit,
    checks,
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
)

v1 = APIRouter(prefix="/v1")
RESOURCES = (
    suppliers,
    statements,
    assessments,
    checks,
    matches,
    jobs,
    reports,
    rules,
    me,
    keys,
    people,
    audit,
)
for resource in RESOURCES:
    v1.include_router(resource.router)

beside = APIRouter()
beside.include_router(oauth.router)
beside.include_router(kinds_of_problem.router)
