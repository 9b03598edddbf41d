"""Vet suppliers as one durable job: asked for, and what it goes through."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import TypedDict
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app import jobs
from app.db.engine import batches
from app.errors import Conflict
from app.features.imports import tasks
from app.features.imports.service import offer_list
from app.installation import Installation
from app.jobs import NewTask, Stage
from app.security import audit_log
from app.security.principal import Principal
from models import Intake, IntakeSupplier, Job, JobKind, JobPart, PartState, RepeatChoice, Supplier
from models.supplier import assessable
from scrapers.spreadsheets import Field

LIST_SENT = "list.sent"
"""The verb of an audit entry on lists that a person or program sent."""
CHUNK = 25
"""Suppliers judged in one part: few enough to show progress, enough to keep the cost low."""

RETRIED = frozenset({JobKind.INTAKE, JobKind.ASSESS})
"""Kinds of job whose failed items alone can be done again."""


class ImportParams(TypedDict, total=False):
    """What a vetting job was asked for; it is kept with the job, so it is JSON's own types.

    `suppliers` names those to be judged again, whatever their lists say; `again` asks that
    documents be read anew; where `assess` is false, what was sent is kept and nobody is judged.
    """

    at: str
    intakes: list[str]
    documents: list[tuple[str, str]]
    answers: list[tuple[str, str]]
    suppliers: list[str]
    again: bool
    assess: bool


def enqueue_import(
    home: Installation,
    organisation: UUID,
    *,
    lists: Sequence[tuple[str, bytes]],
    statements: Sequence[tuple[str, bytes]] = (),
    answers: Sequence[tuple[str, bytes]] = (),
    at: date,
    columns: Mapping[int, Field | None] | None = None,
    repeat: RepeatChoice = RepeatChoice.UNDECIDED,
    assess: bool = True,
    caller: Principal | None = None,
    within: Session | None = None,
) -> UUID:
    """Keep what was sent and put its vetting in the queue; return the job's identifier.

    Args:
        home: The installation.
        organisation: Whose lists they are.
        lists: Name and bytes of each supplier list.
        statements: Name and bytes of each document offered as a statement.
        answers: Name and bytes of each sheet of answers.
        at: The day as of which suppliers are judged.
        columns: What a person said the columns of each list hold; None to have them recognised.
        repeat: What a person wants of a list that repeats another one's payments.
        assess: Whether the suppliers are judged now; otherwise what was sent is only kept.
        caller: Who sent it, for the audit trail; None where the service fetched it by itself.
        within: The transaction to keep the job in; it begins once that is committed.
    """
    now = datetime.now(UTC)
    documents = _keep(home, "statement", statements, now)
    sheets = _keep(home, "answers", answers, now)
    with home.database.writing(alone=organisation, within=within) as session:
        intakes = [
            str(
                offer_list(
                    session,
                    home.archive,
                    organisation,
                    name=name,
                    data=data,
                    now=now,
                    columns=columns,
                    repeat=repeat,
                ).id
            )
            for name, data in lists
        ]
        params = ImportParams(
            at=at.isoformat(), intakes=intakes, documents=documents, answers=sheets
        )
        params["assess"] = assess
        job = jobs.create_job(session, organisation, JobKind.INTAKE, params=dict(params))
        if caller is not None:
            after = {
                "lists": [name for name, _ in lists],
                "intakes": intakes,
                "statements": len(documents),
                "answers": len(sheets),
            }
            audit_log.record(session, caller, LIST_SENT, f"jobs/{job.id}", after=after)
        jobs.start_after_commit(session, job.id)
    return job.id


def enqueue_assessment(
    home: Installation,
    organisation: UUID,
    *,
    at: date,
    suppliers: Sequence[UUID] = (),
    within: Session | None = None,
) -> UUID:
    """Put the assessment of suppliers in the queue, of all where none is named; return the job.

    `within` is the transaction to keep the job in; it begins once that is committed.
    """
    with home.database.writing(within=within) as session:
        params = ImportParams(at=at.isoformat(), intakes=[], documents=[], answers=[])
        if suppliers:
            params["suppliers"] = [str(each) for each in suppliers]
        job = jobs.create_job(session, organisation, JobKind.ASSESS, params=dict(params))
        jobs.start_after_commit(session, job.id)
    return job.id


def _keep(
    home: Installation, what: str, files: Sequence[tuple[str, bytes]], now: datetime
) -> list[tuple[str, str]]:
    return [
        (PurePath(name).name, home.archive.keep(data, fetched_at=now, source=f"{what} {name}"))
        for name, data in files
    ]


def enqueue_retry(home: Installation, organisation: UUID, job: UUID) -> UUID:
    """Ask for what a job could not do to be done again, and only that; return the new job.

    Raises:
        NotFound: There is no such job.
        Conflict: It has not ended, nothing in it failed, or its kind cannot be retried in part.
    """
    with home.database.writing() as session:
        old = jobs.get_job(session, job, organisation=organisation)
        if old.kind not in RETRIED:
            raise Conflict("You cannot retry part of this kind of job. Start it again instead.")
        if not old.state.ended:
            raise Conflict("This job has not ended; what fails in it can be retried once it has.")
        params = _failed(session, old)
        if params is None:
            raise Conflict("Nothing in this job failed, so there is nothing to retry.")
        new = jobs.create_job(
            session, organisation, JobKind.INTAKE, params=dict(params), retry_of=old.id
        )
    jobs.start_job(new.id)
    return new.id


def _failed(session: Session, job: Job) -> ImportParams | None:
    """What failed in a job, in the shape in which a job is asked for."""
    params = ImportParams(at=job.params["at"], intakes=[], documents=[], answers=[], suppliers=[])
    params["again"] = True
    params["assess"] = job.params.get("assess", True)
    parts = session.exec(
        select(JobPart).where(JobPart.job_id == job.id, JobPart.state == PartState.FAILED)
    )
    for part in parts:
        part_params = part.params
        match part.verb:
            case tasks.TAKE_IN:
                params["intakes"].append(part_params["intake"])
            case tasks.READ:
                params["documents"].append((part_params["name"], part_params["sha256"]))
            case tasks.COLLECT:
                params["documents"] += [tuple(each) for each in job.params["documents"]]
            case tasks.ANSWERS:
                params["answers"].append((part_params["name"], part_params["sha256"]))
            case tasks.ASSESS:
                params["suppliers"] += part_params["suppliers"]
    for failure in jobs.list_failures(session, job.id):
        kind, _, subject = failure.subject.partition(":")
        match kind:
            case "intake":
                params["intakes"].append(subject)
            case "document":
                params["documents"].append((failure.item, subject))
            case "supplier":
                params["suppliers"].append(subject)
    failed = (params["intakes"], params["documents"], params["answers"], params["suppliers"])
    return params if any(failed) else None


def _gather(session: Session, job: Job) -> Iterator[NewTask]:
    for intake in job.params["intakes"]:
        name = session.get_one(Intake, UUID(intake)).name
        yield NewTask(tasks.TAKE_IN, {"intake": intake, "name": name})
    again = bool(job.params.get("again"))
    for name, sha256 in job.params["documents"]:
        yield NewTask(tasks.READ, {"name": name, "sha256": sha256, "again": again})


def _collect(_session: Session, job: Job) -> Iterator[NewTask]:
    if job.params["documents"]:
        yield NewTask(tasks.COLLECT, {"name": "the statements"}, items=0)


def _answers(_session: Session, job: Job) -> Iterator[NewTask]:
    for name, sha256 in job.params["answers"]:
        yield NewTask(tasks.ANSWERS, {"name": name, "sha256": sha256})


def _assess(session: Session, job: Job) -> Iterator[NewTask]:
    if not job.params.get("assess", True):
        return
    for chunk in batches(dict.fromkeys(_touched(session, job)), CHUNK):
        params = {"suppliers": chunk, "at": job.params["at"]}
        yield NewTask(tasks.ASSESS, params, items=len(chunk))


def _touched(session: Session, job: Job) -> Iterator[str]:
    """Yield the suppliers that a job is about, in the order of their lists."""
    if job.kind is JobKind.ASSESS and not job.params.get("suppliers"):
        query = select(Supplier.id).where(
            Supplier.organisation_id == job.organisation_id, assessable()
        )
        yield from map(str, session.exec(query.order_by(col(Supplier.key))))
        return
    for intake in job.params["intakes"]:
        held = (
            select(func.coalesce(Supplier.merged_into_id, Supplier.id))
            .select_from(IntakeSupplier)
            .join(Supplier, col(IntakeSupplier.supplier_id) == col(Supplier.id))
            .where(
                IntakeSupplier.intake_id == UUID(intake),
                col(Supplier.is_placeholder).is_(False),
                col(Supplier.not_supplier).is_(False),
            )
            .order_by(col(IntakeSupplier.first_row), col(Supplier.key))
        )
        yield from map(str, session.exec(held))
    results = select(JobPart.result).where(
        JobPart.job_id == job.id, col(JobPart.verb).in_([tasks.COLLECT, tasks.ANSWERS])
    )
    for result in session.exec(results.order_by(col(JobPart.stage), col(JobPart.position))):
        yield from result.get("suppliers", ())
    yield from job.params.get("suppliers", ())


for _kind in (JobKind.INTAKE, JobKind.ASSESS):
    jobs.register_workflow(
        _kind,
        Stage("gather", "Reading what was sent", _gather),
        Stage("collect", "Giving each statement to its supplier", _collect),
        Stage("answers", "Taking in answers", _answers),
        Stage("assess", "Assessing suppliers", _assess),
    )
