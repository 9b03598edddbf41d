"""The pages, by audience: routes and templates."""

from fastapi import APIRouter

from app.web import officer

pages = APIRouter(include_in_schema=False)
pages.include_router(officer.router)
