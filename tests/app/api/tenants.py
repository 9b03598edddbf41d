"""Two councils in one installation, each with all that can be kept, and callers of every role."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import select

from app import jobs
from app.features.actions.service import ActionWanted, add_action
from app.features.checks.question import Question, SupplierQuery
from app.features.checks.service import create_check
from app.features.exclusion.remedies import RemedyAgreed, add_remedy
from app.features.exclusion.service import open_case
from app.features.imports.jobs import enqueue_import
from app.features.webhooks.outbox import publish_event
from app.features.webhooks.schemas import DecisionChanged
from app.features.webhooks.subscriptions import add_webhook
from app.installation import Installation, open_installation
from app.main import attach_services, create_app
from app.security.api_keys import make_key
from app.security.permissions import GRANTS
from app.security.principal import Principal
from app.security.tokens import csrf_token
from app.security.users import invite, sign_in, use_link
from app.settings import Access, Settings
from app.terminal.context import cli_principal, wait_for_job
from models import (
    BoardReport,
    CompanyMatch,
    Delivery,
    EventKind,
    Organisation,
    RemedyKind,
    Statement,
    Supplier,
)
from models.person import Role
from scoring.exclusion.procurements import ProcurementKind
from scoring.reference.vocabulary import Decision

AT = date(2026, 11, 25)
PEOPLE = tuple(role for role in Role if role is not Role.API_CLIENT)
HOOK = "https://hooks.example.org/candour"
_PAGE = """<html><head><title>Modern slavery statement</title></head><body><main>
<h1>{name} modern slavery statement 2026</h1>
<p>This statement is made under section 54 of the Modern Slavery Act 2015 by {name} for the
financial year ended 31 March 2026.</p>
<p>Our cleaning staff are paid at least the Living Wage. We trained 40 managers last year.</p>
<p>All employees receive training on modern slavery and the signs of it.</p>
<p>Approved by the board and signed by A. Example, Director, 1 May 2026.</p>
</main></body></html>"""


@dataclass
class Tenant:
    """One organisation: a word that only its own data holds, and identifiers by parameter."""

    mark: str
    organisation: UUID
    ids: dict[str, str] = field(default_factory=dict)
    other_supplier: str = ""
    headers: dict[Role, dict[str, str]] = field(default_factory=dict)


@dataclass
class Tenants:
    """A service with two organisations."""

    app: FastAPI
    home: Installation
    ours: Tenant
    theirs: Tenant

    def client(self, headers: dict[str, str] | None = None) -> TestClient:
        return TestClient(
            self.app, headers=headers, follow_redirects=False, raise_server_exceptions=False
        )


def furnish(settings: Settings) -> tuple[Tenant, Tenant]:
    """Fill an installation with two councils."""
    with open_installation(settings) as home, jobs.worker_runtime(home, worker="tests"):
        ours = _furnished(home, cli_principal(home).organisation, "Larkmere")
        with home.database.session() as session:
            other = Organisation(name="Thornwick council", created_at=datetime.now(UTC))
            session.add(other)
        return ours, _furnished(home, other.id, "Thornwick")


@contextmanager
def serving(settings: Settings, ours: Tenant, theirs: Tenant) -> Iterator[Tenants]:
    """Serve two councils for as long as the context is open; one at a time in a process."""
    with open_installation(settings) as home, jobs.worker_runtime(home, worker="tests"):
        app = create_app(settings, works=False)
        with attach_services(app, home):
            yield Tenants(app, home, ours, theirs)


def settings_for(folder: Path, database_url: str = "") -> Settings:
    many = "1000000/minute"
    return Settings(
        home=folder,
        database_url=database_url,
        access=Access.SIGNED,
        rate=many,
        wrong_rate=many,
    )


@contextmanager
def two_councils(folder: Path, database_url: str = "") -> Iterator[Tenants]:
    """Furnish and serve two councils."""
    settings = settings_for(folder, database_url)
    with serving(settings, *furnish(settings)) as both:
        yield both


def _furnished(home: Installation, organisation: UUID, mark: str) -> Tenant:
    now = datetime.now(UTC)
    names = (f"{mark} Cleaning Ltd", f"{mark} Guarding Ltd")
    rows = "".join(f"{name},0{place}2345{len(mark):02}\n" for place, name in enumerate(names, 1))
    job = enqueue_import(
        home,
        organisation,
        lists=[(f"{mark}.csv", f"Supplier,Company Number\n{rows}".encode())],
        statements=[(f"{mark}.html", _PAGE.format(name=names[0]).encode())],
        at=AT,
    )
    wait_for_job(home, job, quiet=True)
    tenant = Tenant(mark, organisation)
    boss = Principal(organisation, Role.ADMINISTRATOR, f"{mark} boss")
    with home.database.session() as session:
        suppliers = session.exec(
            select(Supplier).where(Supplier.organisation_id == organisation).order_by(Supplier.key)
        ).all()
        first, second = suppliers[0], suppliers[1]
        hook = add_webhook(
            session, boss, url=HOOK, events=list(EventKind), loopback=frozenset(), now=now
        )
        check = create_check(session, boss, Question(SupplierQuery(id=first.id)), now=now)
        action = add_action(
            session,
            boss,
            ActionWanted("Ada", AT, supplier=first.id, title=f"{mark} step"),
            now=now,
        )
        case = open_case(
            session,
            boss,
            first.id,
            title=f"{mark} cleaning",
            procurement=ProcurementKind.OPEN,
            now=now,
        )
        remedy = add_remedy(
            session,
            boss,
            first.id,
            RemedyAgreed(RemedyKind.FEES_REPAID, f"{mark} workers", AT),
            now=now,
        )
        key, spare = (
            make_key(
                session,
                boss,
                name=f"{mark} program",
                scopes=GRANTS[Role.API_CLIENT],
                expires_at=None,
                now=now,
            )
            for _ in range(2)
        )
        tenant.headers[Role.API_CLIENT] = {"Authorization": f"Bearer {key.secret}"}
        for role in (Role.OFFICER, *PEOPLE):  # the first officer is the one that tests change
            own = first.id if role is Role.SUPPLIER else None
            link = invite(session, boss, role, supplier=own, now=now)
            person = use_link(
                session,
                link.token,
                name=f"{mark} {role.value}",
                email=f"{role.value}{len(tenant.headers)}@{mark.lower()}.example",
                password="three random words",
                now=now,
            )
            token = sign_in(session, person, hours=12, now=now)
            tenant.headers[role] = {
                "Cookie": f"candour_session={token}",
                "X-CSRF-Token": csrf_token(token),
            }
            tenant.ids.setdefault("user_id", str(person.id))
        report = BoardReport(
            organisation_id=organisation,
            job_id=job,
            as_at=AT,
            since=AT,
            version="report.1",
            files={
                "report.json": home.archive.keep(
                    f'{{"of": "{mark}"}}'.encode(), fetched_at=now, source="a test"
                )
            },
            created_at=now,
        )
        session.add(report)
        statement = session.exec(
            select(Statement).where(Statement.organisation_id == organisation)
        ).one()
        match = session.exec(
            select(CompanyMatch).where(CompanyMatch.supplier_id == first.id)
        ).one()
        tenant.other_supplier = str(second.id)
        tenant.ids |= {
            "supplier_id": str(first.id),
            "statement_id": str(statement.id),
            "assessment_id": str(first.assessment_id),
            "check_id": str(check.id),
            "action_id": str(action.id),
            "case_id": str(case.id),
            "remedy_id": str(remedy.id),
            "key_id": str(spare.row.id),
            "webhook_id": str(hook.id),
            "match_id": str(match.id),
            "job_id": str(job),
            "report_id": str(report.id),
        }
    with home.database.session() as session:
        happened = DecisionChanged(
            check=check.id,
            supplier=first.id,
            before=Decision.REFER,
            after=Decision.STOP,
            decided_by=f"{mark} boss",
        )
        publish_event(session, organisation, EventKind.DECISION_CHANGED, "one", happened, now=now)
        session.flush()
        made = session.exec(
            select(Delivery).where(Delivery.organisation_id == organisation)
        ).first()
        assert made is not None
        tenant.ids["delivery_id"] = str(made.id)
    return tenant
