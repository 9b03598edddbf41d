"""What a case holds, and what was decided in it, reaches the checks on its supplier."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.dates import LONDON
from app.features.assessments.service import judge_suppliers, keep_assessments
from app.features.exclusion.queries import cases_of
from models import Job, Supplier
from models.base import new_id
from scoring.exclusion.grounds import grounds_in_force
from tests.app.exclusion.conftest import FIRM

TODAY = datetime.now(LONDON).date()


def day(days: int = 0) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


@pytest.fixture
def case(office: TestClient, supplier_id: str) -> dict[str, Any]:
    made = office.post(f"/v1/suppliers/{supplier_id}/exclusion-cases", json={"title": "Cleaning"})
    with office.app.state.home.database.session() as session:  # type: ignore[attr-defined]
        supplier = session.get_one(Supplier, UUID(supplier_id))
        for each in cases_of(session, supplier.organisation_id, supplier=supplier.id):
            if str(each.id) != made.json()["id"]:
                session.delete(each)
    body: dict[str, Any] = made.json()
    return body


def patch(office: TestClient, case: dict[str, Any], **change: object) -> None:
    address = f"/v1/exclusion-cases/{case['id']}"
    changed = office.patch(address, json=change, headers={"If-Match": "*"})
    assert changed.is_success, changed.text


def decide(office: TestClient, case: dict[str, Any], **decision: object) -> None:
    address = f"/v1/exclusion-cases/{case['id']}/decision"
    made = office.post(address, json=decision, headers={"If-Match": "*"})
    assert made.is_success, made.text


def checked(office: TestClient, supplier_id: str) -> dict[str, Any]:
    """Assess the supplier, then ask a check on it."""
    now = datetime.now(UTC)
    with office.app.state.home.database.session() as session:  # type: ignore[attr-defined]
        judged = judge_suppliers(
            session, [UUID(supplier_id)], job=new_id(), at=TODAY, model="", now=now
        )
        assert not judged.failed
        keep_assessments(session, judged.assessed)
    answer = office.post("/v1/checks", json={"supplier": {"id": supplier_id}})
    assert answer.is_success, answer.text
    body: dict[str, Any] = answer.json()
    return body


def convicted() -> dict[str, object]:
    return {"person": FIRM, "ground": "sch6.22", "value": "yes", "event": day(-200)}


def test_debarred_and_excluded_supplier_proposes_stop(
    office: TestClient, case: dict[str, Any], supplier_id: str
) -> None:
    patch(office, case, debarment=[{"person": FIRM, "kind": "mandatory", "as_at": day()}])
    decide(office, case, outcome="excluded", reasons="Debarred", excluded_on=day())
    answer = checked(office, supplier_id)
    assert answer["proposed"] == "stop"
    assert "decided to exclude the supplier" in str(answer["reasons"])
    assert "Exclusion case “Cleaning”" in str(answer["reasons"])


def test_open_case_stops_and_a_decision_not_to_exclude_outranks_it(
    office: TestClient, case: dict[str, Any], supplier_id: str
) -> None:
    patch(office, case, declarations=[convicted()])
    assert checked(office, supplier_id)["proposed"] == "stop"
    decide(office, case, outcome="not_excluded", reasons="Unlikely to occur again")
    answer = checked(office, supplier_id)
    assert answer["proposed"] != "stop"
    assert "decided not to exclude the supplier" in str(answer["unknown"])


def test_case_in_which_no_ground_applies_makes_the_grounds_known(
    office: TestClient, case: dict[str, Any], supplier_id: str
) -> None:
    no = [{"person": FIRM, "ground": each.id, "value": "no"} for each in grounds_in_force(TODAY)]
    read = [{"name": FIRM, "list_read_on": day()}]
    patch(office, case, declarations=no, persons=read)
    decide(office, case, outcome="no_ground", reasons="All answered no")
    unknown = {each["rule"] for each in checked(office, supplier_id)["unknown"]}
    assert not unknown & {"exclusion.mandatory", "exclusion.debarment"}


def test_changed_case_has_its_supplier_assessed_again_and_a_note_does_not(
    office: TestClient, case: dict[str, Any]
) -> None:
    def jobs() -> int:
        with office.app.state.home.database.session() as session:  # type: ignore[attr-defined]
            return len(session.exec(select(Job)).all())

    before = jobs()
    patch(office, case, note="Spoken to the lead")
    assert jobs() == before
    patch(office, case, declarations=[convicted()])
    assert jobs() == before + 1
