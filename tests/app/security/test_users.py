"""People at each limit: links that end, passwords by length, sessions, and changes."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session

from app.errors import CandourError, Conflict, NotFound, NotSignedIn, Unusable
from app.security.principal import AuthMethod, Principal
from app.security.sessions import end_session, end_sessions, sessions_of
from app.security.tokens import csrf_token
from app.security.users import (
    caller_by_session,
    change_person,
    has_people,
    invite,
    open_link,
    person_of,
    sign_in,
    sign_out,
    use_link,
    withdraw_link,
)
from models.person import Role
from tests.app.security.people import LOCK, NOW, PASSWORD, SECOND, WRONG, joined, tried

WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("after", "opens"),
    [(timedelta(0), True), (WEEK - SECOND, True), (WEEK, False), (WEEK + SECOND, False)],
)
def test_open_link_at_its_end(
    session: Session, boss: Principal, after: timedelta, opens: bool
) -> None:
    link = invite(session, boss, Role.OFFICER, now=NOW)
    assert link.path == f"/welcome/{link.token}"
    if opens:
        assert open_link(session, link.token, now=NOW + after) == link.row
    else:
        with pytest.raises(NotFound):
            open_link(session, link.token, now=NOW + after)


def test_open_link_used_or_withdrawn_opens_nothing(session: Session, boss: Principal) -> None:
    used, withdrawn = (invite(session, boss, Role.OFFICER, now=NOW) for _ in range(2))
    use_link(session, used.token, name="A", email="a@b.uk", password=PASSWORD, now=NOW)
    withdraw_link(session, boss, withdrawn.row.id, now=NOW)
    withdraw_link(session, boss, used.row.id, now=NOW)
    assert used.row.expires_at == NOW + WEEK
    for link in (used, withdrawn):
        with pytest.raises(NotFound):
            open_link(session, link.token, now=NOW)


def test_withdraw_link_of_another_organisation_is_refused(
    session: Session, boss: Principal
) -> None:
    link = invite(session, boss, Role.OFFICER, now=NOW)
    other = Principal(uuid4(), Role.ADMINISTRATOR, "Other")
    for caller, id in ((other, link.row.id), (boss, uuid4())):
        with pytest.raises(NotFound):
            withdraw_link(session, caller, id, now=NOW)
    withdraw_link(session, boss, link.row.id, now=NOW + WEEK)
    assert link.row.expires_at == NOW + WEEK


@pytest.mark.parametrize(
    ("length", "taken"), [(11, False), (12, True), (13, True), (200, True), (201, False)]
)
def test_use_link_takes_a_password_by_its_length(
    session: Session, boss: Principal, length: int, taken: bool
) -> None:
    password = "x" * length
    if taken:
        joined(session, boss, password=password)
        assert tried(session, password) == "in"
    else:
        with pytest.raises(Unusable, match="12 to 200 characters"):
            joined(session, boss, password=password)


@pytest.mark.parametrize(
    ("name", "email", "pointer"),
    [
        ("", "a@b.uk", "/name"),
        ("   ", "a@b.uk", "/name"),
        ("A", "", "/email"),
        ("A", "@b.uk", "/email"),
        ("A", "a@", "/email"),
        ("A", "a@b", ""),
        ("A", f"a@{'b' * 252}", ""),
        ("A", f"a@{'b' * 253}", "/email"),
    ],
)
def test_use_link_needs_a_name_and_an_address(
    session: Session, boss: Principal, name: str, email: str, pointer: str
) -> None:
    token = invite(session, boss, Role.OFFICER, now=NOW).token
    given = {"name": name, "email": email, "password": PASSWORD, "now": NOW}
    if not pointer:
        person = use_link(session, token, **given)  # type: ignore[arg-type]
        assert (person.name, person.email, person.role) == (name, email, Role.OFFICER)
        return_link = invite(session, boss, Role.OFFICER, person=person, now=NOW)
        assert use_link(session, return_link.token, **given) == person  # type: ignore[arg-type]
    else:
        with pytest.raises(Unusable) as refused:
            use_link(session, token, **given)  # type: ignore[arg-type]
        assert refused.value.pointer == pointer


def test_invite_refuses_what_does_not_fit(session: Session, boss: Principal) -> None:
    joined(session, boss)
    refused: list[tuple[dict[str, object], type[CandourError]]] = [
        ({"role": Role.API_CLIENT}, Unusable),
        ({"role": Role.SUPPLIER}, Unusable),
        ({"role": Role.OFFICER, "supplier": uuid4()}, Unusable),
        ({"role": Role.SUPPLIER, "supplier": uuid4()}, NotFound),
        ({"role": Role.OFFICER, "email": " Ada@Example.gov.uk"}, Conflict),
    ]
    for given, error in refused:
        with pytest.raises(error):
            invite(session, boss, now=NOW, **given)  # type: ignore[arg-type]
    with pytest.raises(Conflict):
        joined(session, boss)


def test_a_newer_link_ends_the_older_ones_of_the_same_person(
    session: Session, boss: Principal
) -> None:
    person = joined(session, boss)
    links = [
        invite(session, boss, person.role, email=person.email, person=person, now=NOW)
        for _ in range(3)
    ]
    for link in links[:2]:
        with pytest.raises(NotFound):
            use_link(session, link.token, name="", email="", password=PASSWORD, now=NOW + SECOND)
    use_link(session, links[2].token, name="", email="", password=PASSWORD, now=NOW + SECOND)


def test_a_newer_invitation_to_an_address_ends_the_older_one(
    session: Session, boss: Principal
) -> None:
    joined(session, boss)
    old, new = (
        invite(session, boss, Role.OFFICER, email="bo@example.gov.uk", now=NOW) for _ in range(2)
    )
    other = invite(session, boss, Role.OFFICER, email="cy@example.gov.uk", now=NOW)
    with pytest.raises(NotFound):
        open_link(session, old.token, now=NOW)
    assert open_link(session, new.token, now=NOW)
    assert open_link(session, other.token, now=NOW)


def test_links_of_a_person_who_is_kept_out_open_nothing(session: Session, boss: Principal) -> None:
    joined(session, boss)
    other = joined(session, boss, email="bo@example.gov.uk")
    link = invite(session, boss, other.role, email=other.email, person=other, now=NOW)
    change_person(session, boss, other, active=False)
    with pytest.raises(NotFound):
        open_link(session, link.token, now=NOW)
    change_person(session, boss, other, active=True)
    with pytest.raises(NotFound):
        open_link(session, link.token, now=datetime.now(UTC))


def test_the_first_administrator_ends_every_other_first_link(
    session: Session, boss: Principal
) -> None:
    first, second = (invite(session, boss, Role.ADMINISTRATOR, now=NOW) for _ in range(2))
    use_link(session, second.token, name="Ada", email="a@b.uk", password=PASSWORD, now=NOW)
    with pytest.raises(NotFound):
        open_link(session, first.token, now=NOW)


def test_sessions_are_listed_and_ended_by_their_person_only(
    session: Session, boss: Principal
) -> None:
    person, other = joined(session, boss), joined(session, boss, email="bo@example.gov.uk")
    tokens = [
        sign_in(session, person, hours=2, now=NOW, browser=f"Browser {place}\n")
        for place in range(3)
    ]
    session.flush()
    rows = sessions_of(session, person.id, now=NOW)
    assert sorted(each.browser for each in rows) == ["Browser 0", "Browser 1", "Browser 2"]
    with pytest.raises(NotFound):
        end_session(session, other.id, rows[0].id, now=NOW)
    end_session(session, person.id, rows[0].id, now=NOW)
    assert len(sessions_of(session, person.id, now=NOW)) == 2
    end_sessions(session, person.id, now=NOW, besides=tokens[0])
    assert len(sessions_of(session, person.id, now=NOW)) <= 1


def test_a_new_password_by_a_link_ends_the_sessions(session: Session, boss: Principal) -> None:
    person = joined(session, boss)
    token = sign_in(session, person, hours=1, now=NOW)
    for _ in range(5):
        tried(session, WRONG)
    link = invite(session, boss, person.role, person=person, now=NOW)
    use_link(session, link.token, name="", email="", password="another four random words", now=NOW)
    later = NOW + LOCK
    assert tried(session, "another four random words", later) == "in"
    assert tried(session, PASSWORD, later) == "wrong"
    with pytest.raises(NotSignedIn):
        caller_by_session(session.connection(), token, now=NOW)


def test_sign_in_of_an_inactive_or_unknown_person_is_refused(
    session: Session, boss: Principal
) -> None:
    assert tried(session, PASSWORD) == "wrong"
    assert not has_people(session)
    person = joined(session, boss)
    assert has_people(session)
    person.active = False
    assert tried(session, PASSWORD) == "wrong"
    assert tried(session, WRONG) == "wrong"


@pytest.mark.parametrize(
    ("after", "signed_in"),
    [(timedelta(0), True), (timedelta(hours=2) - SECOND, True), (timedelta(hours=2), False)],
)
def test_caller_by_session_at_its_end(
    session: Session, boss: Principal, after: timedelta, signed_in: bool
) -> None:
    person = joined(session, boss)
    token = sign_in(session, person, hours=2, now=NOW)
    session.flush()
    if signed_in:
        caller = caller_by_session(session.connection(), token, now=NOW + after)
        assert (caller.id, caller.by) == (str(person.id), AuthMethod.SIGN_IN)
        assert caller.csrf == csrf_token(token)
    else:
        with pytest.raises(NotSignedIn):
            caller_by_session(session.connection(), token, now=NOW + after)


def test_sign_out_ends_this_session_only_and_once(session: Session, boss: Principal) -> None:
    person = joined(session, boss)
    one, other = (sign_in(session, person, hours=2, now=NOW) for _ in range(2))
    session.flush()
    sign_out(session, one, now=NOW)
    sign_out(session, "no such token", now=NOW)
    session.flush()
    assert caller_by_session(session.connection(), other, now=NOW).name == "Ada"
    with pytest.raises(NotSignedIn):
        caller_by_session(session.connection(), one, now=NOW)


def test_person_of_another_organisation_is_unknown(session: Session, boss: Principal) -> None:
    person = joined(session, boss)
    assert person_of(session, boss.organisation, person.id) == person
    for organisation, id in ((uuid4(), person.id), (boss.organisation, uuid4())):
        with pytest.raises(NotFound):
            person_of(session, organisation, id)


def test_change_person_keeps_an_administrator_and_counts_versions(
    session: Session, boss: Principal
) -> None:
    only = joined(session, boss)
    session.flush()
    for change in ({"role": Role.OFFICER}, {"active": False}):
        undone = session.begin_nested()
        with pytest.raises(Unusable, match="This is the last administrator"):
            change_person(session, boss, only, **change)  # type: ignore[arg-type]
        undone.rollback()
    other = joined(session, boss, email="bo@example.gov.uk")
    token = sign_in(session, other, hours=2, now=NOW)
    version = other.version
    change_person(session, boss, other, role=Role.OFFICER)
    assert (other.role, other.active, other.version) == (Role.OFFICER, True, version + 1)
    session.flush()
    with pytest.raises(NotSignedIn):
        caller_by_session(session.connection(), token, now=NOW)
    change_person(session, boss, other, active=False)
    assert (other.role, other.active) == (Role.OFFICER, False)
    for role in (Role.SUPPLIER, Role.API_CLIENT):
        with pytest.raises(Unusable):
            change_person(session, boss, other, role=role)
