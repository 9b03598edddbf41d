"""People sign in at an OpenID Connect issuer on this machine, and only those who were let in."""

import base64
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from tests.app.security.served import join, served


class FakeIssuer:
    """Tells whatever a test wants it to tell of whoever comes."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "one"}, private=True)
        self.signs_with = self.key
        self.claims: dict[str, object] = {}
        self.form: dict[str, list[str]] = {}
        self.nonce = ""
        self.algorithm = "RS256"
        self.keys_sent = 0
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                issuer.keys_sent += self.path == "/keys"
                self.tell(
                    {"keys": [issuer.key.as_dict(private=False)]}
                    if self.path == "/keys"
                    else {
                        "issuer": issuer.url,
                        "authorization_endpoint": f"{issuer.url}/authorize",
                        "token_endpoint": f"{issuer.url}/token",
                        "jwks_uri": f"{issuer.url}/keys",
                    }
                )

            def do_POST(self) -> None:
                told = self.rfile.read(int(self.headers["content-length"])).decode()
                issuer.form = parse_qs(told)
                claims = {
                    "iss": issuer.url,
                    "aud": "us",
                    "sub": "42",
                    "nonce": issuer.nonce,
                    "exp": int(time.time()) + 60,
                    **issuer.claims,
                }
                self.tell({"id_token": issuer.token(claims)})

            def tell(self, body: object) -> None:
                data = json.dumps(body).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.host}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def token(self, claims: dict[str, object]) -> str:
        """Return the claims signed; with no key, or the public one as a secret, by a forger."""
        header = {"alg": self.algorithm, "kid": "one"}
        if self.algorithm == "none":
            parts = (json.dumps(each).encode() for each in (header, claims))
            return (
                ".".join(base64.urlsafe_b64encode(each).decode().rstrip("=") for each in parts)
                + "."
            )
        if self.algorithm == "HS256":
            public = OctKey.import_key(self.key.as_pem(private=False))
            return jwt.encode(header, claims, public)
        return jwt.encode(header, claims, self.signs_with)


@pytest.fixture(scope="module")
def issuer() -> Iterator[FakeIssuer]:
    made = FakeIssuer()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture(scope="module")
def client(issuer: FakeIssuer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(
        tmp_path_factory.mktemp("elsewhere"),
        oidc_issuer=issuer.url,
        oidc_client_id="us",
        oidc_client_secret="hush",
        fetch_loopback=frozenset({issuer.host}),
    ) as opened:
        join(opened, "known@example.gov.uk")
        yield opened


@pytest.fixture(autouse=True)
def _anew(client: TestClient, issuer: FakeIssuer) -> None:
    client.cookies.clear()
    issuer.claims, issuer.signs_with = {}, issuer.key


def come(client: TestClient, issuer: FakeIssuer, **changed: str) -> tuple[int, str]:
    sent = client.get("/sign-in/elsewhere?next=/suppliers")
    query = urlsplit(sent.headers["location"]).query
    asked = {name: value[0] for name, value in parse_qs(query).items()}
    assert asked["code_challenge_method"] == "S256"
    issuer.nonce = asked["nonce"]
    back = {"state": asked["state"], "code": "c0de", **changed}
    told = client.get("/sign-in/elsewhere/back", params=back)
    return told.status_code, told.headers.get("location", "")


def test_one_who_was_let_in_comes_in_and_is_known_again(
    client: TestClient, issuer: FakeIssuer
) -> None:
    issuer.claims = {"email": "Known@example.gov.uk", "email_verified": True}
    assert come(client, issuer) == (303, "/suppliers")
    assert issuer.form["code_verifier"]
    assert client.get("/v1/me").json()["name"] == "Ada Example"
    client.cookies.clear()
    issuer.claims = {}  # known by the issuer's own name from now on
    assert come(client, issuer)[0] == 303


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "43", "email": "stranger@example.gov.uk", "email_verified": True},
        {"sub": "44", "email": "known@example.gov.uk"},
        {"sub": "45", "email": "known@example.gov.uk", "email_verified": "true"},
        {"aud": "others", "email": "known@example.gov.uk", "email_verified": True},
        {"iss": "https://evil.example", "email": "known@example.gov.uk", "email_verified": True},
        {"aud": ["us", "others"], "email": "known@example.gov.uk", "email_verified": True},
        {"azp": "others", "email": "known@example.gov.uk", "email_verified": True},
        {"iat": 4_000_000_000, "email": "known@example.gov.uk", "email_verified": True},
        {"nbf": 4_000_000_000, "email": "known@example.gov.uk", "email_verified": True},
        {"exp": 1, "email": "known@example.gov.uk", "email_verified": True},
        {"nonce": "another", "email": "known@example.gov.uk", "email_verified": True},
    ],
)
def test_who_was_not_let_in_or_not_proved_stays_out(
    client: TestClient, issuer: FakeIssuer, claims: dict[str, object]
) -> None:
    issuer.claims = claims
    assert come(client, issuer)[0] == 403
    assert client.get("/v1/me").status_code == 401


def test_another_state_or_another_signature_stays_out(
    client: TestClient, issuer: FakeIssuer
) -> None:
    issuer.claims = {"email": "known@example.gov.uk", "email_verified": True}
    assert come(client, issuer, state="forged")[0] == 403
    issuer.signs_with = RSAKey.generate_key(2048, {"kid": "one"}, private=True)
    assert come(client, issuer)[0] == 403


def test_an_answer_of_another_issuer_stays_out(client: TestClient, issuer: FakeIssuer) -> None:
    issuer.claims = {"email": "known@example.gov.uk", "email_verified": True}
    assert come(client, issuer, iss="https://evil.example")[0] == 403
    assert come(client, issuer, iss=issuer.url)[0] == 303


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_a_token_of_another_algorithm_stays_out(
    client: TestClient, issuer: FakeIssuer, algorithm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer.claims = {"email": "known@example.gov.uk", "email_verified": True}
    monkeypatch.setattr(issuer, "algorithm", algorithm)
    assert come(client, issuer)[0] == 403


def test_a_clock_that_differs_a_little_lets_in(client: TestClient, issuer: FakeIssuer) -> None:
    claims = {"email": "known@example.gov.uk", "email_verified": True}
    issuer.claims = {**claims, "exp": int(time.time()) - 30, "iat": int(time.time()) + 30}
    assert come(client, issuer)[0] == 303


def test_keys_are_fetched_once_for_many(client: TestClient, issuer: FakeIssuer) -> None:
    issuer.claims = {"email": "known@example.gov.uk", "email_verified": True}
    come(client, issuer)
    before = issuer.keys_sent
    for _ in range(3):
        assert come(client, issuer)[0] == 303
    assert issuer.keys_sent == before
