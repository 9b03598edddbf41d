"""Who calls, told from a request's headers: a key, a token, a sign-in, or this very machine."""

import time
from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from app.db.engine import Database
from app.errors import NotAllowed, NotSignedIn
from app.security.api_keys import MARK, caller_by_key, caller_by_token, revocations
from app.security.organisations import own_organisation
from app.security.principal import AuthMethod, Principal
from app.security.tokens import installation_secret
from app.security.users import caller_by_session
from app.settings import LOOPBACK, Access, Settings
from models.person import Role

COOKIE = "candour_session"
SIGNING = "token-signing"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_ANYONE_HERE = "Someone on this machine"
_REMEMBER_S = 1.0
"""How long a key that opened is taken to open still; one revoked in this process is not."""
_REMEMBERED = 1_000
LOCAL_HOSTS = LOOPBACK | {"testserver"}


class Authenticator:
    """Tells who calls this installation.

    Args:
        settings: Whether everyone on this machine is let in.
        database: Where people and keys are.
    """

    def __init__(self, settings: Settings, database: Database) -> None:
        self._database = database
        with database.session() as session:
            self.signing = installation_secret(session, SIGNING)
            organisation = own_organisation(session, now=datetime.now(UTC)).id
        self.open = settings.access is Access.OPEN
        self._known: dict[str, tuple[float, int, Principal]] = {}
        self._local = Principal(organisation, Role.ADMINISTRATOR, _ANYONE_HERE)

    def caller(self, headers: dict[bytes, bytes]) -> Principal | None:
        """Return who calls, or None where the request does not say.

        Raises:
            NotSignedIn: It says so with something that opens nothing.
            NotAllowed: Everyone on this machine is let in, but this comes by another name.
        """
        if self.open:
            self._require_local(headers.get(b"host", b"").decode("latin-1"))
            return self._local
        authorization = headers.get(b"authorization", b"").decode("latin-1")
        cookie = session_token(headers) if not authorization else ""
        if not authorization and not cookie:
            return None
        if (known := self._known_caller(authorization)) is not None:
            return known
        now = datetime.now(UTC)
        with self._database.engine.connect() as connection:
            if cookie:
                return caller_by_session(connection, cookie, now=now)
            kind, _, token = authorization.partition(" ")
            token = token.strip()
            if kind.lower() != "bearer" or not token:
                raise NotSignedIn("Send `Authorization: Bearer` and a key or token.")
            if token.startswith(MARK):
                caller = caller_by_key(connection, token, now=now)
                self._known[authorization] = (time.monotonic(), revocations(), caller)
                return caller
            return caller_by_token(connection, self.signing, token, now=now)

    def _known_caller(self, authorization: str) -> Principal | None:
        """Who was told by the same key within the last second, if none was revoked here since."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        cached = self._known.get(authorization)
        if cached is None:
            return None
        at, revoked, caller = cached
        fresh = time.monotonic() - at < _REMEMBER_S and revoked == revocations()
        return caller if fresh else None

    def _require_local(self, host: str) -> None:
        """A page elsewhere may lead a browser here under a name of its own (DNS rebinding)."""
        name = urlsplit(f"//{host}").hostname or ""
        if name not in LOCAL_HOSTS:
            raise NotAllowed("Without sign-in this answers on this machine's own addresses only.")


def session_token(headers: dict[bytes, bytes]) -> str:
    """Return the token of the browser's session, empty where it has none."""
    try:
        cookies = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
    except CookieError:
        return ""
    return cookies[COOKIE].value if COOKIE in cookies else ""


def check_origin(
    headers: dict[bytes, bytes], caller: Principal | None, *, public: str = ""
) -> None:
    """Refuse a change that another site's page makes a browser ask for.

    A key is sent by programs only and no browser adds it by itself, so it needs no such guard.

    Args:
        headers: The request's.
        caller: Who calls, if it says so.
        public: Host and port by which people reach the service, where they are set; a proxy may
            put another name into the Host header.

    Raises:
        NotAllowed: The request comes from another site.
    """
    if caller is not None and caller.by is AuthMethod.KEY:
        return
    origin = headers.get(b"origin", b"").decode("latin-1")
    host = headers.get(b"host", b"").decode("latin-1")
    if origin and urlsplit(origin).netloc != (public or host):
        raise NotAllowed("This change was asked for by a page of another site.")
    if headers.get(b"sec-fetch-site", b"none") not in (b"none", b"same-origin"):
        raise NotAllowed("This change was asked for by a page of another site.")
