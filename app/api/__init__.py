"""The REST interface, version 1: one resource a file."""

from fastapi import APIRouter

from app.api import assessments, checks, jobs, matches, statements, suppliers

v1 = APIRouter(prefix="/v1")
for resource in (suppliers, statements, assessments, checks, matches, jobs):
    v1.include_router(resource.router)
