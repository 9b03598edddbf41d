"""The pages, by audience: routes and templates."""

from fastapi import APIRouter, Depends

from app.features.questionnaires import officer_pages, pages
from app.features.reports import pages
from app.features.self_assessment import pages
from app.features.supplier_portal import pages
from app.features.users import sign_in_pages
from app.http.dependencies import require_scope, verify_csrf
from app.security.permissions import Scope
from app.web import administrator, officer
from app.web.error_pages import add_page_handlers

__all__ = ["add_page_handlers", "pages"]

pages = APIRouter(include_in_schema=False, dependencies=[Depends(verify_csrf)])
pages.include_router(sign_in_pages.router)
pages.include_router(pages.router)
pages.include_router(pages.router)
pages.include_router(pages.router)
pages.include_router(officer_pages.router, dependencies=[require_scope(Scope.READ_CHECKS)])
pages.include_router(pages.router, dependencies=[require_scope(Scope.READ_CHECKS)])
pages.include_router(administrator.router)
pages.include_router(officer.router, dependencies=[require_scope(Scope.READ_CHECKS)])
