"""A person who joined, and attempts to sign in as that person."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session

from app.errors import TooMany
from app.security.failed_attempts import begin_attempt, counters, forget_attempts
from app.security.principal import Principal
from app.security.users import authenticate_password, invite, use_link
from models import Person
from models.person import Role

PASSWORD = "three random words"
WRONG = "not this one at all"
SIGNING = "a secret of the installation"
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LOCK = timedelta(minutes=15)


def joined(
    session: Session,
    boss: Principal,
    role: Role = Role.ADMINISTRATOR,
    email: str = "ada@example.gov.uk",
    password: str = PASSWORD,
) -> Person:
    token = invite(session, boss, role, now=NOW).token
    return use_link(session, token, name=" Ada ", email=email, password=password, now=NOW)


def tried(session: Session, password: str, at: datetime = NOW, address: str = "192.0.2.1") -> str:
    """What one attempt to sign in comes to."""
    email = "ADA@example.gov.uk "
    counted = counters(email, address, browser="", signing=SIGNING)
    try:
        begin_attempt(session, counted, now=at)
    except TooMany as refused:
        return f"wait {refused.seconds}"
    if authenticate_password(session, email, password) is None:
        return "wrong"
    forget_attempts(session, counted, now=at)
    return "in"
