"""`/v1/exclusion-cases` of suppliers: opened, changed, heard and decided, and taken away as CSV.

A case holds data on offences of named people, so only those who work on checks see it.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from app.dates import LONDON
from app.features.exclusion.case_record import question_of
from app.features.exclusion.cases_schemas import (
    ExclusionCaseCreate,
    ExclusionCaseList,
    ExclusionCaseSummary,
    ExclusionCaseUpdate,
    ExclusionDecision,
    StoredExclusionCase,
)
from app.features.exclusion.deciding import CaseDecision, decide_case
from app.features.exclusion.hearing import LetterSent, SupplierAnswered
from app.features.exclusion.queries import case_of, cases_of
from app.features.exclusion.serializer import serialize_case, serialize_case_summary
from app.features.exclusion.service import CaseChange, change_case, open_case
from app.features.suppliers.exports_api import csv_answer
from app.features.suppliers.queries import supplier_of
from app.http.dependencies import (
    CallerDep,
    InstallationDep,
    OrganisationDep,
    SessionDep,
    require_scope,
)
from app.http.etag import IfMatch, require_match, tag
from app.http.idempotency import IdempotentRoute
from app.http.pagination import Cursor, Limit, instant_and_id, page_of, unpacked
from app.security import tenancy
from app.security.permissions import Scope
from models import ExclusionCaseRecord, ExclusionCaseState

router = APIRouter(
    tags=["exclusion"],
    route_class=IdempotentRoute,
    dependencies=[require_scope(Scope.WRITE_CHECKS)],
)


@router.get("/exclusion-cases", summary="Exclusion cases, newest first")
def list_exclusion_cases(
    session: SessionDep,
    organisation: OrganisationDep,
    limit: Limit = 50,
    cursor: Cursor = "",
    supplier_id: UUID | None = None,
    state: ExclusionCaseState | None = None,
) -> ExclusionCaseList:
    """Return cases, of one supplier or in one state if wanted."""
    rows = cases_of(
        session,
        organisation,
        limit=limit + 1,
        after=unpacked(cursor, instant_and_id) if cursor else None,
        supplier=supplier_id,
        state=state,
    )
    page = page_of(
        rows,
        limit,
        "/v1/exclusion-cases",
        lambda last: (last.created_at, last.id),
        limit=limit,
        supplier_id=supplier_id,
        state=state,
    )
    today = datetime.now(LONDON).date()
    items = [serialize_case_summary(each, today) for each in page.rows]
    return ExclusionCaseList(items=items, links=page.links)


@router.post(
    "/suppliers/{supplier_id}/exclusion-cases", status_code=201, summary="Open an exclusion case"
)
def create_exclusion_case(
    session: SessionDep,
    caller: CallerDep,
    supplier_id: UUID,
    wanted: ExclusionCaseCreate,
    response: Response,
) -> StoredExclusionCase:
    """Open a case of a supplier in a procurement; nothing is said to the supplier."""
    record = open_case(
        session,
        caller,
        supplier_id,
        title=wanted.title,
        procurement=wanted.procurement,
        now=datetime.now(UTC),
    )
    response.headers["Location"] = f"/v1/exclusion-cases/{record.id}"
    return _answer(session, record, response)


@router.get("/exclusion-cases/{case_id}", summary="One exclusion case")
def get_exclusion_case(
    session: SessionDep, organisation: OrganisationDep, case_id: UUID, response: Response
) -> StoredExclusionCase:
    """Return a case with what may follow; its ETag is what a change must name."""
    return _answer(session, case_of(session, organisation, case_id), response)


@router.patch("/exclusion-cases/{case_id}", summary="Change an exclusion case")
def update_exclusion_case(
    session: SessionDep,
    caller: CallerDep,
    case_id: UUID,
    change: ExclusionCaseUpdate,
    response: Response,
    if_match: IfMatch = None,
) -> StoredExclusionCase:
    """Change what was answered, or keep the letter, the answer, the notice or a note."""
    record = case_of(session, caller.organisation, case_id)
    require_match(if_match, record.version)
    facts = change.model_dump(
        include={"procurement", "persons", "declarations", "debarment"}, exclude_none=True
    )
    question = question_of(record)
    changed = question.model_validate({**question.model_dump(), **facts}) if facts else None
    record = change_case(
        session,
        caller,
        case_id,
        CaseChange(
            title=change.title,
            question=changed,
            letter=LetterSent(**dict(change.letter)) if change.letter else None,
            answer=SupplierAnswered(**change.answer.model_dump()) if change.answer else None,
            notice_sent_on=change.notice_sent_on,
            note=change.note,
        ),
        now=datetime.now(UTC),
    )
    return _answer(session, record, response)


@router.post(
    "/exclusion-cases/{case_id}/decision",
    summary="Decide an exclusion case",
    dependencies=[require_scope(Scope.DECIDE)],
)
def decide_exclusion_case(
    session: SessionDep,
    caller: CallerDep,
    case_id: UUID,
    decision: ExclusionDecision,
    response: Response,
    if_match: IfMatch = None,
) -> StoredExclusionCase:
    """Keep what a named person decided, with reasons; a program cannot decide."""
    require_match(if_match, case_of(session, caller.organisation, case_id).version)
    record = decide_case(
        session,
        caller,
        case_id,
        CaseDecision(**dict(decision)),
        now=datetime.now(UTC),
    )
    return _answer(session, record, response)


@router.get(
    "/exports/exclusion-cases.csv",
    summary="Every exclusion case as CSV",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
def export_exclusion_cases(home: InstallationDep, caller: CallerDep) -> StreamingResponse:
    """Return every case with its days and its outcome, newest first, without persons in it."""
    today = datetime.now(LONDON).date()
    columns = list(ExclusionCaseSummary.model_fields)

    def rows() -> Iterator[Sequence[object]]:
        yield columns
        after = None
        while True:
            with home.database.session() as session:
                tenancy.bind(session, caller)
                page = cases_of(session, caller.organisation, limit=_PAGE, after=after)
                lines = [serialize_case_summary(each, today) for each in page]
            for line in lines:
                values = line.model_dump(mode="json")
                yield ["" if values[each] is None else values[each] for each in columns]
            if len(page) < _PAGE:
                return
            after = (page[-1].created_at, page[-1].id)

    return csv_answer("exclusion-cases", rows())


_PAGE = 500


def _answer(
    session: SessionDep, record: ExclusionCaseRecord, response: Response
) -> StoredExclusionCase:
    tag(response, record.version)
    supplier = supplier_of(session, record.organisation_id, record.supplier_id)
    return serialize_case(record, supplier.name, datetime.now(LONDON).date())
