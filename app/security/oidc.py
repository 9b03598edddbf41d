"""Signing in elsewhere: OpenID Connect, authorization code with PKCE, against one issuer.

Only people whom an administrator has let in come in this way: by the issuer's own name for them,
or, the first time, by an email address that the issuer says it verified.
"""

import base64
import secrets
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

import orjson
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey
from sqlmodel import Session, select

from app.errors import NotSignedIn
from app.security import audit_log
from app.security.users import principal_from_user
from app.settings import Settings
from models import Person
from scrapers.errors import SourceError
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy

CALLBACK = "/sign-in/elsewhere/back"
LIFE_S = 600
_ALGORITHMS = ["RS256", "ES256", "PS256"]
_NO = "Signing in with your organisation's account did not work. Try again, or ask for a link."


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """Where to send a browser, and what it must bring back; `kept` goes into a cookie."""

    address: str
    state_token: str


class OidcProvider:
    """One OpenID Connect issuer, as the settings name it.

    Args:
        settings: Issuer, client identifier and secret.
        signing: The installation's secret that signs what a browser is given to keep.
    """

    def __init__(self, settings: Settings, signing: str) -> None:
        self._settings = settings
        self._key = OctKey.import_key(signing)
        self._policy = FetchPolicy(
            loopback=settings.fetch_loopback, robots=False, delay_s=0.0, max_bytes=1_000_000
        )

    def begin(self, next: str) -> AuthorizationRequest:
        """Return the address to sign in at.

        Raises:
            NotSignedIn: The issuer cannot be reached.
        """
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        challenge = base64.urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=")
        params = {
            "response_type": "code",
            "client_id": self._settings.oidc_client_id,
            "redirect_uri": self._settings.address + CALLBACK,
            "scope": "openid email profile",
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge.decode(),
            "code_challenge_method": "S256",
        }
        with Client(self._policy) as client:
            address = self._described(client)["authorization_endpoint"]
        claims = {"state": state, "nonce": nonce, "verifier": verifier, "next": next}
        token = jwt.encode(
            {"alg": "HS256"}, {**claims, "exp": int(time.time()) + LIFE_S}, self._key
        )
        return AuthorizationRequest(
            f"{address}{'&' if '?' in address else '?'}{urlencode(params)}", token
        )

    def end(
        self, session: Session, *, state_token: str, state: str, code: str
    ) -> tuple[Person, str]:
        """Return who signed in, and where they wanted to go.

        Raises:
            NotSignedIn: Something does not fit, or nobody was let in under this name.
        """
        try:
            begun = jwt.decode(state_token, self._key, algorithms=["HS256"]).claims
            if begun["exp"] < time.time() or not secrets.compare_digest(begun["state"], state):
                raise NotSignedIn(_NO)
            claims = self._token_response(code, begun["verifier"])
            if not secrets.compare_digest(str(claims.get("nonce", "")), begun["nonce"]):
                raise NotSignedIn(_NO)
            subject = f"{claims['iss']} {claims['sub']}"[:400]
        except (JoseError, KeyError, ValueError, TypeError) as error:
            raise NotSignedIn(_NO) from error
        return self._person(session, subject, claims), str(begun["next"])

    def _described(self, client: Client) -> dict[str, str]:
        issuer = self._settings.oidc_issuer.rstrip("/")
        try:
            metadata: dict[str, str] = orjson.loads(
                client.fetch(f"{issuer}/.well-known/openid-configuration").body
            )
        except (SourceError, ValueError) as error:
            raise NotSignedIn(_NO) from error
        if metadata.get("issuer", "").rstrip("/") != issuer:
            raise NotSignedIn(_NO)
        return metadata

    def _token_response(self, code: str, verifier: str) -> dict[str, Any]:
        """What the issuer tells of a person, its signature, audience and time checked."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._settings.address + CALLBACK,
            "code_verifier": verifier,
            "client_id": self._settings.oidc_client_id,
            "client_secret": self._settings.oidc_client_secret,
        }
        headers = {"content-type": "application/x-www-form-urlencoded"}
        with Client(self._policy) as client:
            described = self._described(client)
            try:
                given = client.post(
                    described["token_endpoint"], urlencode(form).encode(), headers=headers
                )
                keys = client.fetch(described["jwks_uri"])
            except SourceError as error:
                raise NotSignedIn(_NO) from error
        claims: dict[str, Any] = jwt.decode(
            orjson.loads(given.body)["id_token"],
            KeySet.import_key_set(orjson.loads(keys.body)),
            algorithms=_ALGORITHMS,
        ).claims
        audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        if (
            claims["iss"].rstrip("/") != self._settings.oidc_issuer.rstrip("/")
            or self._settings.oidc_client_id not in audience
            or claims["exp"] < time.time()
        ):
            raise NotSignedIn(_NO)
        return claims

    def _person(self, session: Session, subject: str, claims: dict[str, Any]) -> Person:
        person = session.exec(select(Person).where(Person.oidc_subject == subject)).first()
        if person is None and claims.get("email_verified") is True:
            email = str(claims.get("email", "")).strip().lower()
            known = session.exec(select(Person).where(Person.email == email)).first()
            if known is not None and known.oidc_subject is None:
                person = known
                person.oidc_subject = subject
                session.add(person)
                audit_log.record(
                    session,
                    principal_from_user(person),
                    "person.signs_in_elsewhere",
                    f"people/{person.id}",
                )
        if person is None or not person.active:
            raise NotSignedIn("You do not have access here yet. Ask an administrator.")
        return person


def configured(settings: Settings) -> bool:
    """Return whether people may sign in elsewhere."""
    return bool(settings.oidc_client_id and urlsplit(settings.oidc_issuer).scheme)
