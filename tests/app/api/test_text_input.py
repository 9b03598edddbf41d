"""Text that a database or a page cannot hold is refused at the field, on the API and on pages."""

import pytest
from fastapi.testclient import TestClient

from app.http.text_input import CONTROL_MESSAGE, DIRECTION_MESSAGE, DUPLICATE_MESSAGE
from models.person import Role
from tests.app.api.tenants import Tenants


@pytest.fixture(scope="module")
def client(tenants: Tenants) -> TestClient:
    return tenants.client(tenants.ours.headers[Role.API_CLIENT])


@pytest.fixture(scope="module")
def visitor(tenants: Tenants) -> TestClient:
    """Somebody before the sign-in page: a key opens no page."""
    return tenants.client()


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


def test_a_form_with_a_nul_is_refused(visitor: TestClient) -> None:
    answer = visitor.post("/sign-in", data={"email": "a\x00@b.org", "password": "x" * 12})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("annual_value", "1_000"),
        ("annual_value", "\u0661\u0662\u0663"),
        ("annual_value", "\uff15"),
        ("annual_value", "1e3"),
        ("hourly_rate", "1_4.80"),
        ("start", "0001-01-01"),
        ("end", "9999-12-31"),
        ("start", "2026-11-25T00:00:00"),
        ("start", "20261125"),
    ],
)
def test_a_figure_or_day_that_nobody_means_is_refused_at_its_field(
    client: TestClient, field: str, value: str
) -> None:
    answer = client.post(
        "/v1/checks", json={"supplier": {"name": "Acme"}, "contract": {field: value}}
    )
    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["errors"]] == [f"/contract/{field}"]


@pytest.mark.parametrize("value", ["1700000000", "0001-01-01T00:00:00Z", "2026-11-25T09:00:00"])
def test_an_instant_that_nobody_means_is_refused_at_its_field(
    tenants: Tenants, value: str
) -> None:
    administrator = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR])
    body = {"name": "A key", "scopes": ["checks:read"], "expires_at": value}
    answer = administrator.post("/v1/keys", json=body)
    assert answer.status_code == 422, answer.text
    assert [each["pointer"] for each in answer.json()["errors"]] == ["/expires_at"]


@pytest.mark.parametrize("limit", ["1_0", "\u0661", "5.0", "1e1"])
def test_a_number_in_an_address_that_nobody_means_is_refused(
    client: TestClient, limit: str
) -> None:
    assert client.get("/v1/checks", params={"limit": limit}).status_code == 422


@pytest.mark.parametrize(
    ("text", "message"),
    [("Acme\u202eLtd", DIRECTION_MESSAGE), ("Acme\x85Ltd", CONTROL_MESSAGE)],
)
def test_a_short_field_of_a_form_with_marks_is_refused_and_named(
    visitor: TestClient, text: str, message: str
) -> None:
    answer = visitor.post("/sign-in", data={"email": text, "password": "x"})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"pointer": "/email", "detail": message}]


def test_a_page_names_the_field_that_cannot_be_used(visitor: TestClient) -> None:
    answer = visitor.post(
        "/sign-in", data={"email": "a\x00@b.org"}, headers={"Accept": "text/html"}
    )
    assert answer.status_code == 422
    assert "email" in answer.text
    assert CONTROL_MESSAGE.split(",", maxsplit=1)[0] in answer.text


def test_a_body_of_many_fields_with_one_twice_is_answered_in_linear_time(
    client: TestClient,
) -> None:
    fields = ",".join(f'"k{place}":1' for place in range(200_000))
    status, errors = post(client, f'{{{fields},"k0":2}}')
    assert status == 422
    assert {"pointer": "/k0", "detail": DUPLICATE_MESSAGE} in errors


def test_a_change_by_nobody_is_refused_before_its_body_is_read(tenants: Tenants) -> None:
    answer = tenants.client().post(
        "/v1/bulk-checks", content=b"{" * 1000, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 401
