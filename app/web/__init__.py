"""The pages, by audience: routes and templates."""

from fastapi import APIRouter, Depends

from app.api.asked import require_scope, verify_csrf
from app.security.roles import Scope
from app.web import (
    administrator,
    answered,
    board,
    business,
    officer,
    own,
    questionnaire,
    sign_in,
)
from app.web.wrong import add_page_handlers

__all__ = ["add_page_handlers", "pages"]

pages = APIRouter(include_in_schema=False, dependencies=[Depends(verify_csrf)])
pages.include_router(sign_in.router)
pages.include_router(business.router)
pages.include_router(questionnaire.router)
pages.include_router(own.router)
pages.include_router(answered.router, dependencies=[require_scope(Scope.READ_CHECKS)])
pages.include_router(board.router, dependencies=[require_scope(Scope.READ_CHECKS)])
pages.include_router(administrator.router)
pages.include_router(officer.router, dependencies=[require_scope(Scope.READ_CHECKS)])
