"""Random secrets: made, shown once, and kept only as their SHA-256."""

import hmac
import secrets
from hashlib import sha256

from sqlmodel import Session, select

from app.db.encryption import seal, unseal
from app.db.row_lock import insert_if_absent
from models import Secret


def new_token() -> str:
    """Return 256 random bits as text that fits an address and a header."""
    return secrets.token_urlsafe(32)


def new_prefix() -> str:
    """Return a short public name for a key: lower-case letters and digits without look-alikes."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(12))


def digest(token: str) -> str:
    """Return what is kept of a token; 256 random bits need no salt and no slow hash."""
    return sha256(token.encode()).hexdigest()


def constant_time_equals(one: str, other: str) -> bool:
    """Compare in a time that does not tell how much agrees."""
    return hmac.compare_digest(one.encode(), other.encode())


def csrf_token(session_token: str) -> str:
    """Return what a form must carry to prove that it was drawn for this very sign-in."""
    return hmac.new(session_token.encode(), b"csrf", sha256).hexdigest()


def installation_secret(session: Session, name: str) -> str:
    """Return a secret that all processes of an installation share, made at its first use."""
    secret = session.get(Secret, name)
    if secret is None:
        insert_if_absent(session, Secret(name=name, value=seal(session, new_token())))
        secret = session.exec(select(Secret).where(Secret.name == name)).one()
    return unseal(session, secret.value)
