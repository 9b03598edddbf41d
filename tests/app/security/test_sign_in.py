import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from models.person import Role
from tests.app.security.served import PASSWORD, join, link, served


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(tmp_path_factory.mktemp("signed")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _nobody(client: TestClient) -> None:
    client.cookies.clear()


def form_token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


def test_nobody_sees_anything_before_signing_in(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 303
    assert page.headers["location"] == "/sign-in?next=/"
    refused = client.get("/v1/suppliers")
    assert refused.status_code == 401
    assert refused.json()["type"] == "/problems/not-signed-in"
    assert refused.headers["www-authenticate"].startswith("Bearer")


def test_a_link_lets_one_person_in_once(client: TestClient) -> None:
    path = link(client)
    assert "Your name" in client.get(path).text
    form = {"name": "Ada Example", "email": "once@example.gov.uk", "password": PASSWORD}
    assert client.post(path, data={**form, "password": "short"}).status_code == 422
    came = client.post(path, data=form)
    assert came.status_code == 303
    cookie = came.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert client.get("/v1/me").json()["name"] == "Ada Example"
    client.cookies.clear()
    assert client.get(path).status_code == 404
    assert client.post(path, data={**form, "email": "b@example.gov.uk"}).status_code == 404


def test_signing_in_and_out(client: TestClient) -> None:
    join(client, "in-and-out@example.gov.uk")
    client.cookies.clear()
    form = {"email": "In-And-Out@example.gov.uk", "password": PASSWORD, "next": "//evil.example"}
    came = client.post("/sign-in", data=form)
    assert (came.status_code, came.headers["location"]) == (303, "/")
    page = client.get("/").text
    assert "Signed in as Ada Example" in page
    held = dict(client.cookies)
    assert client.post("/sign-out", data={"csrf_token": form_token(page)}).status_code == 303
    client.cookies.update(held)
    assert client.get("/v1/me").status_code == 401


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Role.OFFICER, "/work-queue"),
        (Role.APPROVER, "/work-queue"),
        (Role.BOARD_READER, "/board"),
        (Role.ADMINISTRATOR, "/"),
    ],
)
def test_sign_in_leads_each_role_to_its_first_page(
    client: TestClient, role: Role, first: str
) -> None:
    email = f"{role.value}@first.example"
    join(client, email, role)
    client.cookies.clear()
    form = {"email": email, "password": PASSWORD}
    assert client.post("/sign-in", data=form).headers["location"] == first
    client.cookies.clear()
    wanted = client.post("/sign-in", data=form | {"next": "/actions"})
    assert wanted.headers["location"] == "/actions"


def test_wrong_passwords_make_a_stranger_wait_and_not_the_person(client: TestClient) -> None:
    join(client, "locked@example.gov.uk")
    known = client.cookies["candour_browser"]
    client.cookies.clear()
    wrong = {"email": "locked@example.gov.uk", "password": "not this one at all"}
    answers = [client.post("/sign-in", data=wrong) for _ in range(6)]
    assert [each.status_code for each in answers] == [422] * 5 + [429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 16
    right = {**wrong, "password": PASSWORD}
    assert client.post("/sign-in", data=right).status_code == 429
    unknown = {**wrong, "email": "nobody@example.gov.uk"}
    same = [client.post("/sign-in", data=unknown) for _ in range(6)]
    assert [each.status_code for each in same] == [422] * 5 + [429]
    client.cookies["candour_browser"] = known
    assert client.post("/sign-in", data=right).status_code == 303


def test_many_people_who_sign_in_behind_one_address_are_all_let_in(client: TestClient) -> None:
    join(client, "office@example.gov.uk")
    for _ in range(30):
        client.cookies.clear()
        form = {"email": "office@example.gov.uk", "password": PASSWORD}
        assert client.post("/sign-in", data=form).status_code == 303


def test_an_expired_cookie_is_signed_out_and_counted_as_no_guess(client: TestClient) -> None:
    client.cookies["candour_session"] = "expired"
    assert {client.get("/v1/me").status_code for _ in range(40)} == {401}
    assert client.get("/sign-in").status_code == 200


def test_a_key_opens_no_page(client: TestClient) -> None:
    join(client, "keys@example.gov.uk")
    token = form_token(client.get("/").text)
    made = client.post(
        "/v1/keys",
        json={"name": "x", "scopes": ["checks:read", "suppliers:read"]},
        headers={"X-CSRF-Token": token},
    )
    client.cookies.clear()
    key = {"Authorization": f"Bearer {made.json()['key']}"}
    assert client.get("/v1/suppliers", headers=key).status_code == 200
    for path in ("/", "/matches", "/people", "/account", "/check-your-statement"):
        assert client.get(path, headers=key).status_code == 403, path


def test_a_person_ends_the_other_sign_ins(client: TestClient) -> None:
    join(client, "two@example.gov.uk")
    other = dict(client.cookies)
    client.cookies.clear()
    form = {"email": "two@example.gov.uk", "password": PASSWORD}
    headers = {"User-Agent": "A second browser"}
    assert client.post("/sign-in", data=form, headers=headers).status_code == 303
    page = client.get("/account")
    assert "A second browser" in page.text
    assert page.headers["cache-control"] == "no-store"
    ended = client.post("/account/sessions/end-others", data={"csrf_token": form_token(page.text)})
    assert ended.status_code == 303
    assert client.get("/v1/me").status_code == 200
    client.cookies.clear()
    client.cookies.update(other)
    assert client.get("/v1/me").status_code == 401


def test_a_form_that_was_not_drawn_for_this_sign_in_is_refused(client: TestClient) -> None:
    join(client, "forms@example.gov.uk")
    assert client.post("/sign-out").status_code == 403
    assert client.post("/sign-out", data={"csrf_token": "0" * 64}).status_code == 403
    wanted = {"name": "x", "scopes": ["checks:read"]}
    assert client.post("/v1/keys", json=wanted).status_code == 403
    token = form_token(client.get("/").text)
    made = client.post("/v1/keys", json=wanted, headers={"X-CSRF-Token": token})
    assert made.status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_sites_page_can_change_nothing(
    client: TestClient, headers: dict[str, str]
) -> None:
    refused = client.post("/sign-in", data={}, headers=headers)
    assert refused.status_code == 403


def test_a_person_who_is_kept_out_is_out_at_once(client: TestClient) -> None:
    join(client, "boss@example.gov.uk")
    boss = dict(client.cookies)
    token = form_token(client.get("/").text)
    client.cookies.clear()
    join(client, "leaver@example.gov.uk", Role.OFFICER)
    leaver = dict(client.cookies)
    assert client.get("/v1/me").json()["role"] == "officer"
    assert client.get("/v1/users").status_code == 403
    client.cookies.clear()
    client.cookies.update(boss)
    people = client.get("/v1/users").json()["items"]
    gone = next(each for each in people if each["email"] == "leaver@example.gov.uk")
    headers = {"X-CSRF-Token": token}
    path = f"/v1/users/{gone['id']}"
    assert client.patch(path, json={"active": False}, headers=headers).status_code == 428
    stale = {**headers, "If-Match": '"7"'}
    assert client.patch(path, json={"active": False}, headers=stale).status_code == 412
    fresh = {**headers, "If-Match": client.get(path).headers["etag"]}
    assert client.patch(path, json={"active": False}, headers=fresh).status_code == 200
    client.cookies.clear()
    client.cookies.update(leaver)
    assert client.get("/v1/me").status_code == 401
