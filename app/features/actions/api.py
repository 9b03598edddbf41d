"""`/v1/actions`: corrective action plans, step by step, with owner, due date and evidence."""

from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.features.actions.queries import action_of, actions_of, overdue
from app.features.actions.service import ActionChange, ActionWanted, add_action, change_action
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.http.etag import IfMatch, require_match, tag
from app.http.idempotency import IdempotentRoute
from app.http.pagination import Cursor, Limit, page_of, unpacked
from app.http.schemas import Day, Links
from app.security.permissions import Scope
from models import Action as ActionRow
from models import ActionState

router = APIRouter(prefix="/actions", tags=["actions"], route_class=IdempotentRoute)

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
SupplierNamed = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)
]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]


class ActionEvidence(BaseModel):
    """What was shown of an action's doing."""

    text: str
    by: str
    at: datetime


class Action(BaseModel):
    """One step to put something right."""

    id: UUID
    supplier_id: UUID
    check_id: UUID | None
    rule: str = Field(description="The rule whose finding it puts right.")
    title: str
    detail: str
    owner: str
    due: date
    state: ActionState
    overdue: bool = Field(description="Whether its day has passed and it is not ended.")
    evidence: list[ActionEvidence]
    created_by: str
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, row: ActionRow) -> "Action":
        """Return the shape of an action."""
        return cls(
            id=row.id,
            supplier_id=row.supplier_id,
            check_id=row.check_id,
            rule=row.rule,
            title=row.title,
            detail=row.detail,
            owner=row.owner,
            due=row.due,
            state=row.state,
            overdue=overdue(row, datetime.now(UTC).date()),
            evidence=[ActionEvidence.model_validate(each) for each in row.evidence],
            created_by=row.created_by,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )


class ActionList(BaseModel):
    """Some actions, first due first, and where to go on."""

    items: list[Action]
    links: Links


class ActionCreate(BaseModel):
    """A step to agree: for a supplier, or from a finding of a check.

    With a check and a rule, title and detail are the finding's own where they are left out.
    """

    model_config = ConfigDict(extra="forbid")

    owner: SupplierNamed = Field(examples=["Ada Example"])
    due: Day = Field(examples=["2027-01-31"])
    supplier_id: UUID | None = None
    check_id: UUID | None = None
    rule: Annotated[str, Field(max_length=100)] = Field("", examples=["pay.living_wage"])
    title: Short = Field("", examples=["Pay every worker on the contract the Living Wage"])
    detail: Long = ""


class ActionUpdate(BaseModel):
    """What to change; what is left out stays. `evidence` is added to what was shown before."""

    model_config = ConfigDict(extra="forbid")

    owner: SupplierNamed | None = None
    due: Day | None = None
    state: ActionState | None = None
    detail: Long | None = None
    evidence: Long | None = None


@router.get(
    "", summary="Actions, first due first", dependencies=[require_scope(Scope.READ_ACTIONS)]
)
def list_actions(
    session: SessionDep,
    organisation: OrganisationDep,
    limit: Limit = 50,
    cursor: Cursor = "",
    supplier_id: UUID | None = None,
    state: ActionState | None = None,
    overdue: Annotated[bool, Query(description="Only those whose day has passed.")] = False,
) -> ActionList:
    """Return actions, of one supplier, in one state or overdue if wanted."""
    rows = actions_of(
        session,
        organisation,
        limit=limit + 1,
        after=unpacked(cursor, _after) if cursor else None,
        supplier=supplier_id,
        state=state,
        overdue_at=datetime.now(UTC).date() if overdue else None,
    )
    page = page_of(
        rows,
        limit,
        "/v1/actions",
        lambda last: (last.due, last.id),
        limit=limit,
        supplier_id=supplier_id,
        state=state,
        overdue="true" if overdue else "",
    )
    return ActionList(items=list(map(Action.of, page.rows)), links=page.links)


@router.post(
    "",
    status_code=201,
    summary="Agree an action",
    dependencies=[require_scope(Scope.WRITE_ACTIONS)],
)
def create_action(
    session: SessionDep, caller: CallerDep, wanted: ActionCreate, response: Response
) -> Action:
    """Agree a step to put something right."""
    row = add_action(
        session,
        caller,
        ActionWanted(
            owner=wanted.owner,
            due=wanted.due,
            supplier=wanted.supplier_id,
            check=wanted.check_id,
            rule=wanted.rule,
            title=wanted.title,
            detail=wanted.detail,
        ),
        now=datetime.now(UTC),
    )
    response.headers["Location"] = f"/v1/actions/{row.id}"
    tag(response, row.version)
    return Action.of(row)


@router.get("/{action_id}", summary="One action", dependencies=[require_scope(Scope.READ_ACTIONS)])
def get_action(
    session: SessionDep, organisation: OrganisationDep, action_id: UUID, response: Response
) -> Action:
    """Return an action; its ETag is what a change must name."""
    row = action_of(session, organisation, action_id)
    tag(response, row.version)
    return Action.of(row)


@router.patch(
    "/{action_id}", summary="Change an action", dependencies=[require_scope(Scope.WRITE_ACTIONS)]
)
def update_action(
    session: SessionDep,
    caller: CallerDep,
    action_id: UUID,
    change: ActionUpdate,
    response: Response,
    if_match: IfMatch = None,
) -> Action:
    """Change an action, tell how far it is, or show evidence of it."""
    version = action_of(session, caller.organisation, action_id).version
    require_match(if_match, version)
    row = change_action(
        session,
        caller,
        action_id,
        ActionChange(
            owner=change.owner,
            due=change.due,
            state=change.state,
            detail=change.detail,
            shown=change.evidence,
        ),
        now=datetime.now(UTC),
        seen=version,
    )
    tag(response, row.version)
    return Action.of(row)


def _after(due: str, id: str) -> tuple[date, UUID]:
    return date.fromisoformat(due), UUID(id)
