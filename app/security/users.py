"""Users: they join by a link that works once, and sign in by password."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from app.db.row_lock import lock_row
from app.errors import Conflict, NotFound, NotSignedIn, Unusable
from app.security import audit_log
from app.security.link_endings import end_links, every_link, links_to
from app.security.passwords import LONGEST_PASSWORD, require_good_password
from app.security.principal import AuthMethod, Principal
from app.security.sessions import end_sessions
from app.security.tokens import csrf_token, digest, new_token
from models import Invitation, Person, Supplier, UserSession
from models.person import Role

LINK_LIFE = timedelta(days=7)
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

    Earlier links to the same person, or to the same address, let nobody in any more.

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
    end_links(session, caller.organisation, links_to(email, person), now=now)
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
    person = session.get(Person, row.person_id) if row and row.person_id else None
    if (
        row is None
        or row.used_at is not None
        or row.expires_at <= now
        or (person is not None and not person.active)
    ):
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
    require_good_password(password, name, email, link.email)
    lock_row(session, link, used_at=None)
    link.used_at = now
    session.add(link)
    if link.person_id is not None:
        person = session.get_one(Person, link.person_id)
        end_sessions(session, person.id, now=now)
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
    if not has_people(session):
        end_links(session, link.organisation_id, every_link(), now=now)
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


def authenticate_password(session: Session, email: str, password: str) -> Person | None:
    """Return the person whose password this is; None where it is not, or nobody has this address.

    Both take the same time. Count attempts with `failed_attempts` around it.
    """
    person = _by_email(session, email.strip().lower())
    right = _right(person.password_hash if person else _DUMMY_HASH, password[:LONGEST_PASSWORD])
    if person is None or not person.active or not right:
        return None
    if _hasher.check_needs_rehash(person.password_hash):
        person.password_hash = _hasher.hash(password)
        session.add(person)
    return person


def _right(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def sign_in(
    session: Session, person: Person, *, hours: float, now: datetime, browser: str = ""
) -> str:
    """Begin a person's session and return its token, which the browser keeps as a cookie.

    Args:
        session: An open transaction.
        person: Who signs in.
        hours: How long the session lasts.
        now: When.
        browser: What the browser says of itself, by which the person knows the session again.
    """
    token = new_token()
    session.add(
        UserSession(
            person_id=person.id,
            token_sha256=digest(token),
            browser="".join(filter(str.isprintable, browser))[:200],
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
        Changed: Somebody changed the person since `person` was read.
        Unusable: The role does not fit, or nobody would be left to administer.
    """
    _lock_administrators(session, person.organisation_id)
    lock_row(session, person, version=person.version)
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
    end_sessions(session, person.id, now=datetime.now(UTC))
    if not person.active:
        end_links(session, person.organisation_id, links_to("", person), now=datetime.now(UTC))
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


def _lock_administrators(session: Session, organisation: UUID) -> None:
    """Let two administrators who demote each other do so in turn, so that one of them stays.

    On SQLite the lock of the person's own row is enough: it lets one write at a time.
    """
    query = (
        select(Person.id)
        .where(Person.organisation_id == organisation, Person.role == Role.ADMINISTRATOR)
        .order_by(col(Person.id))
        .with_for_update()
    )
    session.exec(query).all()


def has_people(session: Session) -> bool:
    """Return whether anybody can sign in to this installation yet."""
    return session.exec(select(Person.id).limit(1)).first() is not None


def _by_email(session: Session, email: str) -> Person | None:
    return session.exec(select(Person).where(Person.email == email)).first()
