"""One supplier: what is proposed and why, on one screen."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from app.errors import NotFound
from app.features.assessments.inputs import facts_for
from app.features.reports.cells import points
from app.features.reports.charts import chart
from app.features.reports.table_types import Chart, ChartKind, Row, Table
from app.features.suppliers.finding_groups import count_topics
from app.features.suppliers.queries import contracts_of, supplier_of
from app.features.suppliers.record import supplier_money, supplier_record
from app.features.suppliers.trade import trades_set
from app.features.suppliers.trade_pages import lines_of
from app.http.dependencies import OrganisationDep, SessionDep
from app.web.templating import page
from models import Assessment
from scoring.companies.inference import trade_of
from scoring.decisions.grounds import ROUTE

router = APIRouter()

STRONGEST = 3
"""Reasons that are shown first; all others are among the findings."""


@router.get("/suppliers/{supplier_id}", response_class=HTMLResponse)
def supplier_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> HTMLResponse:
    """Show what is proposed on a supplier and why, what was decided, and the way to the rest."""
    today = datetime.now(UTC).date()
    record = supplier_record(session, organisation, supplier_id, today=today)
    contracts = contracts_of(session, supplier_id)
    # The urgent route has its own place on the page; its finding only sums up the others.
    strongest = [each for each in record.reasons if each.finding.rule != ROUTE]
    return page(
        request,
        "suppliers/supplier.html",
        record=record,
        strongest=strongest[:STRONGEST],
        more=len(strongest) - STRONGEST,
        topics=count_topics(record.findings),
        money=supplier_money(record.supplier, contracts, today=today),
        trade_set_by=trades_set(session, [supplier_id]).get(supplier_id),
        trade_lines=lines_of(trade_of(facts_for(session, record.supplier, at=today))),
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
