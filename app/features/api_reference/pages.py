"""`/docs`: the reference of the API, drawn here so that no other site's script runs beside it."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.features.api_reference.reference import reference_of
from app.web.templating import page

router = APIRouter()


@router.get("/docs", response_class=HTMLResponse)
def reference_page(request: Request) -> HTMLResponse:
    """Show every operation with what it takes, how it answers, and an example."""
    return page(
        request, "api_reference/reference.html", reference=reference_of(request.app.openapi())
    )
