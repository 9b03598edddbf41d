"""What was lost or done twice while processes were killed, found by counting what is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from uuid import UUID, uuid5

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.jobs import get_job, list_failures
from app.security.audit_log import verify
from app.security.organisations import every_organisation
from benchmarks.people import Officer, Receiver
from models import (
    Assessment,
    AuditEntry,
    Check,
    CompanyMatch,
    Contract,
    DecisionTaken,
    Delivery,
    DeliveryState,
    Document,
    Event,
    EventKind,
    Evidence,
    Finding,
    Intake,
    IntakeSupplier,
    Job,
    JobKind,
    JobPart,
    PartState,
    Statement,
    Supplier,
    Webhook,
)


def wrong(
    session: Session, asked: Sequence[UUID], documents: int, officer: Officer, receiver: Receiver
) -> Iterator[str]:
    """Yield everything that was lost or done twice.

    Args:
        session: An open transaction, with every process stopped.
        asked: The jobs that vetted, in their order.
        documents: How many suppliers there are, each with a statement.
        officer: Who asked and decided meanwhile.
        receiver: Who was told by webhook.
    """
    yield from _jobs(session, [*asked, *map(UUID, officer.lists)])
    yield from _vetted(session, asked, documents)
    yield from _judged(session, asked)
    yield from _checks(session, officer)
    yield from _told(session, asked, officer, receiver)
    yield from _trail(session, officer)


def _jobs(session: Session, asked: Sequence[UUID]) -> Iterator[str]:
    for id in asked:
        job = get_job(session, id)
        if (job.state, job.failed) != ("done", 0) or job.done != job.total:
            told = [f"{each.item}: {each.reason}" for each in list_failures(session, id, limit=5)]
            yield f"job {id}: {job.state}, {job.done} of {job.total}, {job.failed} failed {told}"
    if (found := _count(session, Job)) != len(asked):
        yield f"{found} jobs where {len(asked)} were asked for"
    undone = select(func.count()).where(col(JobPart.state) != PartState.DONE)
    if left := session.exec(undone).one():
        yield f"{left} parts were not done"


def _vetted(session: Session, asked: Sequence[UUID], documents: int) -> Iterator[str]:
    # The first list was sent twice: alone, and with the statements.
    lists = session.exec(select(func.count()).where(col(Job.kind) == JobKind.INTAKE)).one() - 1
    expected = {
        Supplier: documents,
        Contract: documents,
        Intake: lists,
        IntakeSupplier: documents * lists,
        CompanyMatch: documents,
        Document: documents,
        Statement: documents,
        Assessment: documents * len(asked),
    }
    for table, number in expected.items():
        if (found := _count(session, table)) != number:
            yield f"{found} rows of {table.__name__} where there should be {number}"
    unread = session.exec(select(func.count()).where(col(Document.body).is_(None))).one()
    if unread:
        yield f"{unread} documents were not read"
    for owner, kind in ((Finding.assessment_id, Finding), (Evidence.finding_id, Evidence)):
        place = col(kind.position)  # type: ignore[attr-defined]
        twice = select(owner).group_by(col(owner), place).having(func.count() > 1)
        if session.exec(twice).first():
            yield f"a {kind.__name__} was kept twice"


def _judged(session: Session, asked: Sequence[UUID]) -> Iterator[str]:
    """Every other job judged what the one before had judged, and must have said the same."""
    digests = dict(session.exec(select(Assessment.id, Assessment.digest)).all())
    for supplier in session.exec(select(Supplier.id)):
        told = [digests.get(uuid5(job, str(supplier))) for job in asked]
        if any(told[place] != told[place - 1] for place in range(3, len(told), 2)):
            yield f"supplier {supplier} was judged differently with nothing changed"


def _checks(session: Session, officer: Officer) -> Iterator[str]:
    expected = len(officer.read) + 3 * len(officer.lists)
    if (found := _count(session, Check)) != expected:
        yield f"{found} checks where {expected} were asked"
    decided = Counter(map(str, session.exec(select(DecisionTaken.check_id))))
    if decided != Counter(officer.decided):
        yield f"{decided.total()} decisions where {len(officer.decided)} were taken"
    for check in session.exec(select(Check).where(col(Check.id).in_(map(UUID, officer.decided)))):
        if len(check.decisions) != 1:
            yield f"check {check.id} tells {len(check.decisions)} decisions where one was taken"


def _told(
    session: Session,
    asked: Sequence[UUID],
    officer: Officer,
    receiver: Receiver,
) -> Iterator[str]:
    expected = Counter(f"check {check} 1" for check in officer.decided)
    expected.update(_changes(session, asked))
    expected.update(
        f"{EventKind.STATEMENT_PUBLISHED.value} {id}" for id in session.exec(select(Statement.id))
    )
    events = {each.id: each.key for each in session.exec(select(Event))}
    noted = Counter(events.values())
    if lost := expected - noted:
        yield f"{lost.total()} events were never noted, such as {next(iter(lost))}"
    if more := noted - expected:
        yield f"{more.total()} events did not happen, such as {next(iter(more))}"
    deliveries = session.exec(select(Delivery)).all()
    if Counter(each.event_id for each in deliveries) != Counter(list(events)):
        yield f"{len(deliveries)} deliveries of {len(events)} events"
    undelivered = [each for each in deliveries if each.state is not DeliveryState.DELIVERED]
    if undelivered:
        yield f"{len(undelivered)} events were not delivered"
    names = {f"msg_{each.id.hex}" for each in deliveries}
    if names != set(receiver.taken):
        yield f"{len(receiver.taken)} messages came of {len(names)} that were sent"
    if any(len(bodies) != 1 for bodies in receiver.taken.values()):
        yield "a message came again with other words"


def _changes(session: Session, asked: Sequence[UUID]) -> Iterator[str]:
    """The events that jobs must have led to: an assessment proposes something else than before."""
    decisions = dict(session.exec(select(Assessment.id, Assessment.decision)).all())
    for supplier in session.exec(select(Supplier.id)):
        ids = [uuid5(job, str(supplier)) for job in asked]
        for before, after in pairwise(ids):
            if decisions.get(before) is not decisions.get(after):
                yield f"assessment {after}"


def _trail(session: Session, officer: Officer) -> Iterator[str]:
    for organisation in every_organisation(session):
        yield from verify(session, organisation.id).faults
    entries = session.exec(select(AuditEntry.verb, AuditEntry.subject)).all()
    noted = Counter(entries)
    once = Counter(("check.asked", f"checks/{id}") for id in session.exec(select(Check.id)))
    once.update(("decision.taken", f"checks/{id}") for id in officer.decided)
    once.update(("checks.asked", f"jobs/{id}") for id in officer.lists)
    once.update(("webhook.made", f"webhooks/{id}") for id in session.exec(select(Webhook.id)))
    if lost := once - noted:
        yield f"{lost.total()} acts are not in the trail, such as {next(iter(lost))}"
    written = Counter({key: number for key, number in noted.items() if key[0] != "saw"})
    if more := written - once:
        yield f"the trail tells {more.total()} acts too many, such as {next(iter(more))}"
    for path, read in officer.read.items():
        seen = noted["saw", path]
        if not read <= seen <= officer.asked[path]:
            yield f"{path} was seen {read} times, and the trail says {seen}"


def _count(session: Session, table: type) -> int:
    return int(session.exec(select(func.count()).select_from(table)).one())
