"""Processor time and size of officers' pages with 10,000 suppliers, beside the empty list.

Run: python benchmarks/supplier_list.py
"""

import random
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from uuid import UUID

from fastapi.testclient import TestClient

from app.db.engine import insert_rows
from app.installation import open_installation
from app.main import create_app
from app.security.organisations import own_organisation
from app.settings import Access, Settings
from models import (
    Assessment,
    Check,
    CompanyMatch,
    CompanyMatchState,
    Contract,
    Intake,
    Supplier,
)
from models.base import new_id
from scoring.reference.vocabulary import Decision

SUPPLIERS = 10_000
TIMES = 20
WARMING = 3
PAGES = {
    "by risk, first page": "/",
    "by risk, page 150": "/?page=150",
    "filtered by band and category": "/?band=high&category=Cleaning",
    "name has": "/?name=ltd+99",
    "sorted by value": "/?sort=value",
    "worth at least": "/?value=50000",
    "missing answers": "/?missing=answers",
    "risk map": "/risk-map",
    "go on with all": "/chosen?which=all",
    "to do": "/work-queue",
    "decisions to make": "/decisions",
    "decisions, filtered": "/decisions?proposed=refer&name=supplier+01",
    "matches to resolve": "/matches",
    "lists that were sent": "/lists",
    "changes at sources": "/changes",
    "actions": "/actions",
    "compare, by name": "/compare?name=supplier+09",
    "correct the list, by name": "/suppliers/{supplier}/correction?name=supplier+09",
    "merge two records": "/suppliers/{supplier}/correction?into={other}",
    "sources": "/sources",
    "jobs": "/jobs",
    "audit trail": "/audit",
    "overview": "/administration",
}


def fill(folder: Path) -> None:
    """Keep 10,000 suppliers, each with an assessment of usual size and a contract."""
    chance = random.Random(8)
    now = datetime(2026, 11, 25, tzinfo=UTC)
    with open_installation(Settings(home=folder)) as home, home.database.session() as session:
        organisation = own_organisation(session, now=now).id
        intake = Intake(organisation_id=organisation, sha256="0" * 64, name="x", created_at=now)
        session.add(intake)
        session.flush()
        suppliers = [_supplier(organisation, n, now, chance) for n in range(SUPPLIERS)]
        insert_rows(session, Supplier, suppliers)
        insert_rows(session, Assessment, [_assessment(each, now, chance) for each in suppliers])
        insert_rows(session, Contract, [_contract(each, intake.id, chance) for each in suppliers])
        insert_rows(session, CompanyMatch, [_match(each) for each in suppliers[::3]])
        insert_rows(session, Check, [_check(each, now) for each in suppliers[::20]])


def _supplier(organisation: UUID, n: int, now: datetime, chance: random.Random) -> dict:
    return {
        "id": new_id(),
        "organisation_id": organisation,
        "key": f"supplier {n:05}",
        "name": f"Supplier {n:05} Ltd",
        "category_text": "",
        "category": chance.choice(["Cleaning", "Security", "Catering", "Care", "Works"]),
        "assessment_id": new_id(),
        "rank": chance.randrange(10_000),
        "on_list": True,
        "created_at": now,
        **{
            name: []
            for name in (
                "company_numbers",
                "countries",
                "sic_codes",
                "category_codes",
                "workforce",
            )
        },
    }


def _assessment(supplier: dict, now: datetime, chance: random.Random) -> dict:
    told = {"contributions": ["some words of a reason"] * 600}
    return {
        "id": supplier["assessment_id"],
        "organisation_id": supplier["organisation_id"],
        "supplier_id": supplier["id"],
        "as_at": date(2026, 11, 25),
        "created_at": now,
        "exposure": Decimal(chance.randrange(100)),
        "control": Decimal(chance.randrange(100)),
        "risk": Decimal(supplier["rank"]) / 100,
        "risk_low": Decimal(0),
        "risk_high": Decimal(100),
        "band": chance.choice(["low", "medium", "high", "very_high"]),
        "decision": chance.choice(["clear", "refer", "stop"]),
        "reason": "A person should look: the residual risk is high.",
        "urgent": False,
        "breakdown": told,
        "inputs": told,
        "versions": {},
        "digest": "0" * 64,
    }


def _contract(supplier: dict, intake: UUID, chance: random.Random) -> dict:
    return {
        "id": new_id(),
        "organisation_id": supplier["organisation_id"],
        "supplier_id": supplier["id"],
        "intake_id": intake,
        "key": supplier["key"],
        "annual_value": Decimal(chance.randrange(1_000_000)),
        "location": chance.choice(["Westminster", "Camden"]),
        "facts": {},
    }


def _match(supplier: dict) -> dict:
    return {
        "id": new_id(),
        "organisation_id": supplier["organisation_id"],
        "supplier_id": supplier["id"],
        "state": CompanyMatchState.REVIEW,
        "score": 80.0,
        "reasons": ["names differ"],
        "candidates": [],
        "decided_by": "",
    }


def _check(supplier: dict, now: datetime) -> dict:
    return {
        "id": new_id(),
        "organisation_id": supplier["organisation_id"],
        "supplier_id": supplier["id"],
        "assessment_id": supplier["assessment_id"],
        "proposed": Decision.REFER,
        "valid_until": date(2027, 5, 25),
        "question": {},
        "answer": {},
        "decisions": [],
        "created_by": "A. Officer",
        "created_at": now,
    }


def p95(client: TestClient, path: str) -> tuple[float, int]:
    """Return the 95th percentile of the processor time of an answer, in ms, and its size in kB."""
    taken, size = [], 0
    for _ in range(WARMING):
        client.get(path)
    for _ in range(TIMES):
        begun = time.process_time()
        answer = client.get(path)
        taken.append((time.process_time() - begun) * 1000)
        assert answer.status_code == 200, path
        size = len(answer.content) // 1000
    return quantiles(taken, n=20)[-1], size


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as empty, TemporaryDirectory() as full:
        fill(Path(full))
        with TestClient(create_app(Settings(home=Path(empty), access=Access.OPEN))) as client:
            base, size = p95(client, "/")
        print(f"{'page':34}{'p95 ms':>10}{'× empty':>10}{'kB':>8}")
        print(f"{'no suppliers':34}{base:10.1f}{1:10.1f}{size:8}")
        with TestClient(create_app(Settings(home=Path(full), access=Access.OPEN))) as client:
            listed = client.get("/v1/suppliers?limit=2").json()["items"]
            supplier, other = (each["id"] for each in listed)
            for name, path in PAGES.items():
                taken, size = p95(client, path.format(supplier=supplier, other=other))
                print(f"{name:34}{taken:10.1f}{taken / base:10.1f}{size:8}")


if __name__ == "__main__":
    main()
