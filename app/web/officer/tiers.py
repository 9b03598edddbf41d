"""The picture of what flows up to a supplier from its own suppliers."""

from decimal import Decimal
from uuid import UUID

from fastapi import APIRouter, Response

from app.api.asked import OrganisationDep, SessionDep
from app.errors import NotFound
from app.queries.suppliers import supplier_of
from app.reports.cells import points
from app.reports.charts import chart
from app.reports.shapes import Chart, ChartKind, Row, Table
from models import Assessment

router = APIRouter(prefix="/suppliers")


@router.get("/{supplier_id}/tiers.svg")
def picture(session: SessionDep, organisation: OrganisationDep, supplier_id: UUID) -> Response:
    """Return a picture of the exposure of a supplier and of its own suppliers beside it."""
    supplier = supplier_of(session, organisation, supplier_id)
    assessment = (
        session.get(Assessment, supplier.assessment_id) if supplier.assessment_id else None
    )
    tiers = assessment.inputs.get("tiers", []) if assessment else []
    if assessment is None or not tiers:
        raise NotFound("Nobody has named this supplier's own suppliers.")
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
