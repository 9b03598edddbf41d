"""The views of the list that a person keeps: a filter under a name, opened and deleted."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from app.api.asked import CallerDep, SessionDep
from app.pipeline.keep_view import delete_view, keep_view
from app.web.drawing import humanize
from app.web.forms import FormDep, text_of
from app.web.officer.filters import as_query, filter_values

router = APIRouter(prefix="/views")


@router.post("")
def save(session: SessionDep, caller: CallerDep, form: FormDep) -> RedirectResponse:
    """Keep the filter that the list shows; without a name it is called by what it asks for."""
    filters = filter_values(text_of(form, "filter"))
    name = text_of(form, "view", most=100) or ", ".join(map(humanize, filters.values())) or "All"
    keep_view(session, caller, name=name, query=as_query(filters), now=datetime.now(UTC))
    return RedirectResponse(f"/?{as_query(filters)}", status_code=303)


@router.post("/{view_id}/delete")
def delete(session: SessionDep, caller: CallerDep, view_id: UUID) -> RedirectResponse:
    """Delete a view and go back to the list."""
    delete_view(session, caller, view_id)
    return RedirectResponse("/", status_code=303)
