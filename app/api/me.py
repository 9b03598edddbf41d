"""`/v1/me`: who the caller is to this service, and what it may do."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.api.asked import CallerDep, SessionDep, require_auth
from app.security.roles import Scope
from models import Organisation
from models.person import Role

router = APIRouter(prefix="/me", tags=["sign-in"])


class CurrentPrincipal(BaseModel):
    """The caller, as the service sees it."""

    name: str = Field(examples=["Procurement system"])
    role: Role
    organisation_id: UUID
    organisation: str
    supplier_id: UUID | None = Field(description="The one supplier whose records it sees.")
    scopes: list[Scope] = Field(description="What it may do.")


@router.get("", summary="Current principal", dependencies=[require_auth])
def get_current_principal(session: SessionDep, caller: CallerDep) -> CurrentPrincipal:
    """Return who the caller is and what it may do."""
    return CurrentPrincipal(
        name=caller.name,
        role=caller.role,
        organisation_id=caller.organisation,
        organisation=session.get_one(Organisation, caller.organisation).name,
        supplier_id=caller.supplier,
        scopes=sorted(caller.granted),
    )
