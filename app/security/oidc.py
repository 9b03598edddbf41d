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
LEEWAY_S = 60
"""Seconds by which the issuer's clock may differ from ours (OpenID Connect Core, 3.1.3.7)."""
_KEYS_FOR_S = 600
_NEW_KEYS_AFTER_S = 30
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
        self, session: Session, *, state_token: str, state: str, code: str, issuer: str = ""
    ) -> tuple[Person, str]:
        """Return who signed in, and where they wanted to go.

        Args:
            session: An open transaction.
            state_token: What the browser was given to keep.
            state: What the issuer sent back.
            code: What the issuer gave for the person's claims.
            issuer: Who says that it answers (RFC 9207), empty where the issuer does not say; an
                answer of another issuer is not used.

        Raises:
            NotSignedIn: Something does not fit, or nobody was let in under this name.
        """
        try:
            if issuer and issuer.rstrip("/") != self._settings.oidc_issuer.rstrip("/"):
                raise NotSignedIn(_NO)
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
                claims = _verified(
                    client, described["jwks_uri"], orjson.loads(given.body)["id_token"]
                )
            except SourceError as error:
                raise NotSignedIn(_NO) from error
        self._require_for_us(claims)
        return claims

    def _require_for_us(self, claims: dict[str, Any]) -> None:
        """Refuse what another issuer says, or this one to another service or at another time."""
        now, ours = time.time(), self._settings.oidc_client_id
        audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
        if (
            claims["iss"].rstrip("/") != self._settings.oidc_issuer.rstrip("/")
            or ours not in audience
            or (len(audience) > 1 and claims.get("azp") != ours)
            or claims.get("azp", ours) != ours
            or claims["exp"] < now - LEEWAY_S
            or claims.get("nbf", now) > now + LEEWAY_S
            or claims.get("iat", now) > now + LEEWAY_S
        ):
            raise NotSignedIn(_NO)

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


_KEYS: dict[str, tuple[float, KeySet]] = {}
"""The keys of an issuer by their address, with the time at which they were fetched."""


def _verified(client: Client, address: str, token: str) -> dict[str, Any]:
    """Return a token's claims once its signature is checked.

    Keys are kept for ten minutes. An issuer that signs with a new one has them fetched again, but
    not more often than twice a minute, so that forged tokens make no load on it.

    Raises:
        JoseError: The signature is none of the issuer's.
    """
    at, keys = _KEYS.get(address, (0.0, None))
    age = time.monotonic() - at
    if keys is not None and age < _KEYS_FOR_S:
        try:
            return dict(jwt.decode(token, keys, algorithms=_ALGORITHMS).claims)
        except (JoseError, ValueError):
            if age < _NEW_KEYS_AFTER_S:
                raise
    keys = KeySet.import_key_set(orjson.loads(client.fetch(address).body))
    _KEYS[address] = (time.monotonic(), keys)
    return dict(jwt.decode(token, keys, algorithms=_ALGORITHMS).claims)


def configured(settings: Settings) -> bool:
    """Return whether people may sign in elsewhere."""
    return bool(settings.oidc_client_id and urlsplit(settings.oidc_issuer).scheme)
