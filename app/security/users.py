"""People: let in by a one-time link, signed in by password, locked out after wrong ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from app.errors import Conflict, NotFound, NotSignedIn, TooMany, Unusable
from app.security import audit_log
from app.security.principal import AuthMethod, Principal
from app.security.tokens import csrf_token, digest, new_token
from models import Invitation, Person, Supplier, UserSession
from models.person import Role

LINK_LIFE = timedelta(days=7)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
WRONG_PASSWORDS = 5
"""Wrong passwords in a row after which an account rests (OWASP ASVS 2.2.1 asks for a limit)."""
LOCKED_FOR = timedelta(minutes=15)
_NO = "The email address or the password is not right."
_hasher = PasswordHasher()
_DUMMY_HASH = _hasher.hash(new_token())
"""Checked where there is no such person, so that the time taken does not tell."""

_BY_SESSION = (
    select_columns(
        col(Person.id),
        col(Person.organisation_id),
        col(Person.role),
        col(Person.name),
        col(Person.supplier_id),
        col(UserSession.expires_at),
    )
    .join(UserSession, col(UserSession.person_id) == col(Person.id))
    .where(
        col(UserSession.token_sha256) == bindparam("token"),
        col(UserSession.ended_at).is_(None),
        col(Person.active),
    )
)


@dataclass(frozen=True, slots=True)
class InvitationLink:
    """A link just made; `token` is its secret part and is never shown again."""

    row: Invitation
    token: str

    @property
    def path(self) -> str:
        """Where the link leads, under the service's address."""
        return f"/welcome/{self.token}"


def invite(
    session: Session,
    caller: Principal,
    role: Role,
    *,
    email: str = "",
    name: str = "",
    supplier: UUID | None = None,
    person: Person | None = None,
    now: datetime,
) -> InvitationLink:
    """Make a link that lets one person in: a new one, or with `person` one to set a password.

    Raises:
        Unusable: The role is a program's, or a supplier's person has no supplier.
        Conflict: Another user has this email address.
        NotFound: There is no such supplier.
    """
    email = email.strip().lower()
    if role is Role.API_CLIENT:
        raise Unusable("A program is given a key, not a link.", pointer="/role")
    if (role is Role.SUPPLIER) != (supplier is not None):
        raise Unusable("Only a supplier's user may have a supplier.", pointer="/supplier_id")
    if supplier is not None:
        supplier_row = session.get(Supplier, supplier)
        if supplier_row is None or supplier_row.organisation_id != caller.organisation:
            raise NotFound("There is no such supplier.")
    if person is None and email and _by_email(session, email) is not None:
        raise Conflict("Another user has this email address.")
    token = new_token()
    row = Invitation(
        organisation_id=caller.organisation,
        token_sha256=digest(token),
        person_id=person.id if person else None,
        email=email,
        name=name,
        role=role,
        supplier_id=supplier,
        created_by=caller.name,
        created_at=now,
        expires_at=now + LINK_LIFE,
    )
    session.add(row)
    session.flush()
    after = {"email": email, "role": role.value, "supplier": str(supplier) if supplier else None}
    audit_log.record(session, caller, "person.invited", f"links/{row.id}", after=after)
    return InvitationLink(row, token)


def open_link(session: Session, token: str, *, now: datetime) -> Invitation:
    """Return a link that was not used and has not expired.

    Raises:
        NotFound: There is no such link any more.
    """
    query = select(Invitation).where(Invitation.token_sha256 == digest(token))
    row = session.exec(query.with_for_update()).first()
    if row is None or row.used_at is not None or row.expires_at <= now:
        raise NotFound("This link was used already, or its time has passed. Ask for a new one.")
    return row


def withdraw_link(session: Session, caller: Principal, id: UUID, *, now: datetime) -> None:
    """Let a link let nobody in any more; used or expired already, it stays as it was.

    Raises:
        NotFound: The caller's organisation has no such link.
    """
    row = session.get(Invitation, id)
    if row is None or row.organisation_id != caller.organisation:
        raise NotFound("There is no such link.")
    if row.used_at is None and row.expires_at > now:
        row.expires_at = now
        session.add(row)
        audit_log.record(session, caller, "person.link_withdrawn", f"links/{row.id}")


def use_link(
    session: Session, token: str, *, name: str, email: str, password: str, now: datetime
) -> Person:
    """Let the person of a link in, with the password that they chose.

    Raises:
        NotFound: The link lets nobody in any more.
        Unusable: Name, email address or password cannot be used.
        Conflict: Another user has this email address.
    """
    link = open_link(session, token, now=now)
    _check_password(password)
    link.used_at = now
    session.add(link)
    if link.person_id is not None:
        person = session.get_one(Person, link.person_id)
        _end_sign_ins(session, person, now)
        person.failed_logins, person.locked_until = 0, None
    else:
        person = _new_person(session, link, name.strip(), email.strip().lower(), now)
    person.password_hash = _hasher.hash(password)
    session.add(person)
    session.flush()
    audit_log.record(session, principal_from_user(person), "person.joined", f"people/{person.id}")
    return person


def _new_person(
    session: Session, link: Invitation, name: str, email: str, now: datetime
) -> Person:
    email = link.email or email
    if not name:
        raise Unusable("Enter your name: decisions are signed by it.", pointer="/name")
    if "@" not in email[1:-1] or len(email) > 254:
        raise Unusable("Enter an email address, such as name@example.gov.uk.", pointer="/email")
    if _by_email(session, email) is not None:
        raise Conflict("Another user has this email address.")
    return Person(
        organisation_id=link.organisation_id,
        email=email,
        name=name[:200],
        role=link.role,
        supplier_id=link.supplier_id,
        created_at=now,
    )


