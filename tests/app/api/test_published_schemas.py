"""Every answer of the interface is what its published schema says: no field more, none less."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Access, Settings
from models.person import Role
from tests.app.api.schemas import JSON, Published, free_forms
from tests.app.api.tenants import Tenants

QUERIES = {"/v1/statements/{statement_id}/explanation": {"sentence": 1, "criterion": "training"}}

WITHOUT_BODY = ("204", "304")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    home = tmp_path_factory.mktemp("described")
    return Published(create_app(Settings(home=home, access=Access.OPEN), works=False))


def test_every_answer_has_a_schema_that_names_its_fields(published: Published) -> None:
    free = [
        place
        for path, method, operation in published.operations("get", "post", "put", "patch")
        for status, response in operation["responses"].items()
        if status not in WITHOUT_BODY
        for media, content in response.get("content", {None: {"schema": {}}}).items()
        for place in free_forms(content.get("schema", {}), f"{method} {path} {status} {media}")
    ]
    free += [
        place
        for name, schema in published.document["components"]["schemas"].items()
        for place in free_forms(schema, name)
    ]
    assert free == []


def test_every_read_of_a_council_answers_by_its_schema(
    tenants: Tenants, published: Published
) -> None:
    ours = tenants.ours
    client = tenants.client(ours.headers[Role.ADMINISTRATOR])
    website = {"url": "https://www.example.org/"}
    client.put(f"/v1/suppliers/{ours.ids['supplier_id']}/website", json=website)
    hook = {"url": "https://hooks.example.org/read", "events": ["action.overdue"]}
    own = {"webhook_id": client.post("/v1/webhooks", json=hook).json()["id"]}  # others end theirs
    faults, read = [], 0
    for path, _, operation in published.operations("get"):
        if JSON not in operation["responses"]["200"].get("content", {}):
            continue
        values = ours.ids | own | {"rule_id": "pay.minimum_wage", "slug": "not-found"}
        address = path.format(**values, name="report.json")
        answer = client.get(f"{address}?{urlencode(QUERIES.get(path, {}))}")
        if path.endswith(("/website", "/correction")) and answer.status_code == 404:
            continue
        if path.endswith("/{name}"):  # the file of this report was not made by a report
            continue
        read += 1
        if answer.status_code not in (200, 503):
            faults.append(f"{path}: {answer.status_code} {answer.text[:200]}")
            continue
        faults += published.faults(path, "get", answer.status_code, answer.json())
    assert faults == []
    assert read > 25


def _addresses(client: TestClient) -> Iterator[tuple[str, str]]:
    """Yield path and address of all that the example council holds about its suppliers."""
    for supplier in client.get("/v1/suppliers?limit=500").json()["items"]:
        path = "/v1/suppliers/{supplier_id}"
        yield path, f"/v1/suppliers/{supplier['id']}"
        yield f"{path}/identifiers", f"/v1/suppliers/{supplier['id']}/identifiers"
        if supplier["assessment"]:
            assessment = supplier["assessment"]["id"]
            yield "/v1/assessments/{assessment_id}", f"/v1/assessments/{assessment}"
        for each in client.get(f"/v1/suppliers/{supplier['id']}").json()["statements"]:
            yield "/v1/statements/{statement_id}", f"/v1/statements/{each['id']}"
    for path in ("suppliers", "checks", "actions", "changes", "matches", "audit", "rules"):
        yield f"/v1/{path}", f"/v1/{path}"


def test_every_supplier_of_the_example_council_answers_by_its_schema(
    client: TestClient, published: Published
) -> None:
    faults = []
    for path, address in _addresses(client):
        faults += published.faults(path, "get", 200, client.get(address).json())
    for supplier in client.get("/v1/suppliers?limit=500").json()["items"]:
        question = {"supplier": {"id": supplier["id"]}, "stage": "award"}
        answer = client.post("/v1/checks", json=question)
        if answer.status_code == 409:  # not assessed
            continue
        faults += published.faults("/v1/checks", "post", 201, answer.json())
        again = client.get(f"/v1/checks/{answer.json()['id']}").json()
        faults += published.faults("/v1/checks/{check_id}", "get", 200, again)
        assert again == answer.json()
    assert faults == []
