"""Pages for administrators: people, keys, webhooks, the audit trail and jobs; sources for all."""

from fastapi import APIRouter

from app.api.asked import require_scope
from app.security.roles import Scope
from app.web.administrator import audit, jobs, keys, overview, people, sources, webhooks

router = APIRouter()
router.include_router(sources.router, dependencies=[require_scope(Scope.READ_CHECKS)])
for _each in (overview, people, keys, webhooks, audit, jobs):
    router.include_router(_each.router, dependencies=[require_scope(Scope.ADMINISTER)])
