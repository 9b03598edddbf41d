"""Wrong passwords: counted where all processes see it, each wait longer than the one before.

What is counted is an account at one address, so a stranger elsewhere can lock nobody out. A
browser in which a person has signed in before is counted by itself, so a stranger behind the same
address cannot lock that person out either (OWASP, "Slow Down Online Guessing Attacks with Device
Cookies"). An account that does not exist is counted like any other: nobody learns which exist.
"""

import hmac
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete
from sqlmodel import Session, col, select

from app.db.row_lock import insert_if_absent, lock_row
from app.errors import TooMany
from models import FailedAttempts

FREE_FOR_ACCOUNT = 5
"""Wrong passwords in a row before the first wait (OWASP ASVS 5.0, 6.3.1 asks for a limit)."""
FREE_FOR_ADDRESS = 20
"""The same for an address over all accounts, as many people may share it."""
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class AttemptCounter:
    """What is counted, by a digest, and how many wrong attempts are free of a wait."""

    key: str
    free: int
    one_account: bool = True

    def wait_after(self, count: int) -> timedelta:
        """Return how long nothing is tried after so many wrong attempts in a row."""
        over = count - self.free
        if over < 0:
            return timedelta()
        growing: timedelta = FIRST_WAIT * 2 ** min(over, 10)
        return min(growing, LONGEST_WAIT)


def counters(
    email: str, address: str, *, browser: str, signing: str
) -> tuple[AttemptCounter, ...]:
    """Return what an attempt to sign in counts towards.

    Args:
        email: The account, as it was typed.
        address: Where the request comes from.
        browser: What the browser was given when somebody signed in, empty where nothing was.
        signing: The installation's secret.
    """
    account = email.strip().lower()
    if known_browser(account, browser, signing=signing):
        return (AttemptCounter(_key("browser", account, browser), FREE_FOR_ACCOUNT),)
    return (
        AttemptCounter(_key("account", account, address), FREE_FOR_ACCOUNT),
        AttemptCounter(_key("address", address), FREE_FOR_ADDRESS, one_account=False),
    )


def begin_attempt(session: Session, counted: Sequence[AttemptCounter], *, now: datetime) -> None:
    """Count an attempt before its password is looked at, so that many at once are all counted.

    Raises:
        TooMany: Nothing is tried yet, after too many wrong attempts.
    """
    rows = list(_locked(session, counted, now))
    for _, row in rows:
        if row.waits_until is not None and row.waits_until > now:
            seconds = int((row.waits_until - now).total_seconds()) + 1
            raise TooMany(
                f"Too many wrong passwords. Wait {_words(seconds)}, or ask an administrator for "
                "a link to a new password.",
                seconds=seconds,
            )
    for counter, row in rows:
        if row.last_at < now - FORGOTTEN_AFTER:
            row.count = 0
        row.count += 1
        row.last_at = now
        wait = counter.wait_after(row.count)
        row.waits_until = now + wait if wait else None
        session.add(row)


def forget_attempts(session: Session, counted: Sequence[AttemptCounter], *, now: datetime) -> None:
    """Count an attempt as none: its password was right. The account's count begins anew.

    What an address counts over all accounts goes down by this one attempt only: else somebody
    with an account could guess at all others.
    """
    for counter, row in _locked(session, counted, now):
        row.count = 0 if counter.one_account else row.count - 1
        row.waits_until = None
        session.add(row)


def delete_old_attempts(session: Session, *, now: datetime) -> None:
    """Delete counts that no longer matter."""
    old = col(FailedAttempts.last_at) < now - FORGOTTEN_AFTER
    session.execute(delete(FailedAttempts).where(old))


def browser_mark(email: str, *, signing: str) -> str:
    """Return what a browser is given by which it is known at the next attempt of this account."""
    nonce = secrets.token_hex(16)
    return f"{nonce}.{_proof(email.strip().lower(), nonce, signing)}"


def known_browser(email: str, mark: str, *, signing: str) -> bool:
    """Return whether a browser's mark was given for this account."""
    nonce, _, proof = mark.partition(".")
    wanted = _proof(email, nonce, signing)
    return bool(nonce) and hmac.compare_digest(proof.encode(), wanted.encode())


def _proof(email: str, nonce: str, signing: str) -> str:
    return hmac.new(signing.encode(), f"browser\n{nonce}\n{email}".encode(), sha256).hexdigest()


def _key(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def _locked(
    session: Session, counted: Sequence[AttemptCounter], now: datetime
) -> Iterator[tuple[AttemptCounter, FailedAttempts]]:
    """Each counter with its row, which nobody else counts on until the transaction ends."""
    for counter in sorted(counted, key=lambda each: each.key):
        insert_if_absent(session, FailedAttempts(key=counter.key, last_at=now))
        row = session.exec(select(FailedAttempts).where(FailedAttempts.key == counter.key)).one()
        lock_row(session, row)
        yield counter, row


def _words(seconds: int) -> str:
    if seconds < 90:
        return f"{seconds} seconds"
    return f"{-(-seconds // 60)} minutes"
