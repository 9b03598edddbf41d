"""Take in a register's download that a person sends, as a job of its own."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlmodel import Session

from app import jobs
from app.features.matching.companies_import import companies_lock_id, take_in_companies
from app.features.monitoring.source_changes import begin_all
from app.features.registers.service import register_lock_id, take_in_register
from app.installation import Installation
from app.jobs import Queue, TaskContext, task
from app.security import audit_log
from app.security.principal import Principal
from models import JobKind, RegisterKind
from scrapers.errors import SourceError

LOAD = "load register"
COMPANIES = "companies"
"""What the register of companies is called beside those of `RegisterKind`."""
REGISTERS = (COMPANIES, *RegisterKind)


def enqueue_register(
    home: Installation,
    caller: Principal,
    register: str,
    *,
    name: str,
    data: bytes,
    as_at: date,
    even_if_shorter: bool,
    within: Session,
) -> UUID:
    """Keep a register's download and put it in the queue; return the job.

    Args:
        home: The installation.
        caller: Who sends it, for the audit trail.
        register: One of `REGISTERS`.
        name: The file's name.
        data: Its bytes.
        as_at: The day on which the publisher said so.
        even_if_shorter: Believe a version that lost a fifth and more of its entries.
        within: The transaction to keep the job in; it begins once that is committed.
    """
    now = datetime.now(UTC)
    sha256 = home.archive.keep(data, fetched_at=now, source=f"register {register}: {name}")
    file = {
        "register": register,
        "name": name,
        "sha256": sha256,
        "as_at": as_at.isoformat(),
        "even_if_shorter": even_if_shorter,
    }
    params: dict[str, object] = {"at": now.date().isoformat(), "file": file}
    job = jobs.create_job(within, caller.organisation, JobKind.WATCH, params=params)
    audit_log.record(within, caller, "register.sent", f"jobs/{job.id}", after=file)
    jobs.start_after_commit(within, job.id)
    return job.id


@task(LOAD, Queue.TAKE_IN, status_text="Loading {name}")
def _load(context: TaskContext) -> None:
    file = context.payload
    register, name = file["register"], file["name"]
    kind = None if register == COMPANIES else RegisterKind(register)
    data = context.home.archive.read(file["sha256"])
    as_at, now = date.fromisoformat(file["as_at"]), datetime.now(UTC)
    begun: tuple[UUID, ...] = ()
    lock = register_lock_id(kind) if kind else companies_lock_id()
    with context.transaction(alone=lock) as result:
        try:
            with result.session.begin_nested():
                if kind is None:
                    begun, unread = _companies(result.session, name, data, as_at, now)
                else:
                    taken = take_in_register(
                        result.session,
                        kind,
                        data,
                        as_at=as_at,
                        now=now,
                        even_if_shorter=bool(file["even_if_shorter"]),
                    )
                    begun, unread = taken.jobs, taken.unread
        except SourceError as error:
            result.fail(name, f"Not taken in: {error.reason}. What was kept stays as it was.")
            return
        if unread:
            number = f"{len(unread):,} value{'s' if len(unread) > 1 else ''}"
            result.fail(name, f"{number} could not be read; the rest was. The first: {unread[0]}")
    begin_all(begun)


def _companies(
    session: Session, name: str, data: bytes, as_at: date, now: datetime
) -> tuple[tuple[UUID, ...], tuple[str, ...]]:
    """Take companies in from a file of the same name, since its ending says how it is packed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "companies.csv")
        path.write_bytes(data)
        taken = take_in_companies(session, path, as_at=as_at, now=now)
    return taken.jobs, taken.unread
