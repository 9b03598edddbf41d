"""`/v1/exports`: suppliers and checks as CSV, for systems that can do no more."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from app.features.assessments.schemas import serialize_assessment_summary
from app.features.checks.decision_in_force import decisions_of
from app.features.checks.queries import checks_of
from app.features.checks.serializer import serialize_check_summary
from app.features.suppliers.queries import ranked
from app.http.dependencies import CallerDep, InstallationDep, require_scope
from app.security import tenancy
from app.security.permissions import Scope

router = APIRouter(prefix="/exports", tags=["exports"])

_CSV: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}}
}
_PAGE = 500
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@router.get(
    "/suppliers.csv",
    summary="The ranked list as CSV",
    response_class=StreamingResponse,
    responses=_CSV,
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def export_suppliers(home: InstallationDep, caller: CallerDep) -> StreamingResponse:
    """Return every supplier with its latest assessment, those first whom a person must look at.

    These are suppliers with urgent signs, then those with a stop decided or proposed. All others
    follow by residual risk, highest first. Those that were not assessed come last.
    """
    today = datetime.now(UTC).date()

    def rows() -> Iterator[list[object]]:
        yield [
            "supplier_id",
            "name",
            "company_numbers",
            "proposed",
            "decision",
            "decided",
            "reason",
            "band",
            "risk",
        ]
        after: tuple[int, str] | None = None
        while True:
            with home.database.session() as session:
                tenancy.bind(session, caller)
                page = ranked(session, caller.organisation, limit=_PAGE, after=after)
                decided = decisions_of(session, (e.supplier.id for e in page), today=today)
            for each in page:
                line: list[object] = [
                    each.supplier.id,
                    each.supplier.name,
                    " ".join(each.supplier.company_numbers),
                ]
                if each.assessment is None:
                    line += ["not assessed", "", "", "", "", ""]
                else:
                    last = decided.get(each.supplier.id)
                    assessment = serialize_assessment_summary(each.assessment, last)
                    line += [
                        assessment.proposed.value,
                        assessment.decision.value,
                        last.text if last else "",
                        assessment.reason,
                        assessment.band.value,
                        assessment.risk,
                    ]
                yield line
            if len(page) < _PAGE:
                return
            after = (page[-1].supplier.rank, page[-1].supplier.key)

    return csv_answer("suppliers", rows())


@router.get(
    "/checks.csv",
    summary="Every check as CSV",
    response_class=StreamingResponse,
    responses=_CSV,
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
def export_checks(home: InstallationDep, caller: CallerDep) -> StreamingResponse:
    """Return every check with what was proposed and decided, newest first."""
    today = datetime.now(UTC).date()

    def rows() -> Iterator[list[object]]:
        yield [
            "check_id",
            "created_at",
            "supplier_id",
            "supplier",
            "contract",
            "proposed",
            "decision",
            "decided_by",
            "decided",
            "valid_until",
        ]
        after = None
        while True:
            with home.database.session() as session:
                tenancy.bind(session, caller)
                page = checks_of(session, caller.organisation, limit=_PAGE, after=after)
                decided = decisions_of(session, {e.supplier_id for e in page}, today=today)
            for each in page:
                line = serialize_check_summary(each, decided)
                last = decided.get(each.supplier_id)
                yield [
                    line.id,
                    line.created_at.isoformat(),
                    line.supplier_id,
                    line.supplier,
                    (each.question.get("contract") or {}).get("reference", ""),
                    line.proposed.value,
                    line.decision.value,
                    line.decided_by or "",
                    last.text if last else "",
                    line.valid_until.isoformat(),
                ]
            if len(page) < _PAGE:
                return
            after = (page[-1].created_at, page[-1].id)

    return csv_answer("checks", rows())


def csv_answer(name: str, rows: Iterable[Sequence[object]]) -> StreamingResponse:
    """Return rows as a file to take away, named by what it holds and the day."""
    file = f"candour-{name}-{datetime.now(UTC):%Y%m%d}.csv"
    return StreamingResponse(
        csv_lines(rows),
        media_type="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Write rows as CSV; what a spreadsheet would run as a formula is marked as text."""
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow([_harmless(str(each)) for each in row])
        yield line.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
