"""The pages, by audience: routes and templates."""

from fastapi import APIRouter

from app.web import officer
from app.web.wrong import add_page_handlers

__all__ = ["add_page_handlers", "pages"]

pages = APIRouter(include_in_schema=False)
pages.include_router(officer.router)
