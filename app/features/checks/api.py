"""`/v1/checks`: may we award to this supplier? One question, a proposed decision, reasons."""

from asyncio import to_thread
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import Session

from app.db.engine import Database
from app.features.checks import service as checks
from app.features.checks.bulk import ask_to_check_many
from app.features.checks.decision_in_force import decisions_of
from app.features.checks.decisions import decide
from app.features.checks.fast_read import stored_check
from app.features.checks.queries import check_of, checks_in, checks_of
from app.features.checks.schemas import BulkCheckCreate, CheckCreate
from app.features.checks.serializer import (
    Check,
    CheckDecision,
    CheckSummary,
    serialize_check_summary,
    serialize_decisions,
)
from app.features.checks.service import CheckResult
from app.features.jobs_admin.serializer import Job, serialize_job
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.http.etag import IfMatch
from app.http.idempotency import IdempotentRoute, store_idempotent_response
from app.http.pagination import Cursor, Limit, instant_and_id, page_of, unpacked
from app.http.schemas import Links
from app.installation import Installation
from app.jobs import get_job
from app.security import tenancy
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Check as CheckRow
from scoring.reference.vocabulary import Decision

fast_router = APIRouter(prefix="/checks", tags=["checks"], route_class=IdempotentRoute)
"""Asking, and one stored check: tried before all other routes, since they are asked most."""
router = APIRouter(prefix="/checks", tags=["checks"], route_class=IdempotentRoute)


class CheckList(BaseModel):
    """Some checks, and where to go on."""

    items: list[CheckSummary]
    links: Links


class CheckDecisionCreate(BaseModel):
    """What a named person decides; a reason is needed where it is not what is proposed."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"decision": "refer", "reason": "Answers on recruitment fees are awaited."}
            ]
        },
    )

    decision: Decision
    reason: str = Field("", max_length=10_000)


_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of the answer that you have.",
    "schema": {"type": "string", "maxLength": 200},
}


@fast_router.post(
    "",
    status_code=201,
    summary="Ask about a supplier",
    response_model=Check,
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)
async def create_check(request: Request, question: CheckCreate) -> Response:
    """Propose `clear`, `refer` or `stop` for a supplier, with reasons, evidence and remedies.

    With a contract, its pay and its price are judged too, and what it adds to the exposure.
    Nothing is decided by a score alone, and a machine only proposes.
    """
    return await to_thread(_ask, request, question)


def _ask(request: Request, question: CheckCreate) -> Response:
    """Ask in one go on one thread: a question is asked too often for three."""
    caller: Principal = request.state.caller
    home: Installation = request.app.state.home
    with home.database.turn, home.database.session() as session:
        tenancy.bind(session, caller)
        given = _made(
            checks.create_check(session, caller, question.value(), now=datetime.now(UTC))
        )
        store_idempotent_response(request, session, given)
    return given


@router.get("", summary="Checks, newest first", dependencies=[require_scope(Scope.READ_CHECKS)])
def list_checks(
    session: SessionDep,
    organisation: OrganisationDep,
    limit: Limit = 50,
    cursor: Cursor = "",
    supplier_id: UUID | None = None,
    proposed: Decision | None = None,
) -> CheckList:
    """Return the checks that were asked, of one supplier or with one proposal if wanted."""
    rows = checks_of(
        session,
        organisation,
        limit=limit + 1,
        after=unpacked(cursor, instant_and_id) if cursor else None,
        supplier=supplier_id,
        proposed=proposed,
    )
    page = page_of(
        rows,
        limit,
        "/v1/checks",
        lambda last: (last.created_at, last.id),
        limit=limit,
        supplier_id=supplier_id,
        proposed=proposed,
    )
    return _listed(session, page.rows, page.links)


@fast_router.get(
    "/{check_id}",
    summary="One check",
    response_model=Check,
    responses={304: {"description": "It is what you have."}},
    openapi_extra={"parameters": [_IF_NONE_MATCH]},
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
async def get_check(request: Request, check_id: UUID) -> Response:
    """Return a check as it was answered, with what was decided on it since."""
    database: Database = request.app.state.home.database
    organisation: UUID = request.state.caller.organisation
    read = partial(stored_check, database, organisation, check_id, today=datetime.now(UTC).date())
    answer = read() if database.embedded else await to_thread(read)
    tag = check_tag(check_id, answer.version)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(answer.body(), media_type="application/json", headers={"ETag": tag})


@router.post(
    "/{check_id}/recheck",
    status_code=201,
    summary="Repeat a check",
    response_model=Check,
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)
def recheck(session: SessionDep, caller: CallerDep, check_id: UUID) -> Response:
    """Ask a check's question again, of what is known today; the old check stays as it was."""
    return _made(checks.recheck(session, caller, check_id, now=datetime.now(UTC)))


