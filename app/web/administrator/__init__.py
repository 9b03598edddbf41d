"""Pages for administrators: people, keys, webhooks, the audit trail and jobs; sources for all."""

from fastapi import APIRouter

from app.features.audit import pages
from app.features.jobs_admin import pages
from app.features.registers import pages
from app.features.users import api_keys_pages, overview_pages, pages
from app.features.webhooks import pages
from app.http.dependencies import require_scope
from app.security.permissions import Scope

router = APIRouter()
router.include_router(pages.router, dependencies=[require_scope(Scope.READ_CHECKS)])
for _each in (overview, people, keys, webhooks, audit, jobs):
    router.include_router(_each.router, dependencies=[require_scope(Scope.ADMINISTER)])
