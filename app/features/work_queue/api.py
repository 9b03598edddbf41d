"""`/v1/work-queue`: what to do first, why, and what is overdue."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from app.features.work_queue.items import WorkTask
from app.features.work_queue.queries import CAPACITY, MOST, work_queue
from app.features.work_queue.schemas import WorkQueue, serialize_queue
from app.http.dependencies import OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope

router = APIRouter(
    prefix="/work-queue", tags=["suppliers"], dependencies=[require_scope(Scope.READ_CHECKS)]
)

Capacity = Annotated[int, Query(ge=1, le=MOST, description="How many suppliers can be looked at.")]
OneTask = Annotated[
    WorkTask | None, Query(description="One task alone; `decide` is the approver's queue.")
]


@router.get("", summary="What to do first")
def get_work_queue(
    session: SessionDep,
    organisation: OrganisationDep,
    capacity: Capacity = CAPACITY,
    task: OneTask = None,
) -> WorkQueue:
    """Return what to do first, as many suppliers as can be looked at.

    Groups stand in the order in which to do them: *today* (urgent signs), *decide* (a stop or
    referral that waits for a named person), *chase* (overdue answers and actions), *ask* (too
    little known), *watch* (decisions that end soon, and what sources changed). What to watch takes
    none of the capacity.
    """
    today = datetime.now(UTC).date()
    return serialize_queue(
        work_queue(session, organisation, today=today, capacity=capacity, only=task)
    )
