"""The REST interface, version 1: one resource a file."""

from fastapi import APIRouter

from app.features.actions import api
from app.features.assessments import api
from app.features.audit import api
from app.features.checks import api
from app.features.jobs_admin import api
from app.features.matching import api
from app.features.monitoring import api
from app.features.reports import api
from app.features.statements import api
from app.features.suppliers import api, exports_api
from app.features.users import api, api_keys_api
from app.features.webhooks import api
from app.http import problem_types

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
v1.include_router(api.invitations)

fast_router = APIRouter(prefix="/v1")
fast_router.include_router(api.busiest)

unversioned_router = APIRouter()
unversioned_router.include_router(api_keys_api.router)
unversioned_router.include_router(problem_types.router)