def _check_password(password: str) -> None:
    """Length is what counts (NCSC, NIST SP 800-63B): no rules on which letters."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Unusable(
            f"Choose a password of {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; three "
            "random words are good.",
            pointer="/password",
        )


def authenticate_password(
    session: Session, email: str, password: str, *, now: datetime
) -> Person | None:
    """Return the person whose password this is; None where it is not, which is counted.

    Raises:
        TooMany: The account rests after too many wrong passwords.
    """
    person = _by_email(session, email.strip().lower(), lock=True)
    if person is not None and person.locked_until is not None and person.locked_until > now:
        wait = (person.locked_until - now).total_seconds()
        minutes = f"{LOCKED_FOR.total_seconds() / 60:.0f} minutes"
        raise TooMany(
            f"Too many wrong passwords: try again after {minutes}, or ask an administrator.",
            seconds=int(wait),
        )
    right = _right(person.password_hash if person else _DUMMY_HASH, password[:LONGEST_PASSWORD])
    if person is None or not person.active:
        return None
    if right:
        person.failed_logins, person.locked_until = 0, None
        if _hasher.check_needs_rehash(person.password_hash):
            person.password_hash = _hasher.hash(password)
    else:
        person.failed_logins += 1
        if person.failed_logins >= WRONG_PASSWORDS:
            person.failed_logins, person.locked_until = 0, now + LOCKED_FOR
            audit_log.record(
                session, principal_from_user(person), "person.locked", f"people/{person.id}"
            )
    session.add(person)
    return person if right else None


def _right(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def sign_in(session: Session, person: Person, *, hours: float, now: datetime) -> str:
    """Begin a person's session and return its token, which the browser keeps as a cookie."""
    token = new_token()
    session.add(
        UserSession(
            person_id=person.id,
            token_sha256=digest(token),
            created_at=now,
            expires_at=now + timedelta(hours=hours),
        )
    )
    audit_log.record(
        session, principal_from_user(person), "person.signed_in", f"people/{person.id}"
    )
    return token


def sign_out(session: Session, token: str, *, now: datetime) -> None:
    """End the session of a token, if there is one."""
    row = session.exec(
        select(UserSession).where(UserSession.token_sha256 == digest(token))
    ).first()
    if row is not None and row.ended_at is None:
        row.ended_at = now
        session.add(row)


def caller_by_session(connection: Connection, token: str, *, now: datetime) -> Principal:
    """Return the person signed in with a session's token.

    Raises:
        NotSignedIn: The session has ended, or the person may not come in any more.
    """
    row = connection.execute(_BY_SESSION, {"token": digest(token)}).first()
    if row is None or row.expires_at <= now:
        raise NotSignedIn("You are not signed in any more. Sign in again.")
    return Principal(
        row.organisation_id,
        row.role,
        row.name,
        id=str(row.id),
        by=AuthMethod.SIGN_IN,
        supplier=row.supplier_id,
        csrf=csrf_token(token),
    )


def principal_from_user(person: Person) -> Principal:
    """Return a person as the caller of what they do."""
    return Principal(
        person.organisation_id,
        person.role,
        person.name,
        id=str(person.id),
        by=AuthMethod.SIGN_IN,
        supplier=person.supplier_id,
    )


def people_of(session: Session, organisation: UUID) -> Sequence[Person]:
    """Return an organisation's people in order of name."""
    query = select(Person).where(Person.organisation_id == organisation)
    return session.exec(query.order_by(col(Person.name), col(Person.id))).all()


def person_of(session: Session, organisation: UUID, id: UUID) -> Person:
    """Return one of an organisation's people.

    Raises:
        NotFound: It has none with this identifier.
    """
    person = session.get(Person, id)
    if person is None or person.organisation_id != organisation:
        raise NotFound("There is no such person.")
    return person


def change_person(
    session: Session,
    caller: Principal,
    person: Person,
    *,
    role: Role | None = None,
    active: bool | None = None,
) -> Person:
    """Give a person another role, or keep them out; their sessions end at once.

    Raises:
        Unusable: The role does not fit, or nobody would be left to administer.
    """
    before = {"role": person.role.value, "active": person.active}
    changed = role or person.role
    if (changed is Role.SUPPLIER) != (person.supplier_id is not None):
        raise Unusable("You cannot change a user to or from a supplier's user.", pointer="/role")
    if changed is Role.API_CLIENT:
        raise Unusable("A person is no program.", pointer="/role")
    person.role = changed
    person.active = person.active if active is None else active
    if not _administered(session, person):
        raise Unusable(
            "This is the last administrator. Make another person an administrator first.",
            pointer="/role",
        )
    person.version += 1
    session.add(person)
    _end_sign_ins(session, person, datetime.now(UTC))
    after = {"role": person.role.value, "active": person.active}
    audit_log.record(
        session, caller, "person.changed", f"people/{person.id}", before=before, after=after
    )
    return person


def _administered(session: Session, changed: Person) -> bool:
    return any(
        each.active and each.role is Role.ADMINISTRATOR
        for each in (*people_of(session, changed.organisation_id), changed)
    )


def has_people(session: Session) -> bool:
    """Return whether anybody can sign in to this installation yet."""
    return session.exec(select(Person.id).limit(1)).first() is not None


def _end_sign_ins(session: Session, person: Person, now: datetime) -> None:
    open_ones = select(UserSession).where(
        UserSession.person_id == person.id, col(UserSession.ended_at).is_(None)
    )
    for each in session.exec(open_ones):
        each.ended_at = now
        session.add(each)


def _by_email(session: Session, email: str, *, lock: bool = False) -> Person | None:
    query = select(Person).where(Person.email == email)
    return session.exec(query.with_for_update() if lock else query).first()
