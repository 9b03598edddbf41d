"""API keys and the access tokens got with them: made, shown once, checked, revoked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import TypeAlias
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from sqlalchemy import Connection, Row, bindparam, event
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from app.errors import NotFound, NotSignedIn, Unusable
from app.security import audit_log
from app.security.permissions import GRANTS, Scope
from app.security.principal import AuthMethod, Principal
from app.security.tokens import constant_time_equals, digest, new_prefix, new_token
from models import ApiKey
from models.person import Role

MARK = "candour_"
TOKEN_LIFE = timedelta(hours=1)
_NO = "The key or token is not known, has expired or was revoked."
_KeyRow: TypeAlias = Row[UUID, UUID, str, str, list[str], datetime | None, datetime | None]
_COLUMNS = (
    col(ApiKey.id),
    col(ApiKey.organisation_id),
    col(ApiKey.name),
    col(ApiKey.secret_sha256),
    col(ApiKey.scopes),
    col(ApiKey.expires_at),
    col(ApiKey.revoked_at),
)
_BY_PREFIX = select_columns(*_COLUMNS).where(col(ApiKey.prefix) == bindparam("prefix"))
_BY_ID = select_columns(*_COLUMNS).where(col(ApiKey.id) == bindparam("id"))


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made; `secret` is the whole of it and is never shown again."""

    row: ApiKey
    secret: str


def make_key(
    session: Session,
    caller: Principal,
    *,
    name: str,
    scopes: Collection[Scope],
    expires_at: datetime | None,
    now: datetime,
) -> NewKey:
    """Make a key for a program of the caller's organisation.

    Raises:
        Unusable: No scope is given, one that programs cannot have, or an end that has passed.
    """
    if not scopes:
        raise Unusable("Give the key at least one scope.", pointer="/scopes")
    for scope in scopes:
        if scope not in GRANTS[Role.API_CLIENT]:
            raise Unusable(f"A program cannot have {scope.value}.", pointer="/scopes")
    if expires_at is not None and expires_at <= now:
        raise Unusable("The key would have expired already.", pointer="/expires_at")
    secret = new_token()
    row = ApiKey(
        organisation_id=caller.organisation,
        name=name,
        prefix=new_prefix(),
        secret_sha256=digest(secret),
        scopes=sorted(scope.value for scope in scopes),
        created_by=caller.name,
        created_at=now,
        expires_at=expires_at,
    )
    session.add(row)
    session.flush()
    after = {"name": name, "prefix": row.prefix, "scopes": row.scopes}
    audit_log.record(session, caller, "key.made", f"keys/{row.id}", after=after)
    return NewKey(row, f"{MARK}{row.prefix}_{secret}")


def keys_of(session: Session, organisation: UUID) -> Sequence[ApiKey]:
    """Return an organisation's keys, newest first, revoked ones too."""
    query = select(ApiKey).where(ApiKey.organisation_id == organisation)
    return session.exec(query.order_by(col(ApiKey.created_at).desc(), col(ApiKey.id))).all()


def key_of(session: Session, organisation: UUID, id: UUID) -> ApiKey:
    """Return one of an organisation's keys.

    Raises:
        NotFound: It has none with this identifier.
    """
    api_key = session.get(ApiKey, id)
    if api_key is None or api_key.organisation_id != organisation:
        raise NotFound("There is no such key.")
    return api_key


def revoke_key(session: Session, caller: Principal, id: UUID, *, now: datetime) -> ApiKey:
    """Make a key open nothing from now on; revoked twice, it stays as it was."""
    row = key_of(session, caller.organisation, id)
    if row.revoked_at is None:
        row.revoked_at = now
        session.add(row)
        event.listen(session, "after_commit", _revoked, once=True)
        after = {"revoked_at": now.isoformat()}
        audit_log.record(session, caller, "key.revoked", f"keys/{row.id}", after=after)
    return row


_revocations = count()
_last = [next(_revocations)]


def _revoked(_session: Session) -> None:
    _last[0] = next(_revocations)


def revocations() -> int:
    """Return a number that is another one after each revocation in this process."""
    return _last[0]


def caller_by_key(connection: Connection, bearer: str, *, now: datetime) -> Principal:
    """Return the program whose key this is.

    Raises:
        NotSignedIn: The key opens nothing.
    """
    prefix, _, secret = bearer.removeprefix(MARK).partition("_")
    return _caller(_proved(connection, prefix, secret, now))


def issue_token(
    connection: Connection,
    signing: str,
    prefix: str,
    secret: str,
    *,
    wanted: Collection[Scope] | None,
    now: datetime,
) -> tuple[str, frozenset[Scope]]:
    """Return an access token for a key and what it opens (RFC 6749, section 4.4).

    Args:
        connection: An open connection.
        signing: The secret that signs tokens.
        prefix: The key's prefix, as `client_id`.
        secret: What follows it in the key, as `client_secret`.
        wanted: Fewer scopes than the key has; None for all of them.
        now: When it is asked.

    Raises:
        NotSignedIn: The pair opens nothing.
        Unusable: A scope is wanted that the key does not have.
    """
    row = _proved(connection, prefix, secret, now)
    scopes = frozenset(map(Scope, row.scopes))
    if wanted is not None:
        if not scopes.issuperset(wanted):
            raise Unusable("The key does not have every scope that was asked for.")
        scopes = frozenset(wanted)
    claims = {
        "sub": str(row.id),
        "scope": " ".join(sorted(scopes)),
        "iat": int(now.timestamp()),
        "exp": int((now + TOKEN_LIFE).timestamp()),
    }
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(signing)), scopes


def caller_by_token(
    connection: Connection, signing: str, token: str, *, now: datetime
) -> Principal:
    """Return the program that an access token was given to; its key must still open.

    Raises:
        NotSignedIn: The token is not ours, has expired, or its key was revoked.
    """
    try:
        claims = jwt.decode(token, OctKey.import_key(signing), algorithms=["HS256"]).claims
        key, until = UUID(claims["sub"]), int(claims["exp"])
        scopes = frozenset(map(Scope, str(claims["scope"]).split()))
    except (JoseError, KeyError, ValueError, TypeError) as error:
        raise NotSignedIn(_NO) from error
    row = connection.execute(_BY_ID, {"id": key}).first()
    if row is None or until <= now.timestamp() or not _opens(row, now):
        raise NotSignedIn(_NO)
    return _caller(row, scopes)


def _proved(connection: Connection, prefix: str, secret: str, now: datetime) -> _KeyRow:
    row = connection.execute(_BY_PREFIX, {"prefix": prefix}).first()
    if (
        row is None
        or not constant_time_equals(digest(secret), row.secret_sha256)
        or not _opens(row, now)
    ):
        raise NotSignedIn(_NO)
    return row


def _opens(row: _KeyRow, now: datetime) -> bool:
    return row.revoked_at is None and (row.expires_at is None or row.expires_at > now)


def _caller(row: _KeyRow, scopes: frozenset[Scope] | None = None) -> Principal:
    own = frozenset(map(Scope, row.scopes))
    return Principal(
        row.organisation_id,
        Role.API_CLIENT,
        row.name,
        id=str(row.id),
        by=AuthMethod.KEY,
        scopes=own if scopes is None else own & scopes,
    )
