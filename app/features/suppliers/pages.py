"""One supplier: what is proposed and why, then all that is behind it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.errors import NotFound, Unusable
from app.features.actions.queries import actions_of, overdue
from app.features.assessments.inputs import facts_for
from app.features.assessments.serializer import Finding, serialize_finding
from app.features.checks.decision_in_force import decisions_of
from app.features.checks.queries import checks_of
from app.features.monitoring.queries import changes_of
from app.features.reports.cells import points
from app.features.reports.charts import chart
from app.features.reports.table_types import Chart, ChartKind, Row, Table
from app.features.statements.queries import SharedWith, earlier_statement, history_of, shared_with
from app.features.suppliers.queries import (
    contracts_of,
    findings_of,
    notes_of,
    statements_with_documents,
    supplier_of,
)
from app.features.suppliers.service import write_note
from app.features.suppliers.trade import trades_set
from app.features.suppliers.trade_pages import lines_of
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from app.web.templating import page
from models import Assessment, Document, Statement
from scoring.companies.inference import trade_of
from scoring.reference.vocabulary import Outcome, Theme

router = APIRouter()

THEMES: tuple[tuple[Theme, str], ...] = (
    (Theme.PAY, "Pay"),
    (Theme.CONDITIONS, "Working conditions"),
    (Theme.STATEMENT, "What the statement says"),
    (Theme.LAW, "What the law asks for"),
    (Theme.EXPOSURE, "Exposure"),
    (Theme.IDENTITY, "Which company it is"),
)
_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)


@router.get("/suppliers/{supplier_id}", response_class=HTMLResponse)
def supplier_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show a supplier: what is proposed and why, then every finding with its proof."""
    return _draw(request, session, organisation, supplier_id, [])


@router.post("/suppliers/{supplier_id}/notes", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])
def add_note(
    request: Request, session: SessionDep, caller: CallerDep, supplier_id: UUID, form: FormDep
) -> Response:
    """Keep a note under the writer's name, and go back to the supplier's notes."""
    text = text_of(form, "note", most=10_000)
    try:
        write_note(session, caller, supplier_id, text, now=datetime.now(UTC))
    except Unusable as error:
        problems = [Problem("note", error.detail)]
        return _draw(request, session, caller.organisation, supplier_id, problems)
    return RedirectResponse(f"/suppliers/{supplier_id}#notes", status_code=303)


def _draw(
    request: Request,
    session: Session,
    organisation: UUID,
    supplier_id: UUID,
    problems: list[Problem],
) -> HTMLResponse:
    supplier = supplier_of(session, organisation, supplier_id)
    assessment = (
        session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    )
    stored = findings_of(session, assessment.id) if assessment else ()
    shown = list(enumerate(map(serialize_finding, stored)))
    statements = statements_with_documents(session, supplier.id)
    agreed = actions_of(session, organisation, supplier=supplier.id, limit=100)
    today = datetime.now(UTC).date()
    return page(
        request,
        "suppliers/supplier.html",
        status=422 if problems else 200,
        problems=problems,
        notes=notes_of(session, supplier.id),
        supplier=supplier,
        assessment=assessment,
        decided=decisions_of(session, [supplier.id], today=today).get(supplier.id),
        today=today,
        valid_until=date.fromisoformat(assessment.breakdown["valid_until"])
        if assessment
        else None,
        reasons=[shown[place] for place in assessment.breakdown["reasons"]] if assessment else [],
        themes=[(theme.value, title, _of(shown, theme)) for theme, title in THEMES],
        trade_set_by=trades_set(session, [supplier.id]).get(supplier.id),
        trade_lines=lines_of(trade_of(facts_for(session, supplier, at=today))),
        contracts=contracts_of(session, supplier.id),
        statements=statements,
        documents={document.sha256: statement for statement, document in statements},
        shared=_shared_by_judged(session, assessment, statements),
        with_earlier={
            each.id for each, _ in statements if earlier_statement(session, each) is not None
        },
        actions=[(each, overdue(each, today)) for each in agreed],
        history=history_of(session, supplier.id),
        changes=changes_of(session, supplier.id, limit=5),
        checks=checks_of(session, organisation, supplier=supplier.id, limit=20),
    )


def _shared_by_judged(
    session: Session,
    assessment: Assessment | None,
    statements: Sequence[tuple[Statement, Document]],
) -> list[SharedWith]:
    """The other suppliers' statements that hold sentences of the one that was judged."""
    judged = (each for each, _ in statements if assessment and each.id == assessment.statement_id)
    return [other for each in judged for other in shared_with(session, each)]


def _of(shown: Sequence[tuple[int, Finding]], theme: Theme) -> list[tuple[int, Finding]]:
    """The findings of a theme with their places, what needs a person first."""
    return sorted(
        ((place, each) for place, each in shown if each.theme is theme),
        key=lambda placed: (_ORDER.index(placed[1].outcome), -placed[1].severity.rank),
    )


tiers_router = APIRouter(prefix="/suppliers")


@tiers_router.get("/{supplier_id}/tiers.svg")
def picture(session: SessionDep, organisation: OrganisationDep, supplier_id: UUID) -> Response:
    """Return a picture of the exposure of a supplier and of its own suppliers beside it."""
    supplier = supplier_of(session, organisation, supplier_id)
    assessment = (
        session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    )
    tiers = assessment.inputs.get("tiers", []) if assessment else []
    if assessment is None or not tiers:
        raise NotFound("This supplier's own suppliers are not known.")
    own = assessment.exposure - sum(
        Decimal(each["points"])
        for each in assessment.breakdown["exposure"]["contributions"]
        if each["part"].startswith("tier: ")
    )
    below = [(each["name"], Decimal(each["exposure"]["figure"])) for each in tiers]
    rows = tuple(
        Row(name, name, (points(Decimal(round(figure))),))
        for name, figure in ((f"{supplier.name} by itself", own), *below)
    )
    table = Table(
        "tiers", "Exposure of a supplier and of its own suppliers", "", "", ("", "Exposure"), rows,
        Chart(ChartKind.BARS, (0,)),
    )  # fmt: skip
    return Response(chart(table), media_type="image/svg+xml")
