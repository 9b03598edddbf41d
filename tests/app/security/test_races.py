"""Many who change one thing at once: one change is made, and every other is refused in words.

`CANDOUR_RACE_ROUNDS=200` repeats each of them as often.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from app import jobs
from app.errors import Conflict
from app.features.actions.service import ActionWanted, add_action
from app.features.assessments.service import judge_suppliers, keep_assessments
from app.features.checks.question import Question, SupplierQuery
from app.features.checks.service import create_check
from app.features.webhooks.subscriptions import add_webhook
from app.installation import Installation, open_installation
from app.main import attach_services, create_app
from app.security.principal import Principal
from app.security.tokens import csrf_token
from app.security.users import sign_in
from app.terminal.context import cli_principal
from models import (
    AuditEntry,
    CompanyMatch,
    CompanyMatchState,
    EventKind,
    Job,
    JobKind,
    JobState,
    Organisation,
    Person,
    Supplier,
)
from models.person import Role
from tests.app.api.tenants import HOOK, Tenant, Tenants, settings_for

AT_ONCE = 32
ROUNDS = int(os.environ.get("CANDOUR_RACE_ROUNDS", "1"))
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def tenants(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tenants]:
    folder = tmp_path_factory.mktemp("races")
    address = ""
    if request.param == "postgresql":
        address = request.getfixturevalue("postgresql").database_of(folder)
    settings = settings_for(folder, address)
    app = create_app(settings, works=False)
    with open_installation(settings) as home, attach_services(app, home):
        with home.database.session() as session:
            other = Organisation(name="Thornwick council", created_at=datetime.now(UTC))
            session.add(other)
        ours = furnished(home, cli_principal(home).organisation, "Larkmere")
        yield Tenants(app, home, ours, furnished(home, other.id, "Thornwick"))


def furnished(home: Installation, organisation: UUID, mark: str) -> Tenant:
    """Make one of each thing that people change, without reading a list."""
    now, tenant = datetime.now(UTC), Tenant(mark, organisation)
    boss = Principal(organisation, Role.ADMINISTRATOR, f"{mark} boss")
    with home.database.session() as session:
        supplier = Supplier(
            organisation_id=organisation, key=mark.lower(), name=mark, created_at=now
        )
        job = Job(organisation_id=organisation, kind=JobKind.ASSESS, created_at=now)
        session.add_all([supplier, job])
        session.flush()
        judged = judge_suppliers(
            session, [supplier.id], job=job.id, at=now.date(), model="", now=now
        )
        keep_assessments(session, judged.assessed)
        session.expire_all()
        hook = add_webhook(
            session, boss, url=HOOK, events=list(EventKind), loopback=frozenset(), now=now
        )
        check = create_check(session, boss, Question(SupplierQuery(id=supplier.id)), now=now)
        wanted = ActionWanted("Ada", now.date(), supplier=supplier.id, title=f"{mark} step")
        action = add_action(session, boss, wanted, now=now)
        match = CompanyMatch(
            organisation_id=organisation,
            supplier_id=supplier.id,
            state=CompanyMatchState.REVIEW,
        )
        session.add(match)
        for role in (Role.OFFICER, Role.APPROVER, Role.ADMINISTRATOR):
            person = Person(
                organisation_id=organisation,
                email=f"{role.value}@{mark.lower()}.example",
                name=f"{mark} {role.value}",
                role=role,
                created_at=now,
            )
            session.add(person)
            session.flush()
            token = sign_in(session, person, hours=12, now=now)
            tenant.headers[role] = {
                "Cookie": f"candour_session={token}",
                "X-CSRF-Token": csrf_token(token),
            }
            tenant.ids.setdefault("user_id", str(person.id))
        session.flush()
        tenant.ids |= {
            "check_id": str(check.id),
            "action_id": str(action.id),
            "webhook_id": str(hook.id),
            "match_id": str(match.id),
        }
    return tenant


def together(
    tenants: Tenants,
    method: str,
    path: str,
    *,
    role: Role = Role.ADMINISTRATOR,
    headers: dict[str, str] | None = None,
    body: Callable[[int], Any] = lambda _: None,
    form: Callable[[int], Any] = lambda _: None,
) -> Counter[int]:
    """Send one request many times at the same moment and count the answers by their status."""
    start = Barrier(AT_ONCE)

    def send(place: int) -> int:
        client = tenants.client({**tenants.ours.headers[role], **(headers or {})})
        start.wait()
        answer = client.request(method, path, json=body(place), data=form(place))
        assert answer.status_code < 500, answer.text
        return answer.status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(pool.map(send, range(AT_ONCE)))


def one_won(statuses: Counter[int], won: int, *refused: int) -> bool:
    """Return whether one was let through and all others were refused by a conflict."""
    return statuses[won] == 1 and sum(statuses[each] for each in refused) == AT_ONCE - 1


def etag(tenants: Tenants, path: str) -> dict[str, str]:
    answer = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR]).get(path)
    return {"If-Match": answer.headers["etag"]}


@pytest.fixture(params=range(ROUNDS))
def number(request: pytest.FixtureRequest) -> int:
    """Which of the rounds it is."""
    return int(request.param)


def test_decisions_at_once_one_wins(tenants: Tenants, number: int) -> None:
    path = f"/v1/checks/{tenants.ours.ids['check_id']}"
    statuses = together(
        tenants,
        "POST",
        f"{path}/decisions",
        role=Role.APPROVER,
        headers=etag(tenants, path),
        body=lambda place: {"decision": "refer", "reason": f"{number}: person {place} read it."},
    )
    assert one_won(statuses, 201, 409, 412), statuses


def test_changes_of_an_action_at_once_one_wins(tenants: Tenants, number: int) -> None:
    path = f"/v1/actions/{tenants.ours.ids['action_id']}"
    statuses = together(
        tenants,
        "PATCH",
        path,
        headers=etag(tenants, path),
        body=lambda place: {"evidence": f"{number}: seen by person {place}."},
    )
    assert one_won(statuses, 200, 412), statuses
    action = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR]).get(path).json()
    assert len([each for each in action["evidence"] if each["text"].startswith(f"{number}:")]) == 1


def test_changes_of_a_webhook_at_once_one_wins(tenants: Tenants, number: int) -> None:
    path = f"/v1/webhooks/{tenants.ours.ids['webhook_id']}"
    statuses = together(
        tenants,
        "PATCH",
        path,
        headers=etag(tenants, path),
        body=lambda place: {"url": f"https://hooks.example.org/{number}/{place}"},
    )
    assert one_won(statuses, 200, 412), statuses


def test_switches_of_a_webhook_page_at_once_one_wins(tenants: Tenants) -> None:
    hook = tenants.ours.ids["webhook_id"]
    version = etag(tenants, f"/v1/webhooks/{hook}")["If-Match"].strip('"')
    csrf = tenants.ours.headers[Role.ADMINISTRATOR]["X-CSRF-Token"]
    statuses = together(
        tenants,
        "POST",
        f"/webhooks/{hook}",
        form=lambda place: {
            "tell": "yes" if place % 2 else "no",
            "version": version,
            "csrf_token": csrf,
        },
    )
    assert one_won(statuses, 303, 412), statuses


def test_removals_of_a_webhook_at_once_one_wins(tenants: Tenants) -> None:
    administrator = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR])
    made = administrator.post(
        "/v1/webhooks",
        json={"url": "https://hooks.example.org/gone", "events": ["action.overdue"]},
    ).json()
    statuses = together(tenants, "DELETE", f"/v1/webhooks/{made['id']}")
    assert one_won(statuses, 204, 404, 412), statuses


def test_changes_of_a_role_at_once_one_wins(tenants: Tenants, number: int) -> None:
    path = f"/v1/users/{tenants.ours.ids['user_id']}"
    roles = ("officer", "approver")
    statuses = together(
        tenants,
        "PATCH",
        path,
        headers=etag(tenants, path),
        body=lambda place: {"role": roles[(place + number) % 2]},
    )
    assert one_won(statuses, 200, 412), statuses


def test_decisions_on_a_match_at_once_one_wins(tenants: Tenants, number: int) -> None:
    match = UUID(tenants.ours.ids["match_id"])
    with tenants.home.database.session() as session:
        row = session.get_one(CompanyMatch, match)
        row.decided_by, row.decided_at, row.state = "", None, CompanyMatchState.REVIEW
        session.add(row)
    statuses = together(
        tenants, "PUT", f"/v1/matches/{match}/decision", body=lambda _: {"company": None}
    )
    assert one_won(statuses, 200, 409, 412), statuses
    subject, entries = f"matches/{match}", 0
    with tenants.home.database.session() as session:
        entries = len([each for each in audit_of(session, tenants) if each.subject == subject])
    assert entries == number + 1


def test_cancellations_of_a_job_at_once_one_wins(tenants: Tenants, number: int) -> None:
    with tenants.home.database.session() as session:
        job = Job(
            organisation_id=tenants.ours.organisation,
            kind=JobKind.ASSESS,
            state=JobState.PAUSED,
            created_at=datetime.now(UTC),
        )
        session.add(job)
        session.flush()
        id = job.id
    start = Barrier(AT_ONCE)

    def cancel(_: int) -> bool:
        start.wait()
        try:
            jobs.cancel(tenants.home, id, organisation=tenants.ours.organisation)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert Counter(pool.map(cancel, range(AT_ONCE)))[True] == 1, number


def test_two_administrators_who_demote_each_other_one_stays(tenants: Tenants) -> None:
    theirs = tenants.theirs
    with tenants.home.database.session() as session:
        people = session.exec(
            select(Person).where(
                Person.organisation_id == theirs.organisation,
                col(Person.role).in_([Role.ADMINISTRATOR, Role.APPROVER]),
            )
        ).all()
        for each in people:
            each.role = Role.ADMINISTRATOR
            session.add(each)
        names = [str(each.id) for each in people]
    assert len(names) == 2
    start = Barrier(2)

    def demote(role: Role, other: str) -> int:
        client = tenants.client({**theirs.headers[role], "If-Match": "*"})
        start.wait()
        return client.patch(f"/v1/users/{other}", json={"role": "officer"}).status_code

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(demote, [Role.ADMINISTRATOR, Role.APPROVER], reversed(names)))
    with tenants.home.database.session() as session:
        left = session.exec(
            select(Person).where(
                Person.organisation_id == theirs.organisation, Person.role == Role.ADMINISTRATOR
            )
        ).all()
    assert left


def test_a_failed_form_of_a_page_leaves_nothing_half_written(tenants: Tenants) -> None:
    """SQLite ends a transaction that a savepoint began when the savepoint ends."""
    database = tenants.home.database

    def half() -> None:
        with database.session() as session:
            with session.begin_nested():
                row = session.get_one(Person, UUID(tenants.ours.ids["user_id"]))
                row.name = "Half written"
                session.add(row)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    with database.session() as session:
        row = session.get_one(Person, UUID(tenants.ours.ids["user_id"]))
        assert row.name != "Half written"


def test_invitations_by_a_page_at_once_all_are_answered(tenants: Tenants) -> None:
    csrf = tenants.ours.headers[Role.ADMINISTRATOR]["X-CSRF-Token"]
    statuses = together(
        tenants,
        "POST",
        "/people",
        form=lambda place: {
            "email": f"new{place}@example.gov.uk",
            "name": f"New {place}",
            "role": "officer",
            "csrf_token": csrf,
        },
    )
    assert statuses == {200: AT_ONCE}


def audit_of(session: Session, tenants: Tenants) -> list[AuditEntry]:
    query = select(AuditEntry).where(
        AuditEntry.organisation_id == tenants.ours.organisation,
        AuditEntry.verb == "match.decided",
    )
    return list(session.exec(query).all())
