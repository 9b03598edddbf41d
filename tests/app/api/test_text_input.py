"""Text that a database or a page cannot hold is refused at the field, on the API and on pages."""

import pytest
from fastapi.testclient import TestClient

from app.http.text_input import CONTROL_MESSAGE, DIRECTION_MESSAGE, DUPLICATE_MESSAGE
from models.person import Role
from tests.app.api.tenants import Tenants


@pytest.fixture(scope="module")
def client(tenants: Tenants) -> TestClient:
    return tenants.client(tenants.ours.headers[Role.API_CLIENT])


def post(client: TestClient, body: str) -> tuple[int, list[dict[str, str]]]:
    answer = client.post(
        "/v1/checks", content=body.encode(), headers={"Content-Type": "application/json"}
    )
    return answer.status_code, answer.json().get("errors", [])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Acme\\u0000Ltd", CONTROL_MESSAGE),
        ("Acme\\u001bLtd", CONTROL_MESSAGE),
        ("Acme\\ud800Ltd", CONTROL_MESSAGE),
        ("Acme\\u202eLtd", DIRECTION_MESSAGE),
    ],
)
def test_an_unusable_name_is_refused_at_its_field(
    client: TestClient, name: str, message: str
) -> None:
    status, errors = post(client, f'{{"supplier": {{"name": "{name}"}}}}')
    assert status == 422
    assert errors == [{"pointer": "/supplier/name", "detail": message}]


def test_a_field_sent_twice_is_refused(client: TestClient) -> None:
    status, errors = post(client, '{"supplier": {"name": "Acme", "name": "Other"}}')
    assert status == 422
    assert {"pointer": "/name", "detail": DUPLICATE_MESSAGE} in errors


def test_an_unusable_field_name_is_refused(client: TestClient) -> None:
    status, errors = post(client, '{"supplier": {"na\\ud800me": "Acme"}}')
    assert status == 422
    assert errors[0]["pointer"] == "/supplier"


@pytest.mark.parametrize("address", ["/v1/suppliers?q=a%00b", "/v1/checks/a%00b"])
def test_an_unusable_address_is_refused(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 422
    assert CONTROL_MESSAGE in answer.json()["detail"]


def test_ordinary_text_passes(client: TestClient) -> None:
    status, _ = post(client, '{"supplier": {"name": "Café Łódź\\tLtd \U0001f4e6"}}')
    assert status in (201, 404)


def test_a_form_with_a_nul_is_refused(client: TestClient) -> None:
    answer = client.post("/sign-in", data={"email": "a\x00@b.org", "password": "x" * 12})
    assert answer.status_code == 422
