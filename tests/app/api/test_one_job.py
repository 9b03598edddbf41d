"""A request that begins a job begins one, however often it is sent and wherever we stop."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, func, select

from app.errors import Conflict
from app.jobs import control
from models import AuditEntry
from models.person import Role
from tests.app.api.tenants import Tenants

ASKED: dict[str, dict[str, Any]] = {
    "/v1/imports": {"files": {"list": ("list.csv", b"not a list")}},
    "/v1/bulk-checks": {"json": {"checks": [{"supplier": {"name": "Nobody Ltd"}}]}},
    "/v1/reports": {"json": {"as_of": "2026-11-25"}},
}
SERVE = """
import json, os, sys, time
from pathlib import Path
from fastapi.testclient import TestClient
from app.jobs import control
from app.main import create_app
from app.settings import Access, Settings

home, mode = sys.argv[1:]
if mode == "dies":
    control.start_job = lambda job: os._exit(9)
with TestClient(create_app(Settings(home=Path(home), access=Access.OPEN))) as client:
    given = client.post(
        "/v1/imports",
        files={"list": ("list.csv", b"not a list")},
        headers={"Idempotency-Key": "list-1"},
    )
    for _ in range(600):
        told = client.get(given.headers["location"]).json()
        if told["state"] in ("done", "failed"):
            break
        time.sleep(0.1)
    print(json.dumps([given.status_code, given.headers.get("idempotency-replayed"), told]))
"""


def begun(tenants: Tenants) -> int:
    """How many jobs were asked for: each is noted in the transaction that keeps it."""
    with tenants.home.database.session() as session:
        asked = select(func.count()).where(
            col(AuditEntry.verb).in_(["list.sent", "checks.asked", "report.asked"])
        )
        return session.exec(asked).one()


@pytest.mark.parametrize("path", ASKED)
def test_the_same_request_twice_is_one_job_with_one_answer(tenants: Tenants, path: str) -> None:
    client = tenants.client(tenants.ours.headers[Role.API_CLIENT])
    headers = {"Idempotency-Key": str(uuid4())}
    before = begun(tenants)
    first, again = (client.post(path, headers=headers, **ASKED[path]) for _ in range(2))
    assert first.status_code == again.status_code == 202, first.text
    assert (again.content, again.headers["location"]) == (first.content, first.headers["location"])
    assert again.headers["idempotency-replayed"] == "true"
    assert begun(tenants) == before + 1
    assert first.headers["location"] == f"/v1/jobs/{UUID(first.json()['id'])}"


@pytest.mark.parametrize("path", ASKED)
def test_a_stop_between_the_job_and_its_answer_makes_no_second_job(
    tenants: Tenants, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = tenants.client(tenants.ours.headers[Role.API_CLIENT])
    headers = {"Idempotency-Key": str(uuid4())}
    before = begun(tenants)

    def stopped(_job: UUID) -> None:
        raise Conflict("The machine stopped.")

    with monkeypatch.context() as patched:
        patched.setattr(control, "start_job", stopped)
        assert client.post(path, headers=headers, **ASKED[path]).status_code == 409
    again = client.post(path, headers=headers, **ASKED[path])
    assert (again.status_code, again.headers["idempotency-replayed"]) == (202, "true")
    assert begun(tenants) == before + 1


def test_the_same_request_at_the_same_time_is_one_job(tenants: Tenants) -> None:
    headers = {"Idempotency-Key": str(uuid4())} | tenants.ours.headers[Role.API_CLIENT]
    before = begun(tenants)

    def ask(_: int) -> int:
        given = tenants.client(headers).post("/v1/reports", **ASKED["/v1/reports"])
        return given.status_code

    with ThreadPoolExecutor(4) as pool:
        statuses = list(pool.map(ask, range(4)))
    assert begun(tenants) == before + 1
    assert set(statuses) <= {202, 409}
    assert 202 in statuses


def test_a_killed_service_goes_on_with_the_job_and_its_answer(tmp_path: Path) -> None:
    """It dies as the job is kept; sent again to the next one, the request gets that job, done."""

    def serve(mode: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", SERVE, str(tmp_path), mode],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    assert serve("dies").returncode == 9
    ran = serve("lives")
    assert ran.returncode == 0, ran.stderr
    status, replayed, job = json.loads(ran.stdout.splitlines()[-1])
    assert (status, replayed, job["state"]) == (202, "true", "done")
