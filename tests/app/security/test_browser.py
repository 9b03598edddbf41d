"""What a browser is told with every answer, and that nothing runs in it but our own scripts."""

import base64
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.app.security.served import join, served
from tests.app.security.test_sign_in import form_token

HTML = {"Accept": "text/html"}
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(tmp_path_factory.mktemp("browser")) as opened:
        join(opened, "boss@example.gov.uk")
        yield opened


def scripts_of(page: str) -> list[str]:
    return re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", page, re.DOTALL)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/account", 200),
        ("GET", "/docs", 200),
        ("GET", "/v1/me", 200),
        ("GET", "/no-such-page", 404),
        ("GET", "/v1/checks/none", 422),
        ("GET", "/static/candour.css", 200),
        ("GET", "/health/live", 200),
        ("POST", "/sign-out", 403),
    ],
)
def test_every_answer_carries_the_headers(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path, headers=HTML)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    policy = answer.headers["content-security-policy"]
    assert re.search(r"script-src 'self' 'sha256-[^']+'(;|$)", policy)
    assert "unsafe" not in policy.partition("script-src")[2].partition(";")[0]


def test_a_refusal_before_the_application_carries_the_headers(client: TestClient) -> None:
    foreign = client.post("/sign-in", headers={"Origin": "https://evil.example"})
    wrong = client.get("/v1/me", headers={"Authorization": "Bearer nothing"})
    large = client.post("/v1/checks", headers={"Content-Length": "999999999"})
    for answer, status in ((foreign, 403), (wrong, 401), (large, 413)):
        assert answer.status_code == status
        assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


@pytest.mark.parametrize("path", ["/account", "/", "/docs", "/check-your-statement", "/people"])
def test_pages_hold_no_script_but_the_one_that_is_allowed(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    for script in scripts_of(answer.text):
        digest = base64.b64encode(sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert not re.search(r"\son\w+=|javascript:", answer.text)
    assert not re.search(r"<(?:script|link)[^>]+(?:src|href)=\"(?:https?:)?//", answer.text)


def test_a_private_page_is_stored_nowhere(client: TestClient) -> None:
    for path in ("/", "/people", "/account"):
        assert client.get(path).headers["cache-control"] == "no-store"


def test_a_browser_gets_errors_as_pages_and_a_program_as_problems(client: TestClient) -> None:
    foreign = {"Origin": "https://evil.example"}
    page = client.post("/sign-in", headers={**foreign, **HTML})
    assert page.status_code == 403
    assert page.headers["content-type"].startswith("text/html")
    assert "another site" in page.text
    assert client.post("/sign-in", headers=foreign).json()["type"] == "/problems/not-allowed"


def test_a_fault_of_ours_is_a_page_to_a_browser(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a secret detail")

    monkeypatch.setattr("app.features.users.account_pages.sessions_of", broken)
    quiet = TestClient(client.app, raise_server_exceptions=False)
    quiet.cookies = client.cookies
    page = quiet.get("/account", headers=HTML)
    assert page.status_code == 500
    assert "went wrong on our side" in page.text
    assert "secret detail" not in page.text
    assert {name: page.headers.get(name) for name in ALWAYS} == ALWAYS


def test_the_reference_of_the_api_names_every_operation(client: TestClient) -> None:
    page = client.get("/docs").text
    described = client.get("/openapi.json").json()
    for path, item in described["paths"].items():
        assert f"<code>{path}</code>" in page
        for operation in item.values():
            assert f'id="{operation["operationId"]}"' in page


def test_behind_a_proxy_that_is_believed_https_and_addresses_are_the_callers(
    tmp_path: Path,
) -> None:
    settings = {
        "public_url": "https://candour.example.gov.uk",
        "trusted_proxies": ["127.0.0.1/32", "10.0.0.0/8"],
    }
    with served(tmp_path / "believed", **settings) as opened:
        join(opened, "proxied@example.gov.uk")
        opened.cookies.clear()
        form = {"email": "proxied@example.gov.uk", "password": "three random words"}
        origin = {"Origin": "https://candour.example.gov.uk", "Host": "127.0.0.1:8000"}
        came = opened.post("/sign-in", data=form, headers=origin)
        assert came.status_code == 303
        assert "secure" in came.headers["set-cookie"].lower()
        assert came.headers["strict-transport-security"].startswith("max-age=")
        foreign = {"Origin": "http://127.0.0.1:8000", "Host": "127.0.0.1:8000"}
        assert opened.post("/sign-in", data=form, headers=foreign).status_code == 403


@pytest.mark.parametrize(
    ("peer", "forwarded", "waits"),
    [("127.0.0.1", "203.0.113.{}", False), ("198.51.100.1", "203.0.113.{}", True)],
)
def test_a_forwarded_address_is_believed_of_a_trusted_proxy_only(
    tmp_path: Path, peer: str, forwarded: str, waits: bool
) -> None:
    with served(tmp_path / "proxied", trusted_proxies=["127.0.0.1/32"]) as opened:
        form = {"email": "nobody@example.gov.uk", "password": "not this one at all"}
        client = TestClient(opened.app, client=(peer, 50000))
        statuses = [
            client.post(
                "/sign-in", data=form, headers={"X-Forwarded-For": forwarded.format(place)}
            ).status_code
            for place in range(7)
        ]
    assert (429 in statuses) is waits


def test_links_never_lead_to_the_host_of_the_request(client: TestClient) -> None:
    page = client.get("/people")
    form = {
        "email": "new@example.gov.uk",
        "name": "New",
        "role": "officer",
        "csrf_token": form_token(page.text),
    }
    made = client.post("/people", data=form, headers={"Host": "evil.example"})
    assert made.status_code == 200
    assert "/welcome/" in made.text
    assert "evil.example" not in made.text
