"""Conventions that every route keeps: repeats, versions, cursors, problems, limits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, func, select

from app.errors import Conflict
from models import Check, IdempotencyRecord, Job
from models.person import Role
from tests.app.api.tenants import Tenants


@pytest.fixture(scope="module")
def client(tenants: Tenants) -> TestClient:
    return tenants.client(tenants.ours.headers[Role.API_CLIENT])


def checks(tenants: Tenants) -> int:
    with tenants.home.database.session() as session:
        return session.exec(select(func.count(col(Check.id)))).one()


def question(tenants: Tenants) -> dict[str, object]:
    return {"supplier": {"id": tenants.ours.ids["supplier_id"]}}


def test_the_same_key_and_body_twice_is_one_check(client: TestClient, tenants: Tenants) -> None:
    before, headers = checks(tenants), {"Idempotency-Key": str(uuid4())}
    first = client.post("/v1/checks", json=question(tenants), headers=headers)
    again = client.post("/v1/checks", json=question(tenants), headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert (again.content, again.headers["location"]) == (first.content, first.headers["location"])
    assert again.headers["idempotency-replayed"] == "true"
    assert checks(tenants) == before + 1


def test_the_same_key_with_another_body_is_refused(client: TestClient, tenants: Tenants) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    client.post("/v1/checks", json=question(tenants), headers=headers)
    other = client.post(
        "/v1/checks", json={**question(tenants), "stage": "award"}, headers=headers
    )
    assert other.status_code == 422
    assert other.json()["type"] == "/problems/idempotency-key-reused"


def test_the_same_request_at_the_same_time_is_one_check(tenants: Tenants) -> None:
    before, headers = checks(tenants), {"Idempotency-Key": str(uuid4())}

    def ask(_: int) -> int:
        own = tenants.client(tenants.ours.headers[Role.API_CLIENT])
        return own.post("/v1/checks", json=question(tenants), headers=headers).status_code

    with ThreadPoolExecutor(6) as pool:
        told = set(pool.map(ask, range(6)))
    assert told <= {201, 409}
    assert checks(tenants) == before + 1


@pytest.mark.parametrize("path", ["/v1/bulk-checks", "/v1/imports"])
def test_long_work_asked_again_after_a_stop_is_one_job(
    path: str, tenants: Tenants, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    headers = {"Idempotency-Key": str(uuid4())}
    unknown = {"checks": [{"supplier": {"name": "Nobody of this name Ltd"}}]}
    body = {"json": unknown} if "checks" in path else {"files": {"list": ("empty.csv", b"")}}

    def stops(*_: object) -> None:
        raise Conflict("The process was stopped before its answer was kept.")

    before = jobs_of(tenants)
    with monkeypatch.context() as patched:
        patched.setattr("app.http.idempotency._store", stops)
        assert officer.post(path, headers=headers, **body).status_code == 409
    first, again = (officer.post(path, headers=headers, **body) for _ in range(2))
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json()["id"] == again.json()["id"]
    assert jobs_of(tenants) == before + 1


def jobs_of(tenants: Tenants) -> int:
    with tenants.home.database.session() as session:
        return session.exec(select(func.count(col(Job.id)))).one()


def test_another_callers_key_is_its_own(client: TestClient, tenants: Tenants) -> None:
    headers = {"Idempotency-Key": "shared"}
    other = tenants.client(tenants.theirs.headers[Role.API_CLIENT])
    body = {"supplier": {"id": tenants.theirs.ids["supplier_id"]}}
    ours = client.post("/v1/checks", json=question(tenants), headers=headers)
    theirs = other.post("/v1/checks", json=body, headers=headers)
    assert (ours.status_code, theirs.status_code) == (201, 201)


def test_another_caller_of_the_same_organisation_gets_no_replay(
    client: TestClient, tenants: Tenants
) -> None:
    before, headers = checks(tenants), {"Idempotency-Key": str(uuid4())}
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    given = [
        each.post("/v1/checks", json=question(tenants), headers=headers)
        for each in (client, officer, client)
    ]
    assert [each.status_code for each in given] == [201] * 3
    assert ["idempotency-replayed" in each.headers for each in given] == [False, False, True]
    assert checks(tenants) == before + 2


def test_the_same_key_with_another_query_is_refused(client: TestClient, tenants: Tenants) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    first = client.post("/v1/checks?a=1", json=question(tenants), headers=headers)
    other = client.post("/v1/checks?a=2", json=question(tenants), headers=headers)
    assert (first.status_code, other.status_code) == (201, 422)
    assert other.json()["type"] == "/problems/idempotency-key-reused"


@pytest.mark.parametrize(
    ("age", "replayed"),
    [(timedelta(hours=23, minutes=58), True), (timedelta(hours=24, seconds=1), False)],
)
def test_an_answer_is_given_again_for_a_day(
    client: TestClient, tenants: Tenants, age: timedelta, replayed: bool
) -> None:
    key = str(uuid4())
    headers = {"Idempotency-Key": key}
    client.post("/v1/checks", json=question(tenants), headers=headers)
    with tenants.home.database.session() as session:
        row = session.exec(select(IdempotencyRecord).where(IdempotencyRecord.key == key)).one()
        row.created_at -= age
        session.add(row)
    again = client.post("/v1/checks", json=question(tenants), headers=headers)
    assert ("idempotency-replayed" in again.headers) is replayed


@pytest.mark.parametrize(
    ("key", "status"),
    [("k" * 255, 201), ("k" * 256, 422), ("", 422), ("a\tb", 422), (b"caf\xe9", 422)],
    ids=["255 letters", "256 letters", "none", "a tab", "not ASCII"],
)
def test_a_key_is_1_to_255_printable_characters(
    client: TestClient, tenants: Tenants, key: str | bytes, status: int
) -> None:
    headers = {"Idempotency-Key": key}
    given = client.post("/v1/checks", json=question(tenants), headers=headers)
    assert given.status_code == status


def test_a_refused_request_may_be_asked_anew(client: TestClient, tenants: Tenants) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    body = {"scheme": "own", "id": f"LATER-{uuid4().hex[:8]}"}
    asked = {"supplier": {"own_reference": body["id"]}}
    assert client.post("/v1/checks", json=asked, headers=headers).status_code == 404
    supplier = tenants.ours.ids["supplier_id"]
    assert client.post(f"/v1/suppliers/{supplier}/identifiers", json=body).status_code == 201
    assert client.post("/v1/checks", json=asked, headers=headers).status_code == 201


def test_a_secret_is_not_kept_for_a_repeat(tenants: Tenants) -> None:
    boss = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR])
    headers = {"Idempotency-Key": str(uuid4())}
    body = {"name": "once", "scopes": ["checks:read"]}
    assert boss.post("/v1/keys", json=body, headers=headers).status_code == 201
    assert boss.post("/v1/keys", json=body, headers=headers).status_code == 409


def test_a_stored_check_is_sent_once(client: TestClient, tenants: Tenants) -> None:
    path = f"/v1/checks/{tenants.ours.ids['check_id']}"
    tag = client.get(path).headers["etag"]
    same = client.get(path, headers={"If-None-Match": tag})
    assert (same.status_code, same.content) == (304, b"")


def test_a_person_confirms_and_overrides_and_both_are_kept(tenants: Tenants) -> None:
    approver = tenants.client(tenants.ours.headers[Role.APPROVER])
    made = approver.post("/v1/checks", json=question(tenants)).json()
    path = f"/v1/checks/{made['id']}"
    other = "clear" if made["proposed"] != "clear" else "refer"
    seen = {"If-Match": approver.get(path).headers["etag"]}
    unsaid = approver.post(f"{path}/decisions", json={"decision": other}, headers=seen)
    assert unsaid.status_code == 422
    assert unsaid.json()["errors"][0]["pointer"] == "/reason"
    proposal = {"decision": made["proposed"]}
    confirmed = approver.post(f"{path}/decisions", json=proposal, headers=seen)
    assert confirmed.json()["confirms"] is True
    body = {"decision": other, "reason": "The contract ends in a week."}
    assert approver.post(f"{path}/decisions", json=body).status_code == 412
    seen = {"If-Match": approver.get(path).headers["etag"]}
    assert approver.post(f"{path}/decisions", json=body, headers=seen).status_code == 201
    told = approver.get(path).json()
    assert (told["proposed"], told["decision"]) == (made["proposed"], other)
    assert told["decided_by"] == f"{tenants.ours.mark} approver"
    assert [each["decision"] for each in told["decisions"]] == [made["proposed"], other]
    changed = {"decision", "decided_by", "decisions", "supplier_decision"}
    assert {name: made[name] for name in made.keys() - changed} == {
        name: told[name] for name in told.keys() - changed
    }


def test_identifiers_that_disagree_are_for_a_person(client: TestClient, tenants: Tenants) -> None:
    ours = tenants.ours
    first = client.get(f"/v1/suppliers/{ours.ids['supplier_id']}").json()
    number = first["company_numbers"][0]
    right = {"company_number": number, "name": first["name"]}
    assert client.post("/v1/checks", json={"supplier": right}).status_code == 201
    joined = {"party": f"GB-COH-{number}", "vat": "GB 999 9999 99"}
    assert client.post("/v1/checks", json={"supplier": joined}).status_code == 201
    wrong = {"company_number": number, "name": f"{ours.mark} Guarding Ltd"}
    told = client.post("/v1/checks", json={"supplier": wrong})
    assert told.status_code == 409
    assert first["name"] in told.json()["detail"]


@pytest.mark.parametrize(
    ("supplier", "pointer"),
    [
        ({"ppon": "nonsense"}, "/supplier/ppon"),
        ({"vat": "12"}, "/supplier/vat"),
        ({"party": "01234567"}, "/supplier/party"),
        ({"company_number": "XX99"}, "/supplier/company_number"),
    ],
)
def test_an_identifier_that_cannot_be_one_is_pointed_to(
    client: TestClient, supplier: dict[str, str], pointer: str
) -> None:
    told = client.post("/v1/checks", json={"supplier": supplier})
    assert told.status_code == 422
    assert told.json()["errors"][0]["pointer"] == pointer


def test_each_kind_of_worker_on_the_contract_is_judged(
    client: TestClient, tenants: Tenants
) -> None:
    pay = [
        {"role": "day guard", "hourly_rate": "20.00", "youngest_age": 21},
        {"role": "night guard", "hourly_rate": "9.00", "youngest_age": 21},
    ]
    body = {**question(tenants), "contract": {"reference": "C1", "pay": pay}, "stage": "award"}
    told = client.post("/v1/checks", json=body).json()
    assert told["proposed"] == "refer"
    failed = [each["subject"] for each in told["reasons"] if each["rule"] == "pay.minimum_wage"]
    assert failed == ["C1: night guard"]
    assert told["next_steps"]


def test_asking_again_leads_back(client: TestClient, tenants: Tenants) -> None:
    first = client.post("/v1/checks", json=question(tenants)).json()
    again = client.post(f"{first['links']['self']}/recheck").json()
    assert again["links"]["previous"] == first["links"]["self"]
    assert again["id"] != first["id"]


def test_every_kind_of_problem_is_explained(client: TestClient) -> None:
    kinds = client.get("/problems").json()["items"]
    assert len(kinds) > 10
    for each in kinds:
        told = client.get(f"/problems/{each['slug']}").json()
        assert told["meaning"]
        assert told["advice"]
    missing = client.get(f"/v1/checks/{uuid4()}").json()
    assert client.get(missing["type"]).json()["status"] == 404


def test_checks_are_walked_page_by_page(client: TestClient, tenants: Tenants) -> None:
    for _ in range(3):
        client.post("/v1/checks", json=question(tenants))
    walked, link = [], "/v1/checks?limit=2"
    while link:
        page = client.get(link).json()
        walked += [each["id"] for each in page["items"]]
        link = page["links"]["next"]
    assert len(walked) == len(set(walked)) >= 4
    assert walked == sorted(walked, key=lambda id: UUID(id).hex, reverse=True)


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    told = client.post("/v1/checks", content=b"x" * 16_000_001)
    assert told.status_code == 413
    assert told.json()["type"] == "/problems/too-large"

    def endless() -> object:
        for _ in range(20):
            yield b"x" * 1_000_000

    headers = {"Content-Type": "application/json"}
    assert client.post("/v1/checks", content=endless(), headers=headers).status_code == 413


def test_a_revoked_key_opens_nothing_at_once(tenants: Tenants) -> None:
    boss = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR])
    made = boss.post("/v1/keys", json={"name": "gone", "scopes": ["checks:read"]}).json()
    program = tenants.client({"Authorization": f"Bearer {made['key']}"})
    assert program.get("/v1/me").json()["scopes"] == ["checks:read"]
    refused = program.post("/v1/checks", json=question(tenants))
    assert refused.status_code == 403
    assert refused.json()["detail"].endswith(
        "ask checks, and mark evidence right or wrong (checks:write)."
    )
    assert boss.delete(f"/v1/keys/{made['id']}").status_code == 200
    assert program.get("/v1/me").status_code == 401


def test_client_credentials_get_a_token_that_ends_with_its_key(tenants: Tenants) -> None:
    boss = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR])
    made = boss.post(
        "/v1/keys", json={"name": "oauth", "scopes": ["checks:read", "checks:write"]}
    ).json()
    secret = made["key"].removeprefix(f"candour_{made['prefix']}_")
    form = {"grant_type": "client_credentials", "scope": "checks:read"}
    nobody = tenants.client()
    told = nobody.post("/oauth/token", data=form, auth=(made["prefix"], secret))
    assert told.json()["scope"] == "checks:read"
    assert told.headers["cache-control"] == "no-store"
    program = tenants.client({"Authorization": f"Bearer {told.json()['access_token']}"})
    assert program.get("/v1/checks").status_code == 200
    assert program.post("/v1/checks", json=question(tenants)).status_code == 403
    wrong = nobody.post("/oauth/token", data=form, auth=(made["prefix"], "wrong"))
    assert (wrong.status_code, wrong.json()["error"]) == (401, "invalid_client")
    wide = {**form, "scope": "checks:decide"}
    refused = nobody.post("/oauth/token", data=wide, auth=(made["prefix"], secret))
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_scope")
    boss.delete(f"/v1/keys/{made['id']}")
    assert program.get("/v1/checks").status_code == 401


def test_a_person_is_refused_in_words(tenants: Tenants) -> None:
    reader = tenants.client(tenants.ours.headers[Role.BOARD_READER] | {"Accept": "text/html"})
    refused = reader.get("/people")
    assert refused.status_code == 403
    assert "As board reader you may not manage people, keys and webhooks." in refused.text