@router.get(
    "/{check_id}/decisions",
    summary="What was decided on a check",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def list_check_decisions(
    session: SessionDep, organisation: OrganisationDep, check_id: UUID
) -> list[CheckDecision]:
    """Return every decision taken on a check, oldest first."""
    return serialize_decisions(check_of(session, organisation, check_id))


@router.post(
    "/{check_id}/decisions",
    status_code=201,
    summary="Decide on a check",
    dependencies=[require_scope(Scope.DECIDE)],
)
def create_check_decision(
    session: SessionDep,
    caller: CallerDep,
    check_id: UUID,
    taken: CheckDecisionCreate,
    if_match: IfMatch = None,
) -> CheckDecision:
    """Confirm what is proposed, or override it with a reason; both are kept, signed by name.

    Send the check's ETag in If-Match. Where somebody decided on the supplier since you read it,
    nothing changes and you get 412; so too where a decision is in force and no If-Match is sent.
    """
    check_row = decide(
        session,
        caller,
        check_id,
        taken.decision,
        reason=taken.reason,
        now=datetime.now(UTC),
        seen=_seen(check_id, if_match),
    )
    return serialize_decisions(check_row)[-1]


def check_tag(check: UUID, version: str) -> str:
    """Return the ETag of a check, which changes with each decision on its supplier."""
    return f'"{check.hex}-{version}"'


def _seen(check: UUID, if_match: str | None) -> str | None:
    """Return the version in an If-Match header; one of something else fits nothing."""
    if if_match is None or if_match.strip() == "*":
        return if_match and "*"
    given = if_match.strip().removeprefix("W/").strip('"')
    return given.removeprefix(f"{check.hex}-")


def _listed(session: Session, rows: Sequence[CheckRow], links: Links) -> CheckList:
    suppliers = {each.supplier_id for each in rows}
    decided = decisions_of(session, suppliers, today=datetime.now(UTC).date())
    return CheckList(items=[serialize_check_summary(each, decided) for each in rows], links=links)


def _made(result: CheckResult) -> Response:
    return Response(
        result.body,
        status_code=201,
        media_type="application/json",
        headers={
            "Location": f"/v1/checks/{result.id}",
            "ETag": check_tag(result.id, result.version),
        },
    )


job_checks_router = APIRouter(tags=["checks"], route_class=IdempotentRoute)


@job_checks_router.post(
    "/bulk-checks",
    status_code=202,
    summary="Ask about many suppliers",
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)
def create_bulk_checks(
    session: SessionDep, caller: CallerDep, body: BulkCheckCreate, response: Response
) -> Job:
    """Ask up to 10,000 questions as one job at `Location`; its answers are at `…/checks` there.

    A line that cannot be answered is named in the job's failures with its reason, and the others
    are answered.
    """
    job = ask_to_check_many(session, caller, [each.value() for each in body.checks])
    response.headers["Location"] = f"/v1/jobs/{job}"
    return serialize_job(session, get_job(session, job, organisation=caller.organisation))


@job_checks_router.get(
    "/jobs/{job_id}/checks",
    summary="The checks of a bulk question",
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def list_job_checks(
    session: SessionDep,
    organisation: OrganisationDep,
    job_id: UUID,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> CheckList:
    """Return the checks in the order of their lines; lines not answered are the job's failures."""
    get_job(session, job_id, organisation=organisation)
    after = unpacked(cursor, _place) if cursor else -1
    rows = checks_in(session, organisation, job_id, limit=limit + 1, after=after)
    path = f"/v1/jobs/{job_id}/checks"
    page = page_of(rows, limit, path, lambda last: (last.position,), limit=limit)
    return _listed(session, page.rows, page.links)


def _place(place: int) -> int:
    if not isinstance(place, int) or not 0 <= place < 10_000:
        raise ValueError("no place of a line")
    return place
