"""Vet suppliers as one durable job: take in lists, read statements, collect, match, assess."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import PurePath
from typing import TypedDict
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from app import jobs
from app.home import Home
from app.pipeline.assess import assess_suppliers
from app.pipeline.collect import collect
from app.pipeline.match import match_suppliers
from app.pipeline.read import read
from app.pipeline.take_in import offer_list, take_in
from app.pipeline.take_in_answers import take_in_answers
from models import Intake, IntakeRow, IntakeState, Job, JobKind, Supplier
from scoring.evidence import load
from scrapers.errors import ListUnreadable

CHUNK = 25
"""Suppliers judged in one step: few enough to show progress, enough to keep the cost low."""


class Asked(TypedDict):
    """What a vetting job was asked for; it is kept with the job, so it is JSON's own types."""

    at: str
    intakes: list[str]
    documents: list[tuple[str, str]]
    answers: list[tuple[str, str]]


def ask_to_vet(
    home: Home,
    organisation: UUID,
    *,
    lists: Sequence[tuple[str, bytes]],
    statements: Sequence[tuple[str, bytes]] = (),
    answers: Sequence[tuple[str, bytes]] = (),
    at: date,
) -> UUID:
    """Keep what was sent and put its vetting in the queue; return the job's identifier.

    Args:
        home: The installation.
        organisation: Whose lists they are.
        lists: Name and bytes of each supplier list.
        statements: Name and bytes of each document offered as a statement.
        answers: Name and bytes of each sheet of answers.
        at: The day as of which suppliers are judged.
    """
    now = datetime.now(UTC)
    documents = _keep(home, "statement", statements, now)
    sheets = _keep(home, "answers", answers, now)
    with home.database.session() as session:
        intakes = [
            str(offer_list(session, home.archive, organisation, name=name, data=data, now=now).id)
            for name, data in lists
        ]
        asked = Asked(at=at.isoformat(), intakes=intakes, documents=documents, answers=sheets)
        job = jobs.new_job(session, organisation, JobKind.INTAKE, asked=dict(asked))
    jobs.enqueue(job.id, vet)
    return job.id


def ask_to_assess(home: Home, organisation: UUID, *, at: date) -> UUID:
    """Put the assessment of every supplier of an organisation in the queue; return the job."""
    with home.database.session() as session:
        asked = Asked(at=at.isoformat(), intakes=[], documents=[], answers=[])
        job = jobs.new_job(session, organisation, JobKind.ASSESS, asked=dict(asked))
    jobs.enqueue(job.id, vet)
    return job.id


def _keep(
    home: Home, what: str, files: Sequence[tuple[str, bytes]], now: datetime
) -> list[tuple[str, str]]:
    return [
        (PurePath(name).name, home.archive.keep(data, fetched_at=now, source=f"{what} {name}"))
        for name, data in files
    ]


@jobs.workflow
def vet(job: str) -> None:
    """Run a vetting job: any step may be repeated, and none is done twice in effect."""
    asked = _asked(job)
    touched: list[str] = []
    for place, intake in enumerate(asked["intakes"]):
        touched += _take_in(job, intake, place)
    for place, (name, sha256) in enumerate(asked["documents"], len(asked["intakes"])):
        _read(job, name, sha256, place)
    touched += _collect(job)
    for name, sha256 in asked["answers"]:
        touched += _take_in_answers(job, name, sha256)
    suppliers = list(dict.fromkeys(touched))
    before = len(asked["intakes"]) + len(asked["documents"])
    for start in range(0, len(suppliers), CHUNK):
        chunk = suppliers[start : start + CHUNK]
        _judge(job, chunk, before + start, before + len(suppliers))
    _end(job, before + len(suppliers))


@jobs.step()
def _asked(job: str) -> Asked:
    with jobs.home().database.session() as session:
        asked: Asked = jobs.job_of(session, UUID(job)).asked  # type: ignore[assignment]
        total = len(asked["intakes"]) + len(asked["documents"])
        jobs.tell(session, UUID(job), doing="Starting", done=0, total=total)
        return asked


@jobs.step()
def _take_in(job: str, intake: str, place: int) -> list[str]:
    home = jobs.home()
    with home.database.session() as session:
        kept = session.get_one(Intake, UUID(intake))
        jobs.tell(session, UUID(job), doing=f"Reading the list {kept.name}", done=place)
    with home.database.session() as session:
        kept = session.get_one(Intake, UUID(intake))
        take_in(session, home.archive, kept)
        if kept.state is IntakeState.REFUSED:
            jobs.fail(session, UUID(job), kept.name, kept.reason)
        held = (
            select(IntakeRow.supplier_id)
            .where(IntakeRow.intake_id == kept.id, col(IntakeRow.supplier_id).is_not(None))
            .group_by(col(IntakeRow.supplier_id))
            .order_by(func.min(IntakeRow.row))
        )
        return [str(each) for each in session.exec(held)]


@jobs.step()
def _read(job: str, name: str, sha256: str, place: int) -> None:
    home = jobs.home()
    with home.database.session() as session:
        jobs.tell(session, UUID(job), doing=f"Reading {name}", done=place)
    document = read(home, sha256, name=name, classifier=load(), now=datetime.now(UTC))
    if document.body is None:
        with home.database.session() as session:
            jobs.fail(session, UUID(job), name, document.reason)


@jobs.step()
def _collect(job: str) -> list[str]:
    with jobs.home().database.session() as session:
        kept = jobs.job_of(session, UUID(job))
        if kept.kind is JobKind.ASSESS:
            return _all(session, kept)
        documents = [(name, sha256) for name, sha256 in kept.asked["documents"]]
        told = collect(session, kept.organisation_id, documents, now=kept.created_at)
        return [str(each) for each in told]


@jobs.step()
def _take_in_answers(job: str, name: str, sha256: str) -> list[str]:
    home = jobs.home()
    with home.database.session() as session:
        kept = jobs.job_of(session, UUID(job))
        try:
            taken = take_in_answers(
                session, kept.organisation_id, name=name, data=home.archive.read(sha256)
            )
        except ListUnreadable as error:
            jobs.fail(session, kept.id, name, error.reason)
            return []
        for each in taken.errors:
            jobs.fail(session, kept.id, f"{name}, row {each.row}", each.message)
        return [str(each) for each in taken.suppliers]


def _all(session: Session, job: Job) -> list[str]:
    asked = (
        select(Supplier.id)
        .where(Supplier.organisation_id == job.organisation_id)
        .order_by(col(Supplier.key))
    )
    return [str(each) for each in session.exec(asked)]


@jobs.step()
def _judge(job: str, chunk: list[str], done: int, total: int) -> None:
    suppliers = [UUID(each) for each in chunk]
    with jobs.home().database.session() as session:
        kept = jobs.job_of(session, UUID(job))
        match_suppliers(session, suppliers)
        assess_suppliers(
            session,
            suppliers,
            job=kept.id,
            at=date.fromisoformat(kept.asked["at"]),
            model=load().version,
            now=datetime.now(UTC),
        )
        jobs.tell(
            session, kept.id, doing="Assessing suppliers", done=done + len(chunk), total=total
        )


@jobs.step()
def _end(job: str, total: int) -> None:
    with jobs.home().database.session() as session:
        jobs.finish(session, UUID(job), done=total)
